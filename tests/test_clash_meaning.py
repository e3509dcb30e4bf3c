"""What must and might clash, against trying every day on which everything may have been."""

import itertools
import random
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np  # noqa: F401 - loaded once, and not within an example that is timed
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.examine import examine
from assay.model.case import Case
from assay.model.findings import Clash, Findings
from conftest import ROOT, case

sys.path.append(str(ROOT / "bench"))
planted = pytest.importorskip("planted_worlds")

REGISTER = """\
source s "S"
  held: no
person w "W"
person ann "Ann"
person bob "Bob"
place village "Village"
place mill "Mill"
  in: village
place port "Port"
"""
NESTED = {("mill", "village"), ("mill", "mill"), ("village", "village"), ("port", "port")}


def day(number: int) -> str:
    return f"1931-05-{number + 3:02}"


class Told:
    """A claim with its days: a happening within `first` to `last`, or a span that begins and ends within them."""

    def __init__(
        self, sort: str, where: str, who: str, first: int, last: int, *, about: bool, after: int | None
    ) -> None:
        self.sort, self.where, self.who, self.first, self.last = sort, where, who, first, max(first, last)
        self.about, self.after = about, after
        if about:
            self.last = first

    def text(self, number: int) -> str:
        date = day(self.first) + "~" if self.about else f"{day(self.first)}/{day(self.last)}"
        lines = {
            "was": [f"who: {self.who}", f"where: {self.where}", f"when: {date}"],
            "event": ["event: fire", f"where: {self.where}", f"when: {date}"],
            "none": ["none: fire", f"where: {self.where}", f"when: {date}"],
            "existed": [f"where: {self.where}", f"existed: {date}"],
        }[self.sort]
        if self.after is not None and self.sort in ("was", "event"):
            lines.append(f"after: c{self.after}")
        head = f'claim c{number} "C{number}"\n  ' + "\n  ".join(lines)
        return f"{head}\n\n1940 w affirms c{number}\n  cite: s p. 1\n    > words"

    @property
    def happens(self) -> bool:
        return self.sort in ("was", "event")

    def readings(self) -> Iterator[tuple[int, int]]:
        """Every day on which it may have been, or every pair of first and last day."""
        first, last = (self.first - 1, self.first + 1) if self.about else (self.first, self.last)
        days = range(first, last + 1)
        if self.happens:
            yield from ((one, one) for one in days)
        elif self.about:
            yield from ((one, other) for one in days for other in days if one <= other)
        else:
            yield (first, last)


def contradict(told: list[Told], one: int, other: int, at: dict[int, tuple[int, int]]) -> bool:
    """Say whether two claims contradict each other once the days are known; their order apart."""
    a, b = told[one], told[other]
    if a.sort == b.sort == "was":
        apart = (a.where, b.where) not in NESTED and (b.where, a.where) not in NESTED
        return a.who == b.who and apart and at[one] == at[other]
    if a.sort == b.sort == "existed":
        return a.where == b.where and (at[one][1] < at[other][0] or at[other][1] < at[one][0])
    if a.happens and not b.happens and (a.where, b.where) in NESTED:
        inside = at[other][0] <= at[one][0] <= at[other][1]
        return not inside if b.sort == "existed" else inside and a.sort == "event"
    return b.happens and not a.happens and contradict(told, other, one, at)


def in_order(told: list[Told], some: tuple[int, ...], at: dict[int, tuple[int, int]]) -> bool:
    later: dict[int, int] = {}
    for one in some:
        other = told[one].after
        if other in some and told[one].happens and told[other].happens:
            if at[one][0] < at[other][0]:
                return False
            if at[one] == at[other]:
                later[one] = other
    for one in later:
        here, seen = one, set()
        while here in later and here not in seen:
            seen.add(here)
            here = later[here]
        if here in seen:
            return False
    return True


def readings(told: list[Told], some: tuple[int, ...]) -> Iterator[dict[int, tuple[int, int]]]:
    for days in itertools.product(*(told[one].readings() for one in some)):
        yield dict(zip(some, days, strict=True))


def possible(told: list[Told], some: tuple[int, ...]) -> bool:
    return any(
        in_order(told, some, at)
        and not any(contradict(told, one, other, at) for one, other in itertools.combinations(some, 2))
        for at in readings(told, some)
    )


