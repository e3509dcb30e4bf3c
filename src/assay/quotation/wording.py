"""Two words side by side: the same, a misreading of one another, or another word.

Never upgrade: a word is forgiven only where one of the two is no word. Two numbers are always two numbers, and two
words that the language has, or that the source uses, are two words, however alike they look (*form*, *from*; *modern*,
*modem*).
"""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from assay.quotation.fold import WORD, fold
from assay.quotation.lexicon import known_words
from assay.quotation.misreading import is_misread
from assay.quotation.negation import NEGATION

_DWARFED, _NAME_DWARFED, _ESTABLISHED = 5, 12, 3
"""A form that is in no list of words, and of which the source has so many times fewer than of the word beside it, or
one or two in all, may be a misreading of that word: a bad scan makes the same one again and again."""
_ABBREVIATION = 3
_ONE = frozenset({"1", "i", "l"})


class Wording(Struct, frozen=True, dict=True):
    """Compares words of a source, whose words are counted, with those of a quotation."""

    counts: Mapping[str, int]
    language: str = "en"

    @cached_property
    def _known(self) -> frozenset[str]:
        return known_words(self.language)

    def is_same_word(self, source: str, quoted: str, *, is_name: bool = False) -> bool:
        """Say whether a scanner, printer or typist may have made the one of the other; both folded to letters.

        A name is held to more: letters within it are forgiven only by the listed confusions, and a form that the
        source has more than now and then counts as another name.
        """
        if source == quoted or {source, quoted} <= _ONE:
            return True
        if self._is_word(source, quoted, is_name=is_name) and self._is_word(quoted, source, is_name=is_name):
            return False
        if is_name and min(len(source), len(quoted)) <= _ABBREVIATION:
            return False  # SSR, SR
        listed = is_name or not (source in self._known or quoted in self._known)
        return is_misread(source, quoted, listed=listed)

    def _is_word(self, word: str, beside: str, *, is_name: bool) -> bool:
        """Say whether a form is a word: in the language, a number, or used by the source in its own right."""
        if word in self._known or word.isdecimal():
            return True
        count = self.counts.get(word, 0)
        if count < _ESTABLISHED or not word.isalpha():
            return False
        return count * (_NAME_DWARFED if is_name else _DWARFED) > self.counts.get(beside, 0)

    def turns(self, source: str, quoted: str) -> bool:
        """Say whether words that are only divided otherwise gain or lose a negation: *not able*, *notable*.

        What is no word (*notsomething*) is a space that was lost.
        """
        if bool(NEGATION.search(source)) == bool(NEGATION.search(quoted)):
            return False
        bare = quoted if NEGATION.search(source) else source
        words = self._known or self.counts
        return all(fold(word) in words for word in WORD.findall(bare))
