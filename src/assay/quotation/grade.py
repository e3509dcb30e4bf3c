"""How faithful one quotation is to one work, and where its words stand."""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.text import Text
from assay.model.verdicts import Change, Kind, Verdict
from assay.quotation.fold import WORD, Folded, fold, numbers
from assay.quotation.near import differences, nearest

_OMISSION = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]|(?:\.\s*){3,}|…")
_GLUED = re.compile(r"[^\W\d_]+\[[^\[\]]+\][^\W\d_]*|\[[^\[\]]+\][^\W\d_]+")
_INSERTION = re.compile(r"\[[^\[\]]*\]")
_SAME_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
FAR_APART = 6000
"""Fragments with more letters than this between them (some three pages) do not make one quotation."""
_MOST_STARTS = 50


class Shelf(Struct, frozen=True):
    """Where to look: a text and its letters, the parts that belong to the work, and those that are cited."""

    text: Text
    folded: Folded
    spans: Sequence[Span]
    cited: Sequence[Span]

    @property
    def within(self) -> Iterator[Span]:
        """The letters of the work, the cited place first."""
        yield from (self.folded.bounds(span) for span in (*self.cited, *self.spans))


def grade(quote: str, shelf: Shelf) -> Verdict:
    """Look a quotation up, and grade it.

    Tried in turn, the first that is found wins: the words as they stand, brackets and dots included; with omissions at
    dots and insertions in brackets taken as such; the nearest passage, with the words that differ. Where the words
    stand several times, one on the cited page comes first, and the others are listed.
    """
    return find(quote, shelf) or _near_miss(quote, shelf)


def find(quote: str, shelf: Shelf) -> Verdict | None:
    """Look a quotation up as `grade` does, but for the nearest passage: None where it is not there."""
    return _as_it_stands(quote, shelf) or _in_pieces(quote, shelf)


def _as_it_stands(quote: str, shelf: Shelf) -> Verdict | None:
    letters = fold(quote)
    found = dict.fromkeys(place for span in shelf.within for place in shelf.folded.find(letters, span))
    places = [shelf.folded.body(place) for place in found]
    alike = [place for place in places if _same_numbers(quote, _said(shelf, place))]
    if not places:
        return None
    if not alike:
        changes = _changed_numbers(quote, _said(shelf, places[0]))
        return Verdict(Kind.ALTERED, (places[0],), shelf.text.pages_of(places[0]), changes)
    first, *others = alike
    source = _said(shelf, first)
    kind = Kind.EXACT if _trimmed(quote) == _trimmed(source) else Kind.ORTHOGRAPHIC
    division = differences(source, quote, division=True) if kind is Kind.ORTHOGRAPHIC else ()
    return Verdict(kind, (first,), shelf.text.pages_of(first), others=tuple(others), division=division)


def _said(shelf: Shelf, place: Span) -> str:
    return shelf.folded.words(shelf.text.body, place)


def _same_numbers(quote: str, source: str) -> bool:
    return numbers(quote) == numbers(source)


def _changed_numbers(quote: str, source: str) -> tuple[Change, ...]:
    pairs = itertools.zip_longest(numbers(source), numbers(quote), fillvalue="")
    return tuple(Change(theirs, ours) for theirs, ours in pairs if theirs != ours)


def _trimmed(words: str) -> str:
    """All but the marks at the edges, the kind of quotation marks and dashes, and the width of spaces."""
    words = " ".join(words.translate(_SAME_MARKS).split())
    return re.sub(r"^[\W_]+|[\W_]+$", "", words)


class _Cut(Struct, frozen=True):
    """A quotation, cut at its dots and brackets: the pieces, and what stands between each and the next."""

    pieces: list[str]
    between: list[str]


