"""What is said of time, as bounds on differences between days."""

from msgspec import Struct

Atom = tuple[str, str]
"""Something that can be given up: a claim (`("claim", id)`), what it assumes, its doubtful date, or the register."""

DAY = 1 << 44
RANK = 1 << 20
"""An unknown is a day, and a rank within that day so that what came later on one day can be told from what came
earlier. A bound on days is loosened by all the ranks there are; only `after` itself counts ranks. As long as fewer
than 2**20 of either lie on one path, no bound on days is lost and none is made up."""

Edge = tuple[str, str, int]
"""`(a, b, least)`: b lies at least so much after a. The unknown `""` is the beginning of the count."""


def day_edge(earlier: str, later: str, days: int) -> Edge:
    """Say that one unknown lies at least so many days after another."""
    return (earlier, later, days * DAY - RANK)


class Constraint(Struct, frozen=True):
    """Bounds of which one set must hold, as long as everybody who brings them in is believed.

    One set only (the common case) must hold as it is; several are alternatives: before, or after.
    """

    owners: frozenset[Atom]
    alternatives: tuple[tuple[Edge, ...], ...]
    says: str
