"""What commands share: finding the dossier, failing clearly, colour, progress."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from assay.dossier import Dossier, DossierError, find_dossier, open_dossier
from assay.report.paint import Tone

if TYPE_CHECKING:
    from assay.check import Context, Looked

DOSSIER = click.argument("dossier", required=False, type=click.Path(path_type=Path))
_STYLES: dict[Tone, dict[str, bool | str]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "strong": {"bold": True},
    "faint": {"dim": True},
    "stands": {"fg": "green", "bold": True},
    "falls": {"fg": "red", "bold": True},
    "open": {"fg": "yellow"},
}


def paint(words: str, tone: Tone) -> str:
    """Colour words; click takes the colour out where there is no terminal."""
    return click.style(words, **_STYLES[tone])  # type: ignore[arg-type]


def fail(message: str, help_: str = "") -> NoReturn:
    """Say why the command cannot run, and what to type; exit 2."""
    click.echo(f"{paint('assay:', 'error')} {message}", err=True)
    if help_:
        click.echo(f"       {help_}", err=True)
    raise click.exceptions.Exit(2)


@contextlib.contextmanager
def failing_clearly() -> Iterator[None]:
    """Turn what keeps a dossier from being used into a message and exit 2."""
    try:
        yield
    except DossierError as error:
        fail(str(error), error.help)


def is_dossier(path: Path) -> bool:
    """Say whether a command's first argument names a dossier."""
    return (path / "dossier.toml").is_file()


def root_of(path: Path | None) -> Path:
    """Return the dossier that was named, or the one around the current folder."""
    if path is not None:
        return path if is_dossier(path) else (find_dossier(path) if path.exists() else None) or path
    found = find_dossier(Path())
    if found is None:
        fail("this folder is in no dossier", "name one: assay check DOSSIER, or make one: assay new DOSSIER")
    return found


def opened(path: Path | None) -> Dossier:
    """Open the dossier that was named, or the one around the current folder."""
    with failing_clearly():
        dossier = open_dossier(root_of(path))
    if dossier.notice:
        click.echo(f"assay: {dossier.notice}", err=True)
    return dossier


def looking_up(dossier: Dossier) -> "Context":
    """Look at a dossier, with a progress bar where there is much to look up."""
    from assay.check import Context  # noqa: PLC0415 - loaded by the commands that check

    def progress(looked: "Iterable[Looked]", count: int) -> "Iterable[Looked]":
        if count < _WORTH_A_BAR:
            return looked
        return _with_bar(looked, count)

    return Context(dossier, progress)


_WORTH_A_BAR = 300


def _with_bar(looked: "Iterable[Looked]", count: int) -> "Iterator[Looked]":
    import sys  # noqa: PLC0415 - only for its stderr

    with click.progressbar(looked, count, "Looking quotations up", file=sys.stderr) as bar:
        yield from bar
