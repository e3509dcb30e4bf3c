"""Portion by portion: which places have a run in common, which of those look alike around it, what a letter counts."""

from pathlib import Path

import numpy as np

from assay.echoes.engines import Engine
from assay.echoes.keys import Index
from assay.echoes.looking import LEAST, alike_beside
from assay.echoes.stretches import Indexed


def hits_of(engine: Engine, postings: Path, indexed: Indexed, most: int) -> Index:
    """Join a portion; return the pairs of places that look alike, in order, in three rows: one, other, how alike.

    How many places have the run of each place goes into the index's counts (255 stands for more, too).
    """
    kept: list[Index] = [np.empty((3, 0), np.int64)]
    for what, batch in engine.joined(postings, most):
        one, other = (batch.column(at).to_numpy(zero_copy_only=False) for at in (0, 1))
        if what == "counts":
            indexed.counts[one] = other
            continue
        alike = alike_beside(indexed.corpus.letters, one, other, indexed.run)
        worth = alike >= LEAST
        kept.append(np.stack([one[worth], other[worth], alike[worth].astype(np.int64)]))
    found = np.concatenate(kept, axis=1)
    return np.ascontiguousarray(found[:, np.lexsort((found[1], found[0]))])
