"""A draft of the reference dossier against labels that labellers made apart, and of invented documents.

The labels cite offsets; neither they nor this page quote the anthology. `python bench/draft.py --errors` shows the ten
worst errors of each sort by their offsets.

python bench/draft.py
"""

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from draft_compared import COMMAND, compared, drafted, errors, load, regions_of
from draft_others import on_others
from draft_scores import Row
from measure import Figure, table

import assay
from assay.casebook.assembly import Spot
from assay.casebook.parser import parse_text
from assay.dossier import Dossier
from assay.draft.gate import fault
from assay.model.entries import Statement

HERE = Path(__file__).resolve().parent
DOSSIER = HERE.parent.parent / "shared" / "dossiers" / "moscow-trials"
DRAWS = ("pages.json", ("a", "b")), ("pages-2.json", ("c", "d")), ("pages-3.json", ("e", "f"))
"""The pages of each draw, and who labelled them."""
COPIES = 10, 1000
SYLLABLES = "Bel Kor Mar Pet Sav Tal Vin Zel Dor Gru Ost Ram Sok Tur Lin Hol".split()  # noqa: SIM905 - reads best so
TEMPLATE = """\
{p. 1} Dr. Anna @1 told the inspector on 3 May 1931 that the mill had burned. "I saw it from the bridge," @1
said. Otto @2 denied this. In a letter of June 1931, @2 wrote to @3 that nobody had been there.

{p. 2} According to @3, the watchman @4 (the nickname of K. @5 - Ed.) had heard from Otto @2 that the stairs were wet.
After six weeks of interrogation @5 confessed to having set the fire; he retracted in the autumn of 1932. The commission
of 1956 reported that 12 people had died. @1 never mentioned it.
"""


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


def _by_labellers(found: Sequence[Row], pages: str, names: Sequence[str]) -> Iterator[Figure]:
    """Compare a draft with two labellers, and them with one another."""
    regions = regions_of(pages)
    labels = {name: rows for name in names if (rows := load(name)) is not None}
    for name, rows in labels.items():
        yield from compared(f"labeller {name.upper()}", rows, found, regions)
        if "--errors" in sys.argv:
            print(*(f"{name}: {line}" for line in errors(rows, found, regions)), sep="\n", file=sys.stderr)
    if len(labels) > 1:
        one, other = names
        yield from compared(f"{other.upper()} against {one.upper()}", labels[one], labels[other], regions)


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
        for pages, names in DRAWS:
            figures += _by_labellers(found, pages, names)
        figures += against_casebook(found)
    else:
        figures.append(Figure("the reference dossier is not here", "not measured", COMMAND))
    return table(title, [*figures, *on_others(), *sizes()])


if __name__ == "__main__":
    print(main())
