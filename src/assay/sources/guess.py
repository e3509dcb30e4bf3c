"""How a text that nobody has described marks its pages: a guess, by the numbers.

Each way of marking is tried. It is taken for page marks where its numbers rise by little steps, and where there is as
much text between them as fits on a page; notes and numbered lists are closer together, or begin again. Where nothing
rises so, no pages are claimed; but form feeds part pages, which can be counted.
"""

import itertools
import re
from collections.abc import Sequence

from msgspec import Struct

from assay.sources.page_heads import running_heads
from assay.sources.page_series import Rising, marks_like, rising
from assay.sources.page_ways import USUAL, WAYS, Way

_SURELY = 20
_WEIGHTS = {"explicit": 4.0, "likely": 1.5, "weak": 1.0}
_FEWEST_FEEDS = 2
_LONGEST_PAGE = 20_000
_MOST_PAGES = 50_000
COUNTED = "counted"
"""The edition whose pages are counted from the first, where nothing is printed."""


class Guess(Struct, frozen=True):
    """How pages seem to be marked: in words, as a pattern whose first group is the label, and how often."""

    way: str
    pattern: str
    marks: int
    rising: float
    """The share of what looks like a mark that rises by little from the one before."""
    at: frozenset[int] = frozenset()
    """Where the marks start that rise."""
    foot: bool = False
    """Whether numbers stand at the foot of their pages, not at the head."""
    usual: bool = False
    """Whether it is the way that needs no telling."""

    @property
    def counted(self) -> bool:
        """Whether pages are counted, since no numbers are printed."""
        return not self.pattern


def guess_page_marks(raw: str) -> Guess | None:
    """Guess how a text marks its pages, or return None where nothing looks like it.

    >>> text = "".join(f"{'words ' * 100}|{page}|" for page in range(12, 20))
    >>> guess_page_marks(text).way
    '|12|'
    >>> guess_page_marks("[1] one [2] two [3] three") is None
    True
    """
    usual = _tried(raw, USUAL)
    if usual is not None and usual.marks >= _SURELY:
        return usual
    heads = running_heads(raw)
    ways = (*WAYS[1:], heads) if heads is not None else WAYS[1:]
    found = [(way.surety, guess) for way in ways if (guess := _tried(raw, way)) is not None]
    if usual is not None:  # first, as other ways may find the same marks; but these can tell that they end their pages
        found.insert(len(found) if any(guess.foot for _, guess in found) else 0, (USUAL.surety, usual))
    weighed = [(guess.marks * guess.rising * _WEIGHTS[surety], guess) for surety, guess in found]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None else _by_form_feeds(raw)


def _tried(raw: str, way: Way) -> Guess | None:
    if way.hint and re.search(way.hint, raw) is None:
        return None
    found = rising(raw, way, list(marks_like(raw, way.pattern)))
    if found is None:
        return None
    at = frozenset(mark.start for mark in found.marks)
    foot = way.line and _at_the_foot(raw, found)
    return Guess(way.name, way.pattern, len(found.marks), found.share, at, foot, usual=way is USUAL)


def _at_the_foot(raw: str, found: Rising) -> bool:
    """Say whether numbers end their pages: form feeds follow them, or text precedes the first and none the last."""
    marks = found.marks
    after = sum("\f" in _leading_space(raw[mark.end : mark.end + 9]) for mark in marks)
    before = sum(
        "\f" in _trailing_space(raw[max(0, mark.start - 9) : mark.end].rpartition(mark.label)[0]) for mark in marks
    )
    if max(after, before) * 2 > len(marks):
        return after > before
    texts = sorted(after.start - before.end for before, after in itertools.pairwise(marks))
    page = texts[len(texts) // 2]
    first, last = marks[0].start, len(raw.rstrip()) - marks[-1].end
    return page < first * 2 < 3 * page and last * 20 < page


def _leading_space(words: str) -> str:
    return words[: len(words) - len(words.lstrip())]


def _trailing_space(words: str) -> str:
    return words[len(words.rstrip()) :]


def _by_form_feeds(raw: str) -> Guess | None:
    """Count the pages that form feeds part."""
    pages = raw.strip().count("\f") + 1
    if not _FEWEST_FEEDS < pages <= _MOST_PAGES:
        return None
    lengths = sorted(len(page.strip()) for page in raw.strip().split("\f"))
    middle = lengths[len(lengths) // 2]
    return Guess("form feeds", "", pages, 1.0) if 0 < middle <= _LONGEST_PAGE else None


def explained(guess: Guess | None) -> Sequence[str]:
    """Say in lines what was guessed, and how to say otherwise."""
    if guess is None:
        return (
            "No page marks were found: cite ¶ N, or the work alone.",
            "Where there are some, say in dossier.toml how they look: page = '…(\\d+)…'",
        )
    otherwise = "To say otherwise, in dossier.toml: page = '…(\\d+)…'"
    if guess.counted:
        counted = (
            f"Form feeds part it into {guess.marks} pages, without printed numbers: they are counted from the first."
        )
        return (counted, f"Cite {COUNTED} p. N: a place in the file, no printed page. {otherwise}")
    share = f"{guess.rising:.0%}"
    foot = ", each at the foot of its page" if guess.foot else ""
    marks = f"{guess.marks} marks{foot}, {share} of all that look so, rising one by one"
    return (
        f"Pages seem to be marked as {guess.way}: {marks}.",
        f"This is a guess by the numbers. {otherwise}",
    )
