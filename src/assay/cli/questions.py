"""`assay questions`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, paint
from assay.cli.reading import FORMAT, FULL, WITHOUT, left, sound, width


@click.command("questions")
@DOSSIER
@WITHOUT
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The most questions to show.")
@FULL
@FORMAT
def command(dossier: Path | None, without: tuple[str, ...], limit: int, format_: str, *, full: bool) -> None:
    """Show what would decide: the missing facts that would change where a claim stands, as questions.

    What every answer would change is found by examining the casebook with it. Those come first that would change most
    claims. JSON has all of them.

    \b
      assay questions trial
      assay questions trial --limit 5
      assay questions trial --without 'under torture' --format json
    """
    from assay.examine.questions import what_would_decide  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report.layout import Layout  # noqa: PLC0415
    from assay.report.questions_json import questions_json  # noqa: PLC0415
    from assay.report.questions_text import question_lines, shown_in  # noqa: PLC0415

    book, case = left(dossier, without)
    found, soundness = what_would_decide(book.compared, without), sound(book)
    if format_ == "json":
        click.echo(questions_json(book.title, found, soundness))
        return
    layout = Layout(case, width=width(), full=full, paint=paint, unverified=soundness.unverified)
    for line in layout.warnings(soundness.errors, frozenset(one.statement for one in shown_in(found))):
        click.echo(line)
    for line in question_lines(found, layout, limit):
        click.echo(line)
