"""What joins runs: DuckDB in this process, or Spark, on this machine or on many."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assay.echoes.wanted import DUCKDB

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

_SHARE_OF_JOIN = 4


class Engine(Protocol):
    """Whatever can join runs."""

    @property
    def rows(self) -> int:
        """How many postings are best joined at a time."""

    def joined(self, postings: Path, most: int) -> "Iterator[tuple[str, pa.RecordBatch]]":
        """Join a file of postings, and yield its `counts`, then its `hits`, in batches.

        Args:
            postings: a Parquet file.
            most: runs in more places than this are everybody's.
        """


def engine_called(name: str, memory: int, folder: Path) -> Engine:
    """Return the engine of that name, with so much memory, and a folder for what does not fit into it."""
    if name == DUCKDB:
        from assay.echoes.duck import Duck  # noqa: PLC0415 - `import assay` stays instant

        return Duck(memory // _SHARE_OF_JOIN, folder)
    raise NotImplementedError
