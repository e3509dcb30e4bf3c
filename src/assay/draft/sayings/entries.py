"""Sayings as entries of the casebook: `DATE WITNESS ACT CLAIM #label`, with the words on their page."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from assay.draft.document import Document
from assay.draft.folder import print_of
from assay.draft.names.register import slug
from assay.draft.sayings.naming import Names, Somebody
from assay.draft.sayings.saying import Party, Saying
from assay.draft.sayings.speakers import can_speak
from assay.draft.writing import entry, one_line, titled
from assay.library.library import paragraph_number
from assay.model.entries import DURESS, Pressure
from assay.model.location import Span
from assay.model.locators import Locator, is_folio, ordinal
from assay.model.proposals import Proposal

_LINE = 110
_PRINT = 4  # letters of a print of the words, so that a label stays when others come before it
_LONGEST = 700  # characters of a citation: what is longer is cited by its first part
_BY: frozenset[Pressure] = frozenset(
    {"interrogation", "torture", "threat", "promise", "dictation", "editing", "exhaustion"}
)


class Book(Struct):
    """Ids that are taken, and who has been described already: kept from document to document."""

    taken: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)

    def free(self, wanted: str) -> str:
        """Make an id that is not taken."""
        id_, number = wanted, 2
        while id_ in self.taken:
            id_, number = f"{wanted}-{number}", number + 1
        self.taken.add(id_)
        return id_


def statements(
    document: Document, found: Sequence[Saying], claims: Mapping[int, str], names: Names, book: Book
) -> Iterator[Proposal]:
    """Yield an entry for each saying whose claim is known, and before it one for each body that nobody describes.

    `claims` are the ids of claims by the number of the saying. A document that is no work of the casebook cannot be
    cited: its sayings are mentions only, and so is what no one can have said.
    """
    for number, saying in enumerate(found):
        evidence = document.evidence(saying.span)
        if number not in claims or not evidence.work:
            continue
        cite = _citation(document, saying, evidence.work)
        for witness in names.who(saying.witness):
            if not witness.is_person and not can_speak(saying.witness.name):
                continue  # a person may be called as a word of the dictionary is
            yield from _bodies(document, (witness, *_all(saying, names)), saying, book)
            words = one_line(document.body[saying.span.start : saying.span.end])
            label = book.free(slug(f"{witness.id} {evidence.page or ''} {saying.act} {print_of(words)[:_PRINT]}"))
            head = f"{saying.date or 'undated'} {witness.id} {saying.act} {claims[number]} #{label}"
            fields = _fields(saying, found, names)
            text = "\n".join([entry(head, fields), *_duress(document, saying, evidence.work, names), cite])
            yield Proposal("statements", label, text, saying.rule, saying.confidence, (evidence,))


def _all(saying: Saying, names: Names) -> Iterator[Somebody]:
    yield from _told(saying, names)
    for party in saying.chain:
        yield from names.who(party)


def _told(saying: Saying, names: Names) -> Iterator[Somebody]:
    """To whom it is said, by name: *the court* and *reporters* are told by the setting."""
    for party in saying.to:
        is_named = any(letter.isupper() for letter in party.name)
        yield from (somebody for somebody in names.who(party) if somebody.is_person or is_named)


def _bodies(document: Document, everybody: Sequence[Somebody], saying: Saying, book: Book) -> Iterator[Proposal]:
    """Describe whoever speaks or hears and is no person of the register: a newspaper, a commission, a prisoner."""
    for somebody in everybody:
        if somebody.is_person or somebody.id in book.described or somebody.id in book.taken:
            continue
        book.described.add(somebody.id)
        book.taken.add(somebody.id)
        rule = "a description of whoever speaks or is spoken to"
        text = entry(f"group {somebody.id} {titled(somebody.title)}", [("proposed", rule)])
        yield Proposal("statements", somebody.id, text, rule, "explicit", (document.evidence(saying.sentence),))


def _fields(saying: Saying, found: Sequence[Saying], names: Names) -> Iterator[tuple[str, str]]:
    yield "setting", saying.setting
    yield "to", ", ".join(dict.fromkeys(somebody.id for somebody in _told(saying, names)))
    if saying.chain:
        yield "knows", " ".join(f"from {id_}" for id_ in _ids(saying.chain, names))
    elif saying.basis is not None:
        yield "knows", saying.basis
    outer = found[saying.within] if saying.within >= 0 else None
    if outer is not None:
        yield "via", ", ".join(_ids((outer.witness,), names))
    for one in saying.under:
        if one.kind not in DURESS:
            yield "under", f"{one.kind} by {_by(one.by, names)}" if one.kind in _BY else one.kind
    yield "words", saying.words
    yield "proposed", f"{saying.rule} ({saying.confidence})"
    if saying.under:
        yield "note", "; ".join(f"{one.kind}: {one.rule}" for one in saying.under)


def _duress(document: Document, saying: Saying, work: str, names: Names) -> Iterator[str]:
    """Each pressure that taints, with the words that tell it: the casebook asks how it is known."""
    for one in saying.under:
        if one.kind in DURESS:
            span = saying.sentence if len(saying.sentence) <= _LONGEST else one.span
            where = f"{work} {locator_of(document, span)}".rstrip()
            yield f"  under: {one.kind} by {_by(one.by, names)} cite {where}"
            yield from _quoted(document.body[span.start : span.end])


def _by(name: str | None, names: Names) -> str:
    """Who pressed the witness, where it is a person of the register."""
    if name is None:
        return "unknown"
    who = next(names.who(Party(name, Span(0, 0), "explicit")))
    return who.id if who.is_person else "unknown"


def _ids(parties: Sequence[Party], names: Names) -> list[str]:
    return list(dict.fromkeys(somebody.id for party in parties for somebody in names.who(party)))


def _citation(document: Document, saying: Saying, work: str) -> str:
    """Cite the words as they stand: those quoted, or the sentence that reports them."""
    span = saying.span if saying.words == "own" else saying.sentence
    if len(span) > _LONGEST:
        span = _first_part(document.body, saying.span)
    locator = locator_of(document, span)
    return "\n".join([f"  cite: {work} {locator}".rstrip(), *_quoted(document.body[span.start : span.end])])


def _quoted(words: str) -> list[str]:
    lines = textwrap.wrap(one_line(words), _LINE, break_long_words=False, break_on_hyphens=False)
    return [f"    > {line}" for line in lines]


def _first_part(body: str, span: Span) -> Span:
    """Return as many whole sentences of a long run as may be cited."""
    head = body[span.start : span.start + _LONGEST]
    if len(span) <= _LONGEST:
        return span
    ends = max(head.rfind(stop) for stop in (". ", ".\n", "? ", "! ", "; "))
    return Span(span.start, span.start + (ends + 1 if ends > 0 else head.rfind(" ")))


def locator_of(document: Document, span: Span) -> str:
    """Write the printed pages on which a run stands, or the paragraphs of a work without pages, alone in its file."""
    whole, run = (document.text, span)
    if document.within is not None:
        whole, run = document.within[0], Span(document.within[1], document.within[1] + 1)
    labels = [page.labels[0] for page in whole.pages_of(run) if page.labels]
    if not labels:
        return "" if whole.pages or whole.sections else str(_paragraphs(whole.body, run))
    first, last = labels[0].first, labels[-1].last or labels[-1].first
    one, other = ordinal(first), ordinal(last)
    if one is None or other is None or one[0] != other[0] or other[1] < one[1]:
        last = first
    return str(Locator("folio" if is_folio(first) else "page", first, last, labels[0].edition))


def _paragraphs(body: str, run: Span) -> Locator:
    first, last = paragraph_number(body, run.start), paragraph_number(body, max(run.start, run.end - 1))
    return Locator("paragraph", str(first), str(last))
