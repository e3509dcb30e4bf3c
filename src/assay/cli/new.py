"""`assay new`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the investigation is about.")
@click.option("--language", default="en", show_default=True, help="The language of the documents, as a code.")
def command(folder: Path, title: str, language: str) -> None:
    """Make a new dossier in FOLDER.

    \b
      assay new trial --title "Who set fire to the mill?"
    """
    from assay.dossier.making import make_dossier  # noqa: PLC0415 - `assay --help` stays instant

    if not folder.parts:
        fail("which folder?", "assay new FOLDER")
    if folder.is_file():
        fail(f"{folder} is a file", "name a folder")
    with failing_clearly():
        make_dossier(folder, title or folder.resolve().name, language)
    click.echo(f"{folder} is a dossier now. Next:")
    click.echo(f"  assay add {folder} DOCUMENT     put a document into it")
    click.echo(f"  edit {folder}/casebook/case.case   record who says what, where")
    click.echo(f"  assay check {folder}")
