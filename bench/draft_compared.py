"""A draft compared with labels, or one labeller with another, as figures; and the worst errors by offset."""

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import draft_scores as scores
from draft_scores import Page, Row
from measure import Figure
from process import run

COMMAND = "python bench/draft.py"
LABELS = Path(__file__).resolve().parent / "labels" / "draft"
SHOWN = 10


def drafted(root: Path, cache: Path) -> tuple[list[Row], float, float]:
    """Draft a dossier in a process of its own: what it lists, the seconds, and the most memory in MiB."""
    command = [sys.executable, "-m", "assay", "draft", str(root), "--format", "jsonl"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    with tempfile.TemporaryFile("w+") as out:
        cost = run(command, environment, out=out)
        out.seek(0)
        return [json.loads(line) for line in out], cost.wall, cost.memory


def load(name: str) -> list[Row] | None:
    """Read a labeller's file, if it is there."""
    path = LABELS / f"labels-{name}.jsonl"
    if not path.exists():
        return None
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def regions_of(pages: str) -> list[tuple[int, int]]:
    """Return where the pages of a draw begin and end."""
    return [(page["start"], page["end"]) for page in json.loads((LABELS / pages).read_text("utf-8"))]


def compared(
    name: str, gold: Sequence[Row], found: Sequence[Row], regions: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    """Compare two lists of rows, with intervals by page."""
    for sort, counter in (
        ("name", scores.mentions),
        ("date", scores.date_counts),
        ("statement", scores.statement_counts),
    ):
        if not any(row["sort"] == sort for row in gold):
            continue  # nobody labelled it there
        made = scores.pages(gold, found, regions, sort)
        yield Figure(
            f"{name}: {sort}s labelled", f"{sum(len(page.gold) for page in made)} on {len(made)} pages", COMMAND
        )
        if sort == "name":
            yield from _with_intervals(name, made, scores.b_cubed)
        yield from _counted(name, made, counter)
    if not any(row["sort"] == "alias" for row in gold):
        return  # the second draw has none: the first has those of the whole document
    counts, _, _ = scores.alias_counts(gold, found)
    for what, (right, of) in counts.items():
        yield Figure(f"{name}: {what}", f"{_ratio(right, of)} ({right:.0f} of {of:.0f}, whole documents)", COMMAND)


def _counted(name: str, made: list[Page], counter: Callable[[Page], scores.Counts]) -> Iterator[Figure]:
    ends = scores.drawn_again(made, scores.fractions(counter))
    for what, (right, of) in scores.added(map(counter, made)).items():
        low, high = ends.get(what, (0.0, 0.0))
        yield Figure(
            f"{name}: {what}", f"{_ratio(right, of)} ({right:.0f} of {of:.0f}; 95 %: {low:.2f}–{high:.2f})", COMMAND
        )


def _with_intervals(
    name: str, made: list[Page], score: Callable[[Sequence[Page]], dict[str, float]]
) -> Iterator[Figure]:
    ends = scores.drawn_again(made, score)
    for what, value in score(made).items():
        yield Figure(f"{name}: {what}", f"{value:.3f} (95 %: {ends[what][0]:.2f}–{ends[what][1]:.2f})", COMMAND)


def _ratio(right: float, of: float) -> str:
    return f"{right / of:.3f}" if of else "none"


def errors(gold: Sequence[Row], found: Sequence[Row], regions: Sequence[tuple[int, int]]) -> Iterator[str]:
    """List the worst errors by sort: where they are, and what was said instead."""
    yield from _name_errors(gold, found, regions)
    for sort, wrong in (("date", _date_error), ("statement", _statement_error)):
        said = [
            line
            for page in scores.pages(gold, found, regions, sort)
            for line in (*(wrong(*pair) for pair in page.pairs), *_missed(page))
            if line
        ]
        yield from (f"{sort}: {line}" for line in sorted(said)[:SHOWN])
    _, missed, surplus = scores.alias_counts(gold, found)
    if not any(row["sort"] == "alias" for row in gold):
        return
    yield from (f"alias: missed at {row['start']}-{row['end']}" for row in missed[:SHOWN])
    yield from (f"alias: at {row['start']}-{row['end']} no label has one ({row['rule']})" for row in surplus[:SHOWN])


def _name_errors(gold: Sequence[Row], found: Sequence[Row], regions: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Name the persons that were divided, those that were joined, and what was missed or is none."""
    made = scores.pages(gold, found, regions, "name")
    pairs = Counter((one["person"], other["id"]) for page in made for one, other in page.pairs)
    best = {person: max(count for (one, _), count in pairs.items() if one == person) for person, _ in pairs}
    for (person, id_), count in sorted(pairs.items(), key=lambda item: -item[1]):
        if count < best[person]:
            at = next(o["start"] for page in made for g, o in page.pairs if (g["person"], o["id"]) == (person, id_))
            yield f"name: {count} mentions of one person went to {id_}, first at {at}"
    for page in made:
        hit = {id(one) for one, _ in page.pairs}
        yield from (f"name: missed at {row['start']}-{row['end']}" for row in page.gold if id(row) not in hit)
        good = {id(other) for _, other in page.pairs}
        yield from (f"name: none at {row['start']}-{row['end']}" for row in page.found if id(row) not in good)


def _missed(page: Page) -> Iterator[str]:
    hit = {id(one) for one, _ in page.pairs}
    yield from (f"3 missed at {row['start']}-{row['end']}" for row in page.gold if id(row) not in hit)


def _date_error(label: Row, row: Row) -> str:
    if scores.date_is_right(label, row):
        return ""
    grave = 1 if scores.is_falsely_precise(label, row) else 2
    return f"{grave} at {row['start']}-{row['end']}: {row['edtf']}, labelled {label['edtf']} ({row['rule']})"


def _statement_error(label: Row, row: Row) -> str:
    pair = label, row
    wrong = [] if scores.witness_is_right(pair) else ["witness"]
    wrong += [] if scores.act_is_right(pair) else ["act"]
    return f"1 at {row['start']}-{row['end']}: {' and '.join(wrong)} wrong ({row['rule']})" if wrong else ""
