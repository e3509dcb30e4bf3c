"""`assay rename`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly, opened


@click.command("rename")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] ID NEW")
def command(words: tuple[str, ...]) -> None:
    """Rename whatever has an id, everywhere it is named.

    \b
      assay rename trial piatakov pyatakov
      assay rename piatakov pyatakov   in the dossier around this folder
    """
    from assay.dossier.making import rename  # noqa: PLC0415 - `assay --help` stays instant

    if len(words) not in (2, 3):
        fail("which id, and what shall it be?", "assay rename [DOSSIER] ID NEW")
    named = Path(words[0]) if len(words) == 3 else None  # noqa: PLR2004 - DOSSIER ID NEW
    old, new = (word.removeprefix("#") for word in words[-2:])
    with failing_clearly():
        book = opened(named)
        places, files = rename(book, old, new)
    plural = "places" if places != 1 else "place"
    click.echo(
        f"Renamed {old} to {new} in {places} {plural} of {files} file{'s' * (files != 1)}. assay undo takes it back."
    )
