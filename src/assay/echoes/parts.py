"""From letters to stretches that are alike, part by part. Each part is kept as soon as it is done."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assay.echoes.corpus import Corpus, mapped
from assay.echoes.dealing import deal, portions
from assay.echoes.engines import Engine
from assay.echoes.following import followed, ranges, together
from assay.echoes.joining import hits_of
from assay.echoes.keys import Index, Keys, Sieve, blocks, run_length
from assay.echoes.passages import least_stretch
from assay.echoes.stretches import Indexed, Stretches
from assay.echoes.unfinished import Unfinished
from assay.echoes.wanted import Tell, Wanted

_DEALT = "dealt"
_SHARE_OF_SIEVE = 8
_TO_A_HIT = 1 << 11
"""Bytes of memory to each hit that is followed at a time."""


class Search(Struct, frozen=True):
    """All that a part needs to be done: the letters, who joins, what is wanted, where it is kept, who is told."""

    corpus: Corpus
    engine: Engine
    wanted: Wanted
    here: Unfinished
    tell: Tell


def stretches_of(search: Search) -> Stretches:
    """Find all stretches that may be part of a passage."""
    letters, here = search.corpus.letters, search.here
    run = run_length(len(letters))
    if not here.has(_DEALT):
        _deal(search, run)
    files = [here.folder / f"postings-{at}" for at in range(int(here.part(_DEALT)[0]))]
    counts = mapped(here.folder / "counts", np.uint8, "r+")
    indexed = Indexed(search.corpus, run, counts)
    hits = _joined(search, indexed, files)
    return together(list(_followed(search, indexed, hits)))


def _deal(search: Search, run: int) -> None:
    """Count runs, and deal out those that may recur."""
    letters, memory = search.corpus.letters, search.wanted.memory
    sieve = Sieve(len(letters), memory // _SHARE_OF_SIEVE)
    for block in blocks(letters, run):
        sieve.add(block.keys)
        search.tell("Counting runs of letters", block.done)
    files = [search.here.folder / f"postings-{at}" for at in range(portions(len(letters), search.engine.rows))]
    deal(search.corpus, _recurring(search, run, sieve), files, memory)
    with (search.here.folder / "counts").open("wb") as file:
        file.truncate(len(letters))
    search.here.keep(_DEALT, np.array([len(files)]))


def _recurring(search: Search, run: int, sieve: Sieve) -> Iterator[tuple[Keys, Index]]:
    for block in blocks(search.corpus.letters, run):
        recurs = sieve.may_recur(block.keys)
        yield block.keys[recurs], block.places[recurs]
        search.tell("Sorting what recurs", block.done)


def _joined(search: Search, indexed: Indexed, files: Sequence[Path]) -> list[str]:
    """Join the portions that are not joined yet, and name the hits of each."""
    names = [f"hits-{at}" for at in range(len(files))]
    what = "Joining what recurs"
    for at, (file, name) in enumerate(zip(files, names, strict=True)):
        search.tell(what, at / len(files))
        if not search.here.has(name):
            search.here.keep(name, hits_of(search.engine, file, indexed, search.wanted.most))
        file.unlink(missing_ok=True)
    search.tell(what, 1)
    return names


def _followed(search: Search, indexed: Indexed, hits: Sequence[str]) -> Iterator[NDArray[np.float64]]:
    """Follow the hits of the ranges that are not followed yet, and yield the stretches of each."""
    what = "Following likenesses"
    least = least_stretch(search.wanted.least)
    todo = ranges(map(search.here.part, hits), len(search.corpus.letters), search.wanted.memory // _TO_A_HIT)
    for at, range_ in enumerate(todo):
        search.tell(what, at / len(todo))
        name = f"followed-{range_.start}-{range_.end}"
        # The hits are opened anew for each range: what was read of them does not stay in memory.
        if not search.here.has(name):
            search.here.keep(name, followed(indexed, [search.here.part(one) for one in hits], range_, least))
        yield search.here.part(name)
    search.tell(what, 1)
