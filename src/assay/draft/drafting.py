"""The whole way from a dossier's documents to proposals, in two rounds.

In the first each document is listened to and parsed, and what it yields is put aside; in the second, when all names are
known, each name is said to be somebody's, and entries are made. Only what was put aside is needed for the second, and
one document at a time is in memory in both.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from assay.casebook.parser import parse_text
from assay.casebook.references import references
from assay.dossier import Dossier
from assay.dossier.cache import cache_folder
from assay.draft import persons, places, spool
from assay.draft.aliases import aliases
from assay.draft.aliases import proposing as naming
from assay.draft.aliases.finding import rebound
from assay.draft.asked.answers import proposals as proposals_of
from assay.draft.dates import dates, governing
from assay.draft.document import Document, documents
from assay.draft.folder import read_drafts
from assay.draft.gate import Refused, pass_on
from assay.draft.names.joining import join
from assay.draft.names.register import Register
from assay.draft.names.resolving import Mention, persons_in, resolve
from assay.draft.names.sightings import sightings
from assay.draft.names.spelling import plain
from assay.draft.names.tally import Form, Tally
from assay.draft.sayings import sayings
from assay.draft.sayings.entries import Book
from assay.draft.sayings.naming import Named, Names
from assay.draft.statements import drafted
from assay.draft.writing import entry, titled
from assay.library import Library
from assay.library.index.code import code_of
from assay.model.entries import Extension, kind_of
from assay.model.location import Span
from assay.model.proposals import AliasMention, DateMention, NameMention, Part, Proposal, StatementMention
from assay.model.text import Text
from assay.sources import Profile
from assay.voices.hearing import Grammar

if TYPE_CHECKING:
    from assay.draft.asked.asking import Model

Row = NameMention | AliasMention | DateMention | StatementMention
Progress = Callable[[str, int, int], None]
"""Told of each document: what is done with it, its number, and how many there are."""
_CODE = ("draft", "voices", "sources", "model/text.py", "model/voices.py")


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
        self._dossier, self._grammar, self._parts = dossier, grammar, parts
        self._progress, self._each = progress, each
        self._case = dossier.case
        self._people = [name for name in dossier.names if name.id in self._case.persons]
        self._folder = _folder()
        self.draft = Draft(off=grammar.off)

    def run(self) -> Draft:
        """Draft everything that was asked for."""
        tally = Tally.of(self._people)
        for _, yielded in self._first_round():
            for one in yielded:
                tally.add(one.sightings)
        tally.settle()
        forms: Counter[Form] = Counter()
        for _, yielded in self._kept():
            for one in yielded:
                forms.update(form for _, form in persons_in(one.sightings, tally))
        register = join(forms, tally, self._people, self._taken())
        self._second_round(tally, register)
        return self.draft

    # -- the first round

    def _first_round(self) -> Iterator[tuple[Profile, tuple[spool.Yielded, ...]]]:
        profiles = self._dossier.settings.profiles
        for number, profile in enumerate(profiles):
            self._progress("reading", number, len(profiles))
            now = self._dossier.hash_now(profile)
            key = self._key(profile, now)
            yielded = spool.kept(self._folder, self._name(profile), key)
            if yielded is not None:
                self.draft.from_before += 1
            else:
                text = self._dossier.document(profile).text
                if text is None:
                    continue
                yielded = tuple(self._yield(document) for document in self._documents(text))
                spool.keep(self._folder, self._name(profile), key, yielded)
            self.draft.documents += 1
            yield profile, yielded
        self._progress("reading", len(profiles), len(profiles))

    def _yield(self, document: Document) -> spool.Yielded:
        assert document.heard is not None  # it was listened to just now
        dated = tuple(dates(document))
        return spool.as_yielded(
            document,
            sightings=tuple(sightings(document)),
            dates=dated,
            places=tuple(places.places(document)),
            sayings=tuple(sayings(document.text, document.heard, self._grammar, governing(document, dated))),
        )

    def _documents(self, text: Text) -> Iterator[Document]:
        return documents(text, self._dossier.names, self._grammar, self._work_at(text))

    def _work_at(self, text: Text) -> Callable[[int], str | None]:
        library = self._library(text)
        return lambda at: library.work_at(text, at)

    def _library(self, text: Text) -> Library:
        """The works of one document: a library of all of them would hold all of them."""
        return Library(self._case.sources, {text.file: text}, self._dossier.settings.language or "en")

    def _name(self, profile: Profile) -> str:
        return f"{spool.key_of(self._dossier.root.resolve(), profile.path)[:32]}.msgpack"

    def _key(self, profile: Profile, sha256: str) -> str:
        names = sorted((name.words, name.id) for name in self._dossier.names)
        sources = list(self._case.sources.values())  # they say which work stands where
        return spool.key_of(sha256, profile, names, sources, self._grammar.name, code_of(*_CODE))

    def _kept(self) -> Iterator[tuple[Profile, tuple[spool.Yielded, ...]]]:
        for profile in self._dossier.settings.profiles:
            yielded = spool.kept(self._folder, self._name(profile), self._key(profile, self._dossier.hash_now(profile)))
            if yielded is not None:
                yield profile, yielded

    def _taken(self) -> set[str]:
        """Return the casebook's ids that no proposal may have; what was kept is found again under its own."""
        return self._dossier.casebook.spots.keys() - read_drafts(self._dossier.root).decided.keys()

    # -- the second round

    def _second_round(self, tally: Tally, register: Register) -> None:
        ledger, towns = persons.Ledger(), places.PlaceLedger()
        book = Book(register.ids)  # one set, so that no id is given twice
        profiles = self._dossier.settings.profiles
        for number, (profile, yielded) in enumerate(self._kept()):
            self._progress("naming", number, len(profiles))
            text = self._dossier.document(profile).text
            if text is None:
                continue
            self.draft.characters += len(text.body)
            library = self._library(text)
            made: list[Proposal] = []
            for one in yielded:
                document = spool.as_document(one, text, self._work_at(text))
                mentions, moved = self._name_all(document, one, tally, register, made)
                for mention in mentions:
                    evidence = document.evidence(_span(mention))
                    ledger.add(mention, evidence)
                    self._tell(_row(mention, document, register))
                for place in one.places:
                    towns.add(place)
                for date in one.dates:
                    self._tell(date)
                names = Names([_name_of(mention, register) for mention in mentions], self._known_to(register, moved))
                said = drafted(document, one.sayings, names, book)
                for row in said.mentions:
                    self._tell(row)
                made += said.proposals
                made += self._asked(document, register)
            self._take(made, library)
        self._progress("naming", len(profiles), len(profiles))
        if "persons" in self._parts:
            self._take(list(persons.proposals(register, ledger, self._known_names())), Library({}, {}))
            self._take(list(self._still_needed(register)), Library({}, {}))
        self._take(
            list(places.proposals(towns, self._known_places(), register.free, _called(register))), Library({}, {})
        )
        self._refuse_misnamed()
        self.draft.proposals = _ordered(_wanted(self.draft.proposals, self.draft.refused))

    def _refuse_misnamed(self) -> None:
        """Refuse what names something of another kind than must stand there."""
        entries = [
            (one, placed.entry) for one in self.draft.proposals for placed in parse_text(one.text + "\n").entries
        ]
        kinds = {id_: kind_of(known) for id_, known in self._case.described.items()}
        kinds |= {made.id: kind_of(made) for _, made in entries if not isinstance(made, Extension)}
        for one, made in entries:
            for used in references(made):
                if kinds.get(used.name, used.kinds[0]) not in used.kinds:
                    self.draft.proposals.remove(one)
                    self.draft.refused.append(
                        Refused(one, f"{used.name} is a {kinds[used.name]}, and names it wrongly")
                    )
                    break

    def _still_needed(self, register: Register) -> Iterator[Proposal]:
        """Describe persons whom only statements name: by a name that elsewhere in the document is another's."""
        made = {one.id for one in self.draft.proposals}
        for proposal in tuple(self.draft.proposals):
            for id_ in _named(proposal.text):
                person = register.persons.get(id_)
                if person is not None and not person.is_known and id_ not in made:
                    made.add(id_)
                    rule = "a name that statements use"
                    text = entry(f"person {id_} {titled(person.title)}", [("proposed", rule)])
                    yield Proposal("persons", id_, text, rule, "carried", proposal.evidence)

    def _name_all(
        self, document: Document, one: spool.Yielded, tally: Tally, register: Register, made: list[Proposal]
    ) -> tuple[list[Mention], dict[str, str]]:
        """Say whom each name of a document means, aliases included, and propose these; and whose names are aliases."""
        mentions = list(resolve(list(persons_in(one.sightings, tally)), register))
        found = aliases(document, mentions)
        is_other = {plain(each.alias): _has_bearer(each.alias, register) for each in found}
        known = self._known_names()
        for each in found:
            self._tell(naming.mention(document, each))
            if _bare(each.alias) not in known:
                made += naming.proposals(document, each, is_other=is_other[plain(each.alias)])
        meant = list(rebound(mentions, found, is_other))
        moved = {one.person: other.person for one, other in zip(mentions, meant, strict=True) if one != other}
        return meant, {id_: other for id_, other in moved.items() if not register.persons[id_].is_known}

    def _known_to(self, register: Register, moved: Mapping[str, str]) -> Callable[[str], tuple[str, str] | None]:
        """Return a function that finds whom a name means anywhere: an id, and what he is called.

        `moved` are those whose name stands for another person's in this document, with that person.
        """
        titles = {plain(name.words): (name.id, name.title) for name in self._dossier.names}

        def known(name: str) -> tuple[str, str] | None:
            found = register.who(name)
            id_ = moved.get(found or "", found)
            return titles.get(plain(name)) or (None if id_ is None else (id_, register.persons[id_].title))

        return known

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

    def _known_names(self) -> frozenset[str]:
        """Names that the casebook has, scoped ones included."""
        scoped = (alias.name for person in self._case.persons.values() for alias in person.aliases)
        return frozenset(_bare(words) for words in (*(name.words for name in self._people), *scoped))

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


