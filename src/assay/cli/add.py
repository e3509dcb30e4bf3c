"""`assay add`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from assay.cli.common import fail, failing_clearly, is_dossier, opened
from assay.dossier import ChangedUnderneathError, Dossier, find_dossier

_T = TypeVar("_T")
_TURNS = 20


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="[DOSSIER] FILE...", type=click.Path(path_type=Path))
@click.option("--encoding", default="", help="Of the characters, such as cp1252, where the document does not tell.")
@click.option("--format", "format_", default="", help="Such as html, where the document does not tell.")
@click.option("--again", is_flag=True, help="Hash files that are in the dossier already anew.")
def command(paths: tuple[Path, ...], encoding: str, format_: str, *, again: bool) -> None:
    """Put documents into a dossier: copied to sources/, hashed, and given an entry in the casebook.

    The document itself is never changed. What can be read: plain text, Markdown, HTML, TEI XML, PDF, DOCX, EPUB, and
    scans as ALTO XML or hOCR. Its format is told by what is in it, its encoding by what it says.

    \b
      assay add trial memoir.txt letters.pdf
      assay add memoir.txt             in the dossier around this folder
    """
    from assay.dossier.making import add_file, hash_again  # noqa: PLC0415 - `assay --help` stays instant
    from assay.sources import FORMATS  # noqa: PLC0415 - likewise

    named = paths[0] if is_dossier(paths[0]) else None
    files = paths[1:] if named is not None else paths
    if named is None and find_dossier(Path()) is None:
        first = paths[0]
        if first.is_dir():
            fail(f"{first} is no dossier: it has no dossier.toml", f"make it one: assay new {first}")
        if len(paths) > 1 and not first.exists():
            fail(f"there is no dossier {first}", f"make it: assay new {first}")
    if not files:
        fail("which documents?", f"assay add {paths[0]} FILE...")
    with failing_clearly():
        for file in files:
            if again:
                hashed = _in_turn(partial(hash_again, file=file), named)
                click.echo(f"Hashed {hashed} anew. assay check looks its quotations up again.")
                continue
            added = _in_turn(partial(add_file, file=file, encoding=encoding, format_=format_), named)
            found = [FORMATS[added.format], added.encoding, f"{added.characters} characters"]
            found += [f"{added.pages} pages"] if added.pages else []
            click.echo(f"Added {added.path} as source {added.id} ({', '.join(filter(None, found))}).")
            for notice in added.notices:
                click.echo(f"  {notice}")
            click.echo(f"  Its entry is in {added.casebook}: fill in its title and by whom it is.")


def _in_turn(change: Callable[[Dossier], _T], named: Path | None) -> _T:
    """Make a change; where another assay was quicker, read the dossier anew and make it then."""
    for _ in range(_TURNS):
        try:
            return change(opened(named))
        except ChangedUnderneathError:
            continue
    return change(opened(named))
