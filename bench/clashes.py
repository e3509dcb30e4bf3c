"""Clashes: planted worlds, the sweep, long chains of order, and a component of a dozen claims.

python bench/clashes.py
"""

import random
from collections.abc import Iterator
from itertools import product

import numpy as np
from measure import Figure, median_seconds, table
from planted_worlds import wild, world

from assay.casebook import assemble, parse_text
from assay.examine import examine
from assay.examine.clashes import Scene
from assay.examine.clashes.bounds import bounds
from assay.examine.clashes.sweep import sweep
from assay.examine.network import DAY, RANK, Atom, Constraint, Days, Edge, all_conflicts, day_edge, solve
from assay.model.case import Case
from assay.model.findings import Clash, Findings

COMMAND = "python bench/clashes.py"
WORLDS, WILD, PRESENCES, CHAIN = 100, 60, 1_000_000, 100_000


def _case(text: str) -> Case:
    return assemble({"case.case": text}, {"case.case": parse_text(text)}).case


def _sure(findings: Findings) -> set[frozenset[str]]:
    return {frozenset(clash.members) for clash in findings.clashes if clash.must}


def planted() -> Iterator[Figure]:
    """What was planted and found, and what was called that was not planted."""
    of_two = of_more = found_two = found_more = might = found_might = near = called = ways = found_ways = 0
    for seed in range(WORLDS):
        planting = world(seed)
        findings = examine(_case(planting.text))
        sure = _sure(findings)
        perhaps = {frozenset(clash.members) for clash in findings.clashes if not clash.must}
        two = [members for _, members in planting.must if len(members) == 2]
        more = [members for _, members in planting.must if len(members) > 2]
        of_two, found_two = of_two + len(two), found_two + sum(members in sure for members in two)
        of_more, found_more = of_more + len(more), found_more + sum(members in sure for members in more)
        might += len(planting.might)
        found_might += sum(members in perhaps for _, members in planting.might)
        near += len(planting.quiet)
        expected = {members for _, members in (*planting.must, *planting.might)}
        called += len((sure | perhaps) - expected)
        out = {frozenset(map(frozenset, tangle.ways_out)) for tangle in findings.tangles}
        alone = {frozenset(frozenset({one}) for one in members) for members in sure}
        ways, found_ways = ways + len(planting.ways_out), found_ways + sum(w in out | alone for w in planting.ways_out)
    name = f"{WORLDS} planted worlds of 50 statements: sure clashes of two, found"
    yield Figure(name, f"{found_two}/{of_two}", COMMAND)
    yield Figure("possible clashes of two, found", f"{found_might}/{might}", COMMAND)
    yield Figure("clashes of three and more, found", f"{found_more}/{of_more}", COMMAND)
    yield Figure("all the smallest ways out of those, found", f"{found_ways}/{ways}", COMMAND)
    yield Figure(f"claims in near misses ({near}) or others called that were not planted", f"{called}", COMMAND)


def tangled() -> Iterator[Figure]:
    """Worlds that hang together throughout: what is shown, and whether each set does what it says."""
    conflicts = refused = ways = wrong = stopped = 0
    for seed in range(WILD):
        scene, pairs = _scene(wild(seed, 50, 1 + seed % 6))
        said = [one.constraint for one in bounds(scene, pairs)]
        findings = examine(scene.case)
        refused += sum("verified" in line for line in findings.limits)
        for tangle in findings.tangles:
            conflicts += tangle.conflicts
            stopped += bool(tangle.stopped)
            ways += len(tangle.ways_out)
            wrong += sum(not _resolves(way, tangle.members, said) for way in tangle.ways_out if not tangle.stopped)
    yield Figure(f"{WILD} worlds of 50 statements that hang together: conflicts", f"{conflicts}", COMMAND)
    yield Figure("of these refused by the checker, and not shown", f"{refused}", COMMAND)
    yield Figure("smallest ways out", f"{ways}", COMMAND)
    yield Figure("of these that leave a conflict, or of which less would do", f"{wrong}", COMMAND)
    yield Figure("groups of which the search stopped, and says so", f"{stopped}", COMMAND)


def _scene(text: str) -> tuple[Scene, list[Clash]]:
    case = _case(text)
    scene = Scene(case, dict.fromkeys(case.claims, False))
    return scene, [clash for clash in examine(case).clashes if len(clash.members) == 2]


def _resolves(way: tuple[str, ...], members: tuple[str, ...], said: list[Constraint]) -> bool:
    """Say whether giving up a set leaves no conflict among the claims, and giving up less leaves one."""
    atoms = {("claim", member) for member in members}
    given = {("claim", one) for one in way}
    return _fits(said, atoms - given) and not any(_fits(said, atoms - given | {one}) for one in given)


def _fits(said: list[Constraint], atoms: set[Atom]) -> bool:
    return isinstance(solve([one for one in said if one.owners <= atoms]), Days)


def presences() -> Figure:
    """The sweep: a thousand people, a thousand presences each, a third of them vague."""
    draw = np.random.default_rng(1936)
    person = draw.integers(0, 1000, PRESENCES)
    first = draw.integers(0, 36_500, PRESENCES)
    last = first + draw.choice([0, 0, 0, 0, 30, 365], PRESENCES)
    place = draw.integers(0, 200, PRESENCES)
    seconds = median_seconds(lambda: sweep(person, first, last, place, 1), 3)
    return Figure(f"sweep of {PRESENCES:,} presences (median of 3)", f"{seconds:.2f} s", COMMAND)


def chain(*, closed: bool, shuffled: bool) -> float:
    """A hundred thousand claims, each a day after another, in order or not; `closed` into a conflict."""
    edges: list[tuple[str, tuple[Edge, ...]]] = [("x0", (("", "x0", 0), ("x0", "", -400_000 * DAY - RANK)))]
    edges += [(f"x{n}", (day_edge(f"x{n - 1}", f"x{n}", 1),)) for n in range(1, CHAIN)]
    edges += [("last", ((f"x{CHAIN - 1}", "", -1000 * DAY - RANK),))] if closed else []
    if shuffled:
        random.Random(1936).shuffle(edges)
    said = [Constraint(frozenset({("claim", name)}), (bound,), "") for name, bound in edges]
    return median_seconds(lambda: solve(said), 3)


def dozen() -> Iterator[Figure]:
    """All conflicts and ways out of a component of a dozen claims, the slowest of twenty, warm."""
    taken: list[float] = []
    for seed in range(20):
        scene, pairs = _scene(wild(seed, 12, 1))
        said = [one.constraint for one in bounds(scene, pairs)]
        all_conflicts(said)
        taken.append(median_seconds(lambda said=said: all_conflicts(said), 3))  # type: ignore[misc]
    yield Figure("all conflicts and ways out of a dozen claims, slowest of 20", f"{max(taken) * 1000:.0f} ms", COMMAND)


def main() -> str:
    """Measure, and return the table."""
    figures = [*planted(), *tangled(), presences()]
    for closed, shuffled in product((False, True), repeat=2):
        name = f"chain of {CHAIN:,} claims that {'does not hold' if closed else 'holds'}"
        seconds = chain(closed=closed, shuffled=shuffled)
        name += ", entered in any order" if shuffled else ", entered in order"
        figures.append(Figure(f"{name} (median of 3)", f"{seconds:.2f} s", COMMAND))
    return table("Clashes", [*figures, *dozen()])


if __name__ == "__main__":
    print(main())