def _folder() -> Path:
    """Where what documents yield is put aside: the user's cache, or where that cannot be written a folder for once."""
    try:
        folder = cache_folder() / "drafts"
        folder.mkdir(exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="assay-"))
    return folder


def _span(mention: Mention) -> Span:
    return Span(mention.sighting.start, mention.sighting.end)


def _name_of(mention: Mention, register: Register) -> Named:
    person = register.persons[mention.person]
    return Named(_span(mention), person.id, person.title)


def _row(mention: Mention, document: Document, register: Register) -> NameMention:
    span = _span(mention)
    person = register.persons[mention.person]
    return NameMention(
        document.evidence(span), document.body[span.start : span.end], person.id, person.title, mention.rule
    )


def _called(register: Register) -> frozenset[str]:
    """Names of persons, folded: what a parser may have taken for places."""
    return frozenset(register.by_surname) | {plain(person.title) for person in register.persons.values()}


def _has_bearer(alias: str, register: Register) -> bool:
    """Say whether somebody else is called so: by a casebook's entry, or with first names or initials of his own."""
    last = alias.rsplit(maxsplit=1)[-1]
    for id_ in register.by_surname.get(plain(last), ()):
        person = register.persons[id_]
        if person.is_known or any(form.given for form in person.forms):
            return True
    return False


def _wanted(made: Sequence[Proposal], refused: Sequence[Refused]) -> list[Proposal]:
    """Leave out what was proposed only for the sake of statements that were refused: their claims and persons."""
    lost = {name for one in refused for name in _named(one.proposal.text)}
    lost -= {name for one in made for name in _named(one.text)}
    return [one for one in made if one.id not in lost]


def _named(text: str) -> Iterator[str]:
    """Name what an entry uses."""
    for placed in parse_text(text + "\n").entries:
        yield from (reference.name for reference in references(placed.entry))


def _bare(name: str) -> str:
    """Fold a name, without an article before it: *The Old Man*, *Old Man*."""
    return plain(name).removeprefix("the ")


def _ordered(made: Sequence[Proposal]) -> list[Proposal]:
    """Sort proposals by where they stand; the order of what stands together is kept."""
    return sorted(made, key=lambda one: (one.evidence[0].file, one.evidence[0].span) if one.evidence else ("", 0))
