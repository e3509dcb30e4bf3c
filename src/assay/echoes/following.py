"""Hits, which came portion by portion, put in the order of the documents and followed, range by range."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.keys import Index
from assay.echoes.stretches import SHARE, Indexed, Stretches, stretches


class Range(Struct, frozen=True):
    """Hits whose first place is a letter from `start` up to `end`."""

    start: int
    end: int


def ranges(hits: Iterable[Index], letters: int, most: int) -> list[Range]:
    """Divide the letters so that about `most` hits fall into each range, and no neighbourhood into two."""
    counted = np.zeros(letters // SHARE + 2, np.int64)
    for portion in hits:
        counted += np.bincount(portion[0] // SHARE, minlength=len(counted))
    which = np.cumsum(counted) // most
    cuts = [0, *(np.flatnonzero(np.diff(which)) + 1).tolist(), len(counted)]
    return [Range(start * SHARE, end * SHARE) for start, end in pairwise(cuts)]


def followed(indexed: Indexed, hits: Sequence[Index], here: Range, least: float) -> NDArray[np.float64]:
    """Follow the hits of a range, and return the stretches that weigh enough, in five rows."""
    bounds = [np.searchsorted(portion[0], (here.start, here.end)) for portion in hits]
    mine = np.concatenate([portion[:, low:high] for portion, (low, high) in zip(hits, bounds, strict=True)], axis=1)
    found = stretches(indexed, mine[:2], mine[2].astype(np.uint8))
    found = found.where(found.score >= least)
    return np.stack([found.first, found.first_end, found.second, found.second_end, found.score])


def together(parts: Sequence[NDArray[np.float64]]) -> Stretches:
    """Make one of the stretches of all ranges."""
    rows = np.concatenate(parts, axis=1)
    first, first_end, second, second_end = rows[:4].astype(np.int64)
    return Stretches(first, first_end, second, second_end, rows[4])
