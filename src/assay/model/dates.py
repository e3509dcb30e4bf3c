"""Dates as vague as the sources leave them.

The notation is EDTF level 1 (Library of Congress 2019, now part of ISO 8601-2): `1932`, `1932-11`, `1932-11~`, `193X`,
`1932-21` (spring), `1935-09-19/1936-05-01`, `../1917`. House extensions: `undated`, and seasons inside intervals.

A date is kept as the days it may mean. For *1932/1936* the event lies somewhere between 1 January 1932 and
31 December 1936 (the outer bounds), while a state that lasted throughout is sure only from the end of 1932 to the
beginning of 1936 (the inner bounds). Conventions, which the standard leaves open:

- `~` (approximate) widens by one unit of the date's own precision on either side: `1932~` may be 1931 to 1933.
- `?` (uncertain) and `%` (both) may be wrong altogether: nothing that *must* be so is ever concluded from them.
- A decade such as `193X`, and a season but winter, are taken as the whole span where something is said to hold
throughout.
- Seasons are those of the northern hemisphere; winter may be that at either end of the year.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

DISTANT_PAST = -(10**12)
DISTANT_FUTURE = 10**12

_ONE = re.compile(
    r"""(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,10})
        (?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?
        (?P<mark>[?~%])?""",
    re.VERBOSE | re.ASCII,
)
_TIME = re.compile(
    r"T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?", re.ASCII
)
_WINTER = "24"
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 14)}


class Dating(Struct, frozen=True, array_like=True):
    """A date as recorded, and the days it may mean (days since 1970-01-01, both ends included)."""

    text: str
    earliest: int
    latest: int
    """The outer bounds: on no reading does the date lie outside."""
    sure_from: int
    sure_to: int
    """The inner bounds: what lasted throughout lasted at least this long. Empty where `sure_from > sure_to`."""
    doubtful: bool = False
    """Marked `?` or `%`: the date itself may be wrong."""

    @property
    def is_known(self) -> bool:
        """Say whether the date excludes any day at all."""
        return self.earliest > DISTANT_PAST or self.latest < DISTANT_FUTURE

    @property
    def is_one_day(self) -> bool:
        """Say whether every reading of the date is the same day."""
        return self.earliest == self.latest and not self.doubtful

    def may_meet(self, other: "Dating") -> bool:
        """Say whether the two can share a day under some reading."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def surely_covers(self, other: "Dating") -> bool:
        """Say whether what lasted throughout this date covers the other under every reading of both."""
        if self.doubtful or other.doubtful:
            return False
        return self.sure_from <= other.earliest and other.latest <= self.sure_to

    def surely_before(self, other: "Dating") -> bool:
        """Say whether this ends before the other begins under every reading of both."""
        return not (self.doubtful or other.doubtful) and self.latest < other.earliest

    @property
    def is_sure(self) -> bool:
        """Say whether there are days that what lasted throughout surely lasted through."""
        return not self.doubtful and self.sure_from <= self.sure_to

    def same_days(self, other: "Dating") -> bool:
        """Say whether the two stand for the same span, however written."""
        return (self.earliest, self.latest, self.sure_from, self.sure_to) == (
            other.earliest,
            other.latest,
            other.sure_from,
            other.sure_to,
        )


UNDATED = Dating("undated", DISTANT_PAST, DISTANT_FUTURE, DISTANT_FUTURE, DISTANT_PAST)


@lru_cache(maxsize=65536)
def parse_date(text: str) -> Dating | None:
    """Read a date, or return None where the words are no date.

    >>> parse_date("1932").same_days(parse_date("1932-01/1932-12"))
    False
    >>> parse_date("../1917").surely_before(parse_date("1932"))
    True
    >>> parse_date("autumn") is None
    True
    """
    if text == "undated":
        return UNDATED
    if "/" not in text:
        return _parse_one(text)
    left, _, right = text.partition("/")
    start, end = _parse_end(left, opening=True), _parse_end(right, opening=False)
    if start is None or end is None or (left in ("", "..") and right in ("", "..")) or re.search("[XT]", text):
        return None  # unspecified digits and times inside intervals are level 2
    if start.earliest > end.latest:
        return None
    sure_from, sure_to = start.latest, end.earliest
    if left == "" and end.is_one_day:
        sure_from = end.latest  # whenever it began, it lasted on the day on which it ended
    if right == "" and start.is_one_day:
        sure_to = start.earliest
    return Dating(text, start.earliest, end.latest, sure_from, sure_to, start.doubtful or end.doubtful)


def _parse_end(text: str, *, opening: bool) -> Dating | None:
    """One end of an interval: `..` is open, nothing at all is unknown."""
    far = DISTANT_PAST if opening else DISTANT_FUTURE
    if text == "..":
        return Dating(text, far, far, far, far)
    if text == "":
        # Unknown: the interval begins, or ends, on some day that nobody recorded.
        return Dating(text, DISTANT_PAST, DISTANT_FUTURE, DISTANT_PAST, DISTANT_FUTURE)
    return _parse_one(text)


def _parse_one(text: str) -> Dating | None:
    match = _ONE.fullmatch(text)
    if match is None or match["year"] == "-0000":
        return None
    if match["time"] and (match["mark"] or not _TIME.fullmatch(match["time"])):
        return None
    bounds = _bounds(match["year"], match["month"], match["day"])
    if bounds is None:
        return None
    first, last, before, after = bounds
    mark = match["mark"] or ""
    if mark in ("~", "%"):
        # On no reading surely within: what is only about 1932 covers nothing for certain.
        return Dating(text, before, after, after, before, mark == "%")
    if match["month"] == _WINTER:
        return Dating(text, first, last, last, first, mark == "?")  # at one end of the year or the other
    return Dating(text, first, last, first, last, mark == "?")


def _bounds(year: str, month: str | None, day: str | None) -> tuple[int, int, int, int] | None:
    """First and last day that a date may mean, and the same once it is widened by one unit on either side."""
    if "X" in year:
        if month is not None:
            return None  # 193X-05 is level 2
        low, high = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
        span = high - low + 1
        return _years(low, high) + _years(low - span, high + span)
    if year.startswith("Y") and month is not None:
        return None  # the long years stand alone
    number = int(year.removeprefix("Y"))
    if month is None or month == "XX":
        return None if day not in (None, "XX") else _years(number, number) + _years(number - 1, number + 1)
    if (at := int(month)) in _SEASONS:
        if day is not None:
            return None
        first, last = _SEASONS[at]
        return _months(number, first, last) + _months(number, first - 3, last + 3)
    if not 1 <= at <= 12:  # noqa: PLR2004 - months
        return None
    if day is None or day == "XX":
        return _months(number, at, at) + _months(number, at - 1, at + 1)
    exact = day_number(number, at, 1) + int(day) - 1
    if not day_number(number, at, 1) <= exact <= _month_end(number, at):
        return None
    return exact, exact, exact - 1, exact + 1


def _years(first: int, last: int) -> tuple[int, int]:
    return day_number(first, 1, 1), day_number(last, 12, 31)


def _months(year: int, first: int, last: int) -> tuple[int, int]:
    """Months may run below 1 and past 12 into the years around."""
    return day_number(year, first, 1), _month_end(year, last)


def _month_end(year: int, month: int) -> int:
    return day_number(year, month + 1, 1) - 1


def day_number(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01 in the proleptic Gregorian calendar, for any year, before Christ too.

    Fliegel and Van Flandern's counting of days from a year that begins in March (CACM 11:10, 1968).
    `month` may run below 1 and past 12 into the years around.

    >>> day_number(1970, 1, 1), day_number(1936, 8, 19), day_number(0, 3, 1)
    (0, -12188, -719468)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    shifted = year - (month <= 2)  # noqa: PLR2004 - January and February belong to the March year before
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@lru_cache(maxsize=65536)
def in_words(text: str) -> str:
    """Write a date the way a footnote does.

    >>> in_words("1936-08"), in_words("1935-09-19/1936-05-01"), in_words("../1917"), in_words("193X"), in_words("1932~")
    ('August 1936', '19 September 1935 to 1 May 1936', 'until 1917', 'the 1930s', 'about 1932')
    """
    if "/" in text:
        start, _, end = text.partition("/")
        if start in ("", ".."):
            return f"until {in_words(end)}"
        if end in ("", ".."):
            return f"from {in_words(start)} on"
        return f"{in_words(start)} to {in_words(end)}"
    match = _ONE.fullmatch(text)
    if match is None:
        return text
    return " ".join(_parts(match))


def _parts(match: re.Match[str]) -> Iterator[str]:
    mark, year, month, day = match["mark"], match["year"].removeprefix("Y"), match["month"], match["day"]
    if mark in ("~", "%"):
        yield "about"
    if mark in ("?", "%"):
        yield "perhaps"
    if day and day != "XX":
        yield str(int(day))
    if month == "XX":
        yield "some month of" if day is None else "some day of"
    elif month and int(month) in _SEASON_NAMES:
        yield _SEASON_NAMES[int(month)]
    elif month:
        yield _MONTHS[int(month) - 1]
    if year.endswith("XX"):
        yield f"the years {year.replace('X', '0')}-{year.replace('X', '9')}"
    elif year.endswith("X"):
        yield f"the {year.replace('X', '0')}s"
    else:
        yield year
