"""`assay keep`."""

import click

from assay.cli.common import failing_clearly, opened, parted


@click.command("keep")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] LABEL...")
@click.option("--with-needed", is_flag=True, help="Keep also what these need: persons, places, claims.")
def command(words: tuple[str, ...], *, with_needed: bool) -> None:
    """Move proposals of `assay draft` into the casebook.

    What a proposal names must be in the casebook already. The entry goes to the file that has most entries of its kind;
    one that extends another goes behind it. Its line `proposed:` stays, and says that a program wrote it first.

    \b
      assay keep trial berg
      assay keep trial berg+lind               another name of berg's
      assay keep trial berg-p-12 --with-needed
      assay keep berg                          in the dossier around this folder
    """
    from assay.draft.deciding import keep  # noqa: PLC0415 - `assay --help` stays instant

    dossier, labels = parted(words, "which proposals?", f"assay keep {words[0]} LABEL...")
    with failing_clearly():
        kept = keep(opened(dossier), labels, with_needed=with_needed)
    for one in kept:
        click.echo(f"Kept {one.key}, in {one.file}.")
