"""How a plain text that nobody has described marks its pages: a guess, by the numbers.

Each way of marking is tried. It is taken for page marks where its numbers rise by little steps, and where there is as
much text between them as fits on a page; notes and numbered lists are closer together, or begin again. Where nothing
rises so, no pages are claimed.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.sources.profile import ONE_LABEL, PAGE_MARK

_WAYS: tuple[tuple[str, str], ...] = (
    ("{p. 12} or [p. 12]", PAGE_MARK),
    ("|12|", r"\|[ \t]*(\d{1,4})[ \t]*\|"),
    ("-- 12 --", r"(?:-{2,5}|—|–)[ \t]{0,9}(\d{1,4})[ \t]{0,9}(?:-{2,5}|—|–)"),
    ("- 12 - on a line", r"^[ \t]*-[ \t]*(\d{1,4})[ \t]*-[ \t]*\r?$"),
    ("{12}", r"\{[ \t]*(\d{1,4})[ \t]*\}"),
    ("[12]", r"\[[ \t]*(\d{1,4})[ \t]*\]"),
    ("<12>", r"<[ \t]*(\d{1,4})[ \t]*>"),
    ("page 12 on a line", r"^[ \t]*(?i:page|seite|pag\.?|p\.)[ \t]*(\d{1,4})[ \t]*\r?$"),
    ("a running head behind a form feed", r"\f[ \t]{0,20}\n?[^\n\f\d]{0,60}(\d{1,4})[^\n\f\d]{0,60}(?:\n|$)"),
    ("a number on a line", r"^[ \t]*(\d{1,4})[ \t]*\r?$"),
)
_FEWEST = 5
_SURELY = 20
_YEARS = 1000  # numbers that begin so high are years
_RISING = 0.8  # of the steps from mark to mark
_LONGEST_STEP = 40  # pages that an excerpt may leave out
_LEAST_TEXT = 400  # characters to a page, in the median


class Guess(Struct, frozen=True):
    """How pages seem to be marked: in words, as a pattern whose first group is the label, and how often."""

    way: str
    pattern: str
    marks: int
    rising: float
    """The share of the steps from one mark to the next that rise by little."""


def guess_page_marks(raw: str) -> Guess | None:
    """Guess how a text marks its pages, or return None where nothing looks like it.

    >>> text = "".join(f"{'words ' * 100}|{page}|" for page in range(12, 20))
    >>> guess_page_marks(text).way
    '|12|'
    >>> guess_page_marks("[1] one [2] two [3] three") is None
    True
    """
    usual = _tried(raw, *_WAYS[0])
    if usual is not None and usual.marks >= _SURELY:
        return usual
    found = [usual] if usual is not None else []
    found += [guess for way, pattern in _WAYS[1:] if (guess := _tried(raw, way, pattern)) is not None]
    return max(found, key=lambda guess: guess.marks * guess.rising, default=None)


def _tried(raw: str, way: str, pattern: str) -> Guess | None:
    numbers = list(_numbers(raw, pattern))
    if len(numbers) < _FEWEST:
        return None
    steps = [after[1] - before[1] for before, after in itertools.pairwise(numbers)]
    gaps = sorted(after[0] - before[0] for before, after in itertools.pairwise(numbers))
    rising = sum(0 < step <= _LONGEST_STEP for step in steps) / len(steps)
    if numbers[0][1] >= _YEARS:
        return None
    if rising < _RISING or gaps[len(gaps) // 2] < _LEAST_TEXT:
        return None
    return Guess(way, pattern, len(numbers), rising)


def _numbers(raw: str, pattern: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(pattern, raw, re.MULTILINE):
        label = ONE_LABEL.search(match.group())
        written = match[1] if match.re.groups else label["label"] if label is not None else ""
        if written.isascii() and written.isdigit():
            yield match.start(), int(written)


def explained(guess: Guess | None) -> Sequence[str]:
    """Say in lines what was guessed, and how to say otherwise."""
    if guess is None:
        return (
            "No page marks were found: cite ¶ N, or the work alone.",
            "Where there are some, say in dossier.toml how they look: page = '…(\\d+)…'",
        )
    share = f"{guess.rising:.0%}"
    return (
        f"Pages seem to be marked as {guess.way}: {guess.marks} marks, {share} of them rising from the one before.",
        "This is a guess by the numbers. To say otherwise, in dossier.toml: page = '…(\\d+)…'",
    )
