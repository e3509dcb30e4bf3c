"""The join of runs in DuckDB: in this process, on disk where memory does not suffice."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assay.echoes.queries import HITS, POSTINGS, SHARED, TELLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from numpy.typing import NDArray

_ROWS = 1 << 19


def joined(postings: "Iterable[pa.Table]", most: int, folder: Path, memory: int) -> "Iterator[NDArray[np.int64]]":
    """Join postings (`run`, `place`, `document`, `letter_before`) and yield pairs of places, in two rows.

    Args:
        postings: tables of runs that may occur more than once.
        most: runs in more places than this are everybody's.
        folder: for what does not fit into memory.
        memory: bytes that the join may take.
    """
    import duckdb  # noqa: PLC0415 - `import assay` stays instant

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{memory >> 20}MiB",
        "temp_directory": str(folder / "spilled"),
        "preserve_insertion_order": False,
    }
    with _speaking_plainly(), duckdb.connect(config=settings) as base:
        base.execute("SET enable_progress_bar = false")  # a bar of its own would stand among the results
        base.execute(POSTINGS)
        for table in postings:
            base.register("more", table)
            base.execute("INSERT INTO posting SELECT * FROM more")
            base.unregister("more")
        base.execute(TELLING.format(most=most))
        base.execute(SHARED)
        base.execute("DROP TABLE posting")
        for batch in base.sql(HITS).to_arrow_reader(_ROWS):
            yield np.stack([batch.column(0).to_numpy(), batch.column(1).to_numpy()])


@contextlib.contextmanager
def _speaking_plainly() -> "Iterator[None]":
    """Raise what Python raises elsewhere, where the join is interrupted or runs out of memory."""
    import duckdb  # noqa: PLC0415 - likewise

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise MemoryError from error
    except RuntimeError as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise
