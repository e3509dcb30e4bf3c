"""Spans, kinds and speakers on hand-labelled pages of the reference dossier, which is not part of the repository.

The development labels are reported and gate nothing. Those of `bench/labels` were made in six draws by labellers who
had not seen the code; what each draw gave when it was first measured stands in `bench/labels/PROTOCOL.md`. Errors on
every draw were looked at afterwards and the rules mended, so that the figures below flatter: the honest ones are there.

python bench/voices.py
"""

import contextlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from measure import Figure, median_seconds, table
from msgspec import Struct

import assay
from assay.model.location import Span
from assay.model.text import Text
from assay.report.voices_json import VoiceRow, listed
from assay.sources import Profile, read_source
from assay.voices import ROUGH, best_grammar, english, voices

COMMAND = "python bench/voices.py"
HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
DOSSIER = SHARED / "dossiers" / "moscow-trials"
SAID = ("speech", "mixed")
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


def score(raw: str, heard: Sequence[VoiceRow], labelled: Labelled) -> list[Figure]:
    """Compare what `assay voices` lists with labels."""
    labels, regions, name = labelled.labels, labelled.regions, labelled.name
    found = {key(raw, row.start, row.end): row for row in heard}
    gold = {key(raw, label["start"], label["end"]): label for label in labels}
    there = [place for place in found if any(start <= place[0] < end for start, end in regions)]
    right = [place for place in gold if place in found]
    extra = [place for place in there if place not in gold]
    said = [place for place in right if gold[place]["kind"] in SAID]
    both = sum(found[place].kind in SAID for place in said)
    claimed = sum(found[place].kind in SAID for place in right)
    speakers = [place for place in gold if gold[place]["speaker"] is not None]
    named = [place for place in speakers if place in found and same_person(found[place].speaker, gold[place])]
    pages = sum(same_page(found[place].page, gold[place]["page"]) for place in right)
    by_class = Counter(found[place].certainty for place in speakers if place in found and found[place].kind in SAID)
    good = Counter(found[place].certainty for place in named)
    classes = ", ".join(f"{which} {good[which]}/{count}" for which, count in sorted(by_class.items()))
    f = 2 * both / (claimed + len(said)) if said else 0.0
    clear = [place for place in right if "arguable" not in (gold[place]["note"] or "")]
    agreed = sum((found[place].kind in SAID) == (gold[place]["kind"] in SAID) for place in clear)
    return [
        Figure(
            f"{name}: {len(gold)} spans",
            f"recall {len(right) / len(gold):.3f}, precision {1 - len(extra) / len(there):.3f}",
            COMMAND,
        ),
        Figure(f"{name}: page of the span", f"{pages}/{len(right)}", COMMAND),
        Figure(
            f"{name}: speech against scare quotes and titles",
            f"F {f:.3f}; where the labeller had no doubt {agreed}/{len(clear)} alike",
            COMMAND,
        ),
        Figure(f"{name}: speaker, end to end", f"{len(named) / len(speakers):.3f} ({classes})", COMMAND),
    ]


def others(folder: str, name: str) -> list[Figure]:
    """Measure made-up documents of other kinds, a report, a memoir, an interview, without a register of names."""
    sums: Counter[str] = Counter()
    for path in sorted((HERE / "labels" / folder).glob("*.txt")):
        raw = path.read_text("utf-8")
        text = read_source(raw.encode(), Profile(path.name))
        heard = [(text.raw(voice.quoted.span), voice) for voice in voices(text, (), best_grammar())]
        found = {key(raw, span.start, span.end): voice for span, voice in heard}
        gold = {key(raw, label["start"], label["end"]): label for label in load(path.with_suffix(".jsonl"))}
        right = gold.keys() & found.keys()
        sums.update(found=len(found), gold=len(gold), right=len(right))
        for place in right:
            said, claimed = gold[place]["kind"] in SAID, found[place].kind in SAID
            sums.update(both=said and claimed, either=said + claimed)
        for place, label in gold.items():
            if label["speaker"] is not None:
                named, how = place in found and same_person(found[place].speaker, label), label["attribution"]
                sums.update({"speakers": 1, how: 1, "named": named, f"{how} right": named})
    ways = ("explicit", "anaphoric", "implicit")
    classes = ", ".join(f"{how} {sums[f'{how} right']}/{sums[how]}" for how in ways)
    spans = f"recall {sums['right'] / sums['gold']:.3f}, precision {sums['right'] / sums['found']:.3f}"
    return [
        Figure(f"{name}: {sums['gold']} spans", spans, COMMAND),
        Figure("… speech against scare quotes and titles", f"F {2 * sums['both'] / sums['either']:.3f}", COMMAND),
        Figure("… speaker, end to end", f"{sums['named'] / sums['speakers']:.3f} ({classes})", COMMAND),
    ]


