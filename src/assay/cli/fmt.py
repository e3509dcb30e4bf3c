"""`assay fmt`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, failing_clearly, opened


@click.command("fmt")
@DOSSIER
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where something would change.")
def command(dossier: Path | None, *, only_check: bool) -> None:
    """Lay the casebook out: indentation, spaces, blank lines. Words and comments are never changed.

    \b
      assay fmt trial
      assay fmt trial --check
    """
    from assay.casebook import format_text  # noqa: PLC0415 - `assay --help` stays instant
    from assay.casebook.edits import Edit  # noqa: PLC0415
    from assay.dossier.writing import file_change, write  # noqa: PLC0415
    from assay.model.location import Span  # noqa: PLC0415

    with failing_clearly():
        book = opened(dossier)
        laid_out = {path: format_text(text) for path, text in book.casebook_texts.items()}
        changed = [path for path, text in laid_out.items() if text != book.casebook_texts[path]]
        if not only_check:
            before = book.casebook_texts
            edits = {path: [Edit(path, Span(0, len(before[path])), laid_out[path])] for path in changed}
            write(book.root, "fmt", [file_change(path, before[path], edits[path]) for path in changed])
    for path in changed:
        click.echo(f"{'would lay out' if only_check else 'laid out'} {path}")
    if not changed:
        click.echo("Nothing to lay out.")
    raise click.exceptions.Exit(int(only_check and bool(changed)))
