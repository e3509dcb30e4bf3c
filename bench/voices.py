"""Spans, kinds and speakers on hand-labelled pages of the reference dossier, which is not part of the repository.

Two sets of labels: the development labels, reported and gating nothing, and those of `bench/labels`, which were made
before any of this code was written, by a labeller who had not seen it (`bench/labels/PROTOCOL.md`).

python bench/voices.py
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from measure import Figure, median_seconds, table
from msgspec import Struct

import assay
from assay.model.text import Text
from assay.model.voices import Voice
from assay.voices import voices

COMMAND = "python bench/voices.py"
HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
DOSSIER = SHARED / "dossiers" / "moscow-trials"
Label = dict[str, Any]


class Labelled(Struct, frozen=True):
    """A set of labels, and the runs of the file that are labelled wholly."""

    name: str
    labels: list[Label]
    regions: list[tuple[int, int]]


def load(path: Path) -> list[Label]:
    """Read labels, one to a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def key(raw: str, start: int, end: int) -> tuple[int, int]:
    """Compare spans without the spaces at their edges."""
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return start, end


def same_person(said: str | None, label: Label) -> bool:
    """Say whether a speaker is the one of the label, or one that its labeller would accept: by the surname."""
    if said is None or label["speaker"] is None:
        return said is None and label["speaker"] is None
    accepted = {name.casefold().split()[-1] for name in (label["speaker"], *label["alt"])}
    return said.casefold().split()[-1] in accepted


def score(raw: str, text: Text, heard: Sequence[Voice], labelled: Labelled) -> list[Figure]:
    """Compare what was heard with labels."""
    labels, regions, name = labelled.labels, labelled.regions, labelled.name
    found: dict[tuple[int, int], Voice] = {}
    for voice in heard:
        span = text.raw(voice.quoted.span)
        found[key(raw, span.start, span.end)] = voice
    gold = {key(raw, label["start"], label["end"]): label for label in labels}
    there = [place for place in found if any(start <= place[0] < end for start, end in regions)]
    right = [place for place in gold if place in found]
    extra = [place for place in there if place not in gold]
    said = [place for place in right if gold[place]["kind"] in ("speech", "mixed")]
    both = sum(found[place].is_said for place in said)
    claimed = sum(found[place].is_said for place in right)
    speakers = [place for place in gold if gold[place]["speaker"] is not None]
    named = [place for place in speakers if place in found and same_person(found[place].speaker, gold[place])]
    pages = sum(_page(text, found[place]) == gold[place]["page"] for place in right)
    by_class = Counter(found[place].certainty for place in speakers if place in found and found[place].is_said)
    good = Counter(found[place].certainty for place in named if found[place].is_said)
    classes = ", ".join(f"{which} {good[which]}/{count}" for which, count in sorted(by_class.items()))
    f = 2 * both / (claimed + len(said)) if said else 0.0
    return [
        Figure(
            f"{name}: spans",
            f"recall {len(right) / len(gold):.3f}, precision {1 - len(extra) / len(there):.3f}",
            COMMAND,
        ),
        Figure(f"{name}: page of the span", f"{pages}/{len(right)}", COMMAND),
        Figure(f"{name}: speech against scare quotes and titles", f"F {f:.3f}", COMMAND),
        Figure(f"{name}: speaker, end to end", f"{len(named) / len(speakers):.3f} ({classes})", COMMAND),
    ]


def _page(text: Text, voice: Voice) -> str | None:
    page = text.page_at(voice.quoted.span.start)
    return page.labels[0].first if page is not None else None


def development_regions(raw: str) -> list[tuple[int, int]]:
    """The pages that the development labels are from."""
    marks = [(m.start(), m.group()) for m in re.finditer(r"\{[^{}]*?p[.,] ?\w+[^{}]*?\}", raw)]
    wanted = {"20", "4", "391", "144", "170", "62", "127", "64"}
    following = [*(at for at, _ in marks[1:]), len(raw)]
    first = re.search(r"^\(4\) ", raw, re.MULTILINE)
    start = first.start() if first is not None else 0
    return [
        (at, end)
        for (at, mark), end in zip(marks, following, strict=True)
        if re.sub(r"\D", "", mark) in wanted and at > start
    ]


def main() -> str:
    """Measure, and return the table."""
    title = "Who speaks: hand-labelled pages of the reference dossier"
    if not DOSSIER.is_dir():
        return table(title, [Figure("the reference dossier is not here", "not measured", COMMAND)])
    dossier = assay.open(DOSSIER)
    (text,) = dossier.texts.values()
    raw = (DOSSIER / text.file).read_text("utf-8")
    heard = list(voices(text, dossier.names))
    regions = [(page["start"], page["end"]) for page in json.loads((HERE / "labels" / "pages.json").read_text("utf-8"))]
    made = Labelled("labels made beforehand", load(HERE / "labels" / "voices-eval.jsonl"), regions)
    figures = score(raw, text, heard, made)
    development = load(SHARED / "gold" / "voices-dev.jsonl")
    figures += score(raw, text, heard, Labelled("development labels", development, development_regions(raw)))
    seconds = median_seconds(lambda: list(voices(text, dossier.names)), 3)
    figures.append(Figure(f"{len(raw):,} characters read, voices and speakers", f"{seconds:.2f} s", COMMAND))
    return table(title, figures)


if __name__ == "__main__":
    print(main())
