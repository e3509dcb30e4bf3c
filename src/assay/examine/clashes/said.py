"""A bound on days, with those who bring it in."""

from msgspec import Struct

from assay.examine.clashes.scene import Reading
from assay.examine.network import Atom, Constraint


class Said(Struct, frozen=True):
    """A constraint, and what it comes from: the sort of bound, and the readings that bring it in."""

    constraint: Constraint
    sort: str
    readings: tuple[Reading, ...]
    about: str = ""
    """The person or place concerned."""


def happens(reading: Reading) -> bool:
    """Say whether a reading tells of something that happened at some time, not of a state or a number."""
    facts = reading.facts
    return facts.none is None and facts.existed is None and facts.count is None


def atoms(*readings: Reading) -> frozenset[Atom]:
    """Return what must be believed for readings to hold."""
    found: set[Atom] = set()
    for reading in readings:
        found.add(("claim", reading.claim.id))
        if reading.assumes:
            found.add(("assumption", reading.subject))
    return frozenset(found)
