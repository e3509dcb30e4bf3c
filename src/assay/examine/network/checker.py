"""A second opinion on every conflict before it is shown, by another method than the one that found it.

That statements cannot be right together is proved with every alternative tried in turn, over all shortest distances
(Floyd 1962; Warshall 1962) instead of a queue; that none of them can be left out, by days on which the others hold,
laid at each bound. What cannot be proved within the steps allowed counts as refused.
"""

from collections.abc import Sequence
from itertools import product

from assay.examine.network.constraints import Atom, Constraint, Edge
from assay.examine.network.solver import Days, solve

MOST_NETWORKS = 5000
_Distances = list[list[int | None]]


def is_conflict(atoms: frozenset[Atom], constraints: Sequence[Constraint]) -> bool:
    """Say whether statements cannot all be right, and whether all but any one of them can."""
    among = [one for one in constraints if one.owners <= atoms]
    return _cannot_hold(among) and all(_can_hold([c for c in among if atom not in c.owners]) for atom in atoms)


def _can_hold(constraints: Sequence[Constraint]) -> bool:
    """Days are taken from the search and laid at every bound: whoever found them, they either fit or do not."""
    found = solve(constraints)
    if not isinstance(found, Days):
        return False
    at = found.at
    return at.get("", 0) == 0 and all(
        any(all(at[later] - at[earlier] >= least for earlier, later, least in way) for way in one.alternatives)
        for one in constraints
    )


def _cannot_hold(constraints: Sequence[Constraint]) -> bool:
    names = sorted({name for one in constraints for way in one.alternatives for edge in way for name in edge[:2]})
    number = {name: at for at, name in enumerate(names)}
    start: _Distances = [[0 if a == b else None for b in names] for a in names]
    fixed = [edge for one in constraints if len(one.alternatives) == 1 for edge in one.alternatives[0]]
    if not all(_tighten(start, number, edge) for edge in fixed):
        return True
    budget = [MOST_NETWORKS]
    return _no_way(start, number, [one for one in constraints if len(one.alternatives) != 1], budget) and budget[0] > 0


def _no_way(distances: _Distances, number: dict[str, int], left: Sequence[Constraint], budget: list[int]) -> bool:
    """Say whether no choice among the alternatives that are left leads to a network without contradiction."""
    if not left or budget[0] <= 0:
        return False
    first, rest = left[0], left[1:]
    for way in first.alternatives:
        budget[0] -= 1
        branch = [list(row) for row in distances]
        if all(_tighten(branch, number, edge) for edge in way) and not _no_way(branch, number, rest, budget):
            return False
    return True


def _tighten(distances: _Distances, number: dict[str, int], edge: Edge) -> bool:
    """Bring one bound into all distances; False where it contradicts them."""
    earlier, later, least = number[edge[0]], number[edge[1]], edge[2]
    back = distances[later][earlier]
    if back is not None and back + least > 0:
        return False
    known = distances[earlier][later]
    if known is not None and known >= least:
        return True
    for a, b in product(range(len(distances)), repeat=2):
        before, after = distances[a][earlier], distances[later][b]
        if before is not None and after is not None:
            through, direct = before + least + after, distances[a][b]
            if direct is None or through > direct:
                distances[a][b] = through
    return earlier != later or least <= 0
