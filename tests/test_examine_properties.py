"""What must hold of every examination, whatever the testimony."""

import itertools
import random
import re

import numpy as np  # noqa: F401 - loaded once, and not within an example that is timed
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.examine import examine, independence, strike
from assay.examine.blast import single_strikes
from assay.examine.evidence import Evidence, gather
from assay.examine.hearsay import with_hearsay
from assay.examine.identity import Identity
from assay.examine.independence import Joined, most_independent, smallest_cuts
from assay.examine.questions import what_would_decide
from assay.examine.sides import Weighing
from assay.examine.witness import account
from assay.model.case import Case
from assay.model.findings import LOST, STANDS, Side
from assay.report.layout import Layout
from assay.report.questions_text import question_lines
from conftest import case
from readings import printed
from worlds import SELECTORS, worlds

IN_COURT = "1931 dot doubts c1\n  setting: court"  # so that there is a setting to strike


def sides(world: Case) -> dict[tuple[str, str], Side]:
    world = with_hearsay(world)
    found: dict[str, Evidence] = gather(world, Weighing(world))
    return {(claim, name): getattr(evidence, name) for claim, evidence in found.items() for name in ("pro", "contra")}


@settings(max_examples=300)
@given(worlds(), st.lists(SELECTORS, min_size=1, max_size=3))
def test_striking_more_never_makes_a_side_firmer(text: str, strikes: list[str]) -> None:
    world = case(f"{text}\n\n{IN_COURT}")
    before = sides(world)
    for selector in strikes:
        world = strike(world, [selector])
        after = sides(world)
        for key, side in after.items():
            assert side.firmness <= before[key].firmness
            assert side.roots[0] <= before[key].roots[0]
            assert side.roots[1] <= before[key].roots[1]
        before = after


@settings(max_examples=300)
@given(worlds(), st.data())
def test_an_echo_never_adds_a_root(text: str, data: st.DataObject) -> None:
    """Whoever has it from a witness, or says again what he said, adds a voice and no root."""
    world = case(text)
    heard = [s for s in world.statements.values() if s.act in ("affirms", "denies")]
    if not heard:
        return
    said = data.draw(st.sampled_from(heard))
    teller = data.draw(st.sampled_from([said.witness, *said.via, *(said.knows.chain if said.knows else ())]))
    again = data.draw(st.sampled_from(["fay", said.witness]))
    echo = f"1940 {again} {said.act} {said.claim} #echo\n  knows: from {teller}\n  cite: w1 p. 1\n    > words"
    if again == teller:
        (echo,) = (part for part in text.split("\n\n") if f"#{said.id}" in part.split("\n")[0] and "2024" not in part)
        echo = echo.replace(f"#{said.id}", "#echo")
    before, after = sides(world), sides(case(f"{text}\n\n{echo}"))
    for key, side in after.items():
        assert side.roots[0] <= before[key].roots[0]
        assert side.roots[1] <= before[key].roots[1]


@settings(max_examples=200)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(text: str, draw: random.Random) -> None:
    parts = text.split("\n\n")
    shuffled = parts[1:]
    draw.shuffle(shuffled)
    one = {claim.id: claim for claim in examine(case(text)).claims}
    other = {claim.id: claim for claim in examine(case("\n\n".join([parts[0], *shuffled]))).claims}
    for claim, found in one.items():
        assert found.standing == other[claim].standing
        assert (found.pro.roots, found.pro.cuts) == (other[claim].pro.roots, other[claim].pro.cuts)


@settings(max_examples=200)
@given(worlds(), SELECTORS)
def test_what_was_struck_occurs_in_no_conclusion(text: str, selector: str) -> None:
    world = case(f"{text}\n\n{IN_COURT}")
    left = strike(world, [selector])
    gone = world.statements.keys() - left.statements.keys()
    assert gone == left.struck
    findings = examine(world, [selector])
    for claim in findings.claims:
        for route in (*claim.pro.routes, *claim.contra.routes):
            assert route.statement not in gone
        assert (claim.standing == "unsupported") <= (claim.id in left.struck_claims)


@settings(max_examples=200)
@given(worlds())
def test_standings_keep_to_their_rules(text: str) -> None:
    for claim in examine(case(text)).claims:
        assert claim.pro.roots[0] <= claim.pro.roots[1]
        assert (claim.standing in STANDS) <= (claim.pro.firmness > claim.contra.firmness)
        if claim.standing in STANDS:
            assert claim.standing == str(claim.pro.firmness)
        assert (claim.standing in LOST) <= (bool(claim.contra.routes or claim.contra.accepted_by or claim.clashes))
        assert (claim.standing in ("contradicted", "refuted")) <= any(clash.must for clash in claim.clashes)


@settings(max_examples=200)
@given(worlds())
def test_whoever_disbelieves_a_cut_is_left_with_nothing(text: str) -> None:
    """A cut, struck, leaves the side without a route; nothing smaller does."""
    world = case(text)
    for (claim, name), side in sides(world).items():
        for cut in side.cuts:
            left = sides(strike(world, cut))
            assert not left[claim, name].routes


EDGES = st.integers(0, 7).flatmap(
    lambda n: st.tuples(st.just(n), st.sets(st.sampled_from(list(itertools.combinations(range(n), 2)) or [(0, 0)])))
)


