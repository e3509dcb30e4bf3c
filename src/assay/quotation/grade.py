"""How faithful one quotation is to one work, and where its words stand."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from assay.model.location import Span
from assay.model.text import Text
from assay.model.verdicts import Kind, Verdict
from assay.quotation.fold import Folded, fold
from assay.quotation.near import differences, nearest

_OMISSION = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]|(?:\.\s*){3,}|…")
_INSERTION = re.compile(r"\[[^\[\]]*\]")
_SAME_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})  # noqa: RUF001
FAR_APART = 6000
"""Fragments with more letters than this between them (some three pages) do not make one quotation."""
_MOST_STARTS = 50

Preference = Callable[[Span], bool]


def grade(quote: str, text: Text, folded: Folded, spans: Sequence[Span], preferred: Preference) -> Verdict:
    """Look a quotation up in the parts of a text that belong to its work, and grade it.

    Tried in turn, the first that is found wins: the words as they stand, brackets and dots included; with omissions at
    dots and insertions in brackets taken as such; the nearest passage, with the words that differ. Where the words
    stand several times, a place that is `preferred` (on the cited page) comes first, and the others are listed.
    """
    within = [folded.bounds(span) for span in spans]
    verdict = _as_it_stands(quote, text, folded, within, preferred) or _in_pieces(
        quote, text, folded, within, preferred
    )
    return verdict or _near_miss(quote, text, folded, within)


def _as_it_stands(quote: str, text: Text, folded: Folded, within: list[Span], preferred: Preference) -> Verdict | None:
    letters = fold(quote)
    found = [folded.body(place) for span in within for place in folded.find(letters, span) if folded.is_whole(place)]
    if not found:
        return None
    found.sort(key=lambda place: not preferred(place))
    first = found[0]
    kind = Kind.EXACT if _same_marks(quote, text.body[first.start : first.end]) else Kind.ORTHOGRAPHIC
    return Verdict(kind, (first,), text.pages_of(first), others=tuple(found[1:]))


def _same_marks(quote: str, source: str) -> bool:
    """Compare all but the marks at the edges, the kind of quotation marks and dashes, and the width of spaces."""
    return _trimmed(quote) == _trimmed(source)


def _trimmed(words: str) -> str:
    words = " ".join(words.translate(_SAME_MARKS).split())
    return re.sub(r"^[\W_]+|[\W_]+$", "", words)


def _in_pieces(quote: str, text: Text, folded: Folded, within: list[Span], preferred: Preference) -> Verdict | None:
    """Read dots as omissions, and then brackets as insertions, and look for the pieces in order."""
    for pattern in (_OMISSION, re.compile(f"{_OMISSION.pattern}|{_INSERTION.pattern}")):
        if not pattern.search(quote):
            continue
        pieces = [letters for piece in pattern.split(quote) if (letters := fold(piece))]
        if not pieces:
            continue
        chains = [chain for span in within for chain in _chains(pieces, folded, span)]
        if chains:
            best = min(chains, key=lambda chain: (not preferred(folded.body(chain[0])), chain[-1].end - chain[0].start))
            return _pieced(quote, best, text, folded)
    return None


def _chains(pieces: list[str], folded: Folded, span: Span) -> Iterator[list[Span]]:
    """For each place of the first piece, the nearest places of the others after it."""
    for start in itertools.islice(_whole(folded, pieces[0], span), _MOST_STARTS):
        chain = [start]
        for letters in pieces[1:]:
            following = next(_whole(folded, letters, Span(chain[-1].end, span.end)), None)
            if following is None:
                return
            chain.append(following)
        yield chain


def _whole(folded: Folded, letters: str, within: Span) -> Iterator[Span]:
    return (place for place in folded.find(letters, within) if folded.is_whole(place))


def _pieced(quote: str, chain: list[Span], text: Text, folded: Folded) -> Verdict:
    gaps = [Span(a.end, b.start) for a, b in itertools.pairwise(chain)]
    places = tuple(folded.body(place) for place in chain)
    left_out = tuple(
        text.body[before.end : after.start].strip()
        for gap, (before, after) in zip(gaps, itertools.pairwise(places), strict=True)
        if len(gap)
    )
    if any(len(gap) > FAR_APART for gap in gaps):
        kind = Kind.STITCHED
    elif _OMISSION.search(quote):
        kind = Kind.ELIDED
    else:
        # Brackets that stand where the source has other words replace them: an insertion all the same, and shown.
        kind = Kind.INTERPOLATED
    pages = text.pages_of(Span(places[0].start, places[-1].end))
    return Verdict(kind, places, pages, omitted=left_out)


def _near_miss(quote: str, text: Text, folded: Folded, within: list[Span]) -> Verdict:
    bare = _INSERTION.sub(" ", _OMISSION.sub(" ", quote))
    letters = fold(bare)
    place = nearest(letters, folded, within) if letters else None
    if place is None:
        return Verdict(Kind.ABSENT)
    span = folded.body(place)
    changes = differences(text.body[span.start : span.end], bare)
    return Verdict(Kind.ALTERED, (span,), text.pages_of(span), changes)
