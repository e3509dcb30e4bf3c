"""`assay examine`."""

import shutil
import sys
import textwrap
from pathlib import Path

import click
from msgspec import structs

from assay.cli.common import DOSSIER, fail, failing_clearly, looking_up, opened, paint
from assay.cli.reading import fitted
from assay.model.diagnostics import Severity
from assay.model.findings import Findings

_WIDEST = 120


@click.command("examine")
@DOSSIER
@click.option(
    "--without",
    multiple=True,
    metavar="STRIKE",
    help="Leave something out: a name, #label, 'under torture', 'about THEME', 'setting court'. Repeatable.",
)
@click.option("--claim", "only", multiple=True, metavar="CLAIM", help="Show only this claim. Repeatable.")
@click.option("--full", is_flag=True, help="Show quotations in full length.")
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", help="For people, or programs."
)
def command(dossier: Path | None, without: tuple[str, ...], only: tuple[str, ...], format_: str, *, full: bool) -> None:
    """Say what stands, what falls, and why, with the words and pages on both sides.

    What the words mean (root, tainted, contradicted ...) is in docs/method.md.

    \b
      assay examine trial
      assay examine trial --claim meeting-bristol
      assay examine trial --without 'under interrogation' --without orlov
    """
    from assay.check import check  # noqa: PLC0415
    from assay.examine import UnknownSelectorError, examine  # noqa: PLC0415
    from assay.model.guessing import did_you_mean  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report.findings_json import to_json  # noqa: PLC0415
    from assay.report.findings_text import FindingsText  # noqa: PLC0415
    from assay.report.legend import legend  # noqa: PLC0415
    from assay.report.soundness import Soundness  # noqa: PLC0415

    with failing_clearly():
        book = opened(dossier)
        for claim in only:
            if claim not in book.case.claims:
                fail(f"there is no claim {claim}", did_you_mean(claim, book.case.claims))
        try:
            findings = examine(book.compared, without)
        except UnknownSelectorError as error:
            fail(str(error), error.help)
        context = looking_up(book)
        errors = sum(found.severity is Severity.ERROR for found in check(context))
        soundness = Soundness(context.unverified, errors)
    if format_ == "json":
        click.echo(to_json(book.title, _only(findings, only), soundness))
        return
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST) if sys.stdout.isatty() else 100
    text = FindingsText(findings, soundness, width=width, full=full, paint=paint)
    for line in text.lines(book.title, only):
        click.echo(fitted(line))
    if meanings := legend(_only(findings, only).claims):
        click.echo()
        for line in textwrap.wrap(meanings, width):
            click.echo(paint(line, "faint"))


def _only(findings: Findings, only: tuple[str, ...]) -> Findings:
    """Leave out the claims that were not asked for."""
    if not only:
        return findings
    return structs.replace(
        findings,
        claims=tuple(claim for claim in findings.claims if claim.id in only),
        clashes=tuple(clash for clash in findings.clashes if set(clash.members) & set(only)),
    )
