"""A draft of the reference dossier against labels that two labellers made apart, before any of this code ran on it.

The labels cite offsets; neither they nor this page quote the anthology. `python bench/draft.py --errors` shows the ten
worst errors of each sort by their offsets.

python bench/draft.py
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import draft_scores as scores
from draft_scores import Page, Row
from measure import Figure, table

import assay
from assay.casebook.assembly import Spot
from assay.casebook.parser import parse_text
from assay.dossier import Dossier
from assay.draft.gate import fault
from assay.model.entries import Statement

COMMAND = "python bench/draft.py"
HERE = Path(__file__).resolve().parent
DOSSIER = HERE.parent.parent / "shared" / "dossiers" / "moscow-trials"
LABELS = HERE / "labels" / "draft"
FIRST = 12  # pages that both labelled wholly
SHOWN = 10
COPIES = 10, 1000
SYLLABLES = "Bel Kor Mar Pet Sav Tal Vin Zel Dor Gru Ost Ram Sok Tur Lin Hol".split()  # noqa: SIM905 - reads best so
TEMPLATE = """\
{p. 1} Dr. Anna @1 told the inspector on 3 May 1931 that the mill had burned. "I saw it from the bridge," @1
said. Otto @2 denied this. In a letter of June 1931, @2 wrote to @3 that nobody had been there.

{p. 2} According to @3, the watchman @4 (the nickname of K. @5 - Ed.) had heard from Otto @2 that the stairs were wet.
After six weeks of interrogation @5 confessed to having set the fire; he retracted in the autumn of 1932. The commission
of 1956 reported that 12 people had died. @1 never mentioned it.
"""


def drafted(root: Path, cache: Path) -> tuple[list[Row], float, float]:
    """Draft a dossier in a process of its own: what it lists, the seconds, and the most memory in MiB."""
    command = [sys.executable, "-m", "assay", "draft", str(root), "--format", "jsonl"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    with tempfile.TemporaryFile("w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, env=environment)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        out.seek(0)
        return [json.loads(line) for line in out], seconds, usage.ru_maxrss / 1024


def load(name: str) -> list[Row] | None:
    """Read a labeller's file, if it is there."""
    path = LABELS / f"labels-{name}.jsonl"
    if not path.exists():
        return None
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def regions_of(labels: Sequence[Row], sort: str) -> list[tuple[int, int]]:
    """Return the pages that are labelled: the first twelve, and later ones on which something of the sort is."""
    every = [(page["start"], page["end"]) for page in json.loads((LABELS / "pages.json").read_text("utf-8"))]
    starts = [row["start"] for row in labels if row["sort"] == sort]
    return [
        (start, end)
        for number, (start, end) in enumerate(every)
        if number < FIRST or any(start <= at < end for at in starts)
    ]


def compared(name: str, gold: Sequence[Row], found: Sequence[Row], *, among: Sequence[Row] = ()) -> Iterator[Figure]:
    """Compare two lists of rows, with intervals by page; on the pages that both labelled, where two did."""
    for sort, counter in (
        ("name", scores.mentions),
        ("date", scores.date_counts),
        ("statement", scores.statement_counts),
    ):
        regions = regions_of(gold, sort)
        if among:
            regions = [region for region in regions if region in regions_of(among, sort)]
        made = scores.pages(gold, found, regions, sort)
        yield Figure(
            f"{name}: {sort}s labelled", f"{sum(len(page.gold) for page in made)} on {len(made)} pages", COMMAND
        )
        if sort == "name":
            yield from _with_intervals(name, made, scores.b_cubed)
        yield from _counted(name, made, counter)
    counts, _, _ = scores.alias_counts(gold, found)
    for what, (right, of) in counts.items():
        yield Figure(f"{name}: {what}", f"{_ratio(right, of)} ({right:.0f} of {of:.0f}, whole document)", COMMAND)


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


