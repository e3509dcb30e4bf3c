"""From places that look alike to stretches that are: followed on both sides, and weighed by how few share them."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.corpus import Corpus
from assay.echoes.extending import MATCH, extend
from assay.echoes.looking import LEAST_ALONE

_ASIDE, _APART = 6, 100
SHARE = 600
"""No neighbourhood goes beyond a share of so many letters, so that shares can be followed one by one."""
_SAMPLED = 400
"""Runs of a stretch that are weighed; of a longer one, these are enough."""
_NOT_WORTH_WEIGHING = 32
_WEIGHED_TOGETHER = 8_192
_WEIGHTS = np.concatenate(([0.0, 0.0], 2 / np.arange(2, 256)))
"""What a letter counts, by how many places have its run: 1 where two have, half where four, nothing where no other."""

Index = NDArray[np.int64]


class Indexed(Struct, frozen=True):
    """A corpus, how long a run of letters is, and how many places have the run that begins at each (0: only this)."""

    corpus: Corpus
    run: int
    counts: NDArray[np.uint8]


class Stretches(Struct, frozen=True):
    """Stretches of letters in two documents that are alike: `first` to `first_end` there, `second` to `second_end`."""

    first: Index
    first_end: Index
    second: Index
    second_end: Index
    score: NDArray[np.float64]
    """Letters that are the same, less one and a half for each that is not; each counts by how few places share it."""

    def where(self, chosen: NDArray[np.bool_]) -> "Stretches":
        """Return some of them."""
        return Stretches(
            self.first[chosen], self.first_end[chosen], self.second[chosen], self.second_end[chosen], self.score[chosen]
        )


def stretches(indexed: Indexed, hits: Index, alike: NDArray[np.uint8]) -> Stretches:
    """Follow pairs of places (two rows) that share a run, one for each neighbourhood, as far as they stay alike."""
    corpus, run = indexed.corpus, indexed.run
    first, second = hits[:, _anchors(corpus, hits, alike)]
    on = extend(corpus.letters, first + run, second + run, 1)
    back = extend(corpus.letters, first - 1, second - 1, -1)
    score = (MATCH * run + on.score + back.score).astype(np.float64)
    found = Stretches(
        first - back.first, first + run + on.first, second - back.second, second + run + on.second, score
    ).where(score >= _NOT_WORTH_WEIGHING)
    rarity = _rarity(indexed, found)
    return Stretches(found.first, found.first_end, found.second, found.second_end, found.score / MATCH * rarity)


def _anchors(corpus: Corpus, hits: Index, alike: NDArray[np.uint8]) -> Index:
    """Choose the best of each neighbourhood: hits on nearly one diagonal, a few letters from one another.

    One that has no neighbour must look better than one that has.
    """
    first, second = hits
    documents = corpus.documents(first) * len(corpus.starts) + corpus.documents(second)
    aside = second - first
    order = np.lexsort((first, aside, documents))
    first, aside, documents, alike = first[order], aside[order], documents[order], alike[order]
    begins = np.ones(len(order), bool)
    begins[1:] = (
        (np.diff(documents) != 0)
        | (np.diff(aside) > _ASIDE)
        | (np.abs(np.diff(first)) > _APART)
        | (np.diff(first // SHARE) != 0)
    )
    groups = np.cumsum(begins) - 1
    best = np.lexsort((-alike.astype(np.int64), groups))
    heads = best[np.flatnonzero(begins)]
    several = np.bincount(groups, minlength=len(heads)) > 1
    return order[heads[several | (alike[heads] >= LEAST_ALONE)]]


def _rarity(indexed: Indexed, found: Stretches) -> NDArray[np.float64]:
    """Say what a letter of each stretch counts: 1 where two places share its runs, half where four do, and so on."""
    parts = [np.empty(0)]
    for at in range(0, len(found.first), _WEIGHED_TOGETHER):
        some = slice(at, at + _WEIGHED_TOGETHER)
        ours = _shared(indexed, found.first[some], found.first_end[some])
        theirs = _shared(indexed, found.second[some], found.second_end[some])
        parts.append((ours[0] + theirs[0]) / np.maximum(ours[1] + theirs[1], 1))
    return np.concatenate(parts)


def _shared(indexed: Indexed, starts: Index, ends: Index) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Sum up, for each stretch, what its runs count that other places have too, and how many those are."""
    lengths = np.minimum(ends - starts - indexed.run + 1, _SAMPLED)
    begins = np.cumsum(lengths) - lengths
    many = indexed.counts[np.repeat(starts - begins, lengths) + np.arange(lengths.sum())]
    return np.add.reduceat(_WEIGHTS[many], begins), np.add.reduceat(many > 1, begins, dtype=np.int64)
