"""Running heads: lines of one title that come back with another number, `12 THE TRIAL` left, `THE TRIAL 13` right.

A heading such as `Article 12` comes back with rising numbers too. A running head is told from it by standing now left,
now right; by its distance from the number; by a form feed; or by the sentences that it interrupts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from assay.model.locators import written
from assay.sources.page_ways import END, LABEL, Way

_APART = r"(?:[ \t]*[|·•/—–][ \t]*|[ \t]+)"
_LINE = re.compile(r"[^\n\f]+")
_FIRST = re.compile(rf"({LABEL})({_APART})([^\s|·•/—–].*)")
_LAST = re.compile(rf"(.*[^\s|·•/—–])({_APART})({LABEL})")
_ROMANS = frozenset(label for number in range(1, 201) if (label := written("roman", number)))
_LONGEST = 120  # characters of a line that may be a running head
_FEWEST = 3  # times that a title comes back
_MOST_TITLES = 500
_LETTERS = re.compile(r"[^\W\d_]")
_WIDE = re.compile(r"[ \t]{2,}|\t|[|·•/—–]")
_DIVISIONS = frozenset(
    """article art book case chapter chap count day document doc exhibit item letter no number part psalm question
    section sect tape verse vol volume witness artikel brief kapitel nr teil abschnitt chapitre lettre livre partie
    tome capítulo carta libro глава статья том часть документ допрос""".split()  # noqa: SIM905 - a list to read
)
"""What heads a division of the work, and is no running head though it comes back with rising numbers."""
_MOSTLY = 0.8


class _Head(Struct, frozen=True):
    title: str
    number_first: bool
    even: bool
    wide: bool
    """Whether more than a space lies between title and number."""
    fed: bool
    """Whether a form feed is before it."""


def running_heads(raw: str) -> Way | None:
    """Return how the running heads of a text look, where there are any."""
    heads = list(_heads(raw))
    often = Counter(head.title for head in heads)
    heads = [head for head in heads if often[head.title] >= _FEWEST]
    if not heads or not _can_be_heads(heads):
        return None
    titles = sorted({head.title for head in heads}, key=lambda title: (-len(title), title))[:_MOST_TITLES]
    said = "|".join(r"[ \t]+".join(map(re.escape, title.split())) for title in titles)
    pattern = rf"(?:^|\f)[ \t]*(?:({LABEL}){_APART}(?:{said})|(?:{said}){_APART}({LABEL})){END}"
    shown = Counter(head.title for head in heads).most_common(1)[0][0]
    return Way(
        f"a running head, “{shown}”, with its number", pattern, "weak" if _one_sided(heads) else "likely", line=True
    )


def _heads(raw: str) -> Iterator[_Head]:
    for line in _LINE.finditer(raw):
        words = line.group().strip()
        if len(words) > _LONGEST or not _numbered(words):
            continue
        fed = raw[line.start() - 1 : line.start()] == "\f"
        for match, number, title in ((_FIRST.fullmatch(words), 1, 3), (_LAST.fullmatch(words), 3, 1)):
            if match is None or len(_LETTERS.findall(match[title])) < _FEWEST:
                continue
            folded = " ".join(match[title].split())
            digits = match[number].isdigit()
            yield _Head(folded, number == 1, digits and int(match[number]) % 2 == 0, bool(_WIDE.search(match[2])), fed)


def _numbered(words: str) -> bool:
    """Say quickly whether a line may begin or end with a number."""
    ends = (*words.split(None, 1)[:1], *words.rsplit(None, 1)[-1:])
    return any(end[0].isdigit() or end[-1].isdigit() or end in _ROMANS for end in ends)


def _can_be_heads(heads: list[_Head]) -> bool:
    """Say whether these are running heads rather than headings."""
    if not _one_sided(heads):
        return True
    if all(head.title.casefold().rstrip(".:№#").strip() in _DIVISIONS for head in heads):
        return False
    worded = sum(head.wide and " " in head.title for head in heads)  # `Total   12` is in a table
    return max(worded, sum(head.fed for head in heads)) >= _MOSTLY * len(heads)


def _one_sided(heads: list[_Head]) -> bool:
    """Say whether numbers do not stand left on one hand's pages and right on the other's."""
    sides: defaultdict[bool, list[bool]] = defaultdict(list)
    for head in heads:
        sides[head.number_first].append(head.even)
    if min(len(sides[True]), len(sides[False])) < _FEWEST:
        return True
    left, right = (sum(side) / len(side) for side in (sides[True], sides[False]))
    return abs(left - right) < _MOSTLY
