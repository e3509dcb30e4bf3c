"""Occasions whose date the document says: *the February plenum of 1937*, *the trial (23-30 January 1937)*."""

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from assay.draft.dates.filling import Said, filled
from assay.draft.dates.memory import Stand
from assay.draft.dates.values import Day, Expression, Meaning
from assay.model.location import Span

OF_A_NAME = "the year is said elsewhere of the same name"
_PROPER = re.compile(r"\s+([A-Z]\w+)")
_KIND = re.compile(
    r"\s+(?:Plenum|Congress|Conference|Session|Trial|Meeting|Assembly|Plenary|Agreement|Accords?|Declaration|Summit|Offensive)\b"
)
_OF_YEAR = re.compile(r"[^,.;:()\"“”]{0,60}\b(?:of|in)\s+(?:the\s+year\s+)?")
_LONGEST, _SOON, _YEARS = timedelta(days=62), timedelta(days=366), timedelta(days=8 * 366)


def said_with(body: str, one: Expression, following: Expression | None) -> Said | None:
    """*The February plenum of the committee in 1937*: the year is said in the same breath."""
    if (
        following is None
        or following.rule != "year"
        or not one.meaning.start.needs_year
        or one.meaning.start.needs_month
    ):
        return None
    if one.meaning.shift is not None or one.meaning.is_moot or one.meaning.short_year is not None:
        return None
    if not _OF_YEAR.fullmatch(body, one.span.end, following.span.start):
        return None
    whole = filled(one.meaning, Stand(Day(following.meaning.start.year), following.span, following.span, 0, 0))
    return Said(whole, following.span, f"{one.rule}; the year is said behind it")


Names = dict[tuple[str, str], tuple[Meaning, Span] | None]


def names_of(body: str, found: Sequence[Expression]) -> Names:
    """Collect what is called by its months, *the June-July Plenum*, with its year where the document says it once."""
    names: Names = {}
    for one, following in itertools.pairwise(found):
        key = _name(body, one)
        said = said_with(body, one, following)
        if key is None or said is None or said.meaning is None or said.anchor is None:
            continue
        before = names.get(key, (said.meaning, said.anchor))
        names[key] = before if before is not None and before[0] == said.meaning else None
    return names


def _name(body: str, one: Expression) -> tuple[str, str] | None:
    proper = _PROPER.match(body, one.span.end)
    if proper is None or one.meaning.start.month is None or not one.meaning.start.needs_year or one.meaning.start.day:
        return None
    return " ".join(body[one.span.start : one.span.end].split()), proper[1]


def named(body: str, one: Expression, names: Names) -> Said | None:
    """Give what is called by its months the year that the document says elsewhere."""
    key = _name(body, one)
    known = names.get(key) if key is not None else None
    return None if known is None else Said(known[0], known[1], f"{one.rule}; {OF_A_NAME}")


def is_named(body: str, one: Expression) -> bool:
    """Say whether something is called by its month, *the June Plenum*: the narrative may be of another year."""
    return _name(body, one) is not None and _KIND.match(body, one.span.end) is not None


Days = list[tuple[date, date, Span]]


def days_of(found: Sequence[Expression]) -> Days:
    """Collect the spans of days that a document gives in full: a trial, a congress, a journey."""
    spans: Days = []
    for one in found:
        first, last = _day(one.meaning.start), _day(one.meaning.end)
        if first is not None and last is not None and first < last <= first + _LONGEST and one.anchors:
            spans.append((first, last, one.span))
    return spans


def within(one: Expression, stand: Stand | None, spans: Days, *, is_near: bool) -> Said | None:
    """Give a day the year of a span of days said before, in which it falls, and to which the narrative has come.

    *The trial (23-30 January 1937) ... In September 1936 he wrote ... On 24 January he spoke*: not where two spans
    would give two years. A date said long ago may also be a year alone, and years before.
    """
    meaning = one.meaning
    if stand is None or meaning.end is not None or meaning.start.day is None or meaning.start.month is None:
        return None
    now = _day(stand.day) or _day(structs.replace(stand.day, month=stand.day.month or (None if is_near else 1), day=1))
    fits: dict[int, Span] = {}
    for first, last, span in spans:
        for year in {first.year, last.year}:
            then = _day(Day(year, meaning.start.month, meaning.start.day))
            if then is None or now is None or not first <= then <= last or span.end > one.span.start:
                continue
            if now <= then <= now + (_SOON if is_near else _YEARS):
                fits[year] = span
    if len(fits) != 1:
        return None
    ((year, span),) = fits.items()
    rule = f"{one.rule}; the year is that of a span of days in which it falls"
    return Said(filled(meaning, Stand(Day(year), span, span, 0, 0)), span, rule)


def _day(day: Day | None) -> date | None:
    if day is None or day.year is None or day.month is None or day.day is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
