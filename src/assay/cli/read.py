"""`assay read`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--encoding", default="utf-8", show_default=True, help="The characters' encoding, such as cp1252.")
@click.option("--explain", is_flag=True, help="Say how the pages were found, and how to say otherwise.")
def command(file: Path, encoding: str, *, explain: bool) -> None:
    """Show how a plain-text document is read: its length, its pages, and how they are marked.

    A file of a dossier is shown as its profile in dossier.toml has it.

    \b
      assay read memoir.txt --explain
    """
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
