"""Word against word: which words of a source a quotation has, which it leaves out, adds or changes.

Global alignment with affine gaps (Gotoh 1982) over words, so that what was left out is left out in one piece; two words
may stand for one (`can not`, `cannot`). Neither edlib nor rapidfuzz aligns words with such gaps. The stretches are
short: what is alike to the letter was found before.
"""

import math
from collections.abc import Collection, Sequence
from typing import Literal, Protocol

from msgspec import Struct

Sort = Literal["same", "misread", "divided", "changed", "added", "left"]
_MISREAD, _DIVIDED, _FREE = 0.15, 0.2, 0.05
_CHANGED, _UNLIKE = 0.55, 0.45
_LEFT_OPEN, _LEFT, _ADDED_OPEN, _ADDED = 0.9, 0.04, 0.5, 0.6
_MATCH, _LEAVE, _ADD = range(3)
_LONG, _STRETCH, _SMALL, _HARDLY_ALIKE = 90, 6, 3, 0.25


class Step(Struct, frozen=True):
    """Words of the quotation and words of the source that stand for each other; one of the two may be none."""

    sort: Sort
    quoted: tuple[int, int]
    there: tuple[int, int]


class SameWord(Protocol):
    """Says whether some words of the source, and some of the quotation, are the same but for a misreading."""

    def __call__(self, there: int, words: int, quoted: int, count: int) -> bool:
        """Compare `words` words from `there` with `count` words from `quoted`."""


class Ends(Struct, frozen=True):
    """Where the source may go on without cost: before the quotation's words, behind them, at marks of omission."""

    head: bool = False
    tail: bool = False
    omissions: Collection[int] = ()


class _Sides(Struct, frozen=True):
    """What is aligned with what, and what tells words apart."""

    ours: Sequence[str]
    theirs: Sequence[str]
    same: SameWord


_Cell = tuple[float, int, int, int, Sort]  # cost, words of the quotation and of the source taken, state before, what


