"""A dossier's own documents against one another, and its casebook against them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assay.audit.descent import with_shared
from assay.audit.footnotes import Footnote
from assay.audit.grading import graded
from assay.audit.manuscript import names, origin_of
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
_COMMON = frozenset(
    {"the", "and", "from", "with", "his", "her", "review", "history", "book", "letters", "papers", "new"}
)
_LIKE = frozenset({Kind.EXACT, Kind.ORTHOGRAPHIC, Kind.ELIDED, Kind.INTERPOLATED})


class DossierAudit(Struct, frozen=True):
    """The rows, and how many marked words were passed over, too few to look for, or in no other work in hand."""

    rows: tuple[AuditRow, ...]
    passed_over: int
    too_few: int
    unmatched: int


def audit_dossier(dossier: Dossier, raws: Mapping[str, str | None]) -> DossierAudit:
    """Look up every quotation of every document in the other works in hand, and every citation of the casebook."""
    rows: list[AuditRow] = list(citations(Context(dossier)))
    found = {path: quotations(text, dossier.names) for path, text in dossier.texts.items()}
    others = _Others(dossier, {path: one.found for path, one in found.items()})
    too_few = unmatched = 0
    for path, text in dossier.texts.items():
        document = Document(text, raws[path])
        for quotation in found[path].found:
            if quotation.footnote is None and _is_short(quotation.words):
                too_few += 1
                continue
            made = _looked_up(others, document, quotation)
            rows.append(made)
            unmatched += made.kind == Kind.ABSENT
    passed_over = sum(one.passed_over for one in found.values())
    return DossierAudit(tuple(with_shared(rows)), passed_over, too_few, unmatched)


def citations(context: Context) -> Iterator[AuditRow]:
    """Grade every citation of the casebook in the work that it names."""
    for looked in context.quotations:
        if looked.volume is None or looked.verdict is None:
            continue
        at = context.at_quote(looked)
        lines = context.casebook.lines[at.file]
        start = sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1
        end = start + max(0, len(lines[at.line - 1]) - at.column + 1)
        cited = f"{looked.cite.source} {looked.cite.locator or ''}".strip()
        origin = Origin(at.file, None, None, start, end, looked.cite.words, cited, f"line {at.line}")
        kind, verdict = graded(looked.volume, looked.cite.words, looked.cite.locator)
        yield row(origin, kind, verdict, looked.cite.source, looked.volume.text)


class _Others:
    """The words that a work may quote: those of the other works in hand, but for those that are surely later."""

    def __init__(self, dossier: Dossier, quoted: Mapping[str, Sequence[Quotation]]) -> None:
        self.dossier = dossier
        self._quoted = quoted
        self._files: dict[str, list[Volume]] = {}

    def works(self, work: str | None) -> list[Volume]:
        """Return the other works, one by one."""
        volumes = (self.dossier.library.volume(id_) for id_ in self.dossier.case.sources if id_ != work)
        return [one for one in volumes if one is not None and not _is_later(self.dossier, one.source, work)]

    def files(self, work: str | None, here: Text) -> list[Volume]:
        """Return them file by file, so that each is searched once; a file that is no work is a work of its own."""
        key = work or f"file {here.file}"
        if key not in self._files:
            self._files[key] = [one for text in self.dossier.texts.values() for one in self._volumes(text, work, here)]
        return self._files[key]

    def _volumes(self, text: Text, work: str | None, here: Text) -> Iterator[Volume]:
        library = self.dossier.library
        spans = [span for one in self.works(work) if one.text is text for span in one.spans]
        is_work = any(one.text is text for one in map(library.volume, self.dossier.case.sources) if one is not None)
        if not is_work and text is not here:
            spans = [Span(0, len(text.body))]
        if spans:
            yield Volume("", text, joined(spans), library.letters(text), self.dossier.settings.language or "en")

    def cited(self, footnote: Footnote | None, work: str | None) -> list[Volume]:
        """Return the works in hand that a footnote names: by their id, or a word of their title or author."""
        said = set(names(footnote.words)) if footnote is not None else set()
        case = self.dossier.case
        found: list[Volume] = []
        for one in self.works(work):
            source = case.sources[one.source]
            called = " ".join((one.source, source.title, *(case.called(author) for author in source.by)))
            if said & {name for name in names(called) if name not in _COMMON and not name.isdecimal()}:
                found.append(one)
        return found

    def is_quoted(self, text: Text, at: int) -> bool:
        """Say whether words are themselves between quotation marks where they stand."""
        return any(one.span.start <= at < one.span.end for one in self._quoted.get(text.file, ()))


def _looked_up(others: _Others, document: Document, quotation: Quotation) -> AuditRow:
    """Find the best of the other works for a quotation: one that has the words as its own before one that quotes them.

    So two quotations of one original are both laid beside the original.
    """
    library = others.dossier.library
    work = library.work_at(document.text, quotation.span.start)
    origin = origin_of(document, quotation, work)
    cited = others.cited(quotation.footnote, work)
    if cited and quotation.footnote is not None:
        judged = [(one, *graded(one, quotation.words, quotation.footnote.locator)) for one in cited]
        volume, kind, verdict = min(
            judged, key=lambda found: (found[2].kind not in _LIKE, found[2].kind is Kind.ABSENT)
        )
        if verdict.kind is not Kind.ABSENT:
            return row(origin, kind, verdict, volume.source, volume.text)
    graded_in = [(one, *graded(one, quotation.words, None)) for one in others.files(work, document.text)]
    if not any(_is_telling(quotation, verdict) for _, _, verdict in graded_in):
        return absent(origin, in_hand=quotation.footnote is None or bool(cited))
    graded_in += [(one, *graded(one, quotation.words, None)) for one in others.works(work)]
    telling = [found for found in graded_in if _is_telling(quotation, found[2])]
    volume, kind, verdict = min(
        telling,
        key=lambda found: (others.is_quoted(found[0].text, found[2].spans[0].start), found[2].kind not in _LIKE),
    )
    source = library.work_at(volume.text, verdict.spans[0].start) or volume.text.file
    return row(origin, kind, verdict, source, volume.text)


def _is_short(words: str) -> bool:
    return len(WORD.findall(words)) < _FEWEST_WORDS or len(fold(words)) < _FEWEST_LETTERS


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
