"""Which claims could clash with which, whoever speaks for them: what must be looked at again when one changes.

Two claims can clash only where they have something in common: a person who was somewhere, a place of which one says
when it stood, a kind of event, a unit that is counted, or where one names the other. More is found here than clashes.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from assay.examine.clashes import journeys
from assay.examine.clashes.events import kind_of_event
from assay.examine.identity import Identity
from assay.examine.places import Gazetteer
from assay.model.case import Case
from assay.model.entries import Claim, Facts

Mark = tuple[Literal["who", "unit", "event", "none", "at", "stood", "is", "names"], str]
_MEET: dict[str, tuple[str, ...]] = {
    "who": ("who",),
    "unit": ("unit",),
    "event": ("none",),
    "none": ("event", "none"),
    "at": ("stood",),
    "stood": ("at", "stood"),
    "is": ("is", "names"),
    "names": ("is",),
}
"""Of what sort of mark a claim may clash with one that has the same mark of which sorts."""


class Neighbours:
    """What the claims of a case have in common."""

    def __init__(self, case: Case) -> None:
        """Read the claims of a case."""
        self._case, self._identity = case, Identity(case)
        self._gazetteer = Gazetteer(case, self._identity)
        self._having: dict[tuple[str, str], set[str]] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        present: dict[str, int] = {}
        for claim in case.claims.values():
            marks = tuple(dict.fromkeys(self._marks_of(claim)))
            self._marks[claim.id] = marks
            for mark in marks:
                self._having.setdefault(mark, set()).add(claim.id)
                if mark[0] == "who":
                    present[mark[1]] = present.get(mark[1], 0) + 2 * len(self._subjects(claim))
        self._crowded = {person for person, times in present.items() if times > journeys.MOST_PRESENCES}

    def of(self, claims: Iterable[str]) -> set[str]:
        """Return claims, and all that might clash with one of them."""
        found = set(claims)
        for mark in {mark for claim in claims for mark in self._marks.get(claim, ())}:
            for sort in _MEET[mark[0]]:
                found |= self._having.get((sort, mark[1]), set())
        return found

    def persons_in(self, claims: Iterable[str]) -> set[str]:
        """Return everybody whom claims place somewhere."""
        return {name for claim in claims for sort, name in self._marks.get(claim, ()) if sort == "who"}

    def is_crowded(self, claims: Iterable[str]) -> bool:
        """Say whether somebody in claims is in so many that not all of his presences are compared with one another."""
        return bool(self._crowded) and not self._crowded.isdisjoint(self.persons_in(claims))

    def _subjects(self, claim: Claim) -> list[Claim]:
        """Return a claim and all that it implies."""
        found, todo = {claim.id: claim}, list(claim.implies)
        while todo:
            id_ = todo.pop()
            if id_ not in found and id_ in self._case.claims:
                found[id_] = self._case.claims[id_]
                todo += found[id_].implies
        return list(found.values())

    def _marks_of(self, claim: Claim) -> Iterator[Mark]:
        for subject in self._subjects(claim):
            yield "is", subject.id
            named = (order.claim for order in (*subject.after, *subject.before))
            yield from (("names", id_) for id_ in (*named, *subject.excludes))
            yield from self._marks_in(subject.facts)
            if subject.assumed != Facts():
                yield from self._marks_in(subject.facts.assuming(subject.assumed))

    def _marks_in(self, facts: Facts) -> Iterator[Mark]:
        if facts.where is not None:
            here = self._gazetteer.one(facts.where)
            yield from (("who", self._identity.one(name)) for name in facts.who)
            yield from (("at", place) for place in (here, *self._gazetteer.around(here)))
            if facts.existed is not None:
                yield "stood", here
        if facts.event is not None:
            yield "event", kind_of_event(facts.event)
        if facts.none is not None:
            yield "none", kind_of_event(facts.none)
        if facts.count is not None:
            yield "unit", kind_of_event(facts.count.unit)
