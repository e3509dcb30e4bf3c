"""Where in a passage the searched words stand, to the letter.

A hit is a shortest run of a passage in which the query is met: each place of a phrase, or the narrowest stretch that
has all of several words. Hits do not overlap.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from assay.library.index.words import words_of
from assay.library.library import joined
from assay.model.location import Span
from assay.model.search import All, Either, Phrase, Query, Without

Keep = Callable[[Span], bool]


class Place(Struct, frozen=True, order=True):
    """A run of a passage in which a query is met, and the searched words in it."""

    end: int
    start: int
    marks: tuple[Span, ...]


def places(query: Query, words: str, keep: Keep) -> Sequence[Place]:
    """Find where a passage meets a query that it is known to meet; only by words in places that are kept."""
    return _apart(_places(query, list(words_of(words)), keep))


def _places(query: Query, words: Sequence[tuple[str, Span]], keep: Keep) -> list[Place]:
    match query:
        case Phrase():
            return [Place(span.end, span.start, (span,)) for span in _phrase(query, words) if keep(span)]
        case Either():
            return [place for part in query.parts for place in _places(part, words, keep)]
        case Without():
            unwanted = _places(query.unwanted, words, _anywhere)
            return [] if unwanted else _places(query.wanted, words, keep)
        case All():
            return list(_narrowest([sorted(_places(part, words, keep)) for part in query.parts]))
        case _:
            assert_never(query)


def _anywhere(span: Span) -> bool:
    del span
    return True


def _phrase(phrase: Phrase, words: Sequence[tuple[str, Span]]) -> Iterator[Span]:
    length = len(phrase.words)
    first = phrase.words[0]
    for at in range(len(words) - length + 1):
        word = words[at][0]
        if word != first and not (length == 1 and phrase.begins and word.startswith(first)):
            continue
        if all(_meets(phrase, number, words[at + number][0]) for number in range(length)):
            yield Span(words[at][1].start, words[at + length - 1][1].end)


def _meets(phrase: Phrase, number: int, word: str) -> bool:
    sought = phrase.words[number]
    return word == sought or (phrase.begins and number == len(phrase.words) - 1 and word.startswith(sought))


def _narrowest(lists: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """Yield stretches that hold a place of every list, each as narrow as can be."""
    at = [0] * len(lists)
    while all(here < len(list_) for here, list_ in zip(at, lists, strict=True)):
        chosen = [list_[here] for here, list_ in zip(at, lists, strict=True)]
        first = min(range(len(lists)), key=lambda number: (chosen[number].start, chosen[number].end))
        end = max(place.end for place in chosen)
        following = lists[first][at[first] + 1] if at[first] + 1 < len(lists[first]) else None
        if following is None or following.end > end:
            yield Place(end, chosen[first].start, joined(mark for place in chosen for mark in place.marks))
        at[first] += 1


def _apart(found: Sequence[Place]) -> Sequence[Place]:
    """Keep the first of those that overlap, and of two that end together the narrower."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.end, -place.start)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
