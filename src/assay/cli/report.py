"""`assay report`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import DOSSIER, fail, failing_clearly, opened

if TYPE_CHECKING:
    from assay.pages.export import Report, ReportError


@click.command("report")
@DOSSIER
@click.option(
    "--html",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to write: a new one, or that of an earlier report.  [default: DOSSIER-report, beside it]",
)
@click.option("--redact", multiple=True, metavar="PERSON", help="Withhold every name of somebody. Repeatable.")
@click.option("--whole", is_flag=True, help="Every page of the works, not only those that are cited.")
def command(dossier: Path | None, folder: Path | None, redact: tuple[str, ...], *, whole: bool) -> None:
    """Write a report: claims, routes, scenarios and the cited pages, as files for any browser.

    Every citation is looked up first; where one does not stand, nothing is written, and its place is named. With
    --redact the citations are looked up, then every name and alias of that person is blanked, surname alone and inside
    other words, in texts, titles, ids and file names, and the finished files are searched: where a name remains,
    nothing is written. Who else could be recognised, and by what, nobody but a reader can say: read it first.

    The files need neither a server nor a script. Exits 0 where it was written, 1 where a citation does not stand or a
    name remains, 2 where it cannot run.

    \b
      assay report trial               into trial-report
      assay report trial --html out
      assay report trial --html out --redact clara
    """
    from assay.dossier.naming import called  # noqa: PLC0415 - `assay --help` stays instant
    from assay.library.index import QueryError  # noqa: PLC0415 - likewise
    from assay.pages.export import ReportError, build, write_report  # noqa: PLC0415

    with failing_clearly():
        book = opened(dossier)
        folder = folder or book.root.parent / f"{book.root.resolve().name}-report"
        try:
            persons = [id_ for name in redact for id_ in called(name, book)]
        except QueryError as error:
            fail(str(error), error.help)
        try:
            report = build(book, persons, whole=whole)
        except ReportError as error:
            _refuse(error)
            raise click.exceptions.Exit(1 if error.places else 2) from None
        try:
            write_report(report, folder)
        except ReportError as error:
            _refuse(error)
            raise click.exceptions.Exit(2) from None
    click.echo(_said(report, folder))


def _refuse(error: "ReportError") -> None:
    click.echo(f"assay: {error}", err=True)
    for place in error.places:
        click.echo(f"  {place}", err=True)
    if error.help:
        click.echo(f"  {error.help}", err=True)


def _said(report: "Report", folder: Path) -> str:
    """Say what was written, and how far it was looked up."""
    stand = f"{report.verified} citation{'s' * (report.verified != 1)} stand{'s' * (report.verified == 1)}"
    absent = f"; {report.not_in_hand} of works that are not in hand cannot be looked up" if report.not_in_hand else ""
    lines = [f"{folder / 'index.html'}: {len(report.files) - 1} pages; {stand} as cited{absent}.", *report.notices]
    return "\n".join(lines)
