"""Runs of letters as numbers, and how often each occurs, nearly."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.letters import Letters

_BLOCK = 1 << 18
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ over the golden ratio (Knuth), for multiplicative hashing
_MOST = 255
_SHORTEST, _LARGE, _VERY_LARGE = 10, 20_000_000, 60_000_000

Keys = NDArray[np.uint64]
Index = NDArray[np.int64]


class Block(Struct, frozen=True):
    """Runs of letters, one after another: the place of each, and its number."""

    places: Index
    keys: Keys
    done: float
    """How far this comes, from 0 to 1."""


def run_length(letters: int) -> int:
    """Say how many letters a run has: longer in a larger corpus, so that chance does not outgrow the copies."""
    return _SHORTEST + (letters > _LARGE) + (letters > _VERY_LARGE)


def keys_at(letters: Letters, places: Index, run: int) -> Keys:
    """Return the numbers of the runs that begin at certain places."""
    keys = np.zeros(len(places), np.uint64)
    for offset in range(run):
        keys = (keys << np.uint64(5)) | letters[places + offset]
    return keys


def next_keys(keys: Keys, letters: Letters, run: int) -> Keys:
    """Return the numbers of the runs that begin one letter further on and end with certain letters."""
    return ((keys << np.uint64(5)) | letters) & np.uint64((1 << 5 * run) - 1)


def blocks(letters: Letters, run: int) -> Iterator[Block]:
    """Go through every run of letters that does not leave its document."""
    for start in range(0, len(letters) - run + 1, _BLOCK):
        part = np.asarray(letters[start : start + _BLOCK + run - 1])
        count = len(part) - run + 1
        keys = np.zeros(count, np.uint64)
        broken = np.zeros(count, bool)
        ends = part == 0
        for offset in range(run):
            keys = (keys << np.uint64(5)) | part[offset : offset + count]
            broken |= ends[offset : offset + count]
        whole = np.flatnonzero(~broken)
        yield Block(whole + start, keys[whole], min(1.0, (start + _BLOCK) / len(letters)))


class Sieve:
    """Counts runs without keeping them: never too few, seldom too many (Bloom 1970; counts end at 255)."""

    def __init__(self, letters: int, memory: int) -> None:
        """`memory`: bytes that it may take."""
        self._bits = max(16, min((8 * letters).bit_length(), memory.bit_length() - 1))
        self._counts = np.zeros(1 << self._bits, np.uint8)

    def add(self, keys: Keys) -> None:
        """Count runs."""
        slots = np.sort(self._slots(keys))
        first = np.flatnonzero(np.concatenate(([True], slots[1:] != slots[:-1]))) if len(slots) else slots[:0]
        many = np.diff(first, append=len(slots))
        slots = slots[first]
        self._counts[slots] = np.minimum(self._counts[slots] + many, _MOST)

    def counts(self, keys: Keys) -> NDArray[np.uint8]:
        """Say how often runs occur."""
        return self._counts[self._slots(keys)]

    def _slots(self, keys: Keys) -> Index:
        return ((keys * _FACTOR) >> np.uint64(64 - self._bits)).astype(np.int64)
