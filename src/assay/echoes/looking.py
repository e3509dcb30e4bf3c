"""A first look at two places that share a run of letters: do the letters on either side agree as well?"""

import numpy as np
from numpy.typing import NDArray

from assay.echoes.letters import Letters

_BESIDE = 8
_LOW = np.uint64(0x0101010101010101)
LEAST, LEAST_ALONE = 8, 8
"""Letters that agree, of the sixteen beside the run, so that the place is looked at further."""

Index = NDArray[np.int64]


def alike_beside(letters: Letters, first: Index, second: Index, run: int) -> NDArray[np.uint8]:
    """Count the letters that agree among the eight before the run and the eight behind it."""
    return _agreeing(letters, first - _BESIDE, second - _BESIDE) + _agreeing(letters, first + run, second + run)


def _agreeing(letters: Letters, first: Index, second: Index) -> NDArray[np.uint8]:
    differ = _eight(letters, first) ^ _eight(letters, second)
    differ |= differ >> np.uint64(4)
    differ |= differ >> np.uint64(2)
    differ |= differ >> np.uint64(1)
    return np.asarray(_BESIDE - np.bitwise_count(differ & _LOW), np.uint8)


def _eight(letters: Letters, at: Index) -> NDArray[np.uint64]:
    """Take eight letters as one number, at any place."""
    window = np.ndarray((len(letters) - _BESIDE + 1,), np.uint64, letters, strides=(1,))
    return np.asarray(window[at])
