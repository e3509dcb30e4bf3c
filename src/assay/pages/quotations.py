"""Quotations beside their sources: how faithful each is, with the words marked that only one of the two has."""

from typing import TYPE_CHECKING

from msgspec import Struct

from assay.audit.rows import AuditRow, in_words
from assay.pages.found import Found, found
from assay.pages.leaves import leaf_at
from assay.report.audit_text import audit_details
from assay.report.side_by_side import Part, side_by_side

if TYPE_CHECKING:
    from assay.dossier import Dossier


class QuotationRow(Struct, frozen=True):
    """A quotation: where it stands, its kind, both sides, and what has to be said of it."""

    where: str
    kind: str
    is_fault: bool
    file: str
    line: int
    """The line of the casebook in which it stands; 0 for one of a document."""
    quoted: tuple[Part, ...]
    source: str
    source_title: str
    source_page: str
    source_leaf: str
    original: tuple[Part, ...]
    details: tuple[str, ...]


class Quotations(Struct, frozen=True):
    """The casebook's citations, and with `documents` the quotations of the documents too; faults first."""

    title: str
    documents: bool
    rows: tuple[QuotationRow, ...]
    faithful: int
    unmatched: int
    """Quotations of documents that are in no other work in hand."""


def quotations(dossier: "Dossier", *, documents: bool = False) -> Quotations:
    """Grade quotations. Those of the documents take seconds for a book."""
    from assay.audit.dossier import audit_dossier, citations  # noqa: PLC0415 - beside its use
    from assay.dossier.documents import as_written  # noqa: PLC0415 - likewise

    known = found(dossier)
    if documents:
        raws = {name: as_written(text, (dossier.root / name).read_bytes()) for name, text in dossier.texts.items()}
        audit = audit_dossier(dossier, raws)
        found_rows, unmatched = list(audit.rows), audit.unmatched
    else:
        found_rows, unmatched = list(citations(known.context)), 0
    shown = [row for row in found_rows if row.source is not None or row.cited]
    shown.sort(key=lambda row: (not row.is_fault, row.kind in ("exact", "orthographic")))
    return Quotations(
        dossier.title, documents, tuple(_row(dossier, known, row) for row in shown),
        sum(not row.is_fault for row in shown), unmatched,
    )  # fmt: skip


def _row(dossier: "Dossier", known: Found, row: AuditRow) -> QuotationRow:
    ours, theirs = side_by_side(row.text, row.source_text)
    text = dossier.casebook.texts.get(row.file)
    place = f", {in_words(row.page)}" if row.page else ""
    return QuotationRow(
        where=row.cited or f"{row.work or row.file}{place}",
        kind=row.kind,
        is_fault=row.is_fault,
        file=row.file,
        line=_entry_line(dossier, row.file, text.count("\n", 0, row.start) + 1) if text is not None else 0,
        quoted=ours,
        source=row.source or "",
        source_title=dossier.case.called(row.source) if row.source else "",
        source_page=in_words(row.source_page) if row.source_page else "",
        source_leaf=_leaf(dossier, known, row),
        original=theirs,
        details=tuple(
            said for said in tuple(audit_details(row))[1 if row.source else 0 :] if said != f"cited: {row.cited}"
        ),
    )


def _entry_line(dossier: "Dossier", file: str, line: int) -> int:
    """Return the line on which the entry begins in which another line stands."""
    return max(
        (spot.line for spot, _ in dossier.casebook.entries if spot.file == file and spot.line <= line), default=0
    )


def _leaf(dossier: "Dossier", known: Found, row: AuditRow) -> str:
    volume = dossier.library.volume(row.source) if row.source else None
    if volume is None or row.source_start is None:
        return ""
    turned = known.leaves(volume)
    number = leaf_at(turned, volume.text.in_body(row.source_start))
    return "" if number is None else turned[number].key
