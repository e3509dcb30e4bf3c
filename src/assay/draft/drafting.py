"""The whole way from a dossier's documents to proposals, in two rounds.

In the first each document is listened to and parsed, and what it yields is put aside; in the second, when all names are
known, each name is said to be somebody's, and entries are made. Only what was put aside is needed for the second, and
one document at a time is in memory in both.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from assay.dossier import Dossier
from assay.draft import persons, places, spool
from assay.draft.agreeing import agreeing, still_needed
from assay.draft.asked.answers import proposals as proposals_of
from assay.draft.document import Document
from assay.draft.first_round import Listening
from assay.draft.folder import read_drafts
from assay.draft.gate import Refused, pass_on
from assay.draft.names.joining import join
from assay.draft.names.register import Register
from assay.draft.names.resolving import persons_in
from assay.draft.names.spelling import plain
from assay.draft.names.tally import Tally
from assay.draft.sayings.entries import Book
from assay.draft.statements import drafted
from assay.draft.whom import Whom, span_of
from assay.library import Library
from assay.model.location import Span
from assay.model.proposals import AliasMention, DateMention, NameMention, Part, Proposal, StatementMention
from assay.model.text import Text
from assay.voices.hearing import Grammar
from assay.voices.overlong import MOST_WORDS, NO_WORDS

if TYPE_CHECKING:
    from assay.draft.asked.asking import Model
    from assay.draft.names.forms import Form

Row = NameMention | AliasMention | DateMention | StatementMention
OVERLONG = (f"no sentence has more than {MOST_WORDS} words: cut", f"{NO_WORDS} signs without a letter: not parsed")
"""The rules by which a paragraph is not parsed as it stands."""
Progress = Callable[[str, int, int], None]
"""Told of each document: what is done with it, its number, and how many there are."""


class Draft(Struct):
    """What came of it: proposals in order, those that were refused, and how much was read."""

    proposals: list[Proposal] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    characters: int = 0
    from_before: int = 0
    """How many documents had been read by an earlier run."""
    off: tuple[str, ...] = ()
    overlong: Counter[str] = field(default_factory=Counter)
    """Paragraphs that were not parsed as they stand, by the rule that kept them from it."""


class _Ledgers(Struct):
    """What is kept across documents: no texts."""

    book: Book
    """One, so that no id is given twice."""
    people: persons.Ledger = field(default_factory=persons.Ledger)
    towns: places.PlaceLedger = field(default_factory=places.PlaceLedger)


class Drafting:
    """A draft in the making. `each` is called with every mention, so that none need be kept."""

    def __init__(
        self,
        dossier: Dossier,
        grammar: Grammar,
        parts: Sequence[Part],
        progress: Progress = lambda *_: None,
        each: Callable[[Row], None] = lambda _: None,
    ) -> None:
        """Take what is to be drafted, and how it is to be read."""
        self.model: Model | None = None
        """The language model to ask, too, if any."""
        self._dossier, self._parts = dossier, parts
        self._progress, self._each = progress, each
        self._case = dossier.case
        self._people = [name for name in dossier.names if name.id in self._case.persons]
        self._listening = Listening(dossier, grammar)
        self.draft = Draft(off=grammar.off)

    def run(self) -> Draft:
        """Draft everything that was asked for."""
        tally = self._tallied()
        forms: Counter[Form] = Counter()
        for _, yielded in self._listening.kept():
            for one in yielded:
                forms.update(form for _, form in persons_in(one.sightings, tally))
        register = join(forms, tally, self._people, self._taken())
        self._name_and_propose(Whom(self._dossier, tally, register), register)
        return self.draft

    def _taken(self) -> set[str]:
        """Return the casebook's ids that no proposal may have; what was kept is found again under its own."""
        return self._dossier.casebook.spots.keys() - read_drafts(self._dossier.root).decided.keys()

    def _tallied(self) -> Tally:
        """Listen to every document, and count the names in all of them."""
        tally = Tally.of(self._people)
        profiles = self._listening.profiles
        for number, profile in enumerate(profiles):
            self._progress("reading", number, len(profiles))
            yielded = self._listening.listen(profile)
            self.draft.documents += yielded is not None
            for one in yielded or ():
                self.draft.overlong.update(dict(zip(OVERLONG, one.overlong, strict=True)))
                tally.add(one.sightings)
        self.draft.from_before = self._listening.from_before
        self._progress("reading", len(profiles), len(profiles))
        tally.settle()
        return tally

    def _name_and_propose(self, whom: Whom, register: Register) -> None:
        """Go through what was put aside, one document after another, and propose entries."""
        ledgers = _Ledgers(Book(register.ids))
        profiles = self._listening.profiles
        for number, (profile, yielded) in enumerate(self._listening.kept()):
            self._progress("naming", number, len(profiles))
            text = self._dossier.document(profile).text
            if text is not None:
                self.draft.characters += len(text.body)
                made = [each for one in yielded for each in self._proposed(one, text, whom, register, ledgers)]
                self._take(made, self._listening.library(text))
        self._progress("naming", len(profiles), len(profiles))
        nothing = Library({}, {})
        if "persons" in self._parts:
            self._take(list(persons.proposals(register, ledgers.people, whom.known_names)), nothing)
            self._take(list(still_needed(self.draft.proposals, register)), nothing)
        towns = places.proposals(ledgers.towns, self._known_places(), register.free, _called(register))
        self._take(list(towns), nothing)
        self.draft.proposals, self.draft.refused = agreeing(self.draft.proposals, self.draft.refused, self._case)

    def _proposed(
        self, one: spool.Yielded, text: Text, whom: Whom, register: Register, ledgers: "_Ledgers"
    ) -> Iterator[Proposal]:
        """Propose what one document yields, and tell of every mention."""
        document = spool.as_document(one, text, self._listening.work_at(text))
        meant = whom.meant(document, one)
        for mention in meant.mentions:
            ledgers.people.add(mention, document.evidence(span_of(mention)))
        for place in one.places:
            ledgers.towns.add(place)
        said = drafted(document, one.sayings, meant.names, ledgers.book)
        rows: list[Row] = [*meant.aliases, *whom.rows(document, meant.mentions), *one.dates, *said.mentions]
        for row in rows:
            self._tell(row)
        yield from (*meant.proposals, *said.proposals, *self._asked(document, register))

    def _asked(self, document: Document, register: Register) -> Iterator[Proposal]:
        """Show each page of a document to the language model, where one was asked for."""
        if self.model is None or document.within is not None:
            return
        for page in document.text.pages:
            evidence = document.evidence(Span(page.at, page.end))
            work = self._case.sources.get(evidence.work)
            if work is not None and document.body[page.at : page.end].strip():
                answer = self.model.ask(work.title, document.body[page.at : page.end])
                yield from proposals_of(document, page, answer, register, self.model.name)

    def _known_places(self) -> dict[str, str]:
        """Names of the places that the casebook has: whole titles, and what stands in them before a comma."""
        found = {plain(place.title.partition(",")[0]): id_ for id_, place in self._case.places.items()}
        return found | {plain(place.title): id_ for id_, place in self._case.places.items()}

    def _take(self, made: Sequence[Proposal], library: Library) -> None:
        """Let proposals through the gate, each once."""
        seen = {proposal.id for proposal in self.draft.proposals}
        for outcome in pass_on((one for one in made if one.part in self._parts), library):
            if isinstance(outcome, Refused):
                self.draft.refused.append(outcome)
            elif outcome.id not in seen:
                seen.add(outcome.id)
                self.draft.proposals.append(outcome)

    def _tell(self, row: Row) -> None:
        self.draft.mentions[type(row).__name__] += 1
        self._each(row)


def _called(register: Register) -> frozenset[str]:
    """Names of persons, folded: what a parser may have taken for places."""
    return frozenset(register.by_surname) | {plain(person.title) for person in register.persons.values()}
