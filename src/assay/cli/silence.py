"""`assay silence`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, paint
from assay.cli.reading import FORMAT, FULL, WITHOUT, left, sound, width


@click.command("silence")
@DOSSIER
@WITHOUT
@FULL
@FORMAT
def command(dossier: Path | None, without: tuple[str, ...], format_: str, *, full: bool) -> None:
    """Show who says nothing of what: recorded omissions, candidates, and searches that found nothing.

    A candidate speaks of a matter at length in a work that is here whole, was in a position to know a claim of it, and
    is not recorded to speak of that. Candidates count for nothing; docs/method.md has the rules.

    \b
      assay silence trial
      assay silence trial --without orlov
      assay silence trial --format json
    """
    from assay.examine.silence import silences  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report.layout import Layout  # noqa: PLC0415
    from assay.report.silence_json import silence_json  # noqa: PLC0415
    from assay.report.silence_text import shown_in, silence_lines  # noqa: PLC0415

    book, case = left(dossier, without)
    found, soundness = silences(case), sound(book)
    if format_ == "json":
        click.echo(silence_json(book.title, found, soundness))
        return
    layout = Layout(case, width=width(), full=full, paint=paint, unverified=soundness.unverified)
    for line in layout.warnings(soundness.errors, frozenset(one.statement for one in shown_in(found))):
        click.echo(line)
    for line in silence_lines(found, layout):
        click.echo(line)
