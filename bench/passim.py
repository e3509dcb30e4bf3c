"""passim on the same corpus, where it is installed: github.com/dasmiq/passim, which needs pyspark and Java.

It is not ours to install: `PASSIM` names a checkout of it, `PASSIM_PYTHON` a Python that has pyspark.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
from planted import Corpus, Place
from process import Cost, run

ALL_PAIRS = ("--all-pairs", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2", "--to-extents")
MEMORY = "12g"
"""What Java may take. With the 1 GB that it takes by itself, the sensitive settings come to a standstill."""
SETTINGS = {
    "stock settings": (),
    "sensitive settings": ("--n", "15", "--floating-ngrams", "--min-match", "3", "--min-align", "30"),
}
"""Up to the passages, before they are clustered. The second is ours: runs of fifteen letters, wherever they begin."""


def missing() -> str:
    """Say what keeps passim from being run; nothing if nothing does."""
    checkout = os.environ.get("PASSIM", "")
    if not (Path(checkout) / "passim" / "seriatim.py").is_file():
        return "not run: PASSIM names no checkout of github.com/dasmiq/passim"
    done = subprocess.run([python(), "-c", "import pyspark"], check=False, capture_output=True)  # noqa: S603
    return "not run: PASSIM_PYTHON has no pyspark" if done.returncode else ""


def python() -> str:
    """Return the Python that has pyspark."""
    return os.environ.get("PASSIM_PYTHON", sys.executable)


def passim_on(
    made: Corpus, folder: Path, settings: tuple[str, ...], processor: float
) -> tuple[Cost, list[tuple[Place, Place]]]:
    """Have passim compare the documents, up to the passages and before it clusters them.

    Raises:
        StoppedError: it took more seconds of `processor` than it may.
    """
    corpus, out = folder / "corpus.json", folder / "passim"
    with corpus.open("w", encoding="utf-8") as file:
        for number, text in enumerate(made.texts):
            file.write(json.dumps({"id": str(number), "series": str(number), "text": text}) + "\n")
    environment = {**os.environ, "PYSPARK_PYTHON": python(), "PYSPARK_DRIVER_PYTHON": python(),
                   "PYSPARK_SUBMIT_ARGS": f"--driver-memory {MEMORY} pyspark-shell",
                   "SPARK_LOCAL_DIRS": str(folder)}  # fmt: skip
    program = Path(os.environ["PASSIM"]) / "passim" / "seriatim.py"
    cost = run([python(), program, *ALL_PAIRS, *settings, corpus, out], environment, processor=processor)
    uids = _uids(made, folder, environment)
    rows = [row for path in sorted(out.rglob("extents*/**/*.parquet")) for row in pq.read_table(path).to_pylist()]
    return cost, [
        (Place(uids[row["uid"]], row["begin"], row["end"]), Place(uids[row["uid2"]], row["begin2"], row["end2"]))
        for row in rows
    ]


def _uids(made: Corpus, folder: Path, environment: dict[str, str]) -> dict[int, int]:
    """Ask Spark by which number passim calls each document."""
    asked = (
        "import sys; from pyspark.sql import SparkSession; from pyspark.sql.functions import xxhash64, col;"
        "s = SparkSession.builder.getOrCreate();"
        "d = s.range(int(sys.argv[1])).select(col('id').cast('string').alias('id'));"
        "open(sys.argv[2], 'w').write('\\n'.join(f'{r[0]} {r[1]}' for r in d.select(xxhash64('id'), 'id').collect()))"
    )
    run([python(), "-c", asked, str(len(made.texts)), folder / "uids"], environment)
    lines = (folder / "uids").read_text().splitlines()
    return {int(line.split()[0]): int(line.split()[1]) for line in lines}
