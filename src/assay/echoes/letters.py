"""A document's words as bare letters, five bits each, and where each stood.

Capitals, accents, marks and spaces are folded away, as scanners and typists vary them. Other scripts share the same 31
values: two different letters may then look alike, which can bring a passage to be looked at, but not far.
"""

import functools
import unicodedata

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

_PLANE = 0x10000

Letters = NDArray[np.uint8]
Places = NDArray[np.uint32]


class Folded(Struct, frozen=True):
    """The letters of a text, each from 1 to 31, and the character of the text at which each stands."""

    letters: Letters
    places: Places


def fold_letters(body: str) -> Folded:
    """Fold a text to letters.

    >>> fold_letters("Émile, 2 É").letters.tolist(), fold_letters("a, b").places.tolist()
    ([5, 13, 9, 12, 5, 27, 5], [0, 3])
    """
    codes = np.frombuffer(body.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _table()[np.minimum(codes, _PLANE - 1)]
    places = np.flatnonzero(folded)
    return Folded(folded[places], places.astype(np.uint32))


@functools.cache
def _table() -> Letters:
    """For each character its value; 0 for what is no letter. Characters beyond the first plane count for none."""
    table = np.zeros(_PLANE, np.uint8)
    for code in range(_PLANE - 1):
        character = chr(code)
        if character.isalnum():
            table[code] = _value(ord(unicodedata.normalize("NFKD", character.casefold())[0]))
    return table


def _value(code: int) -> int:
    if ord("a") <= code <= ord("z"):
        return code - ord("a") + 1
    if ord("0") <= code <= ord("9"):
        return 27 + code % 5
    return code % 31 + 1
