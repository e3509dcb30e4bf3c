"""How long a journey takes at the very least.

Distances are great circles on a sphere (Sinnott, *Virtues of the haversine*, Sky and Telescope 68, 1984); the speeds
are the fastest that a traveller could keep up over a long way in a period. docs/method.md says where they are from.
"""

from math import asin, ceil, cos, radians, sin, sqrt

from msgspec import Struct

from assay.model.dates import day_number

_RADIUS = 6371.0
SPEEDS = ((1830, 20), (1919, 110), (1946, 350), (1958, 600))
"""Before each year, in km/h; after the last of them, `_JET`."""
_JET = 1000
_BY_YEAR = tuple((day_number(year, 1, 1), speed) for year, speed in SPEEDS)
_HOURS = 24


class Journey(Struct, frozen=True):
    """A way between two places. Unknown where either has no coordinates."""

    kilometres: float | None
    speed: int

    @property
    def hours(self) -> float | None:
        """The least time on the way."""
        return None if self.kilometres is None else self.kilometres / self.speed

    @property
    def days_apart(self) -> int:
        """How many days must lie between being in the one place and in the other: none where one day will do.

        From the first hour of the one day to the last of the other. Where the way is unknown, it takes another day.
        """
        return 1 if self.hours is None else max(0, ceil(self.hours / _HOURS) - 1)

    @property
    def is_short(self) -> bool:
        """Say whether nobody would wonder at both on one day: an hour's way."""
        return self.hours is not None and self.hours <= 1


def speed_on(day: int) -> int:
    """Return the speed, in km/h, that nobody exceeded over a long way before or on a day.

    >>> speed_on(day_number(1812, 6, 24)), speed_on(day_number(1935, 12, 1)), speed_on(day_number(2001, 1, 1))
    (20, 350, 1000)
    """
    return next((speed for until, speed in _BY_YEAR if day < until), _JET)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two places on the sphere.

    >>> round(kilometres((55.676, 12.568), (52.52, 13.405)))
    355
    """
    (north, east), (north_, east_) = (tuple(map(radians, at)) for at in (one, other))
    half = sin((north_ - north) / 2) ** 2 + cos(north) * cos(north_) * sin((east_ - east) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(half)))
