"""An audit for people to read in a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from assay.audit.rows import AuditRow, in_words
from assay.model.verdicts import Change
from assay.report.paint import Paint, Tone, plain

_SHOWN, _MOST = 110, 4
_TONES: dict[str, Tone] = {"exact": "stands", "orthographic": "stands", "elided": "stands", "interpolated": "stands",
                           "silently-elided": "warning"}  # fmt: skip


def audit_lines(rows: Sequence[AuditRow], *, full: bool = False, paint: Paint = plain) -> Iterator[str]:
    """Write what a reader should look at: every quotation that is not as it should be, or is flagged; all, if asked."""
    for row in rows:
        if not full and row.kind in ("exact", "orthographic", "elided", "interpolated") and not row.flags:
            continue
        where = f"{row.work or row.file}, {_place(row.page, row.place) or f'character {row.start}'}"
        yield f"{paint(where, 'faint')}  {paint(row.kind.upper(), _TONES.get(row.kind, 'error'))}  “{_short(row.text)}”"
        yield from (f"    {line}" for line in audit_details(row))
        yield ""


def audit_details(row: AuditRow) -> Iterator[str]:
    """Write what became of one quotation: the source, what differs, what was left out, and why it is flagged."""
    if row.source is not None:
        where = ", ".join(filter(None, (row.source, _place(row.source_page, row.source_place))))
        yield f"{where}: “{_short(row.source_text)}”"
    if row.cited:
        yield f"cited: {_short(row.cited)}"
    yield from (_in_words(change) for change in row.changes[:_MOST])
    if len(row.changes) > _MOST:
        yield f"and {len(row.changes) - _MOST} more"
    if row.kind == "orthographic":
        yield from (f"{_in_words(change)}: a misreading" for change in row.misread[:_MOST])
    yield from (f"left out: “{_short(words)}”" for words in row.omitted)
    yield from (f"{flag}: {because}" for flag, because in zip(row.flags, row.reasons, strict=True))
    if row.others:
        yield f"stands as well in {len(row.others)} other place{'s' * (len(row.others) > 1)}"


def _place(page: str | None, otherwise: str) -> str:
    return in_words(page) if page else otherwise


def _in_words(change: Change) -> str:
    if not change.quoted:
        return f"“{change.source}” is left out"
    if not change.source:
        return f"“{change.quoted}” is not in the source"
    return f"“{change.quoted}” where the source has “{change.source}”"


def audit_summary(rows: Sequence[AuditRow], passed_over: int) -> str:
    """Count the quotations by kind."""
    counts = Counter(row.kind for row in rows)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda item: -item[1]))
    flagged = sum(bool(row.flags) for row in rows)
    many = "scare quotes and titles were" if passed_over > 1 else "scare quote or title was"
    skipped = f" {passed_over} {many} passed over." if passed_over else ""
    return f"{len(rows)} quotation{'s' * (len(rows) != 1)}: {kinds or 'none'}; {flagged} flagged.{skipped}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
