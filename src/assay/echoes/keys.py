"""Runs of letters as numbers, and which of them recur, nearly."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.letters import Letters

_BLOCK = 1 << 18
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ over the golden ratio (Knuth), for multiplicative hashing
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
    """Tells runs that occur once from those that may recur, without keeping them (Bloom 1970).

    What recurs always passes; of what does not, some passes too, the more, the fuller the sieve is.
    """

    def __init__(self, letters: int, memory: int) -> None:
        """`memory`: bytes that it may take."""
        self._bits = max(16, min((8 * letters).bit_length(), (4 * memory).bit_length() - 1))
        self._seen = np.zeros(1 << self._bits - 2, np.uint8)
        """Two bits to a slot, four slots to a byte: once, and once more."""

    def add(self, keys: Keys) -> None:
        """See runs."""
        slots = np.sort(self._slots(keys))
        starts = np.flatnonzero(np.concatenate(([True], slots[1:] != slots[:-1]))) if len(slots) else slots[:0]
        again = np.diff(starts, append=len(slots)) > 1
        slots = slots[starts]
        where, shift = slots >> 2, (2 * (slots & 3)).astype(np.uint8)
        once = np.uint8(1) << shift
        again |= (self._seen[where] & once) != 0
        np.bitwise_or.at(self._seen, where, once | (again.astype(np.uint8) << (shift + np.uint8(1))))

    def may_recur(self, keys: Keys) -> NDArray[np.bool_]:
        """Say which runs may occur more than once."""
        slots = self._slots(keys)
        return np.asarray((self._seen[slots >> 2] >> (2 * (slots & 3) + 1).astype(np.uint8)) & 1, bool)

    def _slots(self, keys: Keys) -> Index:
        return (scattered(keys) >> np.uint64(64 - self._bits)).astype(np.int64)


def scattered(keys: Keys) -> Keys:
    """Strew numbers evenly over 64 bits; the upper ones are the best mixed."""
    return keys * _FACTOR
