"""How many planted copies are found, how many finds are none, in what time and memory; and beside passim.

python bench/reuse.py                 15 MB, beside passim where it is installed, and how time grows from 5 to 50 MB
python bench/reuse.py --development   the corpus that the thresholds were set by
python bench/reuse.py --long          how time grows from 5 to 100 MB
python bench/reuse.py 1000 4GB        one size, in MB, and the memory that it may take

For passim see passim.py: PASSIM=DIR PASSIM_PYTHON=FILE python bench/reuse.py
"""

import math
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq
from measure import Figure, table
from msgspec import Struct
from passim import SETTINGS, missing, passim_on
from planted import Copy, Corpus, Place, corpus
from process import Cost, StoppedError, run

COMMAND = "python bench/reuse.py"
DEVELOPMENT_SEED, FINAL_SEED = 1936, 1968
SIZES = (5, 15, 50)
LONG = (5, 15, 50, 100)
SIZE = 15
PATIENCE = 120
"""passim is stopped when it has taken so many times the processor that assay took."""


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


def assay_on(made: Corpus, folder: Path, memory: str = "1GB") -> tuple[Cost, list[tuple[Place, Place]]]:
    """Write a corpus as files, and have assay compare them."""
    papers, shared = folder / "papers", folder / "shared.parquet"
    papers.mkdir()
    for number, text in enumerate(made.texts):
        (papers / f"{number:06}.txt").write_text(text, "utf-8")
    options = ("--memory", memory, "--format", "parquet", "-o", shared)
    cost = run([sys.executable, "-m", "assay", "reuse", papers, *options], fine=(0, 1))
    rows = pq.read_table(shared).to_pylist()
    return cost, [(_place(row, "first"), _place(row, "second")) for row in rows]


def _place(row: dict[str, str | int], side: str) -> Place:
    return Place(int(str(row[f"{side}_work"]).removesuffix(".txt")), int(row[f"{side}_start"]), int(row[f"{side}_end"]))


def said(what: str, cost: Cost, result: Score) -> Iterator[Figure]:
    """Say what came of one run."""
    noise = ", ".join(f"{share:.0%} noise {recall:.3f}" for share, recall in result.by_noise.items())
    yield Figure(f"{what}: recall", f"{result.recall:.3f} ({noise})", COMMAND)
    yield Figure(f"{what}: precision", f"{result.precision:.3f}", COMMAND)
    took = f"{cost.wall:.1f} s, {cost.processor:.1f} s of processor, {cost.memory:.0f} MiB"
    yield Figure(f"{what}: the whole command", took, COMMAND)


def grown(sizes: Sequence[int], memory: str, seed: int, command: str = COMMAND) -> Iterator[Figure]:
    """Measure one size after another, and say by which power time grows from the first to the last."""
    processor: list[float] = []
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
        processor.append(cost.processor)
        yield Figure(f"{size} MB, {memory} of memory", value, command)
    if len(sizes) > 1:
        letters = sizes[-1] / sizes[0]
        allowed = letters * math.log(sizes[-1] * 1e6) / math.log(sizes[0] * 1e6)
        ratio = f"times {processor[-1] / processor[0]:.1f}, where n log n is times {allowed:.1f}"
        yield Figure(f"processor time, from {sizes[0]} to {sizes[-1]} MB", ratio, command)


def beside_passim(made: Corpus, ours: Cost) -> Iterator[Figure]:
    """Have passim do the same, where it is installed."""
    if missing():
        yield Figure("passim", missing(), COMMAND)
        return
    for name, settings in SETTINGS.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                cost, found = passim_on(made, Path(folder), settings, PATIENCE * ours.processor)
            except StoppedError as stopped:
                yield Figure(f"passim, {name}", f"{stopped}, {PATIENCE} times what assay took", COMMAND)
                continue
        yield from said(f"passim, {name} (without the memory of Java)", cost, score(made.copies, found))
        ratio = f"{cost.wall / ours.wall:.1f} by the clock, {cost.processor / ours.processor:.1f} by processor"
        print(name, ratio, file=sys.stderr, flush=True)
        yield Figure(f"passim, {name}, takes longer by", ratio, COMMAND)


def main(arguments: Sequence[str] = ()) -> str:
    """Measure, and return the table."""
    seed = DEVELOPMENT_SEED if "--development" in arguments else FINAL_SEED
    if arguments and arguments[0].isdigit():
        memory = next((one for one in arguments[1:] if one[:1].isdigit()), "1GB")
        return table(
            "Shared passages", list(grown([int(arguments[0])], memory, seed, f"{COMMAND} {arguments[0]} {memory}"))
        )
    if "--long" in arguments:
        return table("Shared passages, by size", list(grown(LONG, "1GB", seed, f"{COMMAND} --long")))
    made = corpus(seed, SIZE * 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        cost, found = assay_on(made, Path(folder))
    figures = [*said(f"assay, {SIZE} MB, {len(made.copies):,} copies, seed {seed}", cost, score(made.copies, found))]
    if "--development" not in arguments:
        figures += [*beside_passim(made, cost), *grown(SIZES, "1GB", seed)]
    return table("Passages shared by documents", figures)


if __name__ == "__main__":
    print(main(sys.argv[1:]))
