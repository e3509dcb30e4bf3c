"""The words of a page in the order in which they are read: line by line, and column by column.

A page has columns where a strip as wide as a space between columns runs down it with hardly a line across. Lines that
do cross it, such as a title, part the page into bands; each band is read down its left column, then its right.
"""

import statistics
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.text import Box

_FEWEST_LINES = 3  # of a column
_NARROWEST = 0.2  # column, as a share of the text's width
_MOST_ACROSS = 0.25  # lines that cross between columns, as a share of all
_BINS = 400
_DEEPEST = 3


class PageWord(Struct, frozen=True):
    """A word on a page: what it says, where it is seen, and where that is when the page is held upright."""

    words: str
    box: Box
    upright: Box

    @property
    def height(self) -> float:
        """How tall the word is."""
        return self.upright.y1 - self.upright.y0

    @property
    def middle(self) -> float:
        """How high up the page its middle is."""
        return (self.upright.y0 + self.upright.y1) / 2


PageLine = Sequence[PageWord]


def reading_order(words: Sequence[PageWord], depth: int = _DEEPEST) -> Iterator[PageLine]:
    """Yield the lines of a page in reading order."""
    rows = _rows(words)
    gutter = _gutter(words, rows) if depth else None
    if gutter is None:
        yield from rows
        return
    left: list[PageWord] = []
    right: list[PageWord] = []
    for row in rows:
        if any(word.upright.x0 < gutter < word.upright.x1 for word in row):
            yield from _columns(left, right, depth)
            left, right = [], []
            yield row
        else:
            left += (word for word in row if word.upright.x1 <= gutter)
            right += (word for word in row if word.upright.x0 >= gutter)
    yield from _columns(left, right, depth)


def _columns(left: list[PageWord], right: list[PageWord], depth: int) -> Iterator[PageLine]:
    yield from reading_order(left, depth - 1)
    yield from reading_order(right, depth - 1)


def _rows(words: Sequence[PageWord]) -> list[list[PageWord]]:
    """Put words at the same height into rows, from the head of the page down."""
    rows: list[list[PageWord]] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda word: -word.middle):
        if rows and middle - word.middle < min(height, word.height) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
            middle, height = word.middle, word.height
    for row in rows:
        row.sort(key=lambda word: word.upright.x0)
    return rows


def _gutter(words: Sequence[PageWord], rows: list[list[PageWord]]) -> float | None:
    """Find where a strip between columns runs down the page, or None where there is one column."""
    if len(rows) < _FEWEST_LINES:
        return None
    left = min(word.upright.x0 for word in words)
    width = max(word.upright.x1 for word in words) - left
    if width <= 0:
        return None
    margin = 0.4 * statistics.median(word.height for word in words)
    across = _across(rows, left, width, margin)
    first, last = int(_NARROWEST * _BINS), int((1 - _NARROWEST) * _BINS)
    fewest = min(across[first:last])
    if fewest > _MOST_ACROSS * len(rows):
        return None
    at = _middle_of_longest(across, fewest, first, last)
    gutter = left + (at + 0.5) * width / _BINS
    return gutter if _parts_columns(rows, gutter) else None


def _across(rows: list[list[PageWord]], left: float, width: float, margin: float) -> list[int]:
    """Count, for each place across the page, the rows that have a word there, or nearer to it than `margin`."""
    changes = [0] * (_BINS + 1)
    for row in rows:
        end = -1
        for word in row:
            start = max(int((word.upright.x0 - margin - left) / width * _BINS), end, 0)
            stop = min(int((word.upright.x1 + margin - left) / width * _BINS) + 1, _BINS)
            if stop > start:
                changes[start] += 1
                changes[stop] -= 1
                end = stop
    counts: list[int] = []
    count = 0
    for change in changes[:-1]:
        count += change
        counts.append(count)
    return counts


def _middle_of_longest(counts: list[int], wanted: int, first: int, last: int) -> int:
    best, start = (first, first), None
    for at in range(first, last + 1):
        if at < last and counts[at] == wanted:
            start = at if start is None else start
        elif start is not None:
            best = max(best, (start, at), key=lambda run: run[1] - run[0])
            start = None
    return (best[0] + best[1]) // 2


def _parts_columns(rows: list[list[PageWord]], gutter: float) -> bool:
    """Say whether both sides have lines enough beside each other, and wide enough, to be columns."""
    sides: list[list[PageLine]] = [[], []]
    for row in rows:
        if any(word.upright.x0 < gutter < word.upright.x1 for word in row):
            continue
        for side, words in enumerate(
            ([word for word in row if word.upright.x1 <= gutter], [word for word in row if word.upright.x0 >= gutter])
        ):
            if words:
                sides[side].append(words)
    if min(map(len, sides)) < _FEWEST_LINES:
        return False
    left, right = sides
    whole = right[0][-1].upright.x1 - left[0][0].upright.x0
    widths = (statistics.median(line[-1].upright.x1 - line[0].upright.x0 for line in side) for side in sides)
    top = min(left[0][0].middle, right[0][0].middle)
    foot = max(left[-1][0].middle, right[-1][0].middle)
    beside = min(sum(foot <= line[0].middle <= top for line in side) for side in sides)
    return beside >= _FEWEST_LINES and all(width >= _NARROWEST * whole for width in widths)
