"""`assay drop`."""

import click

from assay.cli.common import fail, failing_clearly, opened, parted


@click.command("drop")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] LABEL...")
@click.option("--because", help="Why these are not wanted; kept beside them.")
def command(words: tuple[str, ...], because: str | None) -> None:
    """Take proposals of `assay draft` away, so that they are not made again.

    What was dropped, and why, stands in casebook/drafts/decided.case; take a line out of it to have the proposal again.

    \b
      assay drop trial berg+lind --because "the other Lind, of Malmö"
      assay drop berg+lind --because "..."     in the dossier around this folder
    """
    from assay.draft.deciding import drop  # noqa: PLC0415 - `assay --help` stays instant

    dossier, labels = parted(words, "which proposals?", f"assay drop {words[0]} LABEL... --because WHY")
    if not (because or "").strip():
        fail("why are they not wanted?", f'assay drop {" ".join(words)} --because "a ship, no person"')
    with failing_clearly():
        dropped = drop(opened(dossier), labels, because or "")
    for key in dropped:
        click.echo(f"Dropped {key}.")