def elsewhere() -> list[Figure]:
    """Measure the sets of made-up documents."""
    return [
        *others("others", "seven made-up documents"),
        *others("others2", "eight more, written to be hard"),
        *others("others3", "eight as their genres are"),
        *others("others4", "eight more such, measured once, on which no rule was mended"),
    ]


def same_page(said: str | None, label: str | None) -> bool:
    """Compare the page mark in force; a mark with two editions is labelled whole, and listed by the first."""
    return said == label or (label is not None and said in re.findall(r"p\. (\w+)", label)[:1])


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


def draw(name: str, suffix: str) -> Labelled:
    """Load one draw of pages, labelled wholly."""
    pages = json.loads((HERE / "labels" / f"pages{suffix}.json").read_text("utf-8"))
    regions = [(page["start"], page["end"]) for page in pages]
    return Labelled(name, load(HERE / "labels" / f"voices-eval{suffix}.jsonl"), regions)


def textacy_figure(text: Text, labelled: Labelled) -> Figure:
    """Run textacy's quotation extractor on the same text with the same parser; it leaves out what has unpaired marks.

    A quotation of its counts as found where it overlaps the labelled one; the speaker as everywhere here.
    """
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - a peer, for this figure alone

    found: list[tuple[int, int, str]] = []
    at = 0
    for paragraph in text.body.split("\n\n"):
        with contextlib.suppress(ValueError):
            found += (
                (
                    at + quote.content.start_char,
                    at + quote.content.end_char,
                    " ".join(word.text for word in quote.speaker),
                )
                for quote in direct_quotations(english.pipeline()(paragraph))
            )
        at += len(paragraph) + 2
    spans = [(text.raw(Span(start, end)), speaker) for start, end, speaker in found]
    wanted = [label for label in labelled.labels if label["speaker"] is not None]
    named = sum(
        any(
            span.start < label["end"] and label["start"] < span.end and same_person(speaker, label)
            for span, speaker in spans
        )
        for label in wanted
    )
    return Figure(
        f"{labelled.name}: speaker, end to end, by textacy's extractor", f"{named / len(wanted):.3f}", COMMAND
    )


def main() -> str:
    """Measure, and return the table."""
    title = "Who speaks: hand-labelled pages of the reference dossier"
    if not DOSSIER.is_dir():
        return table(title, [Figure("the reference dossier is not here", "not measured", COMMAND), *elsewhere()])
    dossier = assay.open(DOSSIER)
    (text,) = dossier.texts.values()
    raw = (DOSSIER / text.file).read_text("utf-8")
    development = load(SHARED / "gold" / "voices-dev.jsonl")
    sets = [draw(f"draw {number}", f"-{number}" if number > 1 else "") for number in range(1, 7)]
    pooled = Labelled(
        "all draws", [label for one in sets for label in one.labels], [at for one in sets for at in one.regions]
    )
    sets = [pooled, *sets, Labelled("development labels", development, development_regions(raw))]
    figures: list[Figure] = []
    for way, grammar in (("parsed", best_grammar()), ("without [nlp]", ROUGH)):
        heard: list[VoiceRow] = []
        english.pipeline.cache_clear()
        seconds = median_seconds(lambda: heard.extend(listed(text, raw, dossier, grammar, unmarked=False)), 1)  # noqa: B023 - run at once
        figures.append(
            Figure(f"{way}: {len(raw):,} characters, voices and speakers, cold", f"{seconds:.2f} s", COMMAND)
        )
        for labelled in sets if grammar is not ROUGH else (sets[0], sets[-1]):
            figures += (
                Figure(f"{way}; {figure.what}", figure.value, COMMAND) for figure in score(raw, heard, labelled)
            )
    figures += elsewhere()
    figures += (textacy_figure(text, labelled) for labelled in (sets[0], sets[-1]))
    return table(title, figures)


if __name__ == "__main__":
    print(main())
