"""Which presences of a person come close enough in time to be compared: a sweep, not all pairs.

Presences are sorted by person and first day; each is laid beside the next, the one after that, and so on, as long as
these begin before it is over (the plane sweep of Shamos and Hoey 1976, by array operations). Vague presences overlap
without end: beyond a number of neighbours, they are counted and no longer listed.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

NEIGHBOURS = 64
"""With how many that follow it a vague presence is compared."""
CROWD = 2000
"""With how many that follow it a dated presence is compared."""
_FAR = 4_000_000
"""Days from 1970 beyond which presences are sorted alike: some ten thousand years."""


class Swept(Struct, frozen=True):
    """Pairs of presences by number, and how many pairs each person has that may share a day, listed or not."""

    one: "Numbers"
    other: "Numbers"
    of_person: "Numbers"


def sweep(person: "Numbers", first: "Numbers", last: "Numbers", place: "Numbers", reach: int) -> Swept:
    """Pair the presences of one person in different places that may lie less than `reach` days apart."""
    import numpy as np  # noqa: PLC0415 - only where somebody was in two places

    first, last = np.clip(first, -_FAR, _FAR), np.clip(last, -_FAR, _FAR)
    order = np.argsort(person * (4 * _FAR) + first, kind="stable")
    who, begin, end, where = person[order], first[order], last[order], place[order]
    ones: list[Numbers] = []
    others: list[Numbers] = []
    active = np.arange(len(order))
    step = 0
    while len(active) and step < CROWD:
        step += 1
        if step == NEIGHBOURS:
            active = active[end[active] - begin[active] < reach]
        active = active[active + step < len(order)]
        there = active + step
        near = (who[there] == who[active]) & (begin[there] - end[active] < reach)
        active, there = active[near], there[near]
        apart = where[there] != where[active]
        ones.append(active[apart])
        others.append(there[apart])
    empty = np.zeros(0, dtype=np.int64)
    return Swept(
        order[np.concatenate([empty, *ones])],
        order[np.concatenate([empty, *others])],
        _meetings(person, first, last) - _meetings(person, first, last, place),
    )


def _meetings(person: "Numbers", first: "Numbers", last: "Numbers", place: "Numbers | None" = None) -> "Numbers":
    """Count, for each person, the pairs of presences that may share a day, or those in one place that may."""
    import numpy as np  # noqa: PLC0415 - see above

    group = person if place is None else person * (int(place.max(initial=0)) + 1) + place
    _, dense = np.unique(group, return_inverse=True)
    base = dense.astype(np.int64) * (4 * _FAR)
    order = np.argsort(base + first, kind="stable")
    begins = (base + first)[order]
    following = np.searchsorted(begins, (base + last)[order], side="right") - np.arange(len(order)) - 1
    return np.bincount(person[order], weights=following).astype(np.int64)
