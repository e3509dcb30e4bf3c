"""`assay search`."""

import shutil
import sqlite3
import sys
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly, opened, paint, parted

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.model.search import Found

_WIDEST = 100


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] WORDS...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The most hits to show.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    help="For people, or programs: JSON, one line to a hit.",
)
def command(words: tuple[str, ...], limit: int, format_: str) -> None:
    """Find words in a dossier's documents, with their work and page, and who speaks.

    All of the words are looked for, in the same paragraph; capitals and accents do not matter. OR, AND, NOT and
    brackets do what they say. What has changed since the dossier was last read is read first.

    Filters: said-by:PERSON finds words that quotation marks give to that person (by itself, all of them), in:WORK those
    of a work, page:17 or page:10-20 those on its pages.

    Exits 0 where something is found, 1 where nothing is, 2 where it cannot run.

    \b
      assay search trial 'confess*'
      assay search trial '"the whole village"' page:2-3
      assay search trial terror NOT terrorist said-by:radek
      assay search trial said-by:radek in:memoir
      assay search trial 'mill said-by:"Anna Berg"' --format json
    """
    from assay.cli.indexing import bring_up_to_date, stopping_clearly, tell  # noqa: PLC0415 - `assay --help` is instant
    from assay.dossier.indexing import use_index  # noqa: PLC0415 - likewise
    from assay.dossier.naming import resolved  # noqa: PLC0415
    from assay.library.index import QueryError, parse_query, search  # noqa: PLC0415

    dossier, words = parted(words, "which words?", f"assay search {words[0]} WORDS...")
    with failing_clearly(), stopping_clearly():
        book = opened(dossier)
        try:
            sought = resolved(parse_query(" ".join(words)), book)
        except QueryError as error:
            fail(str(error), error.help)

        def look(index: sqlite3.Connection) -> "Found":
            bring_up_to_date(book, index, "reading what is new in the dossier ...")
            return search(index, sought, limit)

        found = use_index(book, look, tell)
    _show(found, book, format_)
    raise click.exceptions.Exit(0 if found.hits else 1)


def _show(found: "Found", book: "Dossier", format_: str) -> None:
    from assay.report.hits_json import hit_rows, to_line  # noqa: PLC0415 - likewise
    from assay.report.hits_text import hit_lines  # noqa: PLC0415

    if format_ == "json":
        for row in hit_rows(found.hits, book):
            click.echo(to_line(row))
        if found.further:
            many = f"{'' if found.exact else 'more than '}{found.further}"
            click.echo(f"assay: {many} further hits; --limit shows more", err=True)
        return
    is_terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST) if is_terminal else _WIDEST
    for line in hit_lines(found, book, width, paint, brackets=not is_terminal or not _has_bold()):
        click.echo(line)


def _has_bold() -> bool:
    import os  # noqa: PLC0415

    return not os.environ.get("NO_COLOR")
