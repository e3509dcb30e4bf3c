"""`assay undo`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, fail, failing_clearly, root_of


@click.command("undo")
@DOSSIER
def command(dossier: Path | None) -> None:
    """Take back the latest change that assay made to the dossier's own files.

    Refused where a file was changed since by other means. Sources are never changed, so there is nothing of them to
    undo.

    \b
      assay undo trial
    """
    from assay.dossier.settings import read_settings  # noqa: PLC0415 - `assay --help` stays instant
    from assay.dossier.writing import undo  # noqa: PLC0415

    with failing_clearly():
        root = root_of(dossier)
        read_settings(root)
        taken_back = undo(root)
    if taken_back is None:
        fail("assay has changed nothing here that could be undone")
    click.echo(f"Taken back: {taken_back}.")
