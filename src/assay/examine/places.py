"""How places lie to one another."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property

from assay.model.case import Case


class Lie(Enum):
    """How one place lies to another."""

    SAME = auto()
    INSIDE = auto()
    AROUND = auto()
    APART = auto()


class Gazetteer:
    """The places of a case, and which lies in which."""

    def __init__(self, case: Case) -> None:
        """Read the places of a case."""
        self._places = case.places

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        return {place: frozenset(self._climb(place)) for place in self._places}

    def _climb(self, place: str) -> set[str]:
        above: set[str] = set()
        todo = [place]
        while todo:
            entry = self._places.get(todo.pop())
            for outer in entry.within if entry is not None else ():
                if outer not in above:
                    above.add(outer)
                    todo.append(outer)
        return above

    def around(self, place: str) -> frozenset[str]:
        """Return every place that a place lies in."""
        return self._around.get(place, frozenset())

    def lie(self, one: str, other: str) -> Lie:
        """Say how one place lies to another. Places of which neither is said to lie in the other are apart."""
        if one == other:
            return Lie.SAME
        if other in self.around(one):
            return Lie.INSIDE
        return Lie.AROUND if one in self.around(other) else Lie.APART
