"""How many planted copies are found, how many finds are none, in what time and memory; and beside passim.

python bench/reuse.py                 15 MB, and how time grows from 5 to 50 MB
python bench/reuse.py --development   the corpus that the thresholds were set by
python bench/reuse.py --passim DIR    passim, too: DIR is a checkout of github.com/dasmiq/passim; needs pyspark and Java
python bench/reuse.py 1000 4GB        one size, in MB, and the memory that it may take
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq
from measure import Figure, table
from msgspec import Struct
from planted import Copy, Corpus, Place, corpus

COMMAND = "python bench/reuse.py"
DEVELOPMENT_SEED, FINAL_SEED = 1936, 1968
SIZES = (5, 15, 50)
SIZE = 15


class Cost(Struct, frozen=True):
    """What a process took: seconds on the clock, seconds of all processors, mebibytes at most."""

    wall: float
    processor: float
    memory: float


class Score(Struct, frozen=True):
    """How many of the planted copies were found, how many finds are right, and the first by noise."""

    recall: float
    precision: float
    by_noise: dict[float, float]


def score(planted: Sequence[Copy], found: Iterable[tuple[Place, Place]]) -> Score:
    """Compare: a copy is found where half of both its spans is covered, a find is right where it meets a copy."""
    between: dict[tuple[int, int], list[tuple[Place, Place, int]]] = defaultdict(list)
    for number, copy in enumerate(planted):
        first, second = sorted((copy.original, copy.copy))
        between[first.document, second.document].append((first, second, number))
    covered = [[0, 0] for _ in planted]
    right = finds = 0
    for pair in found:
        finds += 1
        ours, theirs = sorted(pair)
        met = False
        for first, second, number in between.get((ours.document, theirs.document), ()):
            shared = _shared(first, ours), _shared(second, theirs)
            if min(shared) > 0:
                met = True
                covered[number][0] += shared[0]
                covered[number][1] += shared[1]
        right += met
    got: dict[float, list[bool]] = defaultdict(list)
    for copy, cover in zip(planted, covered, strict=True):
        sides = sorted((copy.original, copy.copy))
        got[copy.noise].append(all(2 * c >= side.end - side.start for c, side in zip(cover, sides, strict=True)))
    by_noise = {noise: sum(some) / len(some) for noise, some in sorted(got.items())}
    return Score(sum(map(sum, got.values())) / len(planted), right / max(1, finds), by_noise)


def _shared(one: Place, other: Place) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def run(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> Cost:
    """Run a command to its end, and say what it took, with all processes that it started, Spark's own among them."""
    start = time.perf_counter()
    seen: dict[int, float] = {}
    with tempfile.TemporaryFile() as errors:
        # A session of its own: Java is not waited for by whoever started it, so its time has to be looked up meanwhile.
        process = subprocess.Popen(  # noqa: S603
            command, env=environment, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            seen.update(_processor_times(process.pid))
            time.sleep(0.2)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    others = sum(seconds for pid, seconds in seen.items() if pid != process.pid)
    processor = max(used.ru_utime + used.ru_stime, seen.get(process.pid, 0) + others)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(said.decode(errors="replace")[-2000:])
    return Cost(time.perf_counter() - start, processor, used.ru_maxrss / 1024)


def _processor_times(session: int) -> dict[int, float]:
    """Look up what each process of a session has taken so far (Linux only; elsewhere nothing is found)."""
    found: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                found[int(path.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


def assay_on(made: Corpus, folder: Path, memory: str = "1GB") -> tuple[Cost, list[tuple[Place, Place]]]:
    """Write a corpus as files, and have assay compare them."""
    papers, shared = folder / "papers", folder / "shared.parquet"
    papers.mkdir()
    for number, text in enumerate(made.texts):
        (papers / f"{number:06}.txt").write_text(text, "utf-8")
    options = ("--memory", memory, "--format", "parquet", "-o", shared)
    cost = run([sys.executable, "-m", "assay", "reuse", papers, *options])
    rows = pq.read_table(shared).to_pylist()
    return cost, [(_place(row, "first"), _place(row, "second")) for row in rows]


def _place(row: dict[str, str | int], side: str) -> Place:
    return Place(int(str(row[f"{side}_work"]).removesuffix(".txt")), int(row[f"{side}_start"]), int(row[f"{side}_end"]))


def passim_on(made: Corpus, folder: Path, checkout: Path) -> tuple[Cost, list[tuple[Place, Place]]]:
    """Have passim compare the documents, by its stock settings, up to the passages and before it clusters them."""
    with (folder / "corpus.json").open("w", encoding="utf-8") as file:
        for number, text in enumerate(made.texts):
            file.write(json.dumps({"id": str(number), "series": str(number), "text": text}) + "\n")
    out = folder / "passim"
    python = os.environ.get("PASSIM_PYTHON", sys.executable)
    environment = {**os.environ, "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python,
                   "SPARK_LOCAL_DIRS": str(folder)}  # fmt: skip
    stock = ("--all-pairs", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2", "--to-extents")
    cost = run([python, checkout / "passim" / "seriatim.py", *stock, folder / "corpus.json", out], environment)
    uids = _uids(made, folder, python, environment)
    rows = [row for path in sorted(out.rglob("extents*/**/*.parquet")) for row in pq.read_table(path).to_pylist()]
    return cost, [
        (Place(uids[row["uid"]], row["begin"], row["end"]), Place(uids[row["uid2"]], row["begin2"], row["end2"]))
        for row in rows
    ]


def _uids(made: Corpus, folder: Path, python: str, environment: dict[str, str]) -> dict[int, int]:
    """Ask Spark by which number passim calls each document."""
    asked = (
        "import sys; from pyspark.sql import SparkSession; from pyspark.sql.functions import xxhash64, col;"
        "s = SparkSession.builder.getOrCreate();"
        "d = s.range(int(sys.argv[1])).select(col('id').cast('string').alias('id'));"
        "open(sys.argv[2], 'w').write('\\n'.join(f'{r[0]} {r[1]}' for r in d.select(xxhash64('id'), 'id').collect()))"
    )
    run([python, "-c", asked, str(len(made.texts)), folder / "uids"], environment)
    lines = (folder / "uids").read_text().splitlines()
    return {int(line.split()[0]): int(line.split()[1]) for line in lines}


def said(what: str, cost: Cost, result: Score) -> Iterator[Figure]:
    """Say what came of one run."""
    noise = ", ".join(f"{share:.0%} noise {recall:.3f}" for share, recall in result.by_noise.items())
    yield Figure(f"{what}: recall", f"{result.recall:.3f} ({noise})", COMMAND)
    yield Figure(f"{what}: precision", f"{result.precision:.3f}", COMMAND)
    took = f"{cost.wall:.1f} s, {cost.processor:.1f} s of processor, {cost.memory:.0f} MiB"
    yield Figure(f"{what}: the whole command", took, COMMAND)


def grown(sizes: Sequence[int], memory: str, seed: int) -> Iterator[Figure]:
    """Measure one size after another."""
    for size in sizes:
        made = corpus(seed, size * 1_000_000)
        with tempfile.TemporaryDirectory() as folder:
            cost, found = assay_on(made, Path(folder), memory)
        result = score(made.copies, found)
        value = (
            f"{cost.wall:.1f} s, {cost.processor:.1f} s of processor ({cost.processor / size:.2f} to the MB), "
            f"{cost.memory:.0f} MiB; recall {result.recall:.3f}, precision {result.precision:.3f}"
        )
        print(size, value, file=sys.stderr, flush=True)
        yield Figure(f"{size} MB, {memory} of memory", value, COMMAND)


def main(arguments: Sequence[str] = ()) -> str:
    """Measure, and return the table."""
    seed = DEVELOPMENT_SEED if "--development" in arguments else FINAL_SEED
    if arguments and arguments[0].isdigit():
        memory = next((one for one in arguments[1:] if one[:1].isdigit()), "1GB")
        return table("Shared passages", list(grown([int(arguments[0])], memory, seed)))
    made = corpus(seed, SIZE * 1_000_000)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        cost, found = assay_on(made, Path(folder))
        figures += said(f"assay, {SIZE} MB, {len(made.copies):,} copies, seed {seed}", cost, score(made.copies, found))
        if "--passim" in arguments:
            checkout = Path(arguments[arguments.index("--passim") + 1])
            theirs, found = passim_on(made, Path(folder), checkout)
            figures += said("passim, stock settings, without clusters", theirs, score(made.copies, found))
            ratio = f"{theirs.wall / cost.wall:.1f} by the clock, {theirs.processor / cost.processor:.1f} by processor"
            figures.append(Figure("passim takes longer by", ratio, COMMAND))
    if "--development" not in arguments:
        figures += grown(SIZES, "1GB", seed)
    return table("Passages shared by documents", figures)


if __name__ == "__main__":
    print(main(sys.argv[1:]))