def errors(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[str]:
    """List the worst errors by sort: where they are, and what was said instead."""
    yield from _name_errors(gold, found)
    for sort, wrong in (("date", _date_error), ("statement", _statement_error)):
        said = [
            line
            for page in scores.pages(gold, found, regions_of(gold, sort), sort)
            for line in (*(wrong(*pair) for pair in page.pairs), *_missed(page))
            if line
        ]
        yield from (f"{sort}: {line}" for line in sorted(said)[:SHOWN])
    _, missed, surplus = scores.alias_counts(gold, found)
    yield from (f"alias: missed at {row['start']}-{row['end']}" for row in missed[:SHOWN])
    yield from (f"alias: at {row['start']}-{row['end']} no label has one ({row['rule']})" for row in surplus[:SHOWN])


def _name_errors(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[str]:
    """Name the persons that were divided, those that were joined, and what was missed or is none."""
    made = scores.pages(gold, found, regions_of(gold, "name"), "name")
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


def against_casebook(found: Sequence[Row]) -> Iterator[Figure]:
    """Say how many statements of the hand-made casebook are proposed, and how much typing is left."""
    import edlib  # noqa: PLC0415 - for this figure alone

    dossier = assay.open(DOSSIER)
    wanted = list(dossier.case.statements.values())
    proposals = [row for row in found if row["sort"] == "proposal" and row["part"] == "statements"]
    read = [(row, parse_text(row["text"] + "\n").entries[0].entry) for row in proposals]
    kept = typed = 0
    for statement in wanted:
        places = list(_places(dossier, statement))
        spot = dossier.casebook.spots[statement.id][0]
        text = _entry_text(dossier.casebook_texts[spot.file], spot.line)
        near = [
            row["text"]
            for row, entry in read
            if isinstance(entry, Statement)
            and entry.witness == statement.witness
            and any(one["start"] < end and start < one["end"] for one in row["evidence"] for start, end in places)
        ]
        kept += bool(near)
        edits = [edlib.align(text, one)["editDistance"] for one in near]
        typed += min([*edits, len(text)])
    whole = sum(len(_entry_text(dossier.casebook_texts[s.file], s.line)) for s in _spots(dossier, wanted))
    yield Figure("statements of the hand-made casebook that are proposed", f"{kept} of {len(wanted)}", COMMAND)
    yield Figure(
        "turning the draft into these entries",
        f"{kept} times assay keep, then {typed:,} characters changed or typed, of {whole:,} without a draft",
        COMMAND,
    )


def _spots(dossier: Dossier, wanted: Sequence[Statement]) -> Iterator[Spot]:
    for statement in wanted:
        yield dossier.casebook.spots[statement.id][0]


def _entry_text(text: str, line: int) -> str:
    from assay.casebook.slices import entry_span  # noqa: PLC0415 - for this figure alone

    span = entry_span(text, line)
    return text[span.start : span.end]


def _places(dossier: Dossier, statement: Statement) -> Iterator[tuple[int, int]]:
    for cite in statement.cites:
        volume = dossier.library.volume(cite.source)
        if volume is not None:
            verdict = volume.quote_on(cite.words, cite.locator)
            for span in verdict.spans:
                raw = volume.text.raw(span)
                yield raw.start, raw.end


def verified(found: Sequence[Row]) -> Figure:
    """Look every proposed citation up again."""
    library = assay.open(DOSSIER).library
    rows = [row for row in found if row["sort"] == "proposal" and "\n  cite: " in row["text"]]
    good = sum(not fault(row["text"], library) for row in rows)
    return Figure("proposed citations that stand where they are cited", f"{good} of {len(rows)}", COMMAND)


def copies(count: int, folder: Path) -> Path:
    """Make a dossier of small invented documents, each with names of its own."""
    rng = random.Random(count)
    (folder / "sources").mkdir(parents=True)
    (folder / "casebook").mkdir()
    toml = ["assay = 1", 'title = "Copies"', 'language = "en"']
    entries: list[str] = []
    for number in range(count):
        words = TEMPLATE
        for place in range(1, 6):
            name = "".join(rng.choice(SYLLABLES) for _ in range(2)).capitalize() + rng.choice(
                ["ov", "sky", "berg", "man"]
            )
            words = words.replace(f"@{place}", name)
        (folder / "sources" / f"d{number}.txt").write_text(words, "utf-8")
        toml += ["[[file]]", f'path = "sources/d{number}.txt"']
        entries.append(f'source d{number} "Document {number}"\n  file: sources/d{number}.txt\n')
    (folder / "dossier.toml").write_text("\n".join(toml) + "\n", "utf-8")
    (folder / "casebook" / "sources.case").write_text("\n".join(entries), "utf-8")
    return folder


def sizes() -> Iterator[Figure]:
    """Draft ten documents and a thousand, to see whether memory grows with their number."""
    for count in COPIES:
        with tempfile.TemporaryDirectory() as folder:
            root = copies(count, Path(folder) / "dossier")
            _, seconds, memory = drafted(root, Path(folder) / "cache")
            size = sum(path.stat().st_size for path in (root / "sources").iterdir())
        said = f"{seconds:.0f} s, at most {memory:.0f} MiB"
        yield Figure(f"drafting {count} small invented documents ({size:,} characters)", said, COMMAND)


def main() -> str:
    """Measure, and return the table."""
    title = "Drafting: names, aliases, dates and statements against labels"
    figures: list[Figure] = []
    if DOSSIER.is_dir():
        with tempfile.TemporaryDirectory() as cache:
            found, seconds, memory = drafted(DOSSIER, Path(cache))
        said = f"{seconds:.1f} s, at most {memory:.0f} MiB"
        figures.append(Figure("drafting the reference dossier, nothing read before", said, COMMAND))
        figures.append(verified(found))
        labels = {name: rows for name in ("a", "b") if (rows := load(name)) is not None}
        for name, rows in labels.items():
            figures += compared(f"labeller {name.upper()}", rows, found)
        if len(labels) == len(("a", "b")):
            figures += compared("B against A", labels["a"], labels["b"], among=labels["b"])
        if not labels:
            figures.append(Figure("labels", "none are here: not measured", COMMAND))
        figures += against_casebook(found)
        if "--errors" in sys.argv:
            for name, rows in labels.items():
                print(*(f"{name}: {line}" for line in errors(rows, found)), sep="\n", file=sys.stderr)
    else:
        figures.append(Figure("the reference dossier is not here", "not measured", COMMAND))
    return table(title, [*figures, *sizes()])


if __name__ == "__main__":
    print(main())
