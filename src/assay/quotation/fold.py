"""Words folded to their letters, with the way back.

What scanners, printers and typists vary is folded away: capitals, accents, ligatures, the long s, marks and spaces.
Letters and digits stay, so that a changed word is always seen; numbers are compared once more as they are written,
since `1.5` and `15` have the same digits.
"""

import bisect
import itertools
import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from assay.model.location import Span

if TYPE_CHECKING:
    from assay.quotation.seeds import Seeds

_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_SIGNS = "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u3099\u309a"  # vowels of their scripts
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without spaces: each character is a word
_LETTER = rf"(?:[^\W_{_SINGLE}{_SIGNS}]|[{_MARKS}{_SIGNS}])"
_JOINER = r"(?:['’ʼ`´\u00ad\u2010\u2011\u2013-]|-[ \t]*\r?\n\s*(?=[^\W\d_]))"
WORD = re.compile(rf"{_LETTER}+(?:{_JOINER}{_LETTER}+)*|[{_SINGLE}][{_MARKS}{_SIGNS}]*")
"""A word. Hyphens and apostrophes join, so that *Soviet* is not a word of *anti-Soviet*, nor *can* of *can't*."""
_NOTE = re.compile(
    r"(?:(?<=[^\W\d]{4}[.!?])|(?<=[.!?,;:][\"”’»]))\d{1,3}(?=\s+[\"'“‘(]?[A-ZА-Я]|\s*$)"  # noqa: RUF001 - Cyrillic
)
"""A note number: behind a word of four letters (no *vol.* or *Art.*) and a full stop, or behind a closing mark."""
_NUMBER = re.compile(r"[$£€]?(?<!\w)[-−–]?\d+(?:[.,:/⁄–—-]\d+)*[½¼¾⅓⅔]?[%‰]?|[½¼¾⅓⅔]")
_DASHES = str.maketrans("−–—", "---")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ALIKE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
_DROPPED = re.compile(f"[{_MARKS}]")
_OWN_LETTERS = {"и\u0306": "й", "у\u0306": "ў", "і\u0308": "ї"}  # letters, not accents


def fold(words: str) -> str:
    """Fold a run of words to bare letters and digits.

    >>> fold("Ministère—of “Congreſs”"), fold("ﬁnal"), fold("90%"), fold("Moscow.²")
    ('ministereofcongress', 'final', '90', 'moscow')
    """
    return "".join(map(_fold_word, WORD.findall(words)))


def _fold_word(word: str) -> str:
    if word.isascii():
        lowered = word.lower()
    else:
        word = unicodedata.normalize(
            "NFC", unicodedata.normalize("NFD", word).replace("\u0345", "")
        )  # iota subscript is an accent
        plain = "".join(letter for letter in word if not unicodedata.decomposition(letter).startswith("<super>"))
        kept = (letter if letter in "½¼¾⅓⅔" else unicodedata.normalize("NFKD", letter) for letter in plain.casefold())
        lowered = "".join(kept)
        for accented, letter in _OWN_LETTERS.items():
            lowered = lowered.replace(accented, letter)
        lowered = _DROPPED.sub("", "".join(_ALIKE.get(letter, letter) for letter in lowered))
    lowered = lowered.replace("ʼ", "")  # an apostrophe that Unicode calls a letter
    if lowered.isalnum():
        return lowered
    return "".join(letter for letter in lowered if letter.isalnum() or unicodedata.category(letter)[0] == "M")


def numbers(words: str) -> list[str]:
    """Return the numbers of a run of words as they are written; a thousands' comma does not matter.

    >>> numbers("1,500 of 1.5 million, 16-17"), numbers("in 1936; -5 rubles")
    (['1500', '1.5', '16-17'], ['1936', '-5'])
    """
    found = (match.group().translate(_DASHES) for match in _NUMBER.finditer(words))
    return [number.replace(",", "") if _THOUSANDS.fullmatch(number) else number for number in found]


def note_numbers(body: str) -> frozenset[int]:
    """Find where note numbers begin that are glued to a closing mark or a full stop."""
    return frozenset(match.start() for match in _NOTE.finditer(body))


_INDEXED_RUN = 8
_WORTH_AN_INDEX = 500_000
"""A shorter text is read through faster than an index of it is made."""


class Folded:
    """A text folded to letters, searchable, knowing where each letter stands."""

    def __init__(self, body: str) -> None:
        pieces: list[str] = []
        self._at = array("q")  # where each word begins among the letters
        self._starts = array("q")  # where it begins in the body
        self._ends = array("q")
        length = 0
        self.counts: dict[str, int] = {}
        """How often the text has each word, folded."""
        seen: dict[str, str] = {}
        for match in WORD.finditer(body):
            word = match.group()
            folded = seen.get(word)
            if folded is None:
                folded = seen[word] = _fold_word(word)
            if not folded:
                continue
            self.counts[folded] = self.counts.get(folded, 0) + 1
            self._at.append(length)
            self._starts.append(match.start())
            self._ends.append(match.end())
            pieces.append(folded)
            length += len(folded)
        self.letters = "".join(pieces)

    def bounds(self, span: Span) -> Span:
        """Return the letters of the words that begin within a run of the body."""
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return Span(self._letter(first), self._letter(last))

    def _letter(self, word: int) -> int:
        return self._at[word] if word < len(self._at) else len(self.letters)

    @cached_property
    def seeds(self) -> "Seeds":
        """An index of the letters; made once, where it is first needed."""
        from assay.quotation.seeds import Seeds  # noqa: PLC0415 - most checks never need it

        return Seeds(self.letters)

    def find(self, letters: str, within: Span, limit: int = 10_000) -> list[Span]:
        """Find letters that begin and end where words do, at most `limit` times; overlapping finds count."""
        whole = (place for place in self._stand(letters, within) if self._is_whole(place))
        return list(itertools.islice(whole, limit))

    def _stand(self, letters: str, within: Span) -> Iterator[Span]:
        if len(letters) >= _INDEXED_RUN and within.end - within.start > _WORTH_AN_INDEX:
            yield from (Span(at, at + len(letters)) for at in self.seeds.find(letters, within))
            return
        at = self.letters.find(letters, within.start, within.end) if letters else -1
        while at >= 0:
            yield Span(at, at + len(letters))
            at = self.letters.find(letters, at + 1, within.end)

    def tokens(self, letters: Span) -> "list[tuple[str, Span, int]]":
        """Return the words that begin within a run of the letters: folded, where in the body, where in the letters."""
        first = bisect.bisect_left(self._at, letters.start)
        last = bisect.bisect_left(self._at, letters.end)
        return [
            (
                self.letters[self._at[word] : self._letter(word + 1)],
                Span(self._starts[word], self._ends[word]),
                self._at[word],
            )
            for word in range(first, last)
        ]

    def _is_whole(self, letters: Span) -> bool:
        first = bisect.bisect_left(self._at, letters.start)
        last = bisect.bisect_left(self._at, letters.end)
        return self._letter(first) == letters.start and self._letter(last) == letters.end

    def body(self, letters: Span) -> Span:
        """Return the words of the body, whole, that a run of letters touches."""
        if not self._at:
            return Span(0, 0)
        first = max(0, bisect.bisect_right(self._at, letters.start) - 1)
        last = max(first, bisect.bisect_left(self._at, max(letters.end, letters.start + 1)) - 1)
        return Span(self._starts[first], self._ends[last])
