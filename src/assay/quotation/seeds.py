"""Where runs of a few letters stand in a long text: an index, so that a search need not read the whole of it.

Each run of six letters becomes a 32-bit key; the places are sorted by key. A quotation's rarest runs lead to the places
where it may stand; where none of them leads anywhere, it is nowhere near.
"""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.model.location import Span

LETTERS = 6
_FACTOR = np.uint32(2654435761)  # Knuth's, for multiplicative hashing
_MOST = 20_000
"""Places that are looked at for one quotation, those of its rarest runs first."""

Places = NDArray[np.int32]


class Hits(Struct, frozen=True):
    """Where runs of a quotation stand: the place in the quotation, and the place in the text."""

    quoted: Places
    there: Places


class Seeds:
    """The runs of letters of a text."""

    def __init__(self, letters: str) -> None:
        self._letters = letters
        keys = _keys(letters)
        self._order: Places = np.argsort(keys, kind="stable").astype(np.int32)
        self._sorted = keys[self._order]

    def hits(self, quoted: str) -> Hits:
        """Return where the rarest runs of a quotation's letters stand."""
        keys = _keys(quoted)
        low = np.searchsorted(self._sorted, keys, "left")
        high = np.searchsorted(self._sorted, keys, "right")
        counts = high - low
        rarest = np.argsort(counts, kind="stable")
        rarest = rarest[counts[rarest] > 0]
        enough = int(np.searchsorted(np.cumsum(counts[rarest]), _MOST)) + 1
        chosen = rarest[:enough]
        there = [self._order[low[at] : high[at]] for at in chosen.tolist()]
        if not there:
            return Hits(np.empty(0, np.int32), np.empty(0, np.int32))
        return Hits(np.repeat(chosen.astype(np.int32), counts[chosen]), np.concatenate(there))

    def find(self, quoted: str, within: Span) -> Iterator[int]:
        """Yield every place, in order, where the letters stand; they are at least as many as an indexed run's."""
        keys = _keys(quoted)
        low = np.searchsorted(self._sorted, keys, "left")
        high = np.searchsorted(self._sorted, keys, "right")
        rarest = int(np.argmin(high - low))
        starts = np.sort(self._order[low[rarest] : high[rarest]]) - rarest
        for at in starts.tolist():
            if within.start <= at and at + len(quoted) <= within.end and self._letters.startswith(quoted, at):
                yield at


def _keys(letters: str) -> NDArray[np.uint32]:
    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32)
    count = max(0, len(codes) - LETTERS + 1)
    keys = np.zeros(count, np.uint32)
    for offset in range(LETTERS):
        keys = keys * _FACTOR + codes[offset : offset + count]
    return keys ^ (keys >> np.uint32(15))
