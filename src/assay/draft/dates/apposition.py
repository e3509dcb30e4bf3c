"""Two dates side by side that are one: *in 1951, six years before the flood*."""

import re

from assay.draft.dates.counting import NO_DATE_HERE
from assay.draft.dates.filling import Said
from assay.draft.dates.values import Expression, Meaning

_BESIDE = re.compile(r",\s+(?:(?:only|just|exactly|almost|nearly|about|some|that is|i\.e\.),?\s+)?")
_BEHIND = re.compile(r",\s+(?:in|on)\s+")
_CLOSES = re.compile(r"\s*[,.;:)]")
_LASTS = re.compile(r"(?:for|within|over|in)\b", re.IGNORECASE)
_COUNTED = ("counted from a date before", "the next", "the one before", NO_DATE_HERE)


def beside(body: str, one: Expression, before: tuple[Expression, Said] | None) -> Said | None:
    """Give what is counted from somewhere the date that stands before it, and says when that was."""
    if before is None or not one.rule.startswith(_COUNTED):
        return None
    other, said = before
    if said.meaning is None or said.meaning.open or said.meaning.end is not None or other.meaning.shift is not None:
        return None
    if _LASTS.match(body, one.span.start) or (one.rule != NO_DATE_HERE and not _CLOSES.match(body, one.span.end)):
        return None
    if _BESIDE.fullmatch(body, other.span.end, one.span.start) is None:
        return None
    return Said(
        Meaning(said.meaning.start, mark=said.meaning.mark), other.span, f"{one.rule}; the date beside it says when"
    )


def follows_count(body: str, one: Expression, before: tuple[Expression, Said] | None) -> bool:
    """Say whether a date says how far ahead somebody looks: *years later, in 1956*."""
    if before is None or before[0].meaning.shift is None or not before[0].rule.startswith(_COUNTED):
        return False
    return _BEHIND.fullmatch(body, before[0].span.end, one.span.start) is not None
