"""How far two passages stay alike, letter by letter, from a place where they are: thousands of places at once.

A banded alignment that stops where it has lost more than it can hope to win back (Altschul et al. 1997, "X-drop"). It
is done for all places together, one letter after another, since each is too short to be worth a call of its own.
"""

from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.letters import Letters

MATCH, OTHER = 2, -3
"""What a letter that is the same counts, and one that is another, is missing or is put in."""
_DROP = 24
_WORTH_GOING_ON = np.int16(5)
_BAND = 6
_ROWS = 32
_LONGEST = 25 * _ROWS
_NEVER = -9_000
_TOGETHER = 8_192

Index = NDArray[np.int64]
_Scores = NDArray[np.int16]


class Reach(Struct, frozen=True):
    """How far each pair goes on being alike: letters on either side, and what they count."""

    first: Index
    second: Index
    score: Index


def extend(letters: Letters, first: Index, second: Index, step: Literal[1, -1]) -> Reach:
    """Go from each pair of places on (`step` 1) or back (-1), as far as the letters stay alike. 0 is an end."""
    parts = [
        _extend(letters, first[at : at + _TOGETHER], second[at : at + _TOGETHER], step)
        for at in range(0, len(first), _TOGETHER)
    ]
    if not parts:
        none = np.empty(0, np.int64)
        return Reach(none, none, none)
    return Reach(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("first", "second", "score")))


def _extend(letters: Letters, first: Index, second: Index, step: int) -> Reach:
    count, last = len(first), len(letters) - 1
    width = 2 * _BAND + 1
    reach = Reach(*(np.zeros(count, np.int64) for _ in range(3)))
    alive = np.arange(count)
    slope = (OTHER * np.arange(width, dtype=np.int16))[:, None]
    scores = np.full((width, count), _NEVER, np.int16)
    scores[_BAND:] = slope[: _BAND + 1]
    for done in range(0, _LONGEST, _ROWS):
        rows = done + np.arange(_ROWS)
        ours = letters[np.clip(first[alive] + step * rows[:, None], 0, last)]
        columns = done - _BAND + np.arange(_ROWS + width - 1)
        theirs = letters[np.clip(second[alive] + step * columns[:, None], 0, last)]
        theirs[columns < 0] = 0
        scores, going = _rows(scores, ours, theirs, slope, (reach, alive, done))
        alive, scores = alive[going], np.ascontiguousarray(scores[:, going])
        if not len(alive):
            break
    return reach


def _rows(
    scores: _Scores, ours: Letters, theirs: Letters, slope: _Scores, so_far: tuple[Reach, Index, int]
) -> tuple[_Scores, NDArray[np.bool_]]:
    """Align the next letters of every pair, and say which are worth going on with."""
    reach, alive, done = so_far
    width = len(scores)
    ends = not (ours.all() and theirs.all())
    best = reach.score[alive].astype(np.int16)
    far_first, far_second = reach.first[alive], reach.second[alive]
    for row in range(len(ours)):
        beside = theirs[row : row + width]
        same = beside == ours[row]
        new = scores + same * np.int16(MATCH - OTHER)
        new += np.int16(OTHER)
        if ends:
            new[beside == 0] = _NEVER  # the document ends, or has not begun
        np.maximum(new[:-1], scores[1:] + np.int16(OTHER), out=new[:-1])
        new -= slope
        np.maximum.accumulate(new, axis=0, out=new)
        new += slope
        if ends:
            new[:, ours[row] == 0] = _NEVER
        top = new.max(axis=0)
        behind = far_first < done + row  # something differed since: what follows must be more than a letter or two
        better = np.flatnonzero(top > best + _WORTH_GOING_ON * behind)
        if len(better):
            best[better] = top[better]
            far_first[better] = done + row + 1
            far_second[better] = done + row + 1 - _BAND + new[:, better].argmax(axis=0)
        scores = new
    np.maximum(scores, _NEVER, out=scores)
    reach.score[alive], reach.first[alive], reach.second[alive] = best, far_first, far_second
    return scores, scores.max(axis=0) > best - _DROP
