"""Part of a year: its beginning is about January, its middle about June, its end about December."""

import re

from msgspec import structs

from assay.draft.dates.values import Day, Meaning

_WHERE = {
    1: re.compile(r"\b(?:beginning|start|outset|opening|(?:first|early)\s+(?:days|weeks|months))\b", re.IGNORECASE),
    6: re.compile(r"\b(?:middle|mid)\b", re.IGNORECASE),
    12: re.compile(r"\b(?:end|close|(?:last|final|closing)\s+(?:days|weeks|months))\b", re.IGNORECASE),
}


def part_of(meaning: Meaning, words: str) -> Meaning:
    """Say which part of a year is meant, and that it is about that; of a month or decade only that it is vague.

    >>> part_of(Meaning(Day(1932)), "at the end of").start, part_of(Meaning(Day(1932)), "late in").mark
    (Day(year=1932, month=12, day=None, fixed=''), '~')
    """
    if meaning.start.fixed:
        return meaning
    month = next((month for month, pattern in _WHERE.items() if pattern.search(words)), None)
    year = meaning.start.year
    if month is None or year is None or meaning.start.month is not None or meaning.end is not None:
        return structs.replace(meaning, mark="~")
    return structs.replace(meaning, start=Day(year, month), mark="~")
