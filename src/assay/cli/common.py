"""What commands share: finding the dossier, failing clearly, colour, progress."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from assay.dossier import Dossier, DossierError, find_dossier, open_dossier
from assay.report.paint import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assay.check import Context, Looked
    from assay.voices import Grammar
    from assay.voices.grammar import Sentence

_FEW = 200  # paragraphs, below which no bar is shown
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


def parted(words: tuple[str, ...], lacking: str, help_: str) -> tuple[Path | None, tuple[str, ...]]:
    """Part a command's words into the dossier, where the first names it, and the rest; None is the one around here."""
    first = Path(words[0])
    if not is_dossier(first) and find_dossier(Path()) is not None:
        return None, words
    if not first.exists():
        fail(f"there is no dossier {first}", f"name one first, or go into one; to make it: assay new {first}")
    if len(words) == 1:
        fail(lacking, help_)
    return first, words[1:]


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


def tell_what_is_missing(dossier: Dossier) -> None:
    """Say on stderr which documents cannot be read, where a command goes on without them."""
    for problem in dossier.problems:
        if problem.sort == "unreadable":
            click.echo(f"{paint('note', 'note')}: {problem.path} {problem.message}; it is left out", err=True)


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


@contextlib.contextmanager
def or_fail(known: type[Exception]) -> Iterator[None]:
    """Turn a known failure that says what to type into a message and exit 2."""
    try:
        yield
    except known as error:
        fail(str(error), getattr(error, "help", ""))


def watched(grammar: "Grammar") -> "Grammar":
    """Show a bar while sentences are parsed, which takes seconds for a book; on a terminal only."""
    from msgspec import structs  # noqa: PLC0415 - with the commands that need it

    from assay.voices.english import PipelineError  # noqa: PLC0415 - likewise

    def parse(texts: "Sequence[str]") -> "Iterator[tuple[Sentence, ...]]":
        hidden = len(texts) < _FEW or not sys.stderr.isatty()
        with (
            or_fail(PipelineError),
            click.progressbar(
                grammar.parse(texts), length=len(texts), label="Reading sentences", file=sys.stderr, hidden=hidden
            ) as bar,
        ):
            yield from bar

    return structs.replace(grammar, parse=parse)