@given(EDGES)
def test_most_independent_agrees_with_trying_everything(graph: tuple[int, set[tuple[int, int]]]) -> None:
    count, drawn = graph
    edges = {pair for pair in drawn if pair != (0, 0)}
    best = max(
        len(chosen)
        for size in range(count + 1)
        for chosen in itertools.combinations(range(count), size)
        if not any(pair in edges for pair in itertools.combinations(chosen, 2))
    )
    assert most_independent(Joined(count).also(edges)) == (best, best)


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=6))
def test_smallest_cuts_agree_with_trying_everything(routes: list[frozenset[str]]) -> None:
    names = sorted(frozenset().union(*routes))
    for size in range(1, len(names) + 1):
        expected = {
            chosen for chosen in itertools.combinations(names, size) if all(set(chosen) & route for route in routes)
        }
        if expected:
            break
    found, complete = smallest_cuts(routes)
    assert complete
    assert set(found) == expected


def test_a_hard_search_stops_with_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ninety routes that share at random: the answer is a range that holds the true number, which a long search gives."""
    draw = random.Random(1936)
    edges = {pair for pair in itertools.combinations(range(90), 2) if draw.random() < 0.12}
    monkeypatch.setattr(independence, "MOST_STEPS", 60)
    low, high = most_independent(Joined(90).also(edges))
    assert low < high
    monkeypatch.setattr(independence, "MOST_STEPS", 10**7)
    exact = most_independent(Joined(90).also(edges))
    assert low <= exact[0] == exact[1] <= high


def test_group_and_member_are_one_link_and_two_members_are_not() -> None:
    world = case('person a "A"\nperson b "B"\nperson c "C"\ngroup g "G"\n  members: a, b\n')
    identity = Identity(world)
    assert identity.footprint(["g"]) & identity.footprint(["a"])
    assert not identity.footprint(["a"]) & identity.footprint(["b"])
    assert not identity.footprint(["g"]) & identity.footprint(["c"])


COMMANDS = ("silence", "questions", "strikes", "strikes ann", *(f"witness {name}" for name in ("ann", "cid", "club")))


@settings(max_examples=100, deadline=None)
@given(worlds(most=5), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing_that_is_printed(text: str, draw: random.Random) -> None:
    """Statements, judgements and claims in any order, and the register too."""
    register, *parts = text.split("\n\n")
    entries = [*re.split(r"\n(?=\S)", register), *(varied(part, draw) for part in parts)]
    one = case("\n\n".join(entries))
    draw.shuffle(entries)
    other = case("\n\n".join(entries))
    for command in COMMANDS:
        assert printed(one, command) == printed(other, command)


def varied(entry: str, draw: random.Random) -> str:
    """Give a statement another date, a hearer, a custody: what versions of a story are told by."""
    date = draw.choice(["1931", "1930", "1931-05", "1932~", "1933?", "undated"])
    hearer = draw.choice(["", "", "\n  to: ann", "\n  to: club"])
    held = draw.choice(["", "", "\n  under: custody", "\n  under: custody since 1930-05"])
    return re.sub(r"^1931 (.*)", rf"{date} \1{hearer}{held}", entry)


@settings(max_examples=100, deadline=None)
@given(worlds(most=5), SELECTORS)
def test_what_was_struck_is_printed_nowhere(text: str, selector: str) -> None:
    """Neither its label nor its words, which are its own here."""
    text = re.sub(r"(#s(\d+)\n(?:  .*\n)*?  cite: .*\n    > )words", r"\1words-of-s\2", f"{text}\n")
    world = case(f"{text}\n\n{IN_COURT}")
    left = strike(world, [selector])
    for command in COMMANDS:
        shown = printed(world, command, selector) if command != "questions" else asked(world, selector)
        for gone in left.struck:
            assert not re.search(rf"#{gone}\b|words-of-{gone}\b", shown), command


def asked(world: Case, selector: str) -> str:
    """The questions put an answer into the whole case, and strike then."""
    lines = question_lines(what_would_decide(world, [selector]), Layout(strike(world, [selector])))
    return "\n".join(lines)


@settings(max_examples=100, deadline=None)
@given(worlds(most=5))
def test_every_turn_begins_where_the_examination_ends(text: str) -> None:
    """What questions and strikes say of the present is what examine says; and something changes with each question."""
    world = case(text)
    now = {claim.id: (claim.standing, claim.pro.roots) for claim in examine(world).claims}
    decided = what_would_decide(world)
    turns = [turn for question in decided.questions for answer in question.answers for turn in answer.turns]
    turns += [turn for found in single_strikes(world) for turn in found.turns]
    for turn in turns:
        assert (turn.before, turn.roots_before) == now[turn.claim]
        assert (turn.before, turn.roots_before) != (turn.after, turn.roots_after)
    assert all(any(answer.changes_something for answer in question.answers) for question in decided.questions)


@settings(max_examples=100, deadline=None)
@given(worlds(most=6), st.randoms(use_true_random=False))
def test_contact_is_said_only_where_a_statement_records_it(text: str, draw: random.Random) -> None:
    world = case("\n\n".join(varied(part, draw) for part in text.split("\n\n")))
    for person in (*world.persons, *world.groups):
        for found in account(world, person).agreements:
            assert (found.contact is None) == (not found.contacts)
            assert all(contact.statement in world.statements for contact in found.contacts)
            assert found.other.statement in world.statements