def _in_pieces(quote: str, shelf: Shelf) -> Verdict | None:
    """Read dots as omissions, and then brackets as insertions, and look for the pieces in order."""
    for pattern in (_OMISSION, re.compile(f"{_OMISSION.pattern}|{_INSERTION.pattern}")):
        cut = _cut(quote, pattern)
        if cut is None:
            continue
        chains = [
            chain for span in shelf.within for chain in _chains([fold(piece) for piece in cut.pieces], shelf, span)
        ]
        if chains:
            cited = [shelf.folded.bounds(span) for span in shelf.cited]
            best = min(chains, key=lambda chain: (not _starts_in(chain, cited), chain[-1].end - chain[0].start))
            return _pieced(quote, cut, best, shelf)
    return None


def _starts_in(chain: list[Span], spans: list[Span]) -> bool:
    return any(span.start <= chain[0].start < span.end for span in spans)


def _cut(quote: str, pattern: re.Pattern[str]) -> _Cut | None:
    marks = list(pattern.finditer(quote))
    edges = [0, *(at for mark in marks for at in mark.span()), len(quote)]
    parts = [quote[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    pieces: list[str] = []
    between: list[str] = []
    pending: list[str] = []
    for part, mark in itertools.zip_longest(parts, marks):
        if fold(part):
            if pieces:
                between.append(" ".join(pending))
            pieces.append(part)
            pending = []
        if mark is not None:
            pending.append(mark.group())
    return _Cut(pieces, between) if marks and pieces else None


def _chains(pieces: list[str], shelf: Shelf, span: Span) -> Iterator[list[Span]]:
    """For each place of the first piece, the nearest places of the others after it, anywhere in the work."""
    whole = [shelf.folded.bounds(part) for part in shelf.spans]
    for start in shelf.folded.find(pieces[0], span, _MOST_STARTS):
        end = next((part.end for part in whole if part.start <= start.start < part.end), span.end)
        chain = [start]
        for letters in pieces[1:]:
            following = shelf.folded.find(letters, Span(chain[-1].end, end), 1)
            if not following:
                return
            chain.append(following[0])
        yield chain


def _pieced(quote: str, cut: _Cut, chain: list[Span], shelf: Shelf) -> Verdict | None:
    """Grade pieces that were found in order, by what lies between them."""
    places = tuple(shelf.folded.body(place) for place in chain)
    if not all(_same_numbers(piece, _said(shelf, place)) for piece, place in zip(cut.pieces, places, strict=True)):
        return None
    inserted = sum(len(fold(mark)) for mark in _INSERTION.findall(quote) if not _OMISSION.fullmatch(mark))
    if inserted > sum(len(place) for place in chain):
        return None  # more is in brackets than is quoted
    left_out: list[str] = []
    replaced = list(_glued(quote))
    far = False
    for mark, (a, b), (before, after) in zip(
        cut.between, itertools.pairwise(chain), itertools.pairwise(places), strict=True
    ):
        if a.end == b.start:
            continue
        far = far or b.start - a.end > FAR_APART
        gap = shelf.text.body[before.end : after.start].strip()
        if _OMISSION.search(mark):
            left_out.append(gap)
        else:
            replaced.append(Change(" ".join(WORD.findall(gap)), mark.strip()))
    kind = Kind.STITCHED if far else Kind.ELIDED if _OMISSION.search(quote) else Kind.INTERPOLATED
    pages = shelf.text.pages_of(Span(places[0].start, places[-1].end))
    return Verdict(kind, places, pages, omitted=tuple(left_out), replaced=tuple(replaced))


def _glued(quote: str) -> Iterator[Change]:
    """Find brackets inside a word: `[il]legal` is not *legal*."""
    for match in _GLUED.finditer(quote):
        whole = match.group()
        yield Change(_INSERTION.sub("", whole), whole)


def _near_miss(quote: str, shelf: Shelf) -> Verdict:
    bare = _INSERTION.sub(" ", _OMISSION.sub(" ", quote))
    letters = fold(bare)
    place = nearest(letters, shelf.folded, [shelf.folded.bounds(span) for span in shelf.spans]) if letters else None
    if place is None:
        return Verdict(Kind.ABSENT)
    span = shelf.folded.body(place)
    source = _said(shelf, span)
    changes = differences(source, bare) or _changed_numbers(bare, source)
    return Verdict(Kind.ALTERED, (span,), shelf.text.pages_of(span), changes)
