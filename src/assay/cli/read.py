"""`assay read`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly


@click.command("read")
@click.argument("path", metavar="DOSSIER|FILE", type=click.Path(path_type=Path, exists=True))
@click.option("--encoding", default="utf-8", show_default=True, help="The characters' encoding, such as cp1252.")
@click.option("--explain", is_flag=True, help="Say how the pages were found, and how to say otherwise.")
@click.option("--parse/--rough", default=None, help="Of a dossier: parse its sentences, to find who speaks, or do not.")
def command(path: Path, encoding: str, *, explain: bool, parse: bool | None) -> None:
    """Read a dossier's documents into its index, or show how one plain-text document is read.

    The index is what `assay search` looks words up in; it lies in .assay/ and can be deleted at will. Only what has
    changed is read. It can be interrupted at any moment, and goes on from there. With the extra [nlp], --parse finds
    more speakers, at some minutes for a book; it holds until --rough. Of a single document its length, its
    pages, and how they are marked are shown; a file of a dossier is shown as its profile in dossier.toml has it.

    \b
      assay read trial
      assay read memoir.txt --explain
    """
    if path.is_dir():
        from assay.cli.indexing import read_dossier  # noqa: PLC0415 - `assay --help` stays instant

        if explain:
            fail("--explain is for one document", f"name it: assay read {path / 'sources'}/… --explain")
        read_dossier(path, parse=parse)
    else:
        _show(path, encoding, explain=explain)


def _show(file: Path, encoding: str, *, explain: bool) -> None:
    """Show how one document is read."""
    from assay.dossier import find_dossier, open_dossier  # noqa: PLC0415 - `assay --help` stays instant
    from assay.sources import (  # noqa: PLC0415
        Profile,
        ProfileError,
        UndecodableError,
        decode,
        explained,
        guess_page_marks,
        read_plain,
    )

    profile = Profile(file.name, encoding=encoding)
    root = find_dossier(file.parent)
    with failing_clearly():
        listed = open_dossier(root).settings.profiles if root is not None else ()
    for known in listed:
        if root is not None and (root / known.path).resolve() == file.resolve():
            profile = known
    try:
        raw = decode(file.read_bytes(), profile.encoding)
        text = read_plain(raw, profile)
    except (UndecodableError, ProfileError) as error:
        fail(f"{file.name}: {error}", "say how it is encoded: --encoding cp1252")
    click.echo(f"{file.name}: {len(raw)} characters in {profile.encoding}, {len(text.pages)} pages marked.")
    for section in text.sections:
        click.echo(f"  section {section.number}: {section.title}")
    labels = [" / ".join(map(str, page.labels)) for page in text.pages]
    if labels:
        click.echo(f"  from {labels[0]} to {labels[-1]}")
    if explain and profile.page:
        click.echo(f"Page marks are those that dossier.toml describes: {profile.page}")
    elif explain:
        for line in explained(guess_page_marks(raw)):
            click.echo(line)
