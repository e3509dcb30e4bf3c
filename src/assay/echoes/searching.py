"""The whole way from documents to the passages that they share."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from msgspec import Struct

from assay.echoes.chance import chance
from assay.echoes.clusters import Place, clusters
from assay.echoes.corpus import Corpus, gather
from assay.echoes.engines import engine_called
from assay.echoes.parts import Search, stretches_of
from assay.echoes.passages import Shared, differing, shared_passages
from assay.echoes.scratch import scratch
from assay.echoes.stretches import Stretches
from assay.echoes.unfinished import fingerprint, unfinished
from assay.echoes.wanted import Tell, Wanted, silent
from assay.model.location import Span


class Likeness(Struct, frozen=True):
    """A passage that two documents share: their numbers, and the characters in either.

    `letters` is how many it has, in the longer of the two, without what is left out; `differing`, how many of them
    would have to change; `omitted`, how many only one of the two has in between. `chance`: how many passages that weigh
    so much are expected by chance.
    """

    first: int
    first_span: Span
    second: int
    second_span: Span
    letters: int
    differing: int
    omitted: int
    score: float
    chance: float
    cluster: int


def likenesses(bodies: Iterable[str], work: Path, wanted: Wanted, tell: Tell = silent) -> list[Likeness]:
    """Find the passages that documents share, in the documents' order.

    What is finished when this is interrupted stays in the folder, and the next run of the same goes on from there.

    Args:
        bodies: the documents' words, taken one at a time.
        work: a folder, for what does not fit into memory.
        wanted: what is looked for, and with what means.
        tell: is told what is being done.
    """
    with (
        scratch(work, "letters") as folder,
        contextlib.closing(gather(bodies, folder)) as corpus,
    ):
        name = fingerprint(corpus, f"{wanted.least} {wanted.most} {wanted.engine}")
        with engine_called(wanted.engine, wanted.memory, folder) as engine, unfinished(work, name) as here:
            return _passages(corpus, stretches_of(Search(corpus, engine, wanted, here, tell)), wanted.least)


def _passages(corpus: Corpus, found: Stretches, least: float) -> list[Likeness]:
    """Put stretches together to passages, and number their clusters."""
    by_chance = chance(found.score.tolist(), least)
    shared = sorted(shared_passages(corpus, found, least))
    documents = corpus.documents(np.array([(one.first, one.second) for one in shared], np.int64).reshape(-1))
    pairs = list(zip(documents[::2].tolist(), documents[1::2].tolist(), strict=True))
    places = [
        (Place(first, one.first, one.first_end), Place(second, one.second, one.second_end))
        for one, (first, second) in zip(shared, pairs, strict=True)
    ]
    return [
        _likeness(corpus, one, pair, by_chance.of(one.score), cluster)
        for one, pair, cluster in zip(shared, pairs, clusters(places), strict=True)
    ]


def _likeness(corpus: Corpus, one: Shared, pair: tuple[int, int], by_chance: float, cluster: int) -> Likeness:
    return Likeness(
        pair[0],
        corpus.span(pair[0], one.first, one.first_end),
        pair[1],
        corpus.span(pair[1], one.second, one.second_end),
        sum(max(part[1] - part[0], part[3] - part[2]) for part in one.parts),
        differing(corpus.letters, one),
        one.omitted,
        one.score,
        by_chance,
        cluster,
    )
