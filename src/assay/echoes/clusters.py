"""Passages that go back to one another, put together: what overlaps in a document belongs together."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A run of a document's letters."""

    document: int
    start: int
    end: int


def clusters(pairs: Sequence[tuple[Place, Place]]) -> list[int]:
    """Number the clusters, from 1 in the order of their first passages, and return each pair's.

    Two passages of a document are in one cluster where they share half of the shorter.

    >>> one, copy, third = Place(0, 0, 90), Place(1, 5, 95), Place(2, 0, 90)
    >>> other, its_copy = Place(0, 200, 290), Place(2, 300, 390)
    >>> clusters([(one, copy), (copy, third), (other, its_copy)])
    [1, 1, 2]
    """
    places = [place for pair in pairs for place in pair]
    parents = list(range(len(places)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for at in range(0, len(places), 2):
        parents[root(at)] = root(at + 1)
    for one, other in _overlapping(places):
        parents[root(one)] = root(other)
    numbers: dict[int, int] = {}
    for at in sorted(range(len(places)), key=places.__getitem__):
        numbers.setdefault(root(at), len(numbers) + 1)
    return [numbers[root(2 * at)] for at in range(len(pairs))]


def _overlapping(places: Sequence[Place]) -> list[tuple[int, int]]:
    """Sweep through each document, and find what overlaps by half of the shorter."""
    found: list[tuple[int, int]] = []
    open_: dict[int, list[int]] = defaultdict(list)
    for at in sorted(range(len(places)), key=places.__getitem__):
        place = places[at]
        going = [other for other in open_[place.document] if places[other].end > place.start]
        for other in going:
            shared = min(place.end, places[other].end) - place.start
            if 2 * shared >= min(place.end - place.start, places[other].end - places[other].start):
                found.append((other, at))
        # Of those that say the same, one is enough: a passage in a thousand papers is not compared a million times.
        open_[place.document] = [*[other for other in going if places[other].end > place.end][-64:], at]
    return found
