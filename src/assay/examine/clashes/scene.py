"""The claims that somebody stands for, and what the kinds of clashes share."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from assay.examine.identity import Identity
from assay.examine.places import Gazetteer, Lie
from assay.model.case import Case
from assay.model.dates import Dating, in_words
from assay.model.entries import Claim, Facts
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


class Scene:
    """Claims with somebody who stands for them, among which clashes are looked for."""

    def __init__(self, case: Case, heard: Mapping[str, bool]) -> None:
        """Take a case, and the claims that are heard, each with whether all who stand for it are only reported."""
        self.case = case
        self.heard = heard
        self.identity = Identity(case)
        self.gazetteer = Gazetteer(case, self.identity)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every heard claim as its words say, and once more with what it assumes."""
        return tuple(self._readings())

    def _readings(self) -> Iterator[Reading]:
        for id_ in self.heard:
            claim = self.case.claims[id_]
            yield Reading(claim, claim.facts)
            if claim.assumed != Facts():
                yield Reading(claim, claim.facts.assuming(claim.assumed), self._in_words(claim.assumed))

    def _in_words(self, assumed: Facts) -> str:
        said: list[str] = []
        if assumed.where is not None:
            said.append(f"that it was at {self.case.called(assumed.where)}")
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
        out = [f"give up {member}" for member in members]
        if assumed:
            because += f"; this takes it {' and '.join(assumed)}, which the words do not say"
            out.append(f"give up the assumption {' and '.join(assumed)}")
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
