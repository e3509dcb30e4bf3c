"""The whole way from documents to the passages that they share."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.chance import chance
from assay.echoes.clusters import Place, clusters
from assay.echoes.corpus import gather
from assay.echoes.duck import joined
from assay.echoes.keys import Sieve, blocks, run_length
from assay.echoes.looking import LEAST as LEAST_ALIKE
from assay.echoes.looking import alike_beside
from assay.echoes.passages import LEAST, differing, shared_passages
from assay.echoes.stretches import Indexed, stretches
from assay.model.location import Span

if TYPE_CHECKING:
    import pyarrow as pa

MOST = 32
"""A run of letters in more places than this is everybody's, and leads to nothing."""
MEMORY = 1 << 30
_SHARE_OF_SIEVE, _SHARE_OF_JOIN = 8, 3


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


class Wanted(Struct, frozen=True):
    """What is looked for, and with what means."""

    least: float = LEAST
    most: int = MOST
    memory: int = MEMORY
    """Bytes."""


Tell = Callable[[str, float], None]
"""Is told what is being done, and how far it has come, from 0 to 1."""


def silent(_: str, __: float) -> None:
    """Say nothing."""


def likenesses(bodies: Iterable[str], folder: Path, wanted: Wanted, tell: Tell = silent) -> list[Likeness]:
    """Find the passages that documents share, in the documents' order.

    Args:
        bodies: the documents' words, taken one at a time.
        folder: an empty folder, for what does not fit into memory.
        wanted: what is looked for, and with what means.
        tell: is told what is being done.
    """
    corpus = gather(bodies, folder)
    run = run_length(len(corpus.letters))
    sieve = Sieve(len(corpus.letters), wanted.memory // _SHARE_OF_SIEVE)
    for block in blocks(corpus.letters, run):
        sieve.add(block.keys)
        tell("Counting runs of letters", block.done)
    indexed = Indexed(corpus, sieve, run)
    hits, alike = _looked_at(indexed, folder, wanted, tell)
    found = stretches(indexed, hits, alike)
    by_chance = chance(found.score.tolist(), wanted.least)
    shared = sorted(shared_passages(corpus, found, wanted.least))
    documents = corpus.documents(np.array([(one.first, one.second) for one in shared], np.int64).reshape(-1)).tolist()
    pairs = list(zip(documents[::2], documents[1::2], strict=True))
    places = [
        (Place(first, one.first, one.first_end), Place(second, one.second, one.second_end))
        for one, (first, second) in zip(shared, pairs, strict=True)
    ]
    return [
        Likeness(
            first,
            corpus.span(first, one.first, one.first_end),
            second,
            corpus.span(second, one.second, one.second_end),
            sum(max(part[1] - part[0], part[3] - part[2]) for part in one.parts),
            differing(corpus.letters, one),
            one.omitted,
            one.score,
            by_chance.of(one.score),
            cluster,
        )
        for one, (first, second), cluster in zip(shared, pairs, clusters(places), strict=True)
    ]


def _looked_at(
    indexed: Indexed, folder: Path, wanted: Wanted, tell: Tell
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Join the runs that recur, and keep the places that look alike around them."""
    hits: list[NDArray[np.int64]] = [np.empty((2, 0), np.int64)]
    alike: list[NDArray[np.uint8]] = [np.empty(0, np.uint8)]
    postings = _postings(indexed, tell)
    for pairs in joined(postings, wanted.most, folder, wanted.memory // _SHARE_OF_JOIN):
        agreeing = alike_beside(indexed.corpus.letters, pairs[0], pairs[1], indexed.run)
        worth = agreeing >= LEAST_ALIKE
        hits.append(pairs[:, worth])
        alike.append(agreeing[worth])
    return np.concatenate(hits, axis=1), np.concatenate(alike)


def _postings(indexed: Indexed, tell: Tell) -> "Iterator[pa.Table]":
    import pyarrow as pa  # noqa: PLC0415 - `import assay` stays instant

    corpus = indexed.corpus
    for block in blocks(corpus.letters, indexed.run):
        tell("Joining what recurs", block.done)
        recurs = indexed.sieve.counts(block.keys) > 1
        places = block.places[recurs]
        yield pa.table(
            {
                "run": block.keys[recurs].view(np.int64),
                "place": places,
                "document": corpus.documents(places).astype(np.int32),
                "letter_before": corpus.letters[places - 1].astype(np.int16),
            }
        )
