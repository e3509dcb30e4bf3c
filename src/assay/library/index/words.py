"""The words of a text as they are searched for: small letters, no accents, each with its place.

The same words go into the index and are looked for in a hit, so that what is found can be pointed at to the letter.
They are those of `assay.quotation`, but for hyphens and apostrophes, which part them: whoever looks for Stalin finds
*Stalin's* and *anti-Stalin*.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assay.model.location import Span
from assay.quotation.fold import fold

_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_SIGNS = "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u3099\u309a"
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without spaces: each character is a word
_LETTER = rf"(?:[^\W_{_SINGLE}{_SIGNS}]|[{_MARKS}{_SIGNS}])"
_JOINER = r"(?:\u00ad|(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-zß-öø-ÿа-џ]))"
_WORD = re.compile(rf"{_LETTER}+(?:{_JOINER}{_LETTER}+)*|[{_SINGLE}][{_MARKS}{_SIGNS}]*")
_DIVIDED = re.compile(_JOINER)
_PLAIN = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> Iterator[tuple[str, Span]]:
    r"""Yield each word of a text, folded, with its place. A word that a line's end divides is one.

    >>> [word for word, _ in words_of("Stalin's con-\nfession, 1936: naïve")]
    ['stalin', 's', 'confession', '1936', 'naive']
    """
    for match in _WORD.finditer(text):
        if word := _folded(match.group()):
            yield word, Span(*match.span())


def folded(text: str) -> str:
    """Write the folded words of a text, a space between them: what the index holds."""
    if text.isascii() and "-" not in text:
        return " ".join(_PLAIN.findall(text.lower()))
    return " ".join(filter(None, map(_folded, _WORD.findall(text))))


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Fold one word; a text says the same ones again and again."""
    return fold(_DIVIDED.sub("", word))
