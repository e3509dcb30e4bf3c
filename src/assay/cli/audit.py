"""`assay audit`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly, is_dossier, opened, paint, tell_what_is_missing
from assay.cli.reading import fitted

if TYPE_CHECKING:
    from assay.audit.reading import Document
    from assay.audit.rows import AuditRow


@click.command("audit")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--against",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A document that the manuscript quotes; give it once for each.",
)
@click.argument("more", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format", "format_", type=click.Choice(("text", "json", "html")), default="text", help="For people, or programs."
)
@click.option("--language", default="en", show_default=True, help="The sources' language, such as en, de, fr or ru.")
@click.option("--full", is_flag=True, help="Show faithful quotations, too.")
def command(  # noqa: PLR0913 - one for each option
    path: Path, sources: tuple[Path, ...], more: tuple[Path, ...], format_: str, language: str, *, full: bool
) -> None:
    """Grade every quotation of a manuscript against its sources, or of a dossier against what is in hand.

    Each is exact, orthographic (a scanner's, printer's or typist's differences), elided, interpolated, silently-elided,
    altered, stitched, on the wrong-page, or absent; docs/method.md says what each means. Footnotes such as (p. 17),
    (Name 1937, p. 17), [^1] and numbered notes below a heading are read. Scare quotes and titles are passed over.

    Exits 0 where nothing is wrong; 1 where a quotation is altered, stitched, absent or on the wrong page (in a dossier,
    an absent one counts where its source is cited); 2 where it cannot run.

    \b
      assay audit chapter.txt --against minutes.txt memoir.txt
      assay audit chapter.txt --against minutes.txt --format html > report.html
      assay audit trial --format json
    """
    if is_dossier(path):
        if sources or more:
            fail("a dossier's own documents are its sources", "leave --against out, or name a document")
        rows, passed_over, beside = _dossier(path)
    elif path.is_dir():
        fail(f"{path} is no dossier", "name a dossier, or a document and its sources: --against SOURCE")
    else:
        if not sources:
            fail("a manuscript is audited against its sources", "name them: --against SOURCE")
        rows, passed_over, beside = _manuscript(path, [*sources, *more], language)
    if is_dossier(path) and format_ != "json" and not full:
        rows = [row for row in rows if row.source is not None or row.cited]  # what quotes no work in hand is counted
    _show(rows, path.name, passed_over, format_, full=full)
    if beside and format_ == "text":
        click.echo(beside)
    raise click.exceptions.Exit(
        int(any(row.is_fault and (row.kind != "absent" or not is_dossier(path) or row.cited) for row in rows))
    )


def _show(rows: "Sequence[AuditRow]", title: str, passed_over: int, format_: str, *, full: bool) -> None:
    from assay.report.audit_html import audit_html  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report.audit_json import audit_line  # noqa: PLC0415
    from assay.report.audit_text import audit_lines, audit_summary  # noqa: PLC0415
    from assay.report.invisible import visible  # noqa: PLC0415

    if format_ == "html":
        click.echo(audit_html(rows, title, passed_over), nl=False)
    elif format_ == "json":
        for row in rows:
            click.echo(audit_line(row))
    else:
        for line in audit_lines(rows, full=full, paint=paint):
            click.echo(fitted(visible(line)))
        click.echo(fitted(audit_summary(rows, passed_over)))


def _manuscript(path: Path, sources: Sequence[Path], language: str) -> "tuple[list[AuditRow], int, str]":
    from assay.audit.manuscript import audit_manuscript, candidate  # noqa: PLC0415
    from assay.audit.quotations import quotations  # noqa: PLC0415

    manuscript = _read(path)
    candidates = [candidate(source.name, _read(source).text, language) for source in sources]
    found = quotations(manuscript.text)
    return list(audit_manuscript(manuscript, found.found, candidates)), found.passed_over, ""


def _read(path: Path) -> "Document":
    from assay.audit.reading import read  # noqa: PLC0415

    with failing_clearly():
        document = read(path)
    if not any(letter.isalnum() for letter in document.text.body):
        fail(f"{path.name} has no words", "nothing can be compared with it; leave it out")
    return document


def _dossier(path: Path) -> "tuple[list[AuditRow], int, str]":
    from assay.audit.dossier import audit_dossier  # noqa: PLC0415
    from assay.dossier.documents import as_written  # noqa: PLC0415

    with failing_clearly():
        book = opened(path)
        tell_what_is_missing(book)
        raws = {name: as_written(text, (book.root / name).read_bytes()) for name, text in book.texts.items()}
        audit = audit_dossier(book, raws)
    beside = (
        f"{audit.unmatched} are in no other work in hand; {audit.too_few} had too few words to be looked for without a "
        "citation."
    )
    return list(audit.rows), audit.passed_over, beside
