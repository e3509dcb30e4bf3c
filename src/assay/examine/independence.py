"""How many independent roots routes have, and whom one would have to disbelieve.

Roots are a largest set of routes of which no two share a link: a maximum independent set in the graph of routes that
share. A cut is a smallest set of links that meets every route: a minimum hitting set. Both are hard in general and
small in practice; both are searched exactly, and where a search would take too long it stops and says so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

MOST_STEPS = 20_000
MOST_CUTS = 24
_PAIR = 2
"""So many routes that hang together are one root, without a search."""
DEEPEST = 200
"""A cut of more names than this within one part is not searched for exactly."""


class Joined:
    """Which of some items are joined with which others, as bits: bit b of `neighbours[a]`."""

    def __init__(self, count: int, neighbours: Sequence[int] = ()) -> None:
        """Take how many items there are, and what is joined so far."""
        self.neighbours = list(neighbours) or [0] * count

    def by_names(self, names: Iterable[Iterable[str]]) -> None:
        """Join the items that have a name in common, taking the names of each in turn."""
        having: dict[str, int] = {}
        all_named = [tuple(one) for one in names]
        for number, named in enumerate(all_named):
            for name in named:
                having[name] = having.get(name, 0) | 1 << number
        for number, named in enumerate(all_named):
            for name in named:
                self.neighbours[number] |= having[name]
            self.neighbours[number] &= ~(1 << number)

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join more of them, two by two."""
        for one, other in pairs:
            self.neighbours[one] |= 1 << other
            self.neighbours[other] |= 1 << one

    def also(self, pairs: Iterable[tuple[int, int]]) -> "Joined":
        """Return the same with more of them joined."""
        more = Joined(len(self.neighbours), self.neighbours)
        more.join(pairs)
        return more


def most_independent(joined: Joined) -> tuple[int, int]:
    """Return bounds on the largest number of items of which no two are joined; equal where the search ended.

    >>> most_independent(Joined(3).also([(0, 1)]))
    (2, 2)
    """
    neighbours = joined.neighbours
    low = high = 0
    for component in _components(neighbours):
        if component.bit_count() <= _PAIR:
            low, high = low + 1, high + 1
            continue
        least, most = _Search(neighbours).run(component)
        low, high = low + least, high + most
    return low, high


def _components(neighbours: Sequence[int]) -> list[int]:
    found: list[int] = []
    left = (1 << len(neighbours)) - 1
    while left:
        component = frontier = left & -left
        while frontier:
            around = 0
            for item in _items(frontier):
                around |= neighbours[item]
            frontier = around & ~component
            component |= frontier
        found.append(component)
        left &= ~component
    return found


def _items(mask: int) -> list[int]:
    items: list[int] = []
    while mask:
        items.append((mask & -mask).bit_length() - 1)
        mask &= mask - 1
    return items


class _Search:
    """Branch and bound over one component."""

    def __init__(self, neighbours: Sequence[int]) -> None:
        self._neighbours = neighbours
        self._best = 0
        self._steps = 0

    def run(self, component: int) -> tuple[int, int]:
        self._extend(component, 0)
        if self._steps <= MOST_STEPS:
            return self._best, self._best
        return self._best, self._cliques(component)

    def _extend(self, candidates: int, size: int) -> None:
        self._steps += 1
        # Taking an item with at most one neighbour is never wrong.
        while candidates and self._steps <= MOST_STEPS:
            item = min(_items(candidates), key=lambda i: (self._neighbours[i] & candidates).bit_count())
            around = self._neighbours[item] & candidates
            if around.bit_count() > 1:
                break
            candidates &= ~around & ~(1 << item)
            size += 1
            self._steps += 1
        self._best = max(self._best, size)
        if not candidates or self._steps > MOST_STEPS or size + self._cliques(candidates) <= self._best:
            return
        item = max(_items(candidates), key=lambda i: (self._neighbours[i] & candidates).bit_count())
        self._extend(candidates & ~self._neighbours[item] & ~(1 << item), size + 1)
        self._extend(candidates & ~(1 << item), size)

    def _cliques(self, candidates: int) -> int:
        """Bound from above: each clique of a cover gives at most one item."""
        count = 0
        while candidates:
            item = (candidates & -candidates).bit_length() - 1
            clique = self._neighbours[item] & candidates
            candidates &= ~(1 << item)
            while clique:
                other = (clique & -clique).bit_length() - 1
                candidates &= ~(1 << other)
                clique &= self._neighbours[other] & candidates
            count += 1
        return count


