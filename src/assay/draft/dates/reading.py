"""What the parts of a written date say: its day, month and year, in letters or figures, in either calendar."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from assay.draft.dates import words
from assay.draft.dates.values import Day, Meaning
from assay.model.calendars import lag

_LONG_MONTH = 12
_CENTURIES = 21  # so far


def year_of(found: Mapping[str, str | None]) -> int | None:
    """Read the year, where one is written."""
    return words.year(found["year"] or "") if found.get("year") else None


def short_of(found: Mapping[str, str | None]) -> int | None:
    """Read the last two figures of a year, where no more is written."""
    return int(found["short"] or "") if found.get("short") else None


def part(found: Mapping[str, str | None], name: str, read: Callable[[str], int]) -> int | None:
    """Read one part, where it is written."""
    return read(found[name] or "") if found.get(name) else None


def days(found: Mapping[str, str | None]) -> Meaning | None:
    """Days of one month or of two, with the year or without."""
    year, month = year_of(found), part(found, "month", words.month)
    last_month = part(found, "last_month", words.month) or month
    first, last = part(found, "day", words.day), part(found, "last", words.day)
    style = bool(found.get("style"))
    start = Day(year, month, first)
    if style and year is not None and month is not None and first is not None and last is None:
        return _in_new_style(year, month, first)
    if last is None:
        return Meaning(start, short_year=short_of(found))
    begins = year
    if month is not None and last_month is not None and last_month < month and year is not None:
        begins = year - 1
    return Meaning(Day(begins, month, first), Day(year, last_month, last), short_year=short_of(found))


def _in_new_style(year: int, month: int, day: int) -> Meaning | None:
    try:
        then = date(year, month, day) + timedelta(days=lag(year, month))
    except (ValueError, OverflowError):
        return None
    return Meaning(Day(then.year, then.month, then.day))


def named_day(found: Mapping[str, str | None]) -> Meaning | None:
    """Read *New Year's Eve*."""
    month, day = words.named_day(found["name"] or "")
    return Meaning(Day(year_of(found), month, day), short_year=short_of(found))


def two_styles(found: Mapping[str, str | None]) -> Meaning | None:
    """*5 (18) January 1918*, *25 October (7 November) 1917*: the second is what the Gregorian calendar says."""
    month = part(found, "last_month", words.month) or part(found, "month", words.month)
    return Meaning(Day(year_of(found), month, part(found, "last", words.day)))


def years(found: Mapping[str, str | None]) -> Meaning | None:
    """Read one year, or two with the second cut short."""
    year, last = year_of(found), found.get("last")
    assert year is not None
    if not last:
        return Meaning(Day(year))
    digits = re.sub(r"\D", "", last.translate(str.maketrans("IlOo", "1100")))
    end = int(str(year)[: 4 - len(digits)] + digits)
    return Meaning(Day(year), Day(end)) if end > year else None


def decade(found: Mapping[str, str | None]) -> Meaning | None:
    """Read *1930s*."""
    return Meaning(Day(fixed=f"{words.year((found['digits'] or '') + '0') // 10}X"))


def century(found: Mapping[str, str | None]) -> Meaning | None:
    """Read *nineteenth century*."""
    number = words.ordinal(found["ordinal"] or "")
    return Meaning(Day(fixed=f"{number - 1:02}XX")) if 1 <= number <= _CENTURIES else None


def figures(found: Mapping[str, str | None]) -> Meaning | None:
    """Day, month and year in figures. Where nobody can tell day from month, only the year is said."""
    day, month = int(found["day"] or 0), int(found["month"] or 0)
    is_plain = found["sign"] == "." or day > _LONG_MONTH or day == month
    if found["sign"] == "/" and month > _LONG_MONTH >= day:
        day, month, is_plain = month, day, True
    if not 1 <= month <= _LONG_MONTH:
        return None
    year, short = year_of(found), short_of(found)
    return Meaning(Day(year, month, day) if is_plain else Day(year), short_year=short)


def months(found: Mapping[str, str | None]) -> Meaning | None:
    """Read two months, the second in the next year where it comes earlier in the year."""
    first, last, year = words.month(found["month"] or ""), words.month(found["last_month"] or ""), year_of(found)
    begins = year - 1 if year is not None and last < first else year
    return Meaning(Day(begins, first), Day(year, last), short_year=short_of(found))


def twenties(word: str) -> Meaning | None:
    """Which century is meant is not said; the narrative's year will tell."""
    tens = words.decade(word) if word[0].isalpha() else int(word[1])
    return Meaning(Day(fixed=f"??{tens}X"))
