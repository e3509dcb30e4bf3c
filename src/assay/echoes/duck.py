"""The join of runs in DuckDB: in this process, one portion of the runs after another, on disk where memory is short."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.echoes.queries import COUNTS, HITS, RECURRING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

_ROWS = 1 << 18
_TO_A_THREAD = 1 << 26
_ROWS_TO_A_BYTE = 1 / 180
"""Postings that are joined in memory: a row takes some 180 bytes, with its tables of runs."""


class Duck(Struct, frozen=True):
    """DuckDB, with so many bytes of memory, and a folder for what does not fit into them."""

    memory: int
    folder: Path

    @property
    def rows(self) -> int:
        """How many postings are best joined at a time."""
        return int(self.memory * _ROWS_TO_A_BYTE)

    def joined(self, postings: "Path", most: int) -> "Iterator[tuple[str, pa.RecordBatch]]":
        """Join a file of postings, and yield its `counts`, then its `hits`, in batches.

        Args:
            postings: a Parquet file.
            most: runs in more places than this are everybody's.
        """
        import duckdb  # noqa: PLC0415 - `import assay` stays instant

        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{self.memory >> 20}MiB",
            "temp_directory": str(self.folder / "spilled"),
            "preserve_insertion_order": False,
            "threads": max(1, min(os.cpu_count() or 1, self.memory // _TO_A_THREAD)),
        }
        with _speaking_plainly(), duckdb.connect(config=settings) as base:
            base.execute("SET enable_progress_bar = false")  # a bar of its own would stand among the results
            base.read_parquet(str(postings)).create_view("posting")
            base.execute(f"CREATE TABLE recurring AS {RECURRING}")
            for what, query in (("counts", COUNTS), ("hits", HITS.format(most=most))):
                for batch in base.sql(query).to_arrow_reader(_ROWS):
                    yield what, batch


@contextlib.contextmanager
def _speaking_plainly() -> "Iterator[None]":
    """Raise what Python raises elsewhere, where the join is interrupted, or has no memory or disk left."""
    import duckdb  # noqa: PLC0415 - likewise

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise MemoryError from error
    except duckdb.IOException as error:
        raise OSError(str(error).splitlines()[0]) from error
    except RuntimeError as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise
