"""Damage done to the marks of a text that is made here: how many spans are found, and does the margin tell?

Marks are deleted, swapped, misread (a single one for a double one, and the reverse) and glued to spaces, and page
breaks set in mid-sentence, at 0, 2 and 5 % of the marks.

python bench/corruption.py
"""

import itertools
import random
import re
from collections.abc import Sequence

from measure import Figure, table

from assay.sources import Profile, read_plain
from assay.voices import quoted_spans

COMMAND = "python bench/corruption.py"
NAMES = ["Anna Berg", "Boris Lund", "Holm", "the clerk", "Clara", "the prosecutor", "Dora Vik", "the old miller"]
VERBS = ["said", "wrote", "declared", "answered", "told the inquiry", "testified", "added", "insisted"]
SUBJECTS = [
    "the mill",
    "the bridge",
    "the commission",
    "our village",
    "the insurer",
    "the workers' council",
    "the register",
]
PREDICATES = [
    "burned down in a single night", "was never finished", "had been closed since the spring", "didn't answer anyone",
    "couldn't be found on any map", "wasn't what they said it was", "kept its books in two hands",
    "paid the men's wages twice", "had nothing to hide from the '37 inspectors",
]  # fmt: skip
_RANGES = (0, 0.5, 1, 2, 3, 4, 6, 8, 1000)
TERMS = ["centre", "so-called plan", "friends", "archive", "new course", "bloc", "second set of books"]


class Writer:
    """Writes paragraphs and remembers where the words of each quotation stand."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.text = ""
        self.spans: list[tuple[int, int]] = []
        self.page = 1

    def clause(self) -> str:
        """Make up a clause."""
        return f"{self.draw.choice(SUBJECTS)} {self.draw.choice(PREDICATES)}"

    def sentence(self) -> str:
        """Make up a sentence."""
        clause = self.clause()
        tail = f", and {self.clause()}" if self.draw.random() < 0.4 else ""
        return clause[0].upper() + clause[1:] + tail + "."

    def quoted(self, words: str, mark: str = '"') -> None:
        """Write words between marks."""
        self.text += mark
        start = len(self.text)
        self.text += words
        self.spans.append((start, len(self.text)))
        self.text += mark

    def nested(self) -> None:
        """Write a quotation with another inside it."""
        self.text += '"'
        start = len(self.text)
        self.text += f"{self.sentence()} {self.draw.choice(NAMES).capitalize()} told me: "
        self.quoted(self.sentence(), "'")
        self.text += f" {self.sentence()}"
        self.spans.append((start, len(self.text)))
        self.text += '"'

    def paragraph(self) -> None:
        """Write one paragraph."""
        for _ in range(self.draw.randint(2, 4)):
            self.unit()
            self.text += " "
        self.text = self.text.rstrip() + "\n\n"

    def unit(self) -> None:
        """Write one sentence of the author's, or one with a quotation."""
        name, verb = self.draw.choice(NAMES), self.draw.choice(VERBS)
        match self.draw.randrange(8):
            case 0:
                self.text += f"{name[0].upper()}{name[1:]} {verb}: "
                self.quoted(self.sentence())
                self.note()
            case 1:
                self.quoted(f"{self.sentence()[:-1]},")
                self.text += f" {verb} {name}."
            case 2:
                self.text += f"{name[0].upper()}{name[1:]} {verb} that "
                self.quoted(self.clause())
                self.text += f", and that {self.clause()}."
            case 3:
                self.text += "They called it the "
                self.quoted(self.draw.choice(TERMS))
                self.text += f", though {self.clause()}."
            case 4:
                self.text += f"{name[0].upper()}{name[1:]} {verb}, "
                self.nested()
            case 5:
                self.text += f"{name[0].upper()}{name[1:]} {verb}: "
                self.quoted(" ".join(self.sentence() for _ in range(3)))
                self.note()
            case _:
                self.text += self.sentence()

    def note(self) -> None:
        """Glue a note number to the closing mark, now and then."""
        if self.draw.random() < 0.3:
            self.text += str(self.draw.randint(1, 60))


