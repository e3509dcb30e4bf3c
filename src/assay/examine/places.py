"""How places lie to one another."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property

from assay.examine.identity import Identity
from assay.examine.travel import Journey, kilometres, speed_on
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

    @cached_property
    def _located(self) -> Mapping[str, tuple[str, tuple[float, float]]]:
        """Where each place lies: by its own coordinates, else those of the smallest place around it that has some."""
        own = {self.one(id_): place.at for id_, place in sorted(self._places.items()) if place.at is not None}
        found: dict[str, tuple[str, tuple[float, float]]] = {}
        for place, around in self._around.items():
            above = sorted((other for other in around if other in own), key=lambda o: (-len(self.around(o)), o))
            if place in own or above:
                by = place if place in own else above[0]
                found[place] = (by, own[by])
        return found

    @property
    def has_coordinates(self) -> bool:
        """Say whether any place has coordinates."""
        return bool(self._located)

    def journey(self, one: str, other: str, day: int) -> Journey:
        """Return the way between two places that lie apart, as fast as anybody travelled until a day.

        It is unknown where either has no coordinates, or where both have them from the same place around them.
        """
        here, there = self._located.get(self.one(one)), self._located.get(self.one(other))
        if here is None or there is None or here[0] == there[0]:
            return Journey(None, speed_on(day))
        return Journey(kilometres(here[1], there[1]), speed_on(day))


def _climb(place: str, within: Mapping[str, set[str]]) -> set[str]:
    above: set[str] = set()
    todo = [place]
    while todo:
        fresh = within.get(todo.pop(), set()) - above
        above |= fresh
        todo += fresh
    return above