def smallest_cuts(routes: Sequence[frozenset[str]]) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return the smallest sets of names that meet every route, at most `MOST_CUTS`, and whether the search ended.

    Routes that share nothing with the others are cut on their own, and the cuts put together.

    >>> smallest_cuts([frozenset("ab"), frozenset("ac")])
    ((('a',),), True)
    """
    if not routes:
        return (), True
    if not all(routes):
        return (), False
    together: list[tuple[str, ...]] = [()]
    complete = True
    for part in _parted(routes):
        cuts, ended = _cuts_of_part(part)
        complete = complete and ended
        together = [tuple(sorted((*one, *other))) for one in together for other in cuts][:MOST_CUTS]
    return tuple(sorted(together)), complete


def _parted(routes: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    """Part routes into those that hang together by names."""
    part_of: dict[str, int] = {}
    parts: dict[int, list[frozenset[str]]] = {}
    for number, route in enumerate(dict.fromkeys(routes)):
        touched = sorted({part_of[name] for name in route if name in part_of})
        merged = [one for old in touched for one in parts.pop(old)]
        parts[number] = [*merged, route]
        for one in parts[number]:
            part_of |= dict.fromkeys(one, number)
    return list(parts.values())


def _cuts_of_part(routes: list[frozenset[str]]) -> tuple[list[tuple[str, ...]], bool]:
    if len(routes) == 1:
        return sorted((name,) for name in routes[0]), True
    wanted = [route for route in routes if not any(other < route for other in routes)]
    wanted.sort(key=lambda route: (len(route), sorted(route)))
    hitting = _Hitting(wanted)
    for size in range(_disjoint(wanted), len(wanted) + 1):
        found = hitting.of_size(size)
        if found:
            return sorted(found), hitting.steps <= MOST_STEPS
        if hitting.steps > MOST_STEPS or size > DEEPEST:
            break
    return [_greedy(wanted)], False


def _greedy(routes: list[frozenset[str]]) -> tuple[str, ...]:
    """Meet every route with the name that meets most of those left: a cut, if not always a smallest one."""
    left = list(routes)
    chosen: list[str] = []
    while left:
        counted = Counter(name for route in left for name in sorted(route))
        name = max(sorted(counted), key=lambda one: counted[one])
        chosen.append(name)
        left = [route for route in left if name not in route]
    return tuple(sorted(chosen))


class _Hitting:
    """Hitting sets of a given size, by branching on the first route that is not met."""

    def __init__(self, routes: list[frozenset[str]]) -> None:
        self._routes = routes
        self.steps = 0

    def of_size(self, size: int) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        self._branch(frozenset(), size, found)
        return found

    def _branch(self, chosen: frozenset[str], left: int, found: set[tuple[str, ...]]) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS or len(found) >= MOST_CUTS:
            return
        unmet = [route for route in self._routes if not route & chosen]
        if not unmet:
            found.add(tuple(sorted(chosen)))
            return
        if left < _disjoint(unmet):
            return
        for name in sorted(unmet[0]):
            self._branch(chosen | {name}, left - 1, found)


def _disjoint(routes: list[frozenset[str]]) -> int:
    """Bound from below: routes with nothing in common need a name each."""
    met: frozenset[str] = frozenset()
    count = 0
    for route in routes:
        if not route & met:
            met |= route
            count += 1
    return count
