"""Can these statements about time hold together?

Bounds alone are settled by the longest paths from the beginning of the count: each unknown gets its earliest day. Of
the alternatives, only those that these days break are looked at: one is chosen, the days are moved, and so on, going
back where it fails (Dechter, Meiri and Pearl 1991; Stergiou and Koubarakis 2000). Complete, unless it is stopped.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assay.examine.network.constraints import Atom, Constraint, Edge
from assay.examine.network.paths import Bound, Cycle, Paths

MOST_CHOICES = 3000
"""Alternatives tried before a search is stopped."""

DEEPEST = 600
"""Alternatives chosen on top of each other before a search is stopped."""


class Days(Struct, frozen=True):
    """They can: the earliest days on which they do, by unknown."""

    at: Mapping[str, int]


class Core(Struct, frozen=True):
    """They cannot: these alone cannot, though fewer may suffice."""

    atoms: frozenset[Atom]


class Stopped(Struct, frozen=True):
    """Nobody knows: the search took too long."""


def solve(constraints: Sequence[Constraint], most: int = MOST_CHOICES) -> Days | Core | Stopped:
    """Find days for all unknowns, or statements that cannot all be right."""
    return _Search(constraints, most).outcome()


class _Search:
    """One search through the alternatives."""

    def __init__(self, constraints: Sequence[Constraint], most: int) -> None:
        self._fixed = [one for one in constraints if len(one.alternatives) == 1]
        self._open = [one for one in constraints if len(one.alternatives) != 1]
        self._left = most

    def outcome(self) -> Days | Core | Stopped:
        paths = Paths(self._fixed, self._unknowns())
        found = paths.settle()
        if found is not None:
            return Core(found.owners)
        try:
            return self._choose(paths, 0)
        except _TooLongError:
            return Stopped()

    def _unknowns(self) -> Iterable[str]:
        return (name for one in self._open for way in one.alternatives for edge in way for name in edge[:2])

    def _choose(self, paths: Paths, depth: int) -> Days | Core:
        """Settle one alternative that the earliest days break, and all that follow."""
        broken = next((one for one in self._open if not any(_holds(way, paths.at) for way in one.alternatives)), None)
        if broken is None:
            return Days(dict(paths.at))
        blamed: set[Atom] = set(broken.owners)
        for way in broken.alternatives:
            self._left -= 1
            if self._left < 0 or depth > DEEPEST:
                raise _TooLongError
            choice: Atom = ("", str(self._left))  # to tell whether it is this choice that fails
            owners = frozenset({*broken.owners, choice})
            bounds: list[Bound] = [(edge, owners) for edge in way]
            branch = paths.copy()
            failed: Cycle | None = branch.add(bounds)
            found: Days | Core = self._choose(branch, depth + 1) if failed is None else Core(failed.owners)
            if isinstance(found, Days):
                return found
            if choice not in found.atoms:
                return found  # it fails without this choice, so no other one helps
            blamed |= found.atoms - {choice}
        return Core(frozenset(blamed))


class _TooLongError(Exception):
    pass


def _holds(way: Iterable[Edge], at: Mapping[str, int]) -> bool:
    return all(at[later] - at[earlier] >= least for earlier, later, least in way)
