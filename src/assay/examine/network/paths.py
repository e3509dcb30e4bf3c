"""The earliest days that bounds allow, and the circle of bounds that allows none.

Longest paths by a queue of unknowns that moved, at first in an order in which most bounds lead forwards (Bellman 1958;
the order is Yen's, 1970). A circle that pushes its own beginning is found among the bounds that moved each unknown last
(Cherkassky and Goldberg, *Negative-cycle detection algorithms*, 1999), looked for once for as many moves as unknowns.
"""

from collections import deque
from collections.abc import Iterable, Sequence

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
        out: dict[str, list[tuple[str, int, frozenset[Atom]]]] = {START: []}
        for name in unknowns:
            out[name] = []
        for one in constraints:
            for earlier, later, least in one.alternatives[0]:
                if earlier not in out:
                    out[earlier] = []
                if later not in out:
                    out[later] = []
                out[earlier].append((later, least, one.owners))
        self._out = out
        self.at: dict[str, int] = dict.fromkeys(self._out, LONG_AGO)
        self.at[START] = 0
        self._by: dict[str, tuple[str, frozenset[Atom]]] = {}

    def copy(self) -> "Paths":
        """Return the same, to go on from without changing this one."""
        other = Paths.__new__(Paths)
        other._out = {name: list(edges) for name, edges in self._out.items()}  # noqa: SLF001 - itself
        other.at, other._by = dict(self.at), dict(self._by)  # noqa: SLF001
        return other

    def settle(self) -> Cycle | None:
        """Move every unknown as far as the bounds push it; return those that cannot hold together."""
        return self._push(self._forwards())

    def add(self, bounds: Iterable[Bound]) -> Cycle | None:
        """Add bounds and move what they push."""
        moved: list[str] = []
        for (earlier, later, least), owners in bounds:
            self._out[earlier].append((later, least, owners))
            moved.append(earlier)
        return self._push(moved)

    def _push(self, moved: Iterable[str]) -> Cycle | None:
        queue = deque(moved)
        waiting, at, by, out = set(queue), self.at, self._by, self._out
        moves, due = 0, len(out)
        while queue:
            here = queue.popleft()
            waiting.discard(here)
            start = at[here]
            for there, least, owners in out[here]:
                if start + least <= at[there]:
                    continue
                at[there] = start + least
                by[there] = (here, owners)
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
        for first in [through] if through is not None else self._by:
            seen: set[str] = set()
            here: str | None = first
            while here is not None and here not in done and here not in seen:
                seen.add(here)
                here = self._by[here][0] if here in self._by else None
            if here is not None and here in seen:
                return self._around(here)
            done |= seen
        return None

    def _around(self, first: str) -> Cycle:
        owners: set[Atom] = set()
        here, started = first, False
        while here != first or not started:
            started = True
            here, more = self._by[here]
            owners |= more
        return Cycle(frozenset(owners))

    def _forwards(self) -> list[str]:
        """Order the unknowns so that most bounds lead forwards: against the order in which a walk leaves them."""
        left: list[str] = []
        seen = {START}
        stack = [(START, iter(self._out[START]))]
        for root in self._out:
            if root not in seen:
                seen.add(root)
                stack.append((root, iter(self._out[root])))
            while stack:
                here, edges = stack[-1]
                for there, _, _ in edges:
                    if there not in seen:
                        seen.add(there)
                        stack.append((there, iter(self._out[there])))
                        break
                else:
                    stack.pop()
                    left.append(here)
        left.reverse()
        return left
