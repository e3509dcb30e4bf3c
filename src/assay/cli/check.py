"""`assay check`."""

from pathlib import Path

import click

from assay.cli.common import DOSSIER, failing_clearly, looking_up, opened, paint
from assay.cli.reading import fitted
from assay.model.diagnostics import Diagnostic, Severity

FORMATS = ("text", "json", "sarif", "github")


@click.command("check")
@DOSSIER
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", help="For people, or for which program."
)
@click.option("--drafts", is_flag=True, help="Proposals of assay draft too, as if they were kept.")
def command(dossier: Path | None, format_: str, *, drafts: bool) -> None:
    """Check the casebook, and look every quotation up on its page.

    Exits 0 where nothing is wrong, 1 with findings (notes do not count), 2 where it cannot run.

    \b
      assay check trial
      assay check trial --format github
      assay check trial --drafts
      assay explain Q004               what a finding means
    """
    from assay.check import all_rules, check  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report import diagnostics as report  # noqa: PLC0415

    with failing_clearly():
        book = opened(dossier).with_drafts() if drafts else opened(dossier)
        context = looking_up(book)
        lines = {**book.casebook.lines, "dossier.toml": book.settings.lines}
        found = check(context)
    match format_:
        case "json":
            click.echo(report.to_json(found))
        case "sarif":
            click.echo(report.to_sarif(found, all_rules()))
        case "github":
            for line in report.to_github(found, book.root.as_posix()):
                click.echo(line)
        case _:
            for line in report.to_text(found, lines, paint):
                click.echo(line)
            looked_up = [looked for looked in context.quotations if looked.verdict is not None]
            works = {looked.cite.source for looked in looked_up}
            click.echo(fitted(report.summary(found, len(looked_up), len(works))))
    raise click.exceptions.Exit(int(_fails(found)))


def _fails(found: tuple[Diagnostic, ...]) -> bool:
    return any(one.severity is not Severity.NOTE for one in found)