@st.composite
def tellings(draw: st.DrawFn) -> list[Told]:
    found = []
    count = draw(st.integers(2, 5))
    for _ in range(count):
        sort = draw(st.sampled_from(["was", "was", "was", "event", "none", "existed"]))
        places = ["village", "port"] if sort in ("none", "existed") else ["mill", "mill", "village", "port"]
        first, last = draw(st.integers(0, 3)), draw(st.integers(0, 3))
        after = draw(st.none() | st.integers(0, count - 1))
        told = Told(sort, draw(st.sampled_from(places)), draw(st.sampled_from(["ann", "ann", "bob"])), first, last,
                    about=draw(st.booleans()), after=after)  # fmt: skip
        found.append(told)
    for number, told in enumerate(found):
        if told.after == number or (told.after is not None and not found[told.after].happens):
            told.after = None
    return found


def world(told: list[Told]) -> Case:
    return case("\n\n".join([REGISTER, *(one.text(number) for number, one in enumerate(told))]))


def members(clashes: tuple[Clash, ...], *, must: bool) -> set[frozenset[str]]:
    return {frozenset(clash.members) for clash in clashes if clash.must == must}


@settings(max_examples=300, deadline=None)
@given(tellings())
def test_what_must_clash_does_so_under_every_reading(told: list[Told]) -> None:
    every = range(len(told))
    subsets = [some for size in range(1, len(told) + 1) for some in itertools.combinations(every, size)]
    fits = {some: possible(told, some) for some in subsets} | {(): True}
    smallest = {
        frozenset(f"c{one}" for one in some)
        for some in subsets
        if not fits[some] and all(fits[tuple(o for o in some if o != one)] for one in some)
    }
    findings = examine(world(told))
    assert members(findings.clashes, must=True) == smallest
    assert not findings.limits
    for tangle in findings.tangles:
        assert not tangle.stopped
        conflicts = {conflict for conflict in smallest if conflict <= set(tangle.members)}
        assert all(all(set(way) & conflict for conflict in conflicts) for way in tangle.ways_out)
        for way in tangle.ways_out:
            assert not any(all((set(way) - {one}) & c for c in conflicts) for one in way)


@settings(max_examples=200, deadline=None)
@given(tellings())
def test_two_might_clash_where_they_do_under_some_reading(told: list[Told]) -> None:
    for one in told:
        one.after = None
    findings = examine(world(told))
    expected = {
        frozenset({f"c{one}", f"c{other}"})
        for one, other in itertools.combinations(range(len(told)), 2)
        if any(contradict(told, one, other, at) for at in readings(told, (one, other))) and possible(told, (one, other))
    }
    assert members(findings.clashes, must=False) == expected


@settings(max_examples=200, deadline=None)
@given(tellings(), st.data())
def test_vaguer_dates_never_turn_might_into_must(told: list[Told], data: st.DataObject) -> None:
    """What happened is taken to have happened within a wider date: whatever must clash then, must before."""
    before = members(examine(world(told)).clashes, must=True)
    for one in told:
        if one.happens and not one.about:
            one.last += data.draw(st.integers(0, 2))
            one.first -= data.draw(st.integers(0, 2))
    for wide in members(examine(world(told)).clashes, must=True):
        assert any(narrow <= wide for narrow in before)


def as_set(findings: Findings) -> set[tuple[Any, ...]]:
    return {(c.kind, c.must, c.members) for c in findings.clashes} | {
        (t.members, t.conflicts, frozenset(t.ways_out)) for t in findings.tangles
    }


@settings(max_examples=100, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_no_clash(told: list[Told], draw: random.Random) -> None:
    parts = "\n\n".join(one.text(number) for number, one in enumerate(told)).split("\n\n")
    one = examine(case("\n\n".join([REGISTER, *parts])))
    draw.shuffle(parts)
    assert as_set(examine(case("\n\n".join([REGISTER, *parts])))) == as_set(one)


@pytest.mark.parametrize("seed", range(12))
def test_planted_clashes_are_found_and_near_misses_are_not(seed: int) -> None:
    planting = planted.world(seed)
    findings = examine(case(planting.text))
    found = {(frozenset(clash.members), clash.must) for clash in findings.clashes}
    assert [plant for plant in planting.must if (plant[1], True) not in found] == []
    assert [plant for plant in planting.might if (plant[1], False) not in found] == []
    assert [clash for clash in findings.clashes if planting.quiet & set(clash.members)] == []
    expected = {members for _, members in (*planting.must, *planting.might)}
    assert [clash for clash in findings.clashes if frozenset(clash.members) not in expected] == []
