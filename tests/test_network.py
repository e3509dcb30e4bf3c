"""Statements about time, against trying everything."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from assay.examine.network import DAY, RANK, Atom, Constraint, Days, all_conflicts, day_edge, is_conflict, solve

NAMES = ("a", "b", "c")
GRID = range(4)


def within(name: str, first: int, last: int, owner: str) -> Constraint:
    edges = (("", name, first * DAY), (name, "", -last * DAY - RANK))
    return Constraint(frozenset({("claim", owner)}), (edges,), "")


def gap(one: str, other: str, days: int) -> tuple[tuple[str, str, int], ...]:
    return (day_edge(one, other, days),)


_pairs = st.sampled_from(list(itertools.permutations(NAMES, 2)))
_owner = st.frozensets(st.sampled_from([("claim", name) for name in "pqrst"]), min_size=1, max_size=2)
_said = st.one_of(
    st.builds(lambda o, p, d: Constraint(o, (gap(p[0], p[1], d),), ""), _owner, _pairs, st.integers(-2, 3)),
    st.builds(lambda o, p, d: Constraint(o, (gap(p[0], p[1], d), gap(p[1], p[0], d)), ""), _owner, _pairs, st.integers(1, 3)),
    st.builds(
        lambda o, n, a, b: within(n, min(a, b), max(a, b), o),
        st.sampled_from("pqrst"), st.sampled_from(NAMES), st.integers(0, 3), st.integers(0, 3),
    ),
    st.builds(lambda o, p: Constraint(o, (((p[0], p[1], 1),),), ""), _owner, _pairs),
)  # fmt: skip
# Everything happens on one of four days, whoever is believed.
HARD = [Constraint(frozenset(), within(name, 0, 3, "").alternatives, "") for name in NAMES]


def possible(constraints: list[Constraint]) -> bool:
    """Try every day, and every rank within the day, of three unknowns."""
    for days in itertools.product(GRID, repeat=len(NAMES)):
        for ranks in itertools.product(range(len(NAMES)), repeat=len(NAMES)):
            at = dict(zip(NAMES, zip(days, ranks, strict=True), strict=True)) | {"": (0, 0)}
            if all(any(all(_fits(at, *edge) for edge in way) for way in one.alternatives) for one in constraints):
                return True
    return False


def _fits(at: dict[str, tuple[int, int]], earlier: str, later: str, least: int) -> bool:
    if least == 1:  # strictly after
        return at[later] > at[earlier]
    days = -((-least) // DAY) if least % DAY == 0 else (least + RANK) // DAY
    return at[later][0] - at[earlier][0] >= days


@settings(max_examples=400, deadline=None)
@given(st.lists(_said, max_size=7))
def test_the_search_agrees_with_trying_every_day(said: list[Constraint]) -> None:
    assert isinstance(solve([*HARD, *said]), Days) == possible([*HARD, *said])


@settings(max_examples=150, deadline=None)
@given(st.lists(_said, max_size=7))
def test_all_conflicts_and_all_ways_out(said: list[Constraint]) -> None:
    everything = [*HARD, *said]
    atoms = sorted({atom for one in said for atom in one.owners})
    subsets = [frozenset(some) for size in range(len(atoms) + 1) for some in itertools.combinations(atoms, size)]
    fits = {some: possible([one for one in everything if one.owners <= some]) for some in subsets}
    conflicts = {s for s in subsets if not fits[s] and all(fits[s - {atom}] for atom in s)}
    whole: frozenset[Atom] = frozenset(atoms)
    ways = {s for s in subsets if s and fits[whole - s] and not any(fits[whole - (s - {atom})] for atom in s)}
    found = all_conflicts(everything)
    assert found.complete
    assert set(found.conflicts) == conflicts
    assert set(found.ways_out) == ways
    assert all(is_conflict(conflict, everything) for conflict in conflicts)
    assert not any(is_conflict(some, everything) for some in subsets if some not in conflicts)
