"""One quotation, audited: what it says, what its source says, and what becomes of it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assay.audit.grading import WRONG_PAGE
from assay.library.library import paragraph_number
from assay.model.location import Span
from assay.model.text import Text
from assay.model.verdicts import Change, Verdict

FAULTS = frozenset({"altered", "absent", "stitched", WRONG_PAGE})
"""The kinds that make an audit fail. Words left out without a mark, and flags, are shown and left to the reader."""


class Elsewhere(Struct, frozen=True):
    """Another place where the words stand equally well."""

    source: str
    page: str | None
    start: int
    end: int


class Shared(Struct, frozen=True):
    """Another quotation of the same words with the same alteration: one is from the other, or both from a third."""

    file: str
    work: str | None
    start: int
    end: int
    changes: tuple[Change, ...]


class AuditRow(Struct, frozen=True):
    """A quotation. Offsets are code points of the decoded files, from the first quoted letter to the last.

    `text` is the quoted words, unchanged; `source_text` those of the source. `cited` is what the footnote says, and
    `reasons` the words by which each flag was raised, in the order of `flags`.
    """

    file: str
    work: str | None
    page: str | None
    start: int
    end: int
    text: str
    kind: str
    flags: tuple[str, ...] = ()
    source: str | None = None
    source_page: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    changes: tuple[Change, ...] = ()
    omitted: tuple[str, ...] = ()
    others: tuple[Elsewhere, ...] = ()
    misread: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    cited: str = ""
    source_text: str = ""
    place: str = ""
    """Where a document without pages has the quotation, `¶ 4`; or the casebook, `line 12`."""
    source_place: str = ""
    shared: tuple[Shared, ...] = ()

    @property
    def is_fault(self) -> bool:
        """Say whether this needs to be put right."""
        return (self.kind in FAULTS and NOT_IN_HAND not in self.flags) or OTHER_SOURCE in self.flags


class Origin(Struct, frozen=True):
    """A quotation's own place: the document, the work, the page, and the words as they stand in the file."""

    file: str
    work: str | None
    page: str | None
    start: int
    end: int
    text: str
    cited: str = ""
    place: str = ""


_COUNTED = frozenset({"pdf", "scan", "counted"})  # pages that a file has, and no printer
NOT_IN_HAND = "not-in-hand"
"""The flag of a quotation whose cited work cannot be looked into: that it was not found says nothing."""


OTHER_SOURCE = "other-source"
"""The flag of words that stand in another source than the one that is cited for them."""


def elsewhere(found: AuditRow, cited: str) -> AuditRow:
    """Say of a quotation that its words are not in the source that is cited, but in this one."""
    because = f"{cited} is cited, and does not have these words"
    return replace(found, flags=(*found.flags, OTHER_SOURCE), reasons=(*found.reasons, because))


def absent(origin: Origin, *, in_hand: bool = True) -> AuditRow:
    """Describe a quotation that nothing was found of."""
    flags, reasons = ((), ()) if in_hand else ((NOT_IN_HAND,), ("the work that is cited is not in hand",))
    return AuditRow(
        origin.file,
        origin.work,
        origin.page,
        origin.start,
        origin.end,
        origin.text,
        "absent",
        flags=flags,
        reasons=reasons,
        cited=origin.cited,
        place=origin.place,
    )


def row(origin: Origin, kind: str, verdict: Verdict, source: str, text: Text) -> AuditRow:
    """Describe a quotation that was found, whole or in part."""
    if not verdict.spans:
        return absent(origin)
    first = min(span.start for span in verdict.spans)
    last = max(span.end for span in verdict.spans)
    raw = text.raw(Span(first, last))
    return replace(
        absent(origin),
        kind=kind,
        flags=tuple(flag.code for flag in verdict.flags),
        reasons=tuple(flag.because for flag in verdict.flags),
        source=source,
        source_page=page_of(text, verdict.spans[0].start),
        source_place=paragraph_of(text, verdict.spans[0].start),
        source_start=raw.start,
        source_end=raw.end,
        source_text=" […] ".join(text.body[span.start : span.end] for span in verdict.spans),
        changes=(*verdict.changes, *verdict.replaced),
        omitted=verdict.omitted,
        others=tuple(_others(verdict, source, text)),
        misread=verdict.misread,
    )


def _others(verdict: Verdict, source: str, text: Text) -> Iterator[Elsewhere]:
    for span in verdict.others:
        raw = text.raw(span)
        yield Elsewhere(source, page_of(text, span.start), raw.start, raw.end)


def page_of(text: Text, at: int) -> str | None:
    """Return the label of the page mark in force; one that is counted, and not printed, says so: `pdf p. 2`."""
    page = text.page_at(at)
    if page is None or not page.labels:
        return None
    label = page.labels[0]
    return f"{label.edition} p. {label.first}" if label.edition in _COUNTED else label.first


def paragraph_of(text: Text, at: int) -> str:
    """Say in which paragraph a character stands where it has no page: in one work alone, or in the head of several.

    Within works that share a file, paragraphs are counted from each one's beginning, and no number is said.
    """
    is_in_head = not text.sections or at < text.sections[0].at
    return f"¶ {paragraph_number(text.body, at)}" if is_in_head and page_of(text, at) is None else ""


def in_words(page: str) -> str:
    """Write a page's label as it is cited.

    >>> in_words("17"), in_words("pdf p. 2")
    ('p. 17', 'pdf p. 2')
    """
    return page if " p. " in page else f"p. {page}"
