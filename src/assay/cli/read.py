"""`assay read`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly

if TYPE_CHECKING:
    from assay.sources import Profile


@click.command("read")
@click.argument("path", metavar="DOSSIER|FILE", type=click.Path(path_type=Path, exists=True))
@click.option("--encoding", default="", help="Of the characters, such as cp1252, where the document does not tell.")
@click.option("--format", "format_", default="", help="Such as html, where the document does not tell.")
@click.option("--explain", is_flag=True, help="Say how pages, sections and notes were told, and how to say otherwise.")
@click.option("--parse/--rough", default=None, help="Of a dossier: parse its sentences, to find who speaks, or do not.")
def command(path: Path, encoding: str, format_: str, *, explain: bool, parse: bool | None) -> None:
    """Read a dossier's documents into its index, or show how one document is read.

    The index is what `assay search` looks words up in; it lies in .assay/ and can be deleted at will. Only what has
    changed is read. It can be interrupted at any moment, and goes on from there. With the extra [nlp], --parse finds
    more speakers, in half a minute for a book; it holds until --rough.

    Of a single document its format, its length, its pages, and how they are marked are shown; a file of a dossier is
    shown as its profile in dossier.toml has it.

    \b
      assay read trial
      assay read memoir.txt --explain
    """
    if not path.is_dir():
        _show(path, encoding, format_, explain=explain)
        return
    from assay.cli.indexing import read_dossier  # noqa: PLC0415 - `assay --help` stays instant

    if explain:
        fail("--explain is for one document", f"name it: assay read {path / 'sources'}/… --explain")
    read_dossier(path, parse=parse)


def _show(file: Path, encoding: str, format_: str, *, explain: bool) -> None:
    """Show how one document is read."""
    from assay.dossier.documents import as_written, bytes_of, read_document  # noqa: PLC0415 - `assay --help` stays instant
    from assay.sources import FORMATS, Profile, habits  # noqa: PLC0415 - likewise

    profile = _listed(file) or Profile(file.name, encoding=encoding, format=format_)
    with failing_clearly():
        data = bytes_of(file)
        text = read_document(file, data, profile)
    pages = f"{len(text.pages)} page{'s' * (len(text.pages) != 1)}"
    found = [FORMATS[text.format], text.encoding, f"{len(text.body)} characters", pages]
    click.echo(f"{file.name}: {', '.join(filter(None, found))}.")
    for section in text.sections:
        click.echo(f"  section {section.number}: {section.title}")
    labels = [" / ".join(map(str, page.labels)) for page in text.pages if page.labels]
    if labels:
        click.echo(f"  from {labels[0]} to {labels[-1]}")
    for notice in text.notices:
        click.echo(f"  {notice}")
    for line in (*text.paging, *habits(text, as_written(text, data) or "")) if explain else ():
        click.echo(line)


def _listed(file: Path) -> "Profile | None":
    """Return how the dossier around a file says that it is to be read."""
    from assay.dossier import find_dossier, open_dossier  # noqa: PLC0415 - likewise

    root = find_dossier(file.parent)
    with failing_clearly():
        listed = open_dossier(root).settings.profiles if root is not None else ()
    same = (known for known in listed if root is not None and (root / known.path).resolve() == file.resolve())
    return next(same, None)
