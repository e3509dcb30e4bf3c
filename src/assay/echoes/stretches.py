"""From places that look alike to stretches that are: followed on both sides, and weighed by how few share them."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.corpus import Corpus
from assay.echoes.extending import MATCH, extend
from assay.echoes.keys import Sieve, keys_at, next_keys
from assay.echoes.looking import LEAST_ALONE

_ASIDE, _APART, _SHARE = 6, 100, 600
_SAMPLED = 400
"""Runs of a stretch that are weighed; of a longer one, these are enough."""
_NOT_WORTH_WEIGHING = 32

Index = NDArray[np.int64]


class Indexed(Struct, frozen=True):
    """A corpus, how often its runs of letters occur, and how long these are."""

    corpus: Corpus
    sieve: Sieve
    run: int


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
        | (np.diff(first // _SHARE) != 0)
    )
    groups = np.cumsum(begins) - 1
    best = np.lexsort((-alike.astype(np.int64), groups))
    heads = best[np.flatnonzero(begins)]
    several = np.bincount(groups, minlength=len(heads)) > 1
    return order[heads[several | (alike[heads] >= LEAST_ALONE)]]


def _rarity(indexed: Indexed, found: Stretches) -> NDArray[np.float64]:
    """Say what a letter of each stretch counts: 1 where two places share its runs, half where four do, and so on."""
    sides = ((found.first, found.first_end), (found.second, found.second_end))
    sums = [_shared(indexed, starts, ends) for starts, ends in sides]
    weights, counted = (sum(side[at] for side in sums) for at in (0, 1))
    return np.asarray(weights / np.maximum(counted, 1))


def _shared(indexed: Indexed, starts: Index, ends: Index) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Sum up, for each stretch, two over how often each run occurs that occurs twice or more, and count those."""
    weights = np.zeros(len(starts))
    counted = np.zeros(len(starts), np.int64)
    lengths = np.minimum(ends - starts - indexed.run + 1, _SAMPLED)
    keys = keys_at(indexed.corpus.letters, starts, indexed.run)
    there = np.arange(len(starts))
    for offset in range(int(lengths.max(initial=0))):
        longer = lengths[there] > offset
        there, keys = there[longer], keys[longer]
        if offset:
            keys = next_keys(keys, indexed.corpus.letters[starts[there] + offset + indexed.run - 1], indexed.run)
        many = indexed.sieve.counts(keys).astype(np.float64)
        known = many > 1
        weights[there[known]] += 2 / many[known]
        counted[there[known]] += 1
    return weights, counted
