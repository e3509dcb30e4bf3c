"""Quotations of one original compared with each other: a shared alteration shows that one descends from the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from assay.audit.rows import AuditRow, Shared
from assay.quotation.fold import fold

FLAG = "shared-alteration"


def with_shared(rows: Sequence[AuditRow]) -> Iterator[AuditRow]:
    """Add to each quotation the others of the same words that have the same alteration, in other works."""
    by_change: dict[tuple[str, int, str, str], list[AuditRow]] = defaultdict(list)
    for row in rows:
        for key in _keys(row):
            by_change[key].append(row)
    for row in rows:
        shared = [other for key in _keys(row) for other in by_change[key] if _is_other(row, other)]
        found = {(other.file, other.start): _shared(row, other) for other in shared}
        if not found:
            yield row
            continue
        first = next(iter(found.values()))
        because = (
            f"“{first.changes[0].quoted}” for “{first.changes[0].source}” stands in {first.work or first.file}, too"
        )
        yield replace(row, flags=(*row.flags, FLAG), reasons=(*row.reasons, because), shared=tuple(found.values()))


def _keys(row: AuditRow) -> Iterator[tuple[str, int, str, str]]:
    """A change is the same where the same words of the same passage become the same others."""
    if row.source is None or row.source_start is None:
        return
    for change in row.changes:
        if fold(change.quoted) or fold(change.source):
            yield row.source, row.source_start // _APART, fold(change.source), fold(change.quoted)
            yield row.source, row.source_start // _APART + 1, fold(change.source), fold(change.quoted)


_APART = 2000
"""Characters. Quotations of one passage begin within twice as many of one another."""


def _is_other(row: AuditRow, other: AuditRow) -> bool:
    return (row.file, row.work) != (other.file, other.work)


def _shared(row: AuditRow, other: AuditRow) -> Shared:
    ours = {(fold(change.source), fold(change.quoted)) for change in row.changes}
    same = tuple(c for c in other.changes if (fold(c.source), fold(c.quoted)) in ours)
    return Shared(other.file, other.work, other.start, other.end, same)
