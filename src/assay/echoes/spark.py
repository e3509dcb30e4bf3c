"""The join of runs in Spark: the same SQL, on this machine (`local`) or on those that a master (`spark://`) commands.

Postings go to it as a file, and answers come back as files: on many machines, the folder to work in must be one that
all of them see under the same path.
"""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.echoes.engines import NoEngineError
from assay.echoes.queries import COUNTS, HITS, RECURRING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import SparkSession

_ROWS = 1 << 30
"""Spark divides what it joins by itself."""
_LOCAL = "local"
_LEAST = 1 << 29
"""With less, Java's part of Spark refuses to start."""
_TRY = "is Java installed (java -version), and is the master's address right?"


class Spark(Struct, frozen=True):
    """A session of Spark, and a folder that all its machines see."""

    session: "SparkSession"
    folder: Path
    rows: int = _ROWS

    def joined(self, postings: Path, most: int) -> "Iterator[tuple[str, pa.RecordBatch]]":
        """Join a file of postings, and yield its `counts`, then its `hits`, in batches.

        Args:
            postings: a Parquet file.
            most: runs in more places than this are everybody's.
        """
        import pyarrow.dataset as ds  # noqa: PLC0415 - `import assay` stays instant

        session = self.session
        session.read.parquet(_named(postings)).createOrReplaceTempView("posting")
        # Written down, as DuckDB does: both answers are made of it, and no machine need hold it in memory.
        session.sql(RECURRING).write.mode("overwrite").parquet(_named(self.folder / "recurring"))
        session.read.parquet(_named(self.folder / "recurring")).createOrReplaceTempView("recurring")
        for what, query in (("counts", COUNTS), ("hits", HITS.format(most=most))):
            answer = self.folder / what
            session.sql(query).write.mode("overwrite").parquet(_named(answer))
            for batch in ds.dataset(answer, format="parquet").to_batches():
                yield what, batch


@contextlib.contextmanager
def spark_at(master: str, memory: int, folder: Path) -> "Iterator[Spark]":
    """Start a session, and end it; or take the caller's own, if one is running.

    Raises:
        NoEngineError: Spark or Java is not installed, or the master does not answer.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - large, and an extra
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError:
        raise NoEngineError("Spark is not installed", "pip install 'assay[far]'; it needs Java 17, too") from None
    if master.startswith(_LOCAL):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # nobody else is to reach it
    build = (
        SparkSession.builder.appName("assay")
        .master("local[*]" if master == _LOCAL else master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", f"{max(memory, _LEAST) >> 20}m")
        .config("spark.local.dir", str(folder))
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    )
    is_ours = SparkSession.getActiveSession() is None
    try:
        session = build.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise NoEngineError(f"Spark does not start at {master}: {str(error).splitlines()[0]}", _TRY) from error
    if not is_ours:
        yield Spark(session, folder)
        return
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield Spark(session, folder)
    finally:
        session.stop()  # it works in the folder, which is about to be deleted


def _named(path: Path) -> str:
    """Name a file of this machine, or of a folder that all share, as Spark does."""
    return path.resolve().as_uri()