def write(seed: int, paragraphs: int) -> tuple[str, list[tuple[int, int]]]:
    """Make up a text, and where its quotations stand."""
    writer = Writer(random.Random(seed))
    for _ in range(paragraphs):
        writer.paragraph()
    return writer.text, sorted(writer.spans)


def damage(text: str, spans: Sequence[tuple[int, int]], share: float, seed: int) -> tuple[str, list[tuple[int, int]]]:
    """Damage a share of the marks, and return where the words of the quotations stand now."""
    draw = random.Random(seed)
    marks = sorted({at for start, end in spans for at in (start - 1, end)})
    hit = set(draw.sample(marks, round(share * len(marks))))
    breaks = set(
        draw.sample([m.start() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", text)], round(share * len(marks)))
    )
    out: list[str] = []
    moved: dict[int, int] = {}
    length, skip, page = 0, -1, 1
    for at, letter in enumerate(text):
        moved[at] = length
        piece = letter
        if at == skip:
            piece = ""
        elif at in hit:
            kind = draw.choice(("delete", "misread", "glue", "swap"))
            following = text[at + 1 : at + 2]
            if kind == "delete":
                piece = ""
            elif kind == "misread":
                piece = "'" if letter == '"' else '"'
            elif kind == "swap" and following in "\"'" and following:
                piece, skip = following + letter, at + 1
            elif kind == "glue":
                piece = f"{letter} " if at + 1 < len(text) and text[at + 1].isalnum() else f" {letter}"
        elif at in breaks:
            page += 1
            piece = f"\n\n{{p. {page}}} "
        out.append(piece)
        length += len(piece)
    moved[len(text)] = length
    return "".join(out), [(moved[start], moved[end]) for start, end in spans]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave spaces and marks at the edges out of the comparison: they are what was damaged."""
    while start < end and text[start] in " \n\"'":
        start += 1
    while end > start and text[end - 1] in " \n\"'":
        end -= 1
    return start, end


class Score:
    """Found, expected, right; and the margins of right and wrong spans."""

    def __init__(self) -> None:
        self.found = self.expected = self.right = 0
        self.margins: list[tuple[float, bool]] = []

    def add(self, share: float, seed: int) -> None:
        """Damage one text, read it, and compare."""
        text, spans = damage(*write(seed, 60), share, seed + 1)
        read = read_plain(text, Profile("made.txt"))
        truth = {trimmed(text, *span) for span in spans}
        for quoted in quoted_spans(read.body):
            raw = read.raw(quoted.span)
            good = trimmed(text, raw.start, raw.end) in truth
            self.margins.append((quoted.margin, good))
            self.right += good
            self.found += 1
        self.expected += len(truth)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.expected)

    def calibration(self) -> list[Figure]:
        """For each range of margins, how many of the spans were right."""
        figures: list[Figure] = []
        for low, high in itertools.pairwise(_RANGES):
            inside = [good for margin, good in self.margins if low <= margin < high]
            if inside:
                upto = f"to {high:g}" if high < _RANGES[-1] else "or more"
                figures.append(
                    Figure(
                        f"… margin {low:g} {upto}", f"{sum(inside) / len(inside):.3f} right of {len(inside)}", COMMAND
                    )
                )
        return figures

    def wrong_in_lowest_tenth(self) -> float:
        """Return the share of the wrong spans among the tenth with the lowest margin."""
        ranked = sorted(self.margins)
        wrong = sum(not good for _, good in ranked)
        lowest = sum(not good for _, good in ranked[: len(ranked) // 10])
        return lowest / wrong if wrong else 1.0


def main() -> str:
    """Measure, and return the table."""
    figures: list[Figure] = []
    for share in (0.0, 0.02, 0.05):
        score = Score()
        for seed in range(20):
            score.add(share, seed)
        said = f"F {score.f:.3f} (precision {score.right / score.found:.3f}, recall {score.right / score.expected:.3f})"
        figures.append(Figure(f"{share:.0%} of the marks damaged, {score.expected:,} spans", said, COMMAND))
        if share:
            lowest = f"{score.wrong_in_lowest_tenth():.2f}"
            figures.append(Figure("… wrong spans that are among the tenth with the lowest margin", lowest, COMMAND))
    figures += score.calibration()
    return table("Quoted spans in damaged text", figures)


if __name__ == "__main__":
    print(main())
