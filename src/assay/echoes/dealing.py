"""Runs that recur, dealt out to files by their number, so that each file can be joined by itself in little memory."""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assay.echoes.corpus import Corpus
from assay.echoes.keys import Index, Keys, scattered

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_MAY_RECUR = 0.6
"""The share of all runs that is expected to pass the sieve."""
_SHARE_WAITING = 512
"""Runs wait until there are so many: the memory's bytes over this."""
_HALF = np.uint64(32)


def portions(letters: int, rows: int) -> int:
    """Say how many files it takes so that each has about so many rows."""
    return max(1, round(letters * _MAY_RECUR / rows))


def deal(corpus: Corpus, recurring: Iterable[tuple[Keys, Index]], files: Sequence[Path], memory: int) -> None:
    """Write the place of every run that may recur into one of the files, those of the same run into the same file.

    Args:
        corpus: the documents.
        recurring: runs, and the place of each.
        files: Parquet files to be made, with columns `run`, `place`, `document`, `letter_before`.
        memory: bytes that there are; this takes a small part of them.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415 - `import assay` stays instant

    plain = {"compression": "NONE", "use_dictionary": False, "write_statistics": False}
    waiting: list[tuple[Keys, Index]] = []
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(pq.ParquetWriter(file, _schema(), **plain)) for file in files]
        for some in recurring:
            waiting.append(some)
            if sum(len(keys) for keys, _ in waiting) >= memory // _SHARE_WAITING:
                _write(corpus, waiting, writers)
                waiting.clear()
        if waiting:
            _write(corpus, waiting, writers)


def _schema() -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415 - likewise

    return pa.schema(
        [("run", pa.int64()), ("place", pa.int64()), ("document", pa.int32()), ("letter_before", pa.int16())]
    )


def _write(corpus: Corpus, waiting: Sequence[tuple[Keys, Index]], writers: "Sequence[pq.ParquetWriter]") -> None:
    import pyarrow as pa  # noqa: PLC0415 - likewise

    keys = np.concatenate([some for some, _ in waiting])
    places = np.concatenate([some for _, some in waiting])
    which = ((scattered(keys) >> _HALF) * np.uint64(len(writers)) >> _HALF).astype(np.int16)
    order = np.argsort(which, kind="stable")
    ends = np.cumsum(np.bincount(which, minlength=len(writers)))
    for writer, start, end in zip(writers, [0, *ends[:-1]], ends, strict=True):
        mine = order[start:end]
        at = places[mine]
        columns = (
            keys[mine].view(np.int64),
            at,
            corpus.documents(at).astype(np.int32),
            corpus.letters[at - 1].astype(np.int16),
        )
        writer.write_table(pa.table([pa.array(column) for column in columns], _schema()))
