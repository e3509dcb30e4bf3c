"""What joins runs: DuckDB in this process, or Spark, on this machine or on many."""

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assay.echoes.wanted import DUCKDB

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

SPARK = re.compile(r"spark://\S+|local(?:\[(?:\d+|\*)\])?")
_SHARE_OF_JOIN = 4


class NoEngineError(Exception):
    """What is asked to join runs cannot. `help` says what to type."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


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


@contextlib.contextmanager
def engine_called(name: str, memory: int, folder: Path) -> "Iterator[Engine]":
    """Start the engine of that name, with so much memory, and a folder for what does not fit into it.

    Raises:
        NoEngineError: there is none of that name, or it is not installed.
    """
    if name == DUCKDB:
        from assay.echoes.duck import Duck  # noqa: PLC0415 - `import assay` stays instant

        yield Duck(memory // _SHARE_OF_JOIN, folder)
        return
    if SPARK.fullmatch(name) is None:
        raise NoEngineError(
            f"there is no engine {name}", "write --engine duckdb, local, local[4], or spark://HOST:PORT"
        )
    from assay.echoes.spark import spark_at  # noqa: PLC0415 - likewise

    with spark_at(name, memory, folder) as spark:
        yield spark
