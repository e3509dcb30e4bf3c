"""What all ways to count from a date have in common: a row of a table, how many, and what has no date here."""

import re
from collections.abc import Callable

from msgspec import Struct

from assay.draft.dates import words
from assay.draft.dates.values import Meaning

SPEAKERS_TIME = "counted from when it was said"
SPEAKERS_DAY = "counted from the day on which it was said"
NO_DATE_HERE = "counted from what has no date here"
FEW = r"several|a\s+few|some|many|a\s+couple\s+of|a\s+number\s+of"
_NOBODY_COUNTED = {"several", "a few", "few", "some", "many", "a number of"}
_Make = Callable[[re.Match[str]], Meaning | None]


class Row(Struct, frozen=True):
    """A way to count from a date."""

    rule: str
    pattern: re.Pattern[str]
    make: _Make


def row(rule: str, pattern: str, make: _Make) -> Row:
    """Make a row; a blank in a pattern stands for any white space."""
    spaced = pattern.replace(" ", r"\s+")
    return Row(rule, re.compile(rf"(?<!\w)(?:{spaced})", re.IGNORECASE if rule[0] != "d" else 0), make)


def how_many(many: str) -> int | None:
    """Read a number; None where nobody counted.

    >>> how_many("three"), how_many("a couple of"), how_many("several")
    (3, 2, None)
    """
    if many == "a couple of":
        return 2
    return None if many in _NOBODY_COUNTED else words.number(many)


def moot(_: re.Match[str]) -> Meaning:
    """Say that nobody can tell."""
    return Meaning(is_moot=True)
