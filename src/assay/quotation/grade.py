"""How faithful one quotation is to one work, and where its words stand.

Tried in turn: the words as they stand; in pieces, at dots and brackets; the passages that they come closest to, word by
word. The first answer that is faithful, and on the cited page where one is cited, wins.
"""

import itertools
import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assay.model.location import Span
from assay.model.verdicts import Change, Kind, Verdict
from assay.quotation.fold import WORD, fold
from assay.quotation.marks import changed_numbers, is_printed_alike, same_numbers
from assay.quotation.near import differences
from assay.quotation.shelf import FAR_APART, Shelf
from assay.quotation.tokens import INSERTION, OMISSION, glued

_MOST_STARTS = 50
_ANYWHERE = 12
"""Letters. A shorter piece is looked for near the piece before it only: anywhere, it says nothing."""


def grade(quote: str, shelf: Shelf) -> Verdict:
    """Look a quotation up, and grade it.

    Where the words stand several times, one on the cited page comes first, and the others are listed. A cited page that
    has them with a scanner's misreadings comes before another that has them to the letter.
    """
    found = find(quote, shelf)
    if found is not None and found.kind.is_faithful and (not shelf.cited or _is_cited(found, shelf)):
        return found
    from assay.quotation.judge import judge_closest  # noqa: PLC0415 - most quotations stand as they are cited

    if found is not None and found.kind.is_faithful:
        there = judge_closest(quote, replace(shelf, spans=shelf.cited))
        return replace(there, others=(found.spans[0], *found.others)) if there.kind.is_faithful else found
    closest = judge_closest(quote, shelf)
    if closest.kind.is_faithful and shelf.cited and not _is_cited(closest, shelf):
        there = judge_closest(quote, replace(shelf, spans=shelf.cited))
        closest = there if there.kind.is_faithful else closest
    return closest if found is None or closest.kind.is_faithful else found


def _is_cited(verdict: Verdict, shelf: Shelf) -> bool:
    return _is_in(verdict.spans[0], shelf)


def find(quote: str, shelf: Shelf) -> Verdict | None:
    """Look a quotation up as `grade` does, but for misreadings: None where it is not there to the letter."""
    return _as_it_stands(quote, shelf) or _in_pieces(quote, shelf)


def _as_it_stands(quote: str, shelf: Shelf) -> Verdict | None:
    letters = fold(quote)
    found = dict.fromkeys(place for span in shelf.within for place in shelf.folded.find(letters, span))
    places = [shelf.folded.body(place) for place in found]
    alike = [place for place in places if same_numbers(quote, shelf.said(place))]
    if not places:
        return None
    if not alike:
        changes = changed_numbers(quote, shelf.said(places[0]))
        return Verdict(Kind.ALTERED, (places[0],), shelf.text.pages_of(places[0]), changes)
    # Of several places one on the cited page comes first, and then one that has the same marks, too.
    first, *others = sorted(
        alike[:_MOST_STARTS], key=lambda place: (not _is_in(place, shelf), not _is_alike(quote, place, shelf))
    )
    others += alike[_MOST_STARTS:]
    source = shelf.said(first)
    kind = Kind.EXACT if is_printed_alike(quote, source) else Kind.ORTHOGRAPHIC
    division = differences(source, quote, division=True) if kind is Kind.ORTHOGRAPHIC else ()
    turned = tuple(change for change in division if shelf.wording.turns(change.source, change.quoted))
    if turned:
        kind = Kind.ALTERED
    return Verdict(kind, (first,), shelf.text.pages_of(first), turned, others=tuple(others), division=division)


def _is_in(place: Span, shelf: Shelf) -> bool:
    return any(span.start <= place.start < span.end for span in shelf.cited)


def _is_alike(quote: str, place: Span, shelf: Shelf) -> bool:
    return is_printed_alike(quote, shelf.said(place))


class _Cut(Struct, frozen=True):
    """A quotation, cut at its dots and brackets: the pieces, and what stands between each and the next."""

    pieces: list[str]
    between: list[str]


def _in_pieces(quote: str, shelf: Shelf) -> Verdict | None:
    """Read dots as omissions, and then brackets as insertions, and look for the pieces in order."""
    for pattern in (OMISSION, re.compile(f"{OMISSION.pattern}|{INSERTION.pattern}")):
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
    """For each place of the longest piece, the nearest places of the others, before it and after, in the same part."""
    longest = max(range(len(pieces)), key=lambda number: len(pieces[number]))
    whole = shelf.parts
    for start in shelf.folded.find(pieces[longest], span, _MOST_STARTS):
        part = next((part for part in whole if part.start <= start.start < part.end), span)
        chain: list[Span] | None = [start]
        for letters in pieces[longest + 1 :]:
            following = _next(letters, shelf, Span(chain[-1].end, part.end)) if chain else None
            chain = [*chain, following] if chain and following else None
        for letters in reversed(pieces[:longest]):
            leading = _last(letters, shelf, Span(part.start, chain[0].start)) if chain else None
            chain = [leading, *chain] if chain and leading else None
        if chain:
            yield chain


def _next(letters: str, shelf: Shelf, within: Span) -> Span | None:
    """Find letters near the beginning of a run, or anywhere in it where there are enough of them."""
    near = Span(within.start, min(within.end, within.start + FAR_APART + len(letters)))
    found = shelf.folded.find(letters, near, 1)
    if not found and len(letters) >= _ANYWHERE:
        found = shelf.folded.find(letters, within, 1)
    return found[0] if found else None


def _last(letters: str, shelf: Shelf, within: Span) -> Span | None:
    """Find letters near the end of a run, the last of them, or anywhere in it."""
    near = Span(max(within.start, within.end - FAR_APART - len(letters)), within.end)
    found = shelf.folded.find(letters, near)
    if not found and len(letters) >= _ANYWHERE:
        found = shelf.folded.find(letters, within, _MOST_STARTS)
    return found[-1] if found else None


def _pieced(quote: str, cut: _Cut, chain: list[Span], shelf: Shelf) -> Verdict | None:
    """Grade pieces that were found in order, by what lies between them."""
    places = tuple(shelf.folded.body(place) for place in chain)
    if not all(same_numbers(piece, shelf.said(place)) for piece, place in zip(cut.pieces, places, strict=True)):
        return None
    inserted = sum(len(fold(mark)) for mark in INSERTION.findall(quote) if not OMISSION.fullmatch(mark))
    if inserted > sum(len(place) for place in chain):
        return None  # more is in brackets than is quoted
    left_out: list[str] = []
    replaced = list(glued(quote))
    far = False
    for mark, (a, b), (before, after) in zip(
        cut.between, itertools.pairwise(chain), itertools.pairwise(places), strict=True
    ):
        if a.end == b.start:
            continue
        far = far or b.start - a.end > FAR_APART
        gap = shelf.text.body[before.end : after.start].strip()
        if OMISSION.search(mark):
            left_out.append(gap)
        else:
            replaced.append(Change(" ".join(WORD.findall(gap)), mark.strip()))
    kind = Kind.STITCHED if far else Kind.ELIDED if OMISSION.search(quote) else Kind.INTERPOLATED
    pages = shelf.text.pages_of(Span(places[0].start, places[-1].end))
    return Verdict(kind, places, pages, omitted=tuple(left_out), replaced=tuple(replaced))
