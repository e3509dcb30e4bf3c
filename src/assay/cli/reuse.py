"""`assay reuse`."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly, paint

if TYPE_CHECKING:
    from assay.audit.echoes import Echoes, Watcher
    from assay.echoes.wanted import Wanted

_UNITS = {"M": 20, "MB": 20, "G": 30, "GB": 30}
_MOST_UNITS = 1_000_000.0  # more is meant by nobody, and cannot be counted by the engines
_LEAST_MEMORY = 256 << 20
_INTERRUPTED = 130


@click.command("reuse")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json", "arrow", "parquet")),
    default="text",
    help="For people, or programs: JSON lines, Arrow (IPC file), Parquet.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--memory", default="1GB", show_default=True, help="What it may take; beyond it, it works on disk.")
@click.option(
    "--engine",
    default="duckdb",
    show_default=True,
    help="What joins: duckdb; or Spark, on this machine (local) or many (spark://HOST:PORT).",
)
@click.option(
    "--work",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with space, to work in: 15 times the documents' size. [default: your cache folder]",
)
@click.option(
    "--least",
    default=25.0,
    show_default=True,
    type=click.FloatRange(min=12),
    help="What a passage must weigh: letters that are the same, by how few share them, less those that differ.",
)
def command(  # noqa: PLR0913 - an option each
    *,
    paths: tuple[Path, ...],
    format_: str,
    output: Path | None,
    memory: str,
    engine: str,
    work: Path | None,
    least: float,
) -> None:
    """Find all passages that documents share: who echoes whom, word for word or nearly.

    PATHs are files, folders of documents in any format that assay reads, or a dossier, whose works are compared.
    Scanning errors and omissions are borne with; phrases that many documents use count for little. What a shared
    passage means, and what it does not, is in docs/method.md.

    With --engine spark://..., the folder of --work must be one that all machines see. Spark is an extra: assay[far].
    What is done when it is stopped (Ctrl-C) is kept, and the same command goes on from there.

    Exits 0 where passages were found; 1 where there are none; 2 where it cannot run; 130 where it was stopped.

    \b
      assay reuse memoir.txt minutes.pdf
      assay reuse papers/ --format parquet -o shared.parquet
      assay reuse trial --format json
      assay reuse archive/ --memory 4GB --work /mnt/large --format arrow -o shared.arrow
      assay reuse archive/ --engine spark://master:7077 --work /shared/assay
    """
    from assay.echoes.wanted import Wanted  # noqa: PLC0415 - `assay --help` stays instant

    if format_ in ("arrow", "parquet") and output is None:
        fail(f"{format_} is not for a terminal", f"name a file: -o shared.{format_}")
    if (
        output is not None
        and output.exists()
        and any(output.resolve().is_relative_to(path.resolve()) for path in paths)
    ):
        fail(f"{output} lies among what is to be compared, and would be written over", "name a file elsewhere: -o FILE")
    found = _found(paths, Wanted(least=least, memory=_bytes(memory), engine=engine), work)
    for one in found.unread:
        click.echo(f"assay: {one.name} was passed over: {one.why}", err=True)
    if found.works < 2:  # noqa: PLR2004 - it takes two to echo
        fail("there is nothing to compare: fewer than two works can be read", "name more files, a folder, or a dossier")
    try:
        _write(found, format_, output)
    except OSError as error:
        fail(f"{output} cannot be written: {(error.strerror or str(error)).lower()}")
    raise click.exceptions.Exit(0 if found.rows else 1)


def _found(paths: tuple[Path, ...], wanted: "Wanted", work: Path | None) -> "Echoes":
    from assay.audit.echoes import echoes, work_folder  # noqa: PLC0415 - likewise
    from assay.echoes.engines import NoEngineError  # noqa: PLC0415

    try:
        folder = work or work_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with failing_clearly():
            return echoes(paths, wanted, _watcher(), folder)
    except NoEngineError as error:
        fail(str(error), error.help)
    except KeyboardInterrupt:
        click.echo(err=True)
        click.echo(f"assay: stopped. No passages were written. {_kept(folder)}", err=True)
        raise click.exceptions.Exit(_INTERRUPTED) from None
    except MemoryError:
        fail("memory does not suffice", f"give it more: --memory 4GB. {_kept(folder)}")
    except OSError as error:
        fail(f"it cannot work in {folder}: {error.strerror or error}", "name a folder with space: --work FOLDER")


def _kept(folder: Path) -> str:
    """Say what is left for the next run to go on from."""
    from assay.echoes.unfinished import left_behind  # noqa: PLC0415 - likewise

    size = left_behind(folder)
    if not size:
        return "There was nothing yet to keep"
    kept = f"{size / 1e6:.0f} MB in {folder / 'reuse-*'}"
    return f"The same command goes on from what is done, {kept}; delete that to begin anew"


def _watcher() -> "Watcher":
    """Say on a terminal what is being done."""
    from assay.audit.echoes import Watcher  # noqa: PLC0415 - likewise

    if not sys.stderr.isatty():
        return Watcher()
    read = 0

    def reading(name: str) -> None:
        nonlocal read
        read += 1
        click.echo(f"\r\x1b[KReading {read}: {name[:60]}", nl=False, err=True)

    def doing(what: str, share: float) -> None:
        done = round(share * 30)
        click.echo(f"\r\x1b[K{what:<28} {'#' * done}{'-' * (30 - done)}", nl=share >= 1, err=True)

    return Watcher(doing, reading)


def _bytes(memory: str) -> int:
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(MB?|GB?)\s*", memory, re.IGNORECASE)
    if match is None:
        fail(f"{memory} is no amount of memory", "write --memory 1GB, or --memory 800MB")
    size = int(min(float(match[1]), _MOST_UNITS) * (1 << _UNITS[match[2].upper()]))
    if size < _LEAST_MEMORY:
        fail("with so little memory nothing can be compared", "give it --memory 256MB or more")
    return size


def _write(found: "Echoes", format_: str, output: Path | None) -> None:
    from assay.report.echoes_arrow import echo_lines, write_table  # noqa: PLC0415 - likewise
    from assay.report.echoes_text import echo_text  # noqa: PLC0415
    from assay.report.invisible import visible  # noqa: PLC0415

    if format_ in ("arrow", "parquet"):
        assert output is not None  # asked for above
        write_table(found, format_, output)
        return
    shown = (
        echo_lines(found.rows)
        if format_ == "json"
        else "".join(
            f"{visible(line)}\n" for line in echo_text(found, paint if output is None else lambda words, _: words)
        )
    )
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_text(shown, "utf-8")
