"""The claims that somebody stands for, and what the kinds of clashes share."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from assay.examine.clashes.calendar import Calendars
from assay.examine.identity import Identity
from assay.examine.places import Gazetteer, Lie
from assay.model.case import Case, within
from assay.model.dates import Dating, in_words
from assay.model.entries import Claim, Facts, Statement
from assay.model.findings import Clash


class Grade(IntEnum):
    """Whether something clashes: under no reading, under some, under all."""

    NO = 0
    MIGHT = 1
    MUST = 2


class Reading(Struct, frozen=True):
    """One way to take a claim's facts: as its words say, or with what it assumes."""

    claim: Claim
    facts: Facts
    assumes: str = ""
    of: str = ""
    """The claim that these facts are of, where the claim that is heard implies it."""
    dated: str = ""
    """How its date was moved to New Style."""

    @property
    def subject(self) -> str:
        """The claim whose facts these are."""
        return self.of or self.claim.id


class Scene:
    """Claims with somebody who stands for them, among which clashes are looked for."""

    def __init__(self, case: Case, heard: Mapping[str, bool]) -> None:
        """Take a case, and the claims that are heard, each with whether all who stand for it are only reported."""
        self.case = case
        self.heard = heard
        self.identity = Identity(case)
        self.gazetteer = Gazetteer(case, self.identity)
        self.limits: list[str] = []
        """Where a search stopped, and what is not listed."""
        self.limited: set[str] = set()
        """Of whom some clashes that only might be are not listed."""
        self._calendars = Calendars(case)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every heard claim as its words say, and once more with what it assumes."""
        return tuple(self._readings())

    def _readings(self) -> Iterator[Reading]:
        for id_ in sorted(self.heard):  # the order of entries changes nothing
            claim = self.case.claims[id_]
            for of in (claim, *self._implied(claim)):
                named = "" if of is claim else of.id
                # An implied claim is dated as those write who speak for the claim that implies it.
                facts, dated = self._calendars.facts(id_, of.facts)
                yield Reading(claim, facts, "", named, dated)
                if of.assumed != Facts():
                    facts, dated = self._calendars.facts(id_, of.facts.assuming(of.assumed))
                    yield Reading(claim, facts, self._in_words(of.assumed), named, dated)

    def _implied(self, claim: Claim) -> Iterator[Claim]:
        """Yield every claim that is so if this one is."""
        seen, todo = {claim.id}, list(claim.implies)
        while todo:
            id_ = todo.pop(0)
            if id_ not in seen and id_ in self.case.claims:
                seen.add(id_)
                yield self.case.claims[id_]
                todo += self.case.claims[id_].implies

    @cached_property
    def timed(self) -> frozenset[str]:
        """The claims that are said to come before or after others."""
        claims = self.case.claims.values()
        named = {order.claim for claim in claims for order in (*claim.after, *claim.before)}
        return frozenset(named | {claim.id for claim in claims if claim.after or claim.before})

    def assumed(self, id_: str) -> str:
        """Write what a claim assumes."""
        return self._in_words(self.case.claims[id_].assumed)

    def dated(self, statement: Statement) -> Dating:
        """Return the date of a statement, in New Style."""
        return self._calendars.statement(statement)

    def _in_words(self, assumed: Facts) -> str:
        said: list[str] = []
        if assumed.where is not None:
            said.append(f"that it was at {within(self.case.called(assumed.where))}")
        if assumed.when is not None:
            said.append(f"that it was in {in_words(assumed.when.text)}")
        if assumed.who:
            said.append("that it concerned " + ", ".join(map(self.case.called, assumed.who)))
        rest = (assumed.event, assumed.none, None if assumed.count is None else assumed.count.text)
        said += [f"“{words}”" for words in rest if words]
        return " and ".join(said) or "a fact that its words do not state"

    def clash(self, kind: str, grade: Grade, readings: tuple[Reading, ...], because: str, ways_out: list[str]) -> Clash:
        """Put a clash into words. One that needs an assumption only might be, and says which."""
        members = tuple(dict.fromkeys(reading.claim.id for reading in readings))
        assumed = tuple(dict.fromkeys(reading.assumes for reading in readings if reading.assumes))
        out = [f"“{self.case.called(member)}” is not so" for member in members]
        for reading in readings:
            because += f"; “{reading.claim.title}” implies “{self.case.called(reading.of)}”" if reading.of else ""
        for dated in dict.fromkeys(reading.dated for reading in readings if reading.dated):
            because += f"; {dated}"
        if assumed:
            because += f"; this takes it {' and '.join(assumed)}, which the words do not say"
            out.append(f"it is not so {' and '.join(assumed)}")
        return Clash(
            kind,
            grade is Grade.MUST and not assumed,
            members,
            because,
            (*out, *ways_out),
            grade is Grade.MUST and not assumed and any(self.heard[member] for member in members),
        )

    def lie(self, inner: str | None, outer: str | None) -> Grade:
        """Say whether what is in one place is in another: surely, perhaps, or not at all. None is an unnamed place."""
        if outer is None:
            return Grade.MUST
        if inner is None:
            return Grade.MIGHT
        match self.gazetteer.lie(inner, outer):
            case Lie.SAME | Lie.INSIDE:
                return Grade.MUST
            case Lie.AROUND:
                return Grade.MIGHT
            case Lie.APART:
                return Grade.NO

    def place(self, id_: str | None) -> str:
        """Name a place."""
        return "an unnamed place" if id_ is None else f"“{self.case.called(id_)}”"


def strongest(clashes: list[tuple[Grade, Clash]]) -> Iterator[Clash]:
    """Of clashes between the same claims, keep the one that holds most surely, and with the fewest assumptions."""
    best: dict[tuple[str, ...], Clash] = {}
    for _, clash in sorted(clashes, key=lambda pair: (not pair[1].must, -pair[0], len(pair[1].ways_out))):
        best.setdefault(clash.members, clash)
    yield from best.values()


def when(date: Dating) -> str:
    """Write a date within a sentence."""
    return in_words(date.text)
