"""`assay read`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import failing_clearly

if TYPE_CHECKING:
    from assay.sources import Profile


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--encoding", default="", help="Of the characters, such as cp1252, where the document does not tell.")
@click.option("--format", "format_", default="", help="Such as html, where the document does not tell.")
@click.option("--explain", is_flag=True, help="Say how the pages were found, and how to say otherwise.")
def command(file: Path, encoding: str, format_: str, *, explain: bool) -> None:
    """Show how a document is read: its format, its length, its pages, and how they are marked.

    A file of a dossier is shown as its profile in dossier.toml has it.

    \b
      assay read memoir.txt --explain
    """
    from assay.dossier.documents import bytes_of, read_document  # noqa: PLC0415 - `assay --help` stays instant
    from assay.sources import FORMATS, Profile  # noqa: PLC0415 - likewise

    profile = _listed(file) or Profile(file.name, encoding=encoding, format=format_)
    with failing_clearly():
        text = read_document(file, bytes_of(file), profile)
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
    for line in text.paging if explain else ():
        click.echo(line)


def _listed(file: Path) -> "Profile | None":
    """Return how the dossier around a file says that it is to be read."""
    from assay.dossier import find_dossier, open_dossier  # noqa: PLC0415 - likewise

    root = find_dossier(file.parent)
    with failing_clearly():
        listed = open_dossier(root).settings.profiles if root is not None else ()
    same = (known for known in listed if root is not None and (root / known.path).resolve() == file.resolve())
    return next(same, None)
