"""What an expression of a date says by itself, and how that is written once year or day are known."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

from assay.model.dates import parse_date
from assay.model.location import Span

Unit = Literal["day", "week", "month", "season", "year", "time"]
Open = Literal["", "until", "since"]
MONTHS = 12
_ROUND = 10  # "ten years later", "fifty years later": round numbers are about so many


class Day(Struct, frozen=True):
    """A year, month and day, as far as they are said. `month` may be a season, 21 to 24."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fixed: str = ""
    """EDTF of what has no single year: a decade, a century."""

    @property
    def needs_year(self) -> bool:
        """Say whether the year has to be taken from elsewhere."""
        return self.year is None and not self.fixed

    @property
    def needs_month(self) -> bool:
        """Say whether the month has to be taken from elsewhere: *on the 23rd*."""
        return self.day is not None and self.month is None and not self.fixed

    def edtf(self) -> str:
        """Write it; it must say its year."""
        if self.fixed or self.year is None:
            return self.fixed
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


class Shift(Struct, frozen=True):
    """So many units on from the day that was spoken of; 0 for the same. No `count` where it is not said how many."""

    unit: Unit
    count: int | None
    is_vague: bool = False
    month: int | None = None
    """The season or month in the unit that is meant: *that autumn*, *in March of the following year*."""
    day: int | None = None
    reaches: bool = False
    """All the time between is meant: *within three days*, *over the previous decade*."""
    is_speakers: bool = False
    """Counted from when it was said: in a quotation, the date of the words around it."""


class Meaning(Struct, frozen=True):
    """What words say of a date: one day, month or year, or a span of them, and how vaguely."""

    start: Day = Day()
    end: Day | None = None
    mark: Literal["", "~", "?", "%"] = ""
    end_mark: Literal["", "~", "?", "%"] = ""
    open: Open = ""
    shift: Shift | None = None
    is_moot: bool = False
    """Whether the words count from something that has no date of its own here."""
    short_year: int | None = None
    """The last two digits of a year, where these are all that is written."""


class Expression(Struct, frozen=True):
    """Words that speak of a date, what they say by themselves, and the rule that found them."""

    span: Span
    meaning: Meaning
    rule: str
    anchors: bool = True
    """Whether later words may take their year or day from here: not from an imprint."""


def write(meaning: Meaning) -> str | None:
    """Write what is said as EDTF; None where it does not come to a date.

    >>> write(Meaning(Day(1936, 7), mark="~")), write(Meaning(Day(1917), open="until"))
    ('1936-07~', '../1917')
    >>> write(Meaning(Day(1936, 8, 19), Day(1936, 8, 24)))
    '1936-08-19/1936-08-24'
    """
    start = meaning.start.edtf()
    if meaning.open and start.endswith("X") and "?" not in start:
        start = start.replace("X", "9" if meaning.open == "until" else "0")
    if not start or meaning.is_moot:
        return None
    start += meaning.mark
    if meaning.end is not None:
        found = f"{start}/{meaning.end.edtf()}{meaning.end_mark}"
        if "X" in found:
            return None  # a level that the casebook does not read
    else:
        found = {"until": f"../{start}", "since": f"{start}/..", "": start}[meaning.open]
    return found if parse_date(found) is not None else None


def moved(start: Day, shift: Shift) -> Meaning | None:
    """Go so many units on from a day, never saying more than the day itself does.

    >>> write(moved(Day(1936, 8, 31), Shift("day", 1)))
    '1936-09-01'
    >>> write(moved(Day(1936, 8), Shift("day", 1)))
    '1936-08~'
    """
    if start.year is None:
        return None
    if shift.unit == "time":
        return Meaning(structs.replace(start, day=None), mark="~")
    if shift.reaches:
        return _reach(start, shift)
    if shift.unit in {"year", "season"}:
        return _years(start.year, shift)
    if start.month is None or start.month > MONTHS:
        return _rough(Day(start.year), shift)
    if shift.unit == "month":
        return _months(start, shift)
    if start.day is None:
        return _rough(Day(start.year, start.month), shift)
    if shift.count is None:
        return Meaning(Day(start.year, start.month), mark="~")
    days = shift.count * (7 if shift.unit == "week" else 1)
    try:
        then = date(start.year, start.month, start.day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    is_about = shift.is_vague or (shift.unit == "week" and shift.count != 0)
    return Meaning(Day(then.year, then.month, then.day), mark="~" if is_about else "")


def _reach(start: Day, shift: Shift) -> Meaning | None:
    """From the one day to the other, where both are known as exactly as they are counted."""
    is_exact = start.day is not None or shift.unit == "year" or (shift.unit == "month" and start.month is not None)
    if shift.count is None or not is_exact:
        return None
    if shift.unit == "year":
        start = Day(start.year)
    elif shift.unit == "month":
        start = structs.replace(start, day=None)
    there = moved(start, structs.replace(shift, reaches=False))
    if there is None:
        return None
    first, last = (start, there.start) if shift.count > 0 else (there.start, start)
    return Meaning(first, last)


def _years(year: int, shift: Shift) -> Meaning | None:
    if shift.count is None:
        return None
    is_round = shift.month is None and abs(shift.count) >= _ROUND and shift.count % _ROUND == 0
    return Meaning(Day(year + shift.count, shift.month, shift.day), mark="~" if shift.is_vague or is_round else "")


def _months(start: Day, shift: Shift) -> Meaning | None:
    assert start.year is not None
    assert start.month is not None
    if shift.count is None:
        return Meaning(Day(start.year), mark="~")
    whole = start.year * MONTHS + start.month - 1 + shift.count
    if shift.count == 0:
        return Meaning(structs.replace(start, day=None))
    return Meaning(Day(whole // MONTHS, whole % MONTHS + 1), mark="~" if abs(shift.count) > 1 or shift.is_vague else "")


def _rough(start: Day, shift: Shift) -> Meaning | None:
    """The day that is counted from is itself only known by its month or year: so is the one that is meant."""
    if shift.count == 0:
        return Meaning(start)
    if start.month is None:
        return None  # a month after "1931": nobody says so of a year
    months = {"day": 0, "week": 1, "month": 18}[shift.unit] if shift.unit in {"day", "week", "month"} else 0
    many = shift.unit == "month" and shift.count is not None and abs(shift.count) > months
    return None if many else Meaning(start, mark="~")
