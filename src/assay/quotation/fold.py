"""Words folded to their letters, with the way back.

What scanners, printers and typists vary is folded away: capitals, accents, ligatures, the long s, marks and spaces.
Letters and digits stay, so that a changed word or number is always seen.
"""

import bisect
import re
import unicodedata
from array import array

from assay.model.location import Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOTE = re.compile(r"(?:(?<=[^\W\d][.,;:!?\"'”’)])|(?<=[.,;:!?][\"'”’)]))\d{1,3}(?=\s|$)")
_STAY = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}


def fold(words: str) -> str:
    """Fold a run of words to bare letters and digits.

    >>> fold("Ministère—of “Congreſs”"), fold("ﬁnal"), fold("90%")
    ('ministereofcongress', 'final', '90')
    """
    return "".join(map(_fold_word, WORD.findall(words)))


def _fold_word(word: str) -> str:
    if word.isascii():
        lowered = word.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", word.casefold())
        lowered = "".join(_STAY.get(letter, letter) for letter in decomposed)
    return lowered if lowered.isalnum() else "".join(letter for letter in lowered if letter.isalnum())


class Folded:
    """A text folded to letters, searchable, knowing where each letter stands.

    With `notes=False`, note numbers glued to a closing mark (`in Moscow."2`) are passed over.
    """

    __slots__ = ("_at", "_body", "_ends", "_starts", "letters")

    def __init__(self, body: str, *, notes: bool = True) -> None:
        skip = frozenset() if notes else frozenset(match.start() for match in _NOTE.finditer(body))
        pieces: list[str] = []
        self._body = body
        self._at = array("q")  # where each word begins among the letters
        self._starts = array("q")  # where it begins in the body
        self._ends = array("q")
        length = 0
        for match in WORD.finditer(body):
            if match.start() in skip:
                continue
            folded = _fold_word(match.group())
            if not folded:
                continue
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

    def find(self, letters: str, within: Span, limit: int = 200) -> list[Span]:
        """Find letters within a run of the letters, at most `limit` times; overlapping finds count."""
        found: list[Span] = []
        at = self.letters.find(letters, within.start, within.end) if letters else -1
        while at >= 0 and len(found) < limit:
            found.append(Span(at, at + len(letters)))
            at = self.letters.find(letters, at + 1, within.end)
        return found

    def is_whole(self, letters: Span) -> bool:
        """Say whether a run of letters begins and ends where words do."""
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
