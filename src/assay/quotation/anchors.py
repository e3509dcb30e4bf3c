"""Where in a text a quotation may stand: runs of letters that the two share, chained in the order of both.

A chain may leap: where words were left out, the runs go on further down. Runs are chained as in sparse dynamic
programming for whole-genome alignment (Delcher et al. 1999, MUMmer).
"""

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.model.location import Span
from assay.quotation.seeds import LETTERS, Hits
from assay.quotation.shelf import FAR_APART

_MOST_RUNS = 40
_MOST_AREAS, _AS_CROWDED = 4, 0.6


Numbers = NDArray[np.integer]


class Run(Struct, frozen=True, order=True):
    """Letters that a quotation and a text share: where in the quotation, where in the text, how many."""

    quoted: int
    there: int
    length: int


class Chain(Struct, frozen=True):
    """Runs in the order of both, and how many letters of the quotation they cover, leaps deducted."""

    runs: tuple[Run, ...]
    score: float


def chains(hits: Hits, length: int, within: Sequence[Span]) -> list[Chain]:
    """Chain what a quotation of so many letters shares with a text, where much of it stands; best first."""
    inside = np.zeros(len(hits.there), np.bool_)
    for span in within:
        inside |= (hits.there >= span.start) & (hits.there < span.end)
    quoted, there = hits.quoted[inside], hits.there[inside]
    found = [_chained(quoted[near], there[near]) for near in _areas(quoted, there, length)]
    return sorted((chain for chain in found if chain.runs), key=lambda chain: -chain.score)


def _areas(quoted: Numbers, there: Numbers, length: int) -> list[Numbers]:
    """Pick the hits of each area in which many of them lie: as wide as the quotation, and what may be left out."""
    order = np.argsort(there - quoted, kind="stable")
    diagonal = (there - quoted)[order]
    if not len(diagonal):
        return []
    width = max(24, length // 4)
    ends = np.searchsorted(diagonal, diagonal + width, "right")
    crowd = ends - np.arange(len(diagonal))
    areas: list[Numbers] = []
    most = crowd.max()
    while len(areas) < _MOST_AREAS:
        at = int(np.argmax(crowd))
        if crowd[at] < max(1, _AS_CROWDED * most):
            break
        centre = int(diagonal[at])
        areas.append(order[(diagonal > centre - FAR_APART) & (diagonal < centre + FAR_APART + length)])
        crowd[(diagonal > centre - width * 2) & (diagonal < centre + width * 2)] = 0
    return areas


def _chained(quoted: Numbers, there: Numbers) -> Chain:
    runs = sorted(_runs(quoted, there), key=lambda run: -run.length)[:_MOST_RUNS]
    runs.sort()
    scores: list[float] = []
    before: list[int] = []
    for number, run in enumerate(runs):
        best, link = 0.0, -1
        for other in range(number):
            last = runs[other]
            overlap = max(0, last.quoted + last.length - run.quoted, last.there + last.length - run.there)
            if overlap >= min(run.length, last.length) or last.there >= run.there:
                continue
            leap = abs((run.there - run.quoted) - (last.there - last.quoted))
            score = scores[other] - overlap - min(12.0, math.log2(1 + leap))
            if score > best:
                best, link = score, other
        scores.append(best + run.length)
        before.append(link)
    if not runs:
        return Chain((), 0.0)
    at = max(range(len(runs)), key=scores.__getitem__)
    score, chain = scores[at], []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return Chain(tuple(reversed(chain)), score)


def _runs(quoted: Numbers, there: Numbers) -> list[Run]:
    """Join hits that follow one another letter by letter."""
    order = np.lexsort((quoted, there - quoted))
    runs: list[Run] = []
    start_q = start_t = end_q = -1
    for q, t in zip(quoted[order].tolist(), there[order].tolist(), strict=True):
        if t - q == start_t - start_q and q <= end_q:
            end_q = q + LETTERS
            continue
        if start_q >= 0:
            runs.append(Run(start_q, start_t, end_q - start_q))
        start_q, start_t, end_q = q, t, q + LETTERS
    if start_q >= 0:
        runs.append(Run(start_q, start_t, end_q - start_q))
    return runs
