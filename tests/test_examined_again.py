"""What is examined again, where little differs, is what is found from the beginning."""

import random
import re

import numpy as np  # noqa: F401 - loaded once, and not within an example that is timed
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.examine import strike
from assay.examine.clashes import journeys, presence
from assay.examine.examination import put_together
from assay.examine.examined import Examined
from assay.examine.hearsay import with_hearsay
from assay.model.case import Case
from assay.model.findings import Findings
from conftest import case
from worlds import CLAIMS, PEOPLE, SELECTORS, worlds

STRIKES = st.lists(SELECTORS, min_size=1, max_size=3)
CLAIM = st.sampled_from(CLAIMS)
MORE = st.lists(
    st.one_of(
        st.builds("extend claim {}\n  {}: {}".format, CLAIM, st.sampled_from(["after", "before", "implies"]), CLAIM),
        st.builds("extend claim {}\n  after: {} by at least 3 days".format, CLAIM, CLAIM),
        st.builds("extend claim {}\n  assumes: where {}".format, CLAIM, st.sampled_from(["town", "inn", "port"])),
        st.builds("extend person {}\n  born: {}".format, st.sampled_from(PEOPLE), st.sampled_from(["1900", "1931-05"])),
        st.builds("extend person {}\n  died: 1931-04".format, st.sampled_from(PEOPLE)),
        st.sampled_from(["extend source w2\n  calendar: julian", "extend place town\n  at: 1, 1"]),
        st.just("extend place port\n  at: 40, 40"),
        st.just("scenario less\n  strike: ann, #s1"),
        st.builds("2024 dot doubt {}\n  because: no".format, CLAIM),
        st.just("2024 dot doubt #s0\n  because: no"),
        st.builds("2024 dot doubt #s0 memory of {}\n  because: no".format, st.sampled_from(PEOPLE)),
        st.builds("2024 eve vouch #s1 meaning of {}\n  because: no".format, st.sampled_from(PEOPLE)),
        st.builds('claim c5 "C5"\n  who: ann\n  where: port\n  when: 1931-05-03\n  implies: {}'.format, CLAIM),
        st.builds("1930 {} affirms c5 #s9\n  cite: w1 p. 1\n    > words".format, st.sampled_from(PEOPLE)),
    ),
    max_size=5,
    unique_by=lambda entry: entry if entry.startswith("extend") else " ".join(entry.split()[:2]),
)  # fmt: skip


def found(world: Case) -> Findings:
    return put_together(Examined(world))


@settings(max_examples=300, deadline=None)
@given(worlds(), MORE, st.lists(STRIKES, min_size=1, max_size=3))
def test_strikes(text: str, more: list[str], sequence: list[list[str]]) -> None:
    """One set of strikes in the place of another, and one on top of another."""
    world = with_setting(text, more)
    whole = examined = Examined(world)
    for strikes in sequence:
        left = strike(whole.case, strikes)
        assert put_together(whole.again(left)) == put_together(examined.again(left)) == found(left)
        examined = examined.again(strike(examined.case, strikes))
        assert put_together(examined) == found(strike(examined.case, ()))
    assert put_together(examined.again(whole.case)) == put_together(whole)


@settings(max_examples=300, deadline=None)
@given(worlds(), MORE, st.lists(SELECTORS, max_size=2), st.randoms(use_true_random=False))
def test_entries_that_go_and_come(text: str, more: list[str], strikes: list[str], draw: random.Random) -> None:
    """The casebook with a few entries less, and with them again, with something struck or not."""
    world, less = with_setting(text, more), with_setting(without_some(text, draw), more)
    whole, part = strike(world, strikes_in(world, strikes)), strike(less, strikes_in(less, strikes))
    assert put_together(Examined(whole).again(part)) == found(part)
    assert put_together(Examined(part).again(whole)) == found(whole)
    traced = with_hearsay(world)
    assert with_hearsay(less, traced).inherited == with_hearsay(less).inherited
    assert put_together(Examined(traced).again(with_hearsay(less, traced))) == found(less)


@settings(max_examples=100, deadline=None)
@given(worlds(), MORE, STRIKES)
def test_where_a_search_stops(text: str, more: list[str], strikes: list[str]) -> None:
    """Persons of whom not everything is compared or listed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journeys, "MOST_PRESENCES", 2)
        patch.setattr(presence, "MOST_MIGHTS", 1)
        world = with_setting(text, [*more, *ANYWHERE])
        left = strike(world, strikes)
        assert put_together(Examined(world).again(left)) == found(left)


ANYWHERE = [
    entry
    for number in range(4)
    for entry in (
        f'claim d{number} "D{number}"\n  who: ann\n  where: {["town", "port"][number % 2]}\n  when: 193X',
        f"1931 {PEOPLE[number]} affirms d{number} #d{number}-said\n  cite: w{number + 1} p. 1\n    > words",
    )
]


def with_setting(text: str, more: list[str]) -> Case:
    return case("\n\n".join([text, *more, "1931 dot doubts c1\n  setting: court\n  cite: w1 p. 1\n    > words"]))


def without_some(text: str, draw: random.Random) -> str:
    register, *entries = text.split("\n\n")
    kept = [entry for entry in entries if entry.startswith("claim") or draw.random() < 0.6]
    names = set(re.findall(r"#s\d", " ".join(entry.split("\n")[0] for entry in kept if "2024" not in entry)))
    kept = [entry for entry in kept if set(re.findall(r"#s\d", entry)) <= names]
    return "\n\n".join([register, *kept])


def strikes_in(world: Case, strikes: list[str]) -> list[str]:
    return [name for name in strikes if name[0] != "#" or name[1:] in world.statements]
