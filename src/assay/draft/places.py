"""Places that a document names, one within another where its words say so.

With a parser a place is a name that it takes for one and that stands at least once behind *in*, *at*, *near*, *from* or
*to*; without one, only what is called a hotel, a street, a square and the like. *The Hotel Bristol in Copenhagen* says
that the hotel lies in Copenhagen; *Moscow, Leningrad* says nothing of the kind.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping

from msgspec import Struct

from assay.draft.document import Document
from assay.draft.names.spelling import plain
from assay.draft.writing import entry, listed, times, titled
from assay.model.location import Span
from assay.model.proposals import Evidence, Proposal
from assay.voices.grammar import Sentence

_KINDS = frozenset({"GPE", "LOC", "FAC"})
_WHERE = frozenset({"in", "at", "near", "from", "to", "outside", "into", "around"})
_HOUSE = r"Hotel|Café|Cafe|Hôtel|Palace|Prison|Barracks|Station|Airport|Hospital|Theatre|Theater|Museum|Institute|Camp"
_WAY = r"Street|Square|Avenue|Boulevard|Lane|Road|Bridge|Park|Embankment|Prospekt|Strasse|Platz"
_CAP = r"[A-ZÀ-Ý][\w'’-]+"
_BUILT = re.compile(rf"\b(?:(?:{_HOUSE}) {_CAP}(?: {_CAP})?|{_CAP}(?: {_CAP})? (?:{_HOUSE}|{_WAY}))\b")
_WITHIN = re.compile(r"\s+in\s+(?:the\s+)?(?P<where>[A-ZÀ-Ý][\w'’-]+)")
_COMMA = re.compile(r",\s+(?P<where>[A-ZÀ-Ý][\w'’-]+)(?!\s*,\s*[A-Z]|\s+and\b)")
_ALONE = re.compile(rf"(?:{_HOUSE}|{_WAY})")
_IS_BUILT = re.compile(rf"\b(?:{_HOUSE}|{_WAY})\b")
_NOT_NAMES = re.compile(r"[\d@<>{}\[\]\"|/]|^.$")


class PlaceMention(Struct, frozen=True):
    """A place called by name, and the place that the words put it in."""

    evidence: Evidence
    words: str
    within: str
    rule: str
    is_sure: bool
    """Whether it stands behind a word such as *in*, or says itself what it is."""


def places(document: Document) -> Iterator[PlaceMention]:
    """Yield the places that a document names, in order."""
    found = dict(_by_parser(document))
    for match in _BUILT.finditer(document.body):
        span = Span(*match.span())
        if not any(span.start < other.end and other.start < span.end for other in found):
            found[span] = ("called a house, a street or the like", True)
    known = {plain(document.body[span.start : span.end]) for span in found}
    for span, (rule, is_sure) in sorted(found.items()):
        words = " ".join(document.body[span.start : span.end].split())
        within = _within(document.body, span, known)
        built = is_sure or bool(_IS_BUILT.search(words))
        yield PlaceMention(document.evidence(span), words, within, rule, built)


def _by_parser(document: Document) -> Iterator[tuple[Span, tuple[str, bool]]]:
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            for first, last in _runs(sentence):
                start, end = sentence.words[first].start, sentence.words[last].end
                behind = sentence.words[first - 1].text.lower() if first else ""
                if behind == "the" and first > 1:
                    behind = sentence.words[first - 2].text.lower()
                span = Span(paragraph.start + start, paragraph.start + end)
                words = document.body[span.start : span.end]
                if not _NOT_NAMES.search(words) and not _ALONE.fullmatch(words):
                    yield span, ("a place to the parser", behind in _WHERE)


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Return the first and last word of each name that the parser takes for a place; articles aside."""
    words, number = sentence.words, 0
    while number < len(words):
        kind = words[number].entity
        if kind not in _KINDS:
            number += 1
            continue
        first = last = number
        while last + 1 < len(words) and words[last + 1].entity == kind and words[last + 1].text[:1].isalpha():
            last += 1
        number = last + 1
        while first < last and not words[first].text[:1].isupper():
            first += 1
        while last > first and words[last].text in {"'s", "’s"}:
            last -= 1
        if words[first].text[:1].isupper() and words[first].text not in {"The", "A"}:
            yield first, last


def _within(body: str, span: Span, known: Container[str]) -> str:
    is_built = bool(_IS_BUILT.search(body[span.start : span.end]))
    match = _WITHIN.match(body, span.end) or (_COMMA.match(body, span.end) if is_built else None)
    if match is None or plain(match["where"]) not in known or not is_built:
        return ""
    return match["where"]


class PlaceLedger:
    """The places of a dossier, counted: what is kept from one document to the next."""

    def __init__(self) -> None:
        """Begin with none."""
        self.forms: dict[str, Counter[str]] = {}
        self.first: dict[str, PlaceMention] = {}
        self.within: dict[str, PlaceMention] = {}
        self.sure: set[str] = set()

    def add(self, mention: PlaceMention) -> None:
        """Count a mention."""
        key = plain(mention.words)
        self.forms.setdefault(key, Counter())[mention.words] += 1
        self.first.setdefault(key, mention)
        if mention.within:
            self.within.setdefault(key, mention)
        if mention.is_sure:
            self.sure.add(key)


def proposals(
    ledger: PlaceLedger, known: Mapping[str, str], new_id: Callable[[str], str], persons: Container[str] = ()
) -> Iterator[Proposal]:
    """Yield an entry for each place that the casebook does not have.

    `known` are names of places that it has, folded, with their ids; `persons` names of persons, folded, which the
    parser may have taken for places; `new_id` makes an id from a name that nothing else has.
    """
    kept = [key for key in ledger.first if key in ledger.sure and key not in persons and key not in known]
    ids = dict(known) | {key: new_id(_usual(ledger.forms[key])) for key in kept}
    for key in kept:
        yield _entry(key, ids, ledger)


def _entry(key: str, ids: Mapping[str, str], ledger: PlaceLedger) -> Proposal:
    first, forms = ledger.first[key], ledger.forms[key]
    inside = ledger.within.get(key)
    around = ids.get(plain(inside.within), "") if inside is not None else ""
    rule = f"{first.rule}, in another as the words say" if around else first.rule
    because = f"named as {_ways(forms)}"
    evidence: tuple[Evidence, ...] = (first.evidence,)
    if inside is not None and around:
        because += f"; “{inside.words}” stands directly before “{inside.within}”"
        evidence = tuple(dict.fromkeys((first.evidence, inside.evidence)))
    fields = [("in", around), ("proposed", rule), ("because", because)]
    text = entry(f"place {ids[key]} {titled(_usual(forms))}", fields)
    return Proposal("places", ids[key], text, rule, "explicit", evidence)


def _ways(forms: Counter[str]) -> str:
    return listed(f"“{words}” {times(count)}" for words, count in forms.most_common(3))


def _usual(forms: Counter[str]) -> str:
    return forms.most_common(1)[0][0]
