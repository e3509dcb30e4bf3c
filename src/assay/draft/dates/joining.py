"""Two dates that make a span of time: *from September 1935 to May 1936*, *between 1932 and 1936*."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.draft.dates.units import Found
from assay.draft.dates.values import MONTHS, Day, Meaning
from assay.model.location import Span

_LEAD = re.compile(r"(?<!\w)(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*,?\s*(?:(?:right\s+)?up\s+)?(?:to|until|till|through)\s+(?:and\s+including\s+)?(?:the\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_IN_BOTH = re.compile(r"(?<!\w)(?:in|during|of|for|through(?:out)?)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"(?!\s*,?\s*(?:and\s+)?\d{4}|\s+respectively)")
_DASH = re.compile(r"\s?[-–—]\s?")
_LONGEST = 30
_UNTIL = re.compile(r"(?:up\s+)?(?:until|till|to)\s+(?:the\s+)?", re.IGNORECASE)


def joined(body: str, found: Sequence[Found]) -> Iterator[Found]:
    """Join neighbours that stand for the two ends of one span of time."""
    number = 0
    while number < len(found):
        one = found[number]
        both = _both(body, one, found[number + 1]) if number + 1 < len(found) else None
        yield one if both is None else both
        number += 1 if both is None else 2


def _both(body: str, first: Found, second: Found) -> Found | None:
    for said in (_decades(body, first, second), _next_to(body, first, second)):
        if said is not None:
            return said
    if any(found.meaning.end is not None or found.meaning.open == "since" for found in (first, second)):
        return None
    between = body[first.span.end : second.span.start]
    if len(between) > _LONGEST or first.meaning.start.fixed or second.meaning.start.fixed or first.meaning.open:
        return None
    if first.is_weak and first.rule == "day alone":
        return None
    lead = _LEAD.search(body[max(0, first.span.start - 16) : first.span.start])
    if second.meaning.open == "until":  # "from 1932 until 1936": the word was taken for the second's own
        word = _UNTIL.match(body, second.span.start)
        if word is None or lead is None or between.strip(" \n,"):
            return None
    elif not _connects(between, lead):
        return None
    span = Span(first.span.start - (len(lead[0]) if lead else 0), second.span.end)
    start, end = first.meaning.start, second.meaning.start
    start = _completed(start, end)
    end = _ended(start, end)
    if (
        start.needs_month
        or (start.year is not None and end.year is None)
        or (start.year or 0) > (end.year or 9999)
        or first.meaning.short_year != second.meaning.short_year
    ):
        return None
    meaning = Meaning(start, end, mark=first.meaning.mark, end_mark=second.meaning.mark)
    return Found(span, meaning, f"from {first.rule} to {second.rule}")


def _decades(body: str, first: Found, second: Found) -> Found | None:
    """*The 1960s-1980s*: from the beginning of the one to the end of the other."""
    if first.rule != "decade" or second.rule != "decade":
        return None
    between = body[first.span.end : second.span.start]
    if not (_DASH.fullmatch(between) or _TO.fullmatch(between)):
        return None
    start, end = (int(found.meaning.start.fixed[:3]) * 10 for found in (first, second))
    if start >= end:
        return None
    span = Span(first.span.start, second.span.end)
    return Found(span, Meaning(Day(start), Day(end + 9)), "from decade to decade")


def _next_to(body: str, first: Found, second: Found) -> Found | None:
    """*In 1935 and 1936*, *the end of 1921 and the beginning of 1922*: from the one to the other, which is the next.

    Of three or more (*in 1935, 1936 and 1937*), and of two that are told apart, each is one by itself.
    """
    start, end = first.meaning.start, second.meaning.start
    ends = [meaning for meaning in (first.meaning, second.meaning) if meaning.end or meaning.open or meaning.shift]
    if ends or start.year is None or end.year != start.year + 1 or start.day or end.day:
        return None
    between, before = body[first.span.end : second.span.start], body[max(0, first.span.start - 16) : first.span.start]
    if not _AND.fullmatch(between) or (start.month, end.month) not in ((None, None), (MONTHS, 1)):
        return None
    if start.month is None and not (_IN_BOTH.search(before) and _ENDS.match(body, second.span.end)):
        return None
    meaning = Meaning(start, end, mark=first.meaning.mark, end_mark=second.meaning.mark)
    return Found(Span(first.span.start, second.span.end), meaning, f"from {first.rule} to {second.rule}")


def _connects(between: str, lead: re.Match[str] | None) -> bool:
    if lead is not None and lead["word"].lower() == "between":
        return bool(_AND.fullmatch(between))
    return bool(_TO.fullmatch(between) or _DASH.fullmatch(between))


def _ended(start: Day, end: Day) -> Day:
    """Give the second date the year of the first: *from 5 May 1936 to 7 June*."""
    if end.year is None and start.year is not None and start.month is not None and end.month is not None:
        return structs.replace(end, year=start.year + (start.month > end.month))
    return end


def _completed(start: Day, end: Day) -> Day:
    """Give the first date the month and year of the second, where it has none of its own."""
    if start.day is not None and start.month is None:
        start = structs.replace(start, month=end.month)
    if start.year is None and end.year is not None and start.month is not None and end.month is not None:
        start = structs.replace(start, year=end.year - (start.month > end.month))
    return start
