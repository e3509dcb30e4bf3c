"""A quotation beside its source, with the words marked that only one of the two has."""

import difflib
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.quotation.fold import WORD, fold


class Part(Struct, frozen=True):
    """A run of words, and whether the other side does not have them."""

    words: str
    differs: bool


def side_by_side(quoted: str, source: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Cut both into parts. Marks and capitals are not compared; with no source, nothing is marked."""
    ours, theirs = list(WORD.finditer(quoted)), list(WORD.finditer(source))
    matcher = difflib.SequenceMatcher(None, [fold(m[0]) for m in theirs], [fold(m[0]) for m in ours], autojunk=False)
    only_theirs: set[int] = set()
    only_ours: set[int] = set()
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            only_theirs |= set(range(a, b))
            only_ours |= set(range(c, d))
    if not source:
        only_ours = set()
    return tuple(_parts(quoted, ours, only_ours)), tuple(_parts(source, theirs, only_theirs))


def _parts(words: str, matches: Sequence[re.Match[str]], marked: set[int]) -> Iterator[Part]:
    at = 0
    for number in sorted(marked):
        start, end = matches[number].span()
        if start > at:
            yield Part(words[at:start], differs=False)
        yield Part(words[start:end], differs=True)
        at = end
    if at < len(words):
        yield Part(words[at:], differs=False)
