"""The passages that a quotation comes closest to, where it does not stand to the letter.

    letters ─ seeds ─▶ chains ─ compare ─▶ passages ─ join ─▶ one passage, or several that were stitched

A text too short to be worth an index, or words too few to leave a trace in it, are looked for by edit distance.
"""

import itertools
from collections.abc import Iterator, Sequence

from assay.model.location import Span
from assay.quotation.anchors import Chain, Run, chains
from assay.quotation.compare import Passage, compare
from assay.quotation.near import nearest
from assay.quotation.seeds import LETTERS
from assay.quotation.shelf import Shelf
from assay.quotation.tokens import Token

ENOUGH = 0.6
"""A passage that has less than this share of a quotation's letters is no passage of it: the words are absent."""
_WHOLE = 0.85
_CHANCE, _LEAP = 14, 3
_STRETCH_WORDS, _STRETCH_LETTERS = 4, 16
_PIECE_LETTERS, _MOSTLY = 9, 0.6
_TRACE, _NEARLY_AS_GOOD = 0.25, 0.85
"""Shared runs of fewer letters are chance; places that share much less than the best are not looked at word by word."""
_SCANNED_THROUGH = 1_000_000
"""Letters. A longer text is not read through by edit distance; what leaves no trace in its index is absent."""


def passages(words: Sequence[Token], shelf: Shelf) -> list[Passage]:
    """Return the passages that have the most of some words, best first; those on the cited place first among equals."""
    letters = "".join(word.letters for word in words)
    parts = shelf.parts
    found: list[Chain] = (
        chains(shelf.folded.seeds.hits(letters), len(letters), parts) if len(letters) >= LETTERS else []
    )
    good = max((chain.score for chain in found), default=0.0) * _NEARLY_AS_GOOD
    made = [_compared(words, chain, shelf, parts) for chain in found if chain.score >= max(good, _TRACE * len(letters))]
    if not any(passage.kept >= ENOUGH * len(letters) for passage in made):
        made += [_compared(words, chain, shelf, parts) for chain in _read_through(letters, shelf, parts)]
    cited = [shelf.folded.bounds(span) for span in shelf.cited]
    return sorted(made, key=lambda passage: (-passage.score, not _is_in(passage, cited)))


def _compared(words: Sequence[Token], chain: Chain, shelf: Shelf, parts: Sequence[Span]) -> Passage:
    at = chain.runs[0].there
    within = next((part for part in parts if part.start <= at < part.end), parts[0])
    made = [compare(words, each, shelf, within) for each in _readings(chain)]
    return max(made, key=lambda passage: passage.score)


def _readings(chain: Chain) -> Iterator[Chain]:
    """Yield a chain, and what is left without a short run at an end that it had to leap for: that may be chance."""
    yield chain
    if len(chain.runs) > 1:
        for end, other, rest in (
            (chain.runs[0], chain.runs[1], chain.runs[1:]),
            (chain.runs[-1], chain.runs[-2], chain.runs[:-1]),
        ):
            if end.length < _CHANCE and abs((end.there - end.quoted) - (other.there - other.quoted)) > _LEAP:
                yield Chain(rest, chain.score - end.length)


def _read_through(letters: str, shelf: Shelf, parts: Sequence[Span]) -> Iterator[Chain]:
    if not letters or sum(part.end - part.start for part in parts) > _SCANNED_THROUGH:
        return
    place = nearest(letters, shelf.folded, parts)
    if place is not None:
        yield Chain((Run(0, place.start, 0),), 0)


def _is_in(passage: Passage, spans: Sequence[Span]) -> bool:
    first = next((step.there[0] for step in passage.steps if step.there[1] > step.there[0]), None)
    return first is not None and any(span.start <= passage.theirs[first].at < span.end for span in spans)


def elsewhere(passage: Passage, shelf: Shelf) -> list[tuple[int, int, Passage]]:
    """Find the stretches of a quotation that this passage has not, but another one has: where they begin and end."""
    found: list[tuple[int, int, Passage]] = []
    for first, last in _missing(passage):
        words = passage.words[first:last]
        letters = sum(len(word.letters) for word in words)
        best = next(iter(passages(words, shelf)), None)
        if best is not None and best.kept >= _WHOLE * letters:
            found.append((first, last, best))
    return found


def _missing(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are not in a passage, long enough to be looked for on their own."""
    kept = [False] * len(passage.words)
    for step in passage.steps:
        for at in range(*step.quoted):
            kept[at] = step.sort in ("same", "misread", "divided")
    edges = [0, *(n for n, word in enumerate(passage.words) if word.omission and n), len(passage.words)]
    for first, last in itertools.pairwise(edges):
        letters = [len(word.letters) for word in passage.words[first:last]]
        of_these = sum(size for size, is_kept in zip(letters, kept[first:last], strict=True) if is_kept)
        if len(edges) > 2 and of_these < 0.5 * sum(letters) and sum(letters) >= _PIECE_LETTERS:  # noqa: PLR2004 - pieces
            yield first, last
            continue
        for a, b in _runs(kept, first, last):
            sizes = [len(word.letters) for word in passage.words[a:b]]
            lost = sum(size for size, is_kept in zip(sizes, kept[a:b], strict=True) if not is_kept)
            if b - a >= _STRETCH_WORDS and lost >= max(_STRETCH_LETTERS, _MOSTLY * sum(sizes)):
                yield a, b


def _runs(kept: Sequence[bool], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield runs of words that are not kept; two kept ones between them may be there by chance."""
    a = first
    while a < last:
        if kept[a]:
            a += 1
            continue
        b = a + 1
        while b < last and not all(kept[b : b + 3]):
            b += 1
        while kept[b - 1]:
            b -= 1
        yield a, b
        a = b + 1
