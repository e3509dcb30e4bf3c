"""Quotation marks, and what each costs in each role.

A mark opens, closes, is an apostrophe, or is a scanner's misreading. What it costs to read it so follows from its
neighbours: a mark behind a space and before a letter opens cheaply and closes dearly. The costs are in the nature of
negative log odds, set by hand; only their order of size matters, and the bench on generated damage is what they were
set by.
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

_MARK = re.compile("[\"'“”„«»‘’‚‹›]")  # noqa: RUF001 - quotation marks
_SINGLE: Final = frozenset("'‘’‚‹›")  # noqa: RUF001 - single marks
_ONLY_OPENS: Final = frozenset("“„«‘‚‹")  # noqa: RUF001 - marks that only open
_ONLY_CLOSES: Final = frozenset("”»›")
_BEFORE_OPENING: Final = frozenset("([{-–—/")
_ENDS: Final = frozenset(".,;:!?…)]*")
_CLIPPED = re.compile(r"(?:t(?:is|was|il|will|were)|em|n|cause|bout|round|neath|cept)\b['’]?", re.IGNORECASE)


class Mark(Struct, frozen=True):
    """One mark, where it stands, and what it costs as an opening, a closing mark, or neither."""

    at: int
    single: bool
    opens: float
    closes: float
    neither: float
    starts_paragraph: bool


def marks(body: str) -> Iterator[Mark]:
    """Find every mark of a text and price its roles."""
    for match in _MARK.finditer(body):
        yield _priced(body, match.start(), match.group())


def _priced(body: str, at: int, sign: str) -> Mark:
    left = body[at - 1] if at else "\n"
    right = body[at + 1] if at + 1 < len(body) else "\n"
    single = sign in _SINGLE
    opens, closes = _opens(left, right), _closes(body, at, left, right)
    neither = _apostrophe(body, at, left, right) if single else 7.0
    if sign in _ONLY_OPENS:
        closes += 5.0
        neither += 3.0
    if sign in _ONLY_CLOSES:
        opens += 5.0
        neither += 3.0
    if sign == "’":
        opens += 4.0
    before = at
    while before and body[before - 1] in " \t":
        before -= 1
    starts = before == 0 or body[before - 1] == "\n"
    return Mark(at, single, opens, closes, neither, starts)


def _opens(left: str, right: str) -> float:
    cost = 0.0
    if left.isalnum():
        cost += 6.0
    elif not (left.isspace() or left in _BEFORE_OPENING or _MARK.match(left)):
        cost += 2.5
    if right.isspace():
        cost += 4.5
    elif right in ",;:!?)]":
        cost += 5.0
    return cost


def _closes(body: str, at: int, left: str, right: str) -> float:
    cost = 0.0
    if left.isspace():
        cost += 4.5
    elif left in "([{":
        cost += 5.0
    if right.isalpha():
        cost += 5.0
    elif right.isdigit():
        # A note number may be glued to a closing mark; a word may not.
        cost += 0.3 if re.match(r"\d{1,3}(?=[\s.,;)]|$)", body[at + 1 : at + 6]) else 4.0
    return cost


def _apostrophe(body: str, at: int, left: str, right: str) -> float:
    if left.isalnum() and right.isalpha():
        return -3.0  # within a word
    if left.isalpha() and not right.isalnum():
        is_plural = left in "sSzZxX" and right not in ",.;:!?"
        return 1.6 if is_plural else 4.0  # the workers' state; goin'
    if _CLIPPED.match(body, at + 1):
        return -2.0
    if right.isdigit() and not left.isalnum() and left not in _ENDS and re.match(r"\d\ds?\b", body[at + 1 : at + 5]):
        return -2.0  # '37
    if right.isupper() and left.isspace():
        return 5.5  # 'Tis is rare
    return 4.0 if right.isalpha() else 6.0
