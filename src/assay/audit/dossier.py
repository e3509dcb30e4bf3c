"""A dossier's own documents against one another, and its casebook against them."""

from collections.abc import Iterator

from msgspec import Struct

from assay.audit.descent import with_shared
from assay.audit.grading import graded
from assay.audit.manuscript import origin_of
from assay.audit.quotations import Quotation, quotations
from assay.audit.reading import Document
from assay.audit.rows import AuditRow, Origin, absent, row
from assay.check import Context
from assay.dossier import Dossier
from assay.library import Volume, joined
from assay.model.location import Span
from assay.model.text import Text
from assay.model.verdicts import Kind, Verdict
from assay.quotation.fold import WORD, fold

_FEWEST_WORDS, _FEWEST_LETTERS, _TELLING = 4, 16, 48
"""Fewer words than these stand in any long document; without a citation nothing is concluded from them."""
_MOST_CHANGED = 0.2
_LIKE = frozenset({Kind.EXACT, Kind.ORTHOGRAPHIC, Kind.ELIDED, Kind.INTERPOLATED})


class DossierAudit(Struct, frozen=True):
    """The rows, and how many marked words were passed over, too few to look for, or in no other work in hand."""

    rows: tuple[AuditRow, ...]
    passed_over: int
    too_few: int
    unmatched: int


def audit_dossier(dossier: Dossier, raws: dict[str, str]) -> DossierAudit:
    """Look up every quotation of every document in the other works in hand, and every citation of the casebook."""
    rows: list[AuditRow] = list(_citations(Context(dossier)))
    others = _Others(dossier)
    passed_over = too_few = unmatched = 0
    for path, text in dossier.texts.items():
        document = Document(text, raws[path])
        found = quotations(text, dossier.names)
        passed_over += found.passed_over
        for quotation in found.found:
            if len(WORD.findall(quotation.words)) < _FEWEST_WORDS or len(fold(quotation.words)) < _FEWEST_LETTERS:
                too_few += 1
                continue
            made = _looked_up(dossier, others, document, quotation)
            rows.append(made)
            unmatched += made.kind == Kind.ABSENT
    return DossierAudit(tuple(with_shared(rows)), passed_over, too_few, unmatched)


def _citations(context: Context) -> Iterator[AuditRow]:
    """Grade every citation of the casebook in the work that it names."""
    for looked in context.quotations:
        if looked.volume is None or looked.verdict is None:
            continue
        at = context.at_quote(looked)
        lines = context.casebook.lines[at.file]
        start = sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1
        end = start + max(0, len(lines[at.line - 1]) - at.column + 1)
        cited = f"{looked.cite.source} {looked.cite.locator or ''}".strip()
        origin = Origin(at.file, None, None, start, end, looked.cite.words, cited)
        kind, verdict = graded(looked.volume, looked.cite.words, looked.cite.locator)
        yield row(origin, kind, verdict, looked.cite.source, looked.volume.text)


class _Others:
    """The words that a work may quote: those of the other works in hand, but for those that are surely later."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._volumes: dict[str, list[Volume]] = {}

    def of(self, work: str | None, here: Text) -> list[Volume]:
        """Return them, a volume to a file."""
        key = work or f"file {here.file}"
        if key not in self._volumes:
            texts = self._dossier.texts.values()
            self._volumes[key] = [volume for text in texts if (volume := self._volume(text, work, here)) is not None]
        return self._volumes[key]

    def _volume(self, text: Text, work: str | None, here: Text) -> Volume | None:
        spans: list[Span] = []
        for id_ in self._dossier.case.sources:
            volume = self._dossier.library.volume(id_)
            if volume is not None and volume.text is text and id_ != work and not _is_later(self._dossier, id_, work):
                spans += volume.spans
        if not spans and text is not here:
            spans = [Span(0, len(text.body))]
        if not spans:
            return None
        letters = self._dossier.library.letters(text)
        return Volume("", text, joined(spans), letters, self._dossier.settings.language or "en")


def _looked_up(dossier: Dossier, others: _Others, document: Document, quotation: Quotation) -> AuditRow:
    """Find the best of the other works for a quotation; the earlier ones, where dates say which they are."""
    work = dossier.library.work_at(document.text, quotation.span.start)
    origin = origin_of(document, quotation, work)
    best: AuditRow | None = None
    for volume in others.of(work, document.text):
        kind, verdict = graded(volume, quotation.words, None)
        if not _is_telling(quotation, verdict):
            continue
        source = dossier.library.work_at(volume.text, verdict.spans[0].start) or volume.text.file
        made = row(origin, kind, verdict, source, volume.text)
        if best is None or (kind in _LIKE and best.kind not in _LIKE):
            best = made
    return best or absent(origin)


def _is_later(dossier: Dossier, source: str, work: str | None) -> bool:
    """Say whether a source was surely made after the quoting work: then it cannot be what is quoted."""
    made, ours = (
        dossier.case.sources[id_].made if id_ in dossier.case.sources else None for id_ in (source, work or "")
    )
    return made is not None and ours is not None and made.earliest > ours.latest


def _is_telling(quotation: Quotation, verdict: Verdict) -> bool:
    """Say whether what was found is more than a likeness: without a citation, much of it must be the same."""
    if verdict.kind is Kind.ABSENT:
        return False
    changed = sum(len(fold(change.quoted)) or len(fold(change.source)) for change in verdict.changes)
    letters = len(fold(quotation.words))
    if verdict.kind in (Kind.ALTERED, Kind.STITCHED) and letters < _TELLING:
        return False
    return changed <= _MOST_CHANGED * letters
