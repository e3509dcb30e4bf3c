"""All the smallest conflicts among statements, and all the smallest ways out of them.

A way out meets every conflict, and a conflict meets every way out: each set is made from the other by turns (Bailey and
Stuckey, *Discovery of minimal unsatisfiable subsets of constraints using hitting set dualization*, PADL 2005). Whatever
meets all conflicts known so far is tried as a way out; where it is none, what is left holds another conflict. This ends
with all of both. MARCO (Liffiton et al., *Fast, flexible MUS enumeration*, Constraints 21, 2016) keeps its map in a
SAT solver; for the few dozen statements of a component the map can be kept as the ways out themselves, and no solver
is needed.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from assay.examine.network.constraints import Atom, Constraint
from assay.examine.network.solver import Core, Days, Stopped, solve

Atoms = frozenset[Atom]
MOST_TRIALS = 4000
MOST_WAYS = 2000


class Tangle(Struct, frozen=True):
    """Conflicts that hang together. `complete` where these are all of them, and all the ways out."""

    conflicts: tuple[Atoms, ...]
    ways_out: tuple[Atoms, ...]
    complete: bool = True


def all_conflicts(constraints: Sequence[Constraint], most: int = MOST_TRIALS) -> Tangle:
    """Find every smallest set of statements that cannot all be right, and every smallest set to give up."""
    return _Dualization(constraints, most).run()


class _TooManyError(Exception):
    pass


class _Dualization:
    """One enumeration, by turns."""

    def __init__(self, constraints: Sequence[Constraint], most: int) -> None:
        self._constraints, self._left = constraints, most
        self._atoms: Atoms = frozenset[Atom]().union(*(one.owners for one in constraints))
        self._conflicts: list[Atoms] = []
        self._ways: list[Atoms] = [frozenset()]
        self._tried: set[Atoms] = set()

    def run(self) -> Tangle:
        complete = True
        try:
            while (way := next((way for way in self._ways if way not in self._tried), None)) is not None:
                self._try(way)
        except _TooManyError:
            complete = False
        ways = self._ways if complete else [way for way in self._ways if way in self._tried]
        conflicts = tuple(sorted(self._conflicts, key=_by_size))
        return Tangle(conflicts, tuple(sorted((way for way in ways if way), key=_by_size)), complete)

    def _try(self, way: Atoms) -> None:
        """Give up a set: either that resolves all, or what is left holds a conflict not known yet."""
        core = self._unsolved(self._atoms - way)
        if core is None:
            self._tried.add(way)
            return
        conflict = shrunk(core, self._unsolved)
        self._conflicts.append(conflict)
        self._ways = _meeting(self._ways, conflict)
        if len(self._ways) > MOST_WAYS:
            raise _TooManyError

    def _unsolved(self, atoms: Atoms) -> Atoms | None:
        """Return some of the statements that cannot all be right, or nothing where they can."""
        self._left -= 1
        if self._left < 0:
            raise _TooManyError
        match solve([one for one in self._constraints if one.owners <= atoms]):
            case Days():
                return None
            case Core(core):
                return core
            case Stopped():
                raise _TooManyError


def shrunk(core: Atoms, unsolved: Callable[[Atoms], Atoms | None]) -> Atoms:
    """Leave out of a conflict whatever it can do without."""
    for atom in sorted(core, reverse=True):
        if atom in core:
            less = unsolved(core - {atom})
            core = core if less is None else less
    return core


def _meeting(ways: Sequence[Atoms], conflict: Atoms) -> list[Atoms]:
    """Make of ways that meet all conflicts so far those that meet one more (Berge 1989)."""
    kept = [way for way in ways if way & conflict]
    grown = {way | {atom} for way in ways if not way & conflict for atom in conflict}
    return sorted(kept + [way for way in grown if not any(less <= way for less in kept)], key=_by_size)


def _by_size(atoms: Atoms) -> tuple[int, list[Atom]]:
    return len(atoms), sorted(atoms)
