"""A text cut into passages, the unit in which words are looked for together: its paragraphs.

A very long paragraph is cut. Each part then also holds the first words of the next one, so that a phrase over the cut
is found; whatever is found belongs to the passage in which it begins.
"""

import bisect
import itertools
import re
from collections.abc import Iterator

from msgspec import Struct

from assay.library.index.words import words_of
from assay.model.location import Span
from assay.model.text import Aside, Piece, Text

LONGEST = 4000
"""Characters of a paragraph that stay together."""
OVERLAP = 64
"""Words by which a part of a paragraph reaches into the next: the longest phrase that can be looked up."""
_REACHES_MOST = OVERLAP * 60
_LONGEST_WORD = 200
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*")


class Passage(Struct, frozen=True):
    """Some words of a text. `length` characters are the passage's own; what follows is the beginning of the next.

    `at` is where they begin in the body. The words of an aside were taken from there, and begin at `offset` in it.
    """

    at: int
    length: int
    words: str
    pieces: tuple[Piece, ...] = ()
    aside: Aside | None = None
    offset: int = 0


def passages(text: Text) -> Iterator[Passage]:
    """Cut a text: its body from beginning to end, and its asides where they were lifted out."""
    asides = sorted(text.asides, key=lambda aside: aside.at)
    starts = [piece.at for piece in text.pieces]
    done = 0
    for span, end in _spans(text):
        while done < len(asides) and asides[done].at < span.start:
            yield from _of_aside(asides[done])
            done += 1
        first = max(0, bisect.bisect_right(starts, span.start) - 1)
        pieces = text.pieces[first : bisect.bisect_left(starts, end)]
        yield Passage(span.start, len(span), text.body[span.start : end], pieces)
    for aside in asides[done:]:
        yield from _of_aside(aside)


def _of_aside(aside: Aside) -> Iterator[Passage]:
    for span, end in _cut(aside.words, 0, len(aside.words)):
        yield Passage(aside.at, len(span), aside.words[span.start : end], aside=aside, offset=span.start)


def _spans(text: Text) -> Iterator[tuple[Span, int]]:
    """Cut at the ends of paragraphs and at the edges of sections, and what is too long wherever it can be cut."""
    edges = {0, len(text.body)}
    edges.update(match.end() for match in _PARAGRAPH_END.finditer(text.body))
    edges.update(edge for section in text.sections for edge in (section.at, section.end))
    for start, end in itertools.pairwise(sorted(edges)):
        yield from _cut(text.body, start, end)


def _cut(body: str, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """Cut a paragraph. Each part comes with how far it reaches into the next."""
    while end - start > LONGEST:
        cut = _word_before(body, start + LONGEST, end)
        yield Span(start, cut), _reach(body, cut, end)
        start = cut
    if end > start:
        yield Span(start, end), end


def _word_before(body: str, at: int, end: int) -> int:
    """Return where the last word before a place begins: no word is cut, not even one that a line's end divides."""
    near = at - _LONGEST_WORD
    words = itertools.islice(words_of(body[near : min(end, at + _LONGEST_WORD)]), 1, None)
    return max((near + span.start for _, span in words if near + span.start <= at), default=at)


def _reach(body: str, cut: int, end: int) -> int:
    ahead = words_of(body[cut : min(end, cut + _REACHES_MOST)])
    ends = [span.end for _, span in itertools.islice(ahead, OVERLAP)]
    return cut + ends[-1] if ends else cut
