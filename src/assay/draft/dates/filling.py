"""What a date does not say by itself, filled in from another: its year, its month, its century."""

from collections.abc import Sequence

from msgspec import Struct, structs

from assay.draft.dates.memory import Memory, Stand
from assay.draft.dates.values import MONTHS, Day, Expression, Meaning
from assay.model.location import Span

_EARLY, _LATE = 3, 10
_FIRST_MONTHS, _LAST_MONTHS = 2, 11


class Said(Struct, frozen=True):
    """What an expression comes to: EDTF, where that was taken from, by which rule, and the day it leaves behind."""

    meaning: Meaning | None
    anchor: Span | None
    rule: str


def filled(meaning: Meaning, stand: Stand, *, back: bool = False, is_just_said: bool = False) -> Meaning | None:
    """Give a date its year, and its month where only the day is said, from another date; `back` for what had been."""
    start, end, from_ = meaning.start, meaning.end, stand.day
    if start.needs_month:
        if from_.month is None or from_.month > MONTHS:
            return None
        if from_.day is None and stand.source != stand.span and not is_just_said:
            return None  # a month in passing, without its own year
        if from_.day is not None and (start.day or 0) < from_.day:
            return None  # of that month, or of the next
        start = Day(from_.year, from_.month, start.day)
        return structs.replace(meaning, start=start) if end is None else None
    year = from_.year or 0
    if end is not None and end.year is None:
        crosses = start.month is not None and end.month is not None and start.month > end.month
        end = structs.replace(end, year=year + crosses)
    elif end is not None:
        year = end.year or year
    if end is None and stand.is_late and start.month is not None and start.day is not None:
        year += start.month <= _EARLY
    elif end is None and start.month is not None and from_.month is not None and from_.day is not None:
        # The narrative goes on: January after a day in December is the next year's.
        year += _LATE < from_.month <= MONTHS and start.month <= _EARLY
    elif end is None and start.month is not None and from_.month is not None and not back:
        year += _LAST_MONTHS <= from_.month <= MONTHS and start.month <= _FIRST_MONTHS
    if end is None and back and start.month is not None and from_.month is not None and from_.day is not None:
        year -= from_.month < start.month <= MONTHS
    return structs.replace(meaning, start=structs.replace(start, year=year), end=end)


def with_century(one: Expression, memories: Sequence[Memory], place: tuple[int, int]) -> Said:
    """*'36*, *5.XII.32*, *the thirties*: the century is that of a date before."""
    for memory in reversed(memories):
        stand = memory.year_for(*place)
        if stand is None or stand.day.year is None:
            continue
        century = stand.day.year // 100
        rule = f"{one.rule}; the century is that of a date before"
        meaning = one.meaning
        if meaning.start.fixed:
            day = Day(fixed=meaning.start.fixed.replace("??", f"{century:02}"))
            return Said(structs.replace(meaning, start=day), stand.source, rule)
        year = century * 100 + (meaning.short_year or 0)
        start = structs.replace(meaning.start, year=year)
        end = structs.replace(meaning.end, year=year) if meaning.end is not None else None
        return Said(structs.replace(meaning, start=start, end=end), stand.source, rule)
    return Said(None, None, f"{one.rule}; no century is said before")