def align(ours: Sequence[str], theirs: Sequence[str], same: SameWord, ends: Ends) -> list[Step]:
    """Align a quotation's words with a source's, as cheaply as can be."""
    if not ours or not theirs or _have_little_in_common(ours, theirs):
        left, added = (0, 0, 0, len(theirs)), (0, len(ours), len(theirs), len(theirs))
        rows = [("left", left)] * bool(theirs) + [("added", added)] * bool(ours)
        return [Step(sort, (a, b), (c, d)) for sort, (a, b, c, d) in rows]  # type: ignore[arg-type]
    if len(theirs) > _LONG and len(ours) * 8 < len(theirs):
        return _leaping(ours, theirs, same, ends)
    sides = _Sides(ours, theirs, same)
    nothing: _Cell = (math.inf, 0, 0, 0, "same")
    table = [[[nothing] * 3 for _ in range(len(theirs) + 1)] for _ in range(len(ours) + 1)]
    cheapest = [[(0.0, _MATCH)] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    table[0][0][_MATCH] = (0, 0, 0, 0, "same")
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            if i or j:
                cell[_MATCH] = _matched(cheapest, sides, i, j) if i and j else nothing
                cell[_LEAVE] = _left(table, ours, i, j, ends)
                cell[_ADD] = _added(table, i, j)
                costs = [state[0] for state in cell]
                least = min(costs)
                cheapest[i][j] = (least, costs.index(least))
    return _traced(table, len(ours), len(theirs))


def _have_little_in_common(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Say whether a long stretch need not be aligned: hardly a word of it is among the others."""
    if len(ours) < _STRETCH:
        return False
    telling = [word for word in ours if len(word) > _SMALL] or ours
    return sum(map(set(theirs).__contains__, telling)) * 3 < len(telling)


def _matched(cheapest: list[list[tuple[float, int]]], sides: _Sides, i: int, j: int) -> _Cell:
    best: _Cell = (math.inf, 0, 0, 0, "same")
    for x, y in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1)):
        if x > i or y > j:
            continue
        before, state = cheapest[i - x][j - y]
        if before >= best[0]:
            continue
        price, sort = _price(sides, i, j, (x, y))
        if before + price < best[0]:
            best = (before + price, x, y, state, sort)
    return best


def _price(sides: _Sides, i: int, j: int, shape: tuple[int, int]) -> tuple[float, Sort]:
    ours, theirs, same = sides.ours, sides.theirs, sides.same
    x, y = shape
    if x == y == 1:
        a, b = ours[i - 1], theirs[j - 1]
        if a == b:
            return 0, "same"
        likeness = _likeness(a, b)
        if likeness >= _HARDLY_ALIKE and same(j - 1, 1, i - 1, 1):
            return _MISREAD, "misread"
        return _CHANGED + _UNLIKE * (1 - likeness), "changed"
    ours_size, their_size = sum(map(len, ours[i - x : i])), sum(map(len, theirs[j - y : j]))
    if abs(ours_size - their_size) > 1 or ours[i - x][0] != theirs[j - y][0]:
        return math.inf, "changed"
    if "".join(ours[i - x : i]) == "".join(theirs[j - y : j]):
        return _DIVIDED, "divided"
    if x + y == 3 and same(j - y, y, i - x, x):  # noqa: PLR2004 - two words for one
        return _DIVIDED + _MISREAD, "divided"
    return math.inf, "changed"


def _likeness(a: str, b: str) -> float:
    shorter = min(len(a), len(b))
    head = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    tail = next((n for n in range(shorter - head) if a[-1 - n] != b[-1 - n]), shorter - head)
    return (head + tail) / max(len(a), len(b))


def _left(table: list[list[list[_Cell]]], ours: Sequence[str], i: int, j: int, ends: Ends) -> _Cell:
    if not j:
        return (math.inf, 0, 0, 0, "left")
    free = (ends.head and i == 0) or (ends.tail and i == len(ours)) or i in ends.omissions
    going_on = table[i][j - 1][_LEAVE][0] + (0.0 if free else _LEFT)
    state = _MATCH if table[i][j - 1][_MATCH][0] <= table[i][j - 1][_ADD][0] else _ADD
    opened = table[i][j - 1][state][0] + (_FREE if free else _LEFT_OPEN)
    return (going_on, 0, 1, _LEAVE, "left") if going_on < opened else (opened, 0, 1, state, "left")


def _added(table: list[list[list[_Cell]]], i: int, j: int) -> _Cell:
    if not i:
        return (math.inf, 0, 0, 0, "added")
    going_on = table[i - 1][j][_ADD][0] + _ADDED
    state = _MATCH if table[i - 1][j][_MATCH][0] <= table[i - 1][j][_LEAVE][0] else _LEAVE
    opened = table[i - 1][j][state][0] + _ADDED_OPEN + _ADDED
    return (going_on, 1, 0, _ADD, "added") if going_on < opened else (opened, 1, 0, state, "added")


def _traced(table: list[list[list[_Cell]]], i: int, j: int) -> list[Step]:
    steps: list[Step] = []
    state = min(range(3), key=lambda state: table[i][j][state][0])
    while i or j:
        _, x, y, before, sort = table[i][j][state]
        steps.append(Step(sort, (i - x, i), (j - y, j)))
        i, j, state = i - x, j - y, before
    steps.reverse()
    return steps


def _leaping(ours: Sequence[str], theirs: Sequence[str], same: SameWord, ends: Ends) -> list[Step]:
    """Few words against many: what lies in the middle of the many is left out, and only their ends are compared."""
    edge = _LONG // 2 - 1
    cut = len(theirs) - 2 * edge

    def beyond(there: int, words: int, quoted: int, count: int) -> bool:
        return same(there if there < edge else there + cut, words, quoted, count)

    near = align(ours, [*theirs[:edge], *theirs[-edge:]], beyond, ends)
    steps: list[Step] = []
    for step in near:
        a, b = step.there
        if a < edge < b or (a == edge and not any(s.sort == "left" and s.there[0] == edge for s in steps)):
            steps.append(Step("left", (step.quoted[0], step.quoted[0]), (edge, edge + cut)))
        steps.append(Step(step.sort, step.quoted, (a + cut if a >= edge else a, b + cut if b > edge else b)))
    return steps
