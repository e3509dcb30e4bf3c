"""`assay add`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly, is_dossier, opened
from assay.dossier import find_dossier


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
            book = opened(named)
            if again:
                click.echo(f"Hashed {hash_again(book, file)} anew. assay check looks its quotations up again.")
                continue
            added = add_file(book, file, encoding, format_)
            found = [FORMATS[added.format], added.encoding, f"{added.characters} characters"]
            found += [f"{added.pages} pages"] if added.pages else []
            click.echo(f"Added {added.path} as source {added.id} ({', '.join(filter(None, found))}).")
            for notice in added.notices:
                click.echo(f"  {notice}")
            click.echo(f"  Its entry is in {added.casebook}: fill in its title and by whom it is.")
