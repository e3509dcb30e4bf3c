"""Running heads and page numbers: what stands at the head or foot of page after page, and is no word of the work."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from assay.model.locators import ordinal
from assay.sources.page_layout import PageLine

_NUMBER = re.compile(r"\d+|\b[ivxlcdm]+\b")
_OFTEN = 3
_LONGEST = 100
_APART = 1.2  # times the usual distance of lines


def heads_and_feet(pages: Sequence[Sequence[PageLine]], labels: Sequence[str]) -> list[set[int]]:
    """Say, for each page, which of its lines are no words of the work.

    A first or last line is such a one where it is nothing but the page's number, or where it comes back at the same end
    of three pages or more, and either begins or ends with a number that rises with the pages, or stands apart from the
    words. A sentence that comes back with another figure in it is no running head.
    """
    found: list[set[int]] = [set() for _ in pages]
    for end in (0, -1):
        keys = [_key(lines, end) for lines in pages]
        often = Counter(key for key in keys if key)
        numbered = _numbered(pages, keys, end)
        for number, (lines, key) in enumerate(zip(pages, keys, strict=True)):
            alone = bool(key) and _words(lines[_at(lines, end)]).strip("-–— []().") == labels[number] != ""
            if alone or (often[key] >= _OFTEN and key and (key in numbered or _stands_apart(lines, end))):
                found[number].add(_at(lines, end))
    return found


def _at(lines: Sequence[PageLine], end: int) -> int:
    """Return which line is at the head (0) or at the foot (-1) of a page, whatever the order of reading."""
    heights = [line[0].middle for line in lines]
    return heights.index(max(heights) if end == 0 else min(heights))


def _key(lines: Sequence[PageLine], end: int) -> str:
    if len(lines) <= 1:
        return ""
    words = _words(lines[_at(lines, end)])
    return _NUMBER.sub("#", words.lower()) if len(words) <= _LONGEST else ""


def _numbered(pages: Sequence[Sequence[PageLine]], keys: Sequence[str], end: int) -> set[str]:
    """Return the lines that come back with a number which rises as the pages do."""
    apart: defaultdict[str, list[int]] = defaultdict(list)
    for page, (lines, key) in enumerate(zip(pages, keys, strict=True)):
        if key:
            apart[key] += (number - page for number in _numbers_at_ends(_words(lines[_at(lines, end)])))
    usual = {key: Counter(found).most_common(1)[0][1] for key, found in apart.items() if found}
    often = Counter(keys)
    return {key for key, count in usual.items() if count > often[key] / 2}


def _numbers_at_ends(words: str) -> Iterator[int]:
    for label in dict.fromkeys((words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1])):
        place = ordinal(label.strip("-–—|·[](). "))
        if place is not None:
            yield place[1]


def _words(line: PageLine) -> str:
    return " ".join(word.words for word in line)


def _stands_apart(lines: Sequence[PageLine], end: int) -> bool:
    heights = sorted((line[0].middle for line in lines), reverse=True)
    steps = [above - below for above, below in itertools.pairwise(heights)]
    return len(steps) > 1 and steps[end] > _APART * sorted(steps)[len(steps) // 4]
