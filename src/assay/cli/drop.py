"""`assay drop`."""

from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly, opened


@click.command("drop")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("labels", nargs=-1, required=True)
@click.option("--because", help="Why these are not wanted; kept beside them.")
def command(dossier: Path, labels: tuple[str, ...], because: str | None) -> None:
    """Take proposals of `assay draft` away, so that they are not made again.

    What was dropped, and why, stands in casebook/drafts/decided.case; take a line out of it to have the proposal again.

    \b
      assay drop trial berg+lind --because "the other Lind, of Malmö"
    """
    from assay.draft.deciding import drop  # noqa: PLC0415 - `assay --help` stays instant

    if not (because or "").strip():
        fail("why are they not wanted?", f'assay drop {dossier} {" ".join(labels)} --because "a ship, no person"')
    with failing_clearly():
        dropped = drop(opened(dossier), labels, because or "")
    for key in dropped:
        click.echo(f"Dropped {key}.")
