"""The earliest days that bounds allow, and the circle of bounds that allows none.

Longest paths by a queue of unknowns that moved, at first in an order in which most bounds lead forwards (Bellman 1958;
the order is Yen's, 1970). A circle that pushes its own beginning is found among the bounds that moved each unknown last
(Cherkassky and Goldberg, *Negative-cycle detection algorithms*, 1999), looked for once for as many moves as unknowns.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from assay.examine.network.constraints import Atom, Constraint, Edge

Bound = tuple[Edge, frozenset[Atom]]
"""An edge, and who brings it in."""

START = ""
LONG_AGO = -(1 << 100)
"""Where an unknown lies that nothing bounds: before every date that can be written."""


class Cycle(Struct, frozen=True):
    """Bounds that cannot hold together, by those who bring them in."""

    owners: frozenset[Atom]


class Paths:
    """Unknowns with the earliest days that the bounds so far allow."""

    def __init__(self, constraints: Sequence[Constraint], unknowns: Iterable[str] = ()) -> None:
        """Take constraints without alternatives; unknowns that they do not name may be given besides."""
        out: dict[str, list[Any]] = {START: []}
        for name in unknowns:
            out[name] = []
        for one in constraints:
            owners = one.owners
            for earlier, later, least in one.alternatives[0]:
                if later not in out:
                    out[later] = []
                if earlier in out:
                    out[earlier] += later, least, owners
                else:
                    out[earlier] = [later, least, owners]
        self._out = out  # by unknown: to where, how long at least, in whose name, and so on by threes
        self.at: dict[str, int] = dict.fromkeys(out, LONG_AGO)
        self.at[START] = 0
        self._from: dict[str, str] = {}
        self._owners: dict[str, frozenset[Atom]] = {}

    def copy(self) -> "Paths":
        """Return the same, to go on from without changing this one."""
        other = Paths.__new__(Paths)
        other._out = {name: list(edges) for name, edges in self._out.items()}  # noqa: SLF001 - itself
        other.at, other._from, other._owners = dict(self.at), dict(self._from), dict(self._owners)  # noqa: SLF001
        return other

    def settle(self) -> Cycle | None:
        """Move every unknown as far as the bounds push it; return those that cannot hold together."""
        return self._push(self._forwards())

    def add(self, bounds: Iterable[Bound]) -> Cycle | None:
        """Add bounds and move what they push."""
        moved: list[str] = []
        for (earlier, later, least), owners in bounds:
            self._out[earlier] += later, least, owners
            moved.append(earlier)
        return self._push(moved)

    def _push(self, moved: Iterable[str]) -> Cycle | None:
        queue = deque(moved)
        waiting, at, out = set(queue), self.at, self._out
        moves, due = 0, len(out)
        while queue:
            here = queue.popleft()
            waiting.discard(here)
            start = at[here]
            edges = iter(out[here])
            for there, least, owners in zip(edges, edges, edges, strict=True):
                pushed = start + least
                if pushed <= at[there]:
                    continue
                at[there] = pushed
                self._from[there], self._owners[there] = here, owners
                if there == START or (moves := moves + 1) % due == 0:
                    circle = self._circle(there if there == START else None)
                    if circle is not None:
                        return circle
                if there not in waiting:
                    waiting.add(there)
                    queue.append(there)
        return None

    def _circle(self, through: str | None) -> Cycle | None:
        """Find a circle among the bounds that moved each unknown last."""
        done: set[str] = set()
        for first in [through] if through is not None else self._from:
            seen: set[str] = set()
            here: str | None = first
            while here is not None and here not in done and here not in seen:
                seen.add(here)
                here = self._from.get(here)
            if here is not None and here in seen:
                return self._around(here)
            done |= seen
        return None

    def _around(self, first: str) -> Cycle:
        owners: set[Atom] = set()
        here, started = first, False
        while here != first or not started:
            started = True
            owners |= self._owners[here]
            here = self._from[here]
        return Cycle(frozenset(owners))

    def _forwards(self) -> list[str]:
        """Order the unknowns so that most bounds lead forwards: against the order in which a walk leaves them."""
        left: list[str] = []
        out, seen = self._out, set[str]()
        for root in out:
            if root in seen:
                continue
            seen.add(root)
            path, walks = [root], [iter(out[root][::3])]
            while path:
                for there in walks[-1]:
                    if there not in seen:
                        seen.add(there)
                        path.append(there)
                        walks.append(iter(out[there][::3]))
                        break
                else:
                    left.append(path.pop())
                    walks.pop()
        left.reverse()
        return left
