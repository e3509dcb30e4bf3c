"""What the commands share that read something out of a casebook: what is left out, the form, how sound it is."""

import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly, looking_up, opened

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.model.case import Case
    from assay.report.soundness import Soundness

_WIDEST = 120
WITHOUT = click.option(
    "--without",
    multiple=True,
    metavar="STRIKE",
    help="Leave something out: a name, #label, 'under torture', 'about THEME', 'setting court'. Repeatable.",
)
FULL = click.option("--full", is_flag=True, help="Show quotations in full length.")
FORMAT = click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", help="For people, or programs."
)


def left(path: Path | None, without: tuple[str, ...]) -> "tuple[Dossier, Case]":
    """Open a dossier, and return its case without what is struck."""
    from assay.examine import UnknownSelectorError, strike  # noqa: PLC0415 - `assay --help` stays instant

    with failing_clearly():
        book = opened(path)
        try:
            return book, strike(book.compared, without)
        except UnknownSelectorError as error:
            fail(str(error), error.help)


def sound(book: "Dossier") -> "Soundness":
    """Say how far the casebook can be relied on."""
    from assay.check import check  # noqa: PLC0415
    from assay.model.diagnostics import Severity  # noqa: PLC0415
    from assay.report.soundness import Soundness  # noqa: PLC0415

    with failing_clearly():
        context = looking_up(book)
        errors = sum(found.severity is Severity.ERROR for found in check(context))
        return Soundness(context.unverified, errors)


def fitted(line: str) -> str:
    """Break a line that is wider than the terminal, the rest a little further in; elsewhere it stays one line."""
    most = width()
    if not sys.stdout.isatty() or len(click.unstyle(line)) <= most:
        return line
    lead = " " * (len(line) - len(line.lstrip(" ")))
    rest = textwrap.wrap(
        line.lstrip(" "), most, initial_indent=lead, subsequent_indent=f"{lead}  ", break_long_words=False
    )
    return "\n".join(rest)


def width() -> int:
    """Return how wide lines may be: the terminal's width, within reason."""
    return min(shutil.get_terminal_size((100, 24)).columns, _WIDEST) if sys.stdout.isatty() else 100
