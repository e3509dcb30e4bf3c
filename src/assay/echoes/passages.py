"""Stretches put together to passages: overlapping ones are one, and so are two with words left out between them."""

import math
from collections.abc import Iterable, Iterator, Sequence

import edlib
import numpy as np
from msgspec import Struct, structs

from assay.echoes.corpus import Corpus
from assay.echoes.letters import Letters
from assay.echoes.stretches import Stretches

LEAST = 25.0
"""What a shared passage must weigh: so many letters that are the same and that no third place has."""
LEAST_BESIDE = 11.0
"""The same where it continues another."""
_OMITTED, _BETWEEN, _OVERLAP = 1_500, 40, 25
_LONGEST_COMPARED = 20_000


class Shared(Struct, frozen=True, order=True):
    """A passage that two documents share, by its letters in either. `omitted`: what one of them leaves out."""

    first: int
    first_end: int
    second: int
    second_end: int
    score: float
    omitted: int = 0
    parts: tuple[tuple[int, int, int, int], ...] = ()


def shared_passages(corpus: Corpus, found: Stretches, least: float = LEAST) -> Iterator[Shared]:
    """Put stretches together, documents by documents, and yield what weighs enough."""
    worth = found.where(found.score >= least_stretch(least))
    documents = corpus.documents(worth.first), corpus.documents(worth.second)
    order = np.lexsort((documents[1], documents[0]))
    changes = np.flatnonzero(sum(np.abs(np.diff(side[order])) for side in documents)) + 1
    columns = (worth.first, worth.first_end, worth.second, worth.second_end)
    for pair in np.split(order, changes):
        rows = zip(*(column[pair].tolist() for column in columns), strict=True)
        some = (
            Shared(a, b, c, d, score, 0, ((a, b, c, d),))
            for (a, b, c, d), score in zip(rows, worth.score[pair].tolist(), strict=True)
        )
        yield from (one for one in continued(united(some)) if one.score >= least)


def least_stretch(least: float) -> float:
    """Say what a stretch must weigh so that it can be part of a passage of a certain weight."""
    return min(LEAST_BESIDE, least)


def united(stretches: Iterable[Shared]) -> list[Shared]:
    """Make one of stretches that overlap in both documents."""
    done: list[Shared] = []
    for one in sorted(stretches):
        for at in range(len(done) - 1, max(-1, len(done) - 9), -1):
            if _overlap(done[at], one):
                done[at] = _hull(done[at], one)
                break
        else:
            done.append(one)
    return done


def _overlap(one: Shared, other: Shared) -> bool:
    return (
        other.first < one.first_end
        and one.first < other.first_end
        and other.second < one.second_end
        and one.second < other.second_end
        and abs((other.second - other.first) - (one.second - one.first)) <= _OVERLAP
    )


def _hull(one: Shared, other: Shared) -> Shared:
    bounds = (
        min(one.first, other.first),
        max(one.first_end, other.first_end),
        min(one.second, other.second),
        max(one.second_end, other.second_end),
    )
    new = max(0, other.first_end - one.first_end) + max(0, one.first - other.first)
    more = other.score * new / max(1, other.first_end - other.first)
    return Shared(*bounds, max(one.score + more, other.score), 0, (bounds,))


def continued(stretches: Sequence[Shared]) -> list[Shared]:
    """Join what follows one another at once in one document, and after some words in the other: an omission."""
    done: list[Shared] = []
    for one in sorted(stretches):
        for at in range(len(done) - 1, max(-1, len(done) - 9), -1):
            joined = _joined(done[at], one)
            if joined is not None:
                done[at] = joined
                break
        else:
            done.append(one)
    return done


def _joined(one: Shared, other: Shared) -> Shared | None:
    first, second = other.first - one.first_end, other.second - one.second_end
    near, far = min(abs(first), abs(second)), max(first, second)
    follows = other.first_end > one.first_end and other.second_end > one.second_end
    if not (follows and min(first, second) >= -_OVERLAP and near <= _BETWEEN and far <= _OMITTED):
        return None
    if max(one.score, other.score) < LEAST:
        return None
    return structs.replace(
        one,
        first_end=other.first_end,
        second_end=other.second_end,
        score=one.score + other.score,
        omitted=one.omitted + max(0, abs(first - second)),
        parts=one.parts + other.parts,
    )


def differing(letters: Letters, one: Shared) -> int:
    """Count the letters in which the parts of a passage differ (least number of changes)."""
    total = 0
    for first, first_end, second, second_end in one.parts:
        for at in range(0, first_end - first, _LONGEST_COMPARED):
            share = at / max(1, first_end - first), min(1, (at + _LONGEST_COMPARED) / max(1, first_end - first))
            start, end = (second + math.floor(part * (second_end - second)) for part in share)
            ours = letters[first + at : min(first_end, first + at + _LONGEST_COMPARED)]
            total += edlib.align(ours.tobytes(), np.asarray(letters[start:end]).tobytes(), task="distance")[
                "editDistance"
            ]
    return total
