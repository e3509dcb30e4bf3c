"""How a document is laid out beyond its pages: guesses, each with what it is used for and how to say otherwise.

Headings are guessed as pages are, by their numbers: one, two, three, at the head of a line, far apart.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assay.model.text import Text
from assay.sources.profile import PAGE_MARK

_FEWEST = 3
_FAR = 800  # characters between headings, in the median
_ROMAN = "(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_HEADINGS: tuple[tuple[str, str], ...] = (
    ("(1) Title", r"^\((\d+)\) "),
    ("Chapter 1", r"^(?:CHAPTER|Chapter|Kapitel|Chapitre)[ \t]+(\d+)"),
    ("Chapter I", rf"^(?:CHAPTER|Chapter|Kapitel|Chapitre)[ \t]+({_ROMAN})\b"),
    ("§ 1", r"^§[ \t]*(\d+)"),
    ("1. Title", r"^(\d+)\.[ \t]+(?=[A-ZÀ-ÞА-Я])"),
    ("I. Title", rf"^({_ROMAN})\.[ \t]+(?=[A-ZÀ-ÞА-Я])"),
)
_SIGNED = re.compile(r"\[[^\[\]]{1,600}?[ \t]*[-–—][ \t]*((?:[A-Z]\.?[ \t]?){1,3}|[Ee]d\.|[Tt]rans\.)\]")
_NOTE_NUMBER = re.compile(r"(?<=[a-z][.!?][\"'”’])\d{1,3}(?=\s)|(?<=[a-z]{3}[.!?])\d{1,3}(?=\s+[A-Z]|\s*\n)")
_FOOTNOTE = re.compile(r"\n[ \t]*\n[*†‡][ \t]\S")
_COMMENT = re.compile(r"\{[^{}\n]{1,400}\}")
_PAGE = re.compile(PAGE_MARK)
_BLOCK = re.compile(r"\{\s*(?:begin\s+)?quotes?\s*\}", re.IGNORECASE)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def habits(text: Text, words: str) -> Iterator[str]:
    """Say in lines what else the layout of a document seems to be; `words` are those of the file where it is plain.

    >>> for line in habits(Text("a.txt", "It burned. [the mill - A. B.] It fell. [so - A. B.]", (), editor="ab"), ""):
    ...     print(line)
    Brackets are signed A. B.: 2. They are taken for the words of whoever has these initials.
    """
    if not text.sections:
        yield from _headings(text.body)
    signed = Counter(match[1].strip() for match in _SIGNED.finditer(text.body)).most_common(1)
    if signed and signed[0][1] > 1:
        by, count = signed[0]
        seem = f"Brackets are signed {by}: {count}. They are taken for the words of whoever has these initials."
        yield seem if text.editor else f"{seem} To say who that is, in dossier.toml: editor = 'ID'"
    notes = sum(1 for _ in _NOTE_NUMBER.finditer(text.body))
    if notes >= _FEWEST:
        seem = f"Numbers behind full stops seem to be those of notes: {notes}. They are passed over in quotations."
        yield f"{seem} To describe them, in dossier.toml: note = '…'"
    feet = sum(1 for _ in _FOOTNOTE.finditer(text.body))
    if feet:
        yield f"Paragraphs that begin with * or † seem to be notes: {feet}. One that parts a sentence is set behind it."
    yield from _braces(words, compiled=bool(text.asides))


def _braces(words: str, *, compiled: bool) -> Iterator[str]:
    blocks = sum(1 for _ in _BLOCK.finditer(words))
    if blocks:
        yield f"Quotations are set between {{quote}} and {{end quote}}: {blocks}. For other marks: quote and quote_end."
    comments = sum(1 for match in _COMMENT.finditer(words) if not _PAGE.fullmatch(match.group()))
    if comments >= _FEWEST and not compiled:
        yield (
            f"There are {comments} runs in braces. If they are a compiler's comments, name the compiler in "
            "dossier.toml: compiler = 'ID'"
        )


def _headings(body: str) -> Iterator[str]:
    for way, pattern in _HEADINGS:
        found = list(re.finditer(pattern, body, re.MULTILINE))
        if _rise([_value(match[1]) for match in found]) and _are_far([match.start() for match in found]):
            seem = f"Sections seem to begin like {way}: {len(found)}."
            yield f"{seem} To cite them, in dossier.toml: section = '{pattern}'"
            return


def _rise(numbers: Sequence[int]) -> bool:
    """Say whether numbers begin with one and rise one by one."""
    steps = all(after - before == 1 for before, after in itertools.pairwise(numbers))
    return len(numbers) >= _FEWEST and numbers[0] == 1 and steps


def _are_far(places: Sequence[int]) -> bool:
    gaps = sorted(after - before for before, after in itertools.pairwise(places))
    return gaps[len(gaps) // 2] >= _FAR


def _value(number: str) -> int:
    """Read a number in digits, Arabic or Roman."""
    if number.isdigit():
        return int(number)
    values = [_VALUES[letter] for letter in number]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
