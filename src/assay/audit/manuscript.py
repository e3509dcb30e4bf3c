"""A manuscript against its sources: for each quotation, the source that has it best, the one that is cited first."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from assay.audit.footnotes import Footnote
from assay.audit.grading import WRONG_PAGE, graded
from assay.audit.quotations import Quotation
from assay.audit.reading import Document
from assay.audit.rows import AuditRow, Origin, absent, elsewhere, page_of, paragraph_of, row
from assay.library import Letters, Volume
from assay.model.location import Span
from assay.model.text import Text
from assay.model.verdicts import Kind, Verdict

_ORDER = (
    Kind.EXACT, Kind.ORTHOGRAPHIC, Kind.INTERPOLATED, Kind.ELIDED, WRONG_PAGE, Kind.SILENTLY_ELIDED, Kind.ALTERED,
    Kind.STITCHED, Kind.ABSENT,
)  # fmt: skip
_FEWEST_LETTERS = 3


class Candidate(Struct, frozen=True):
    """A source that a manuscript may quote, and the words by which a footnote may name it."""

    name: str
    volume: Volume
    called: frozenset[str]


def candidate(name: str, text: Text, language: str) -> Candidate:
    """Take a document as a source; a footnote names it by a word of its file's name."""
    volume = Volume(name, text, (Span(0, len(text.body)),), Letters(text), language)
    return Candidate(name, volume, frozenset(names(name)))


def names(words: str) -> Iterator[str]:
    """Yield the words and years by which a footnote may name a work."""
    yield from (word.lower() for word in re.findall(r"[^\W\d_]+|\d{4}", words) if len(word) >= _FEWEST_LETTERS)


def audit_manuscript(
    manuscript: Document, found: Iterable[Quotation], candidates: Sequence[Candidate]
) -> Iterator[AuditRow]:
    """Grade each quotation against each source, and keep the best."""
    for quotation in found:
        origin = origin_of(manuscript, quotation, None)
        cited = _cited(quotation.footnote, candidates)
        judged = [(one, *_graded(one, quotation, one in cited)) for one in candidates]
        if not judged:
            yield absent(origin)
            continue
        best, kind, verdict = min(
            judged, key=lambda one: (_ORDER.index(one[1]), one[0] not in cited, len(one[2].changes))
        )
        named = [one for one in judged if one[0] in cited and one[1] != Kind.ABSENT]
        if named and _ORDER.index(kind) > _ORDER.index(Kind.ELIDED):
            best, kind, verdict = min(named, key=lambda one: _ORDER.index(one[1]))
        made = row(origin, kind, verdict, best.name, best.volume.text)
        by_name = _named(quotation.footnote, candidates)
        yield made if not by_name or best in by_name else elsewhere(made, by_name[0].name)


def origin_of(document: Document, quotation: Quotation, work: str | None) -> Origin:
    """Say where a quotation stands in its own document."""
    raw = document.text.raw(quotation.span)
    return Origin(
        document.text.file,
        work,
        page_of(document.text, quotation.span.start),
        raw.start,
        raw.end,
        document.written(quotation.span),
        quotation.footnote.words if quotation.footnote is not None else "",
        paragraph_of(document.text, quotation.span.start),
    )


def _cited(footnote: Footnote | None, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the sources that a footnote may mean: those that it names, the only one, or all where it names none."""
    return [] if footnote is None else _named(footnote, candidates) or list(candidates)


def _named(footnote: Footnote | None, candidates: Sequence[Candidate]) -> list[Candidate]:
    words = set(names(footnote.words)) if footnote is not None else set()
    return [one for one in candidates if words & {name for name in one.called if not name.isdecimal()}]


def _graded(one: Candidate, quotation: Quotation, is_cited: bool) -> tuple[str, Verdict]:  # noqa: FBT001 - inner
    locator = quotation.footnote.locator if quotation.footnote is not None and is_cited else None
    return graded(one.volume, quotation.words, locator)
