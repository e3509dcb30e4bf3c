"""How places lie to one another."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property

from assay.examine.identity import Identity
from assay.model.case import Case


class Lie(Enum):
    """How one place lies to another."""

    SAME = auto()
    INSIDE = auto()
    AROUND = auto()
    APART = auto()


class Gazetteer:
    """The places of a case, and which lies in which."""

    def __init__(self, case: Case, identity: Identity) -> None:
        """Read the places of a case; places judged the same are one."""
        self._places, self._identity = case.places, identity

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        within: dict[str, set[str]] = {}
        for id_, place in self._places.items():
            within.setdefault(self.one(id_), set()).update(map(self.one, place.within))
        return {place: frozenset(_climb(place, within)) for place in within}

    def one(self, place: str) -> str:
        """Return the name under which all places judged the same are known."""
        return self._identity.one(place)

    def around(self, place: str) -> frozenset[str]:
        """Return every place that a place lies in."""
        return self._around.get(self.one(place), frozenset())

    def lie(self, one: str, other: str) -> Lie:
        """Say how one place lies to another. Places of which neither is said to lie in the other are apart."""
        one, other = self.one(one), self.one(other)
        if one == other:
            return Lie.SAME
        if other in self.around(one):
            return Lie.INSIDE
        return Lie.AROUND if one in self.around(other) else Lie.APART


def _climb(place: str, within: Mapping[str, set[str]]) -> set[str]:
    above: set[str] = set()
    todo = [place]
    while todo:
        fresh = within.get(todo.pop(), set()) - above
        above |= fresh
        todo += fresh
    return above
