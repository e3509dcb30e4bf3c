"""Which words a language has: what tells a misread letter from a changed word.

`tbe` is no word of English, `modem` is one: the first may be a scanner's *the*, the second never a scanner's *modern*.
The lists are those of pyspellchecker (MIT), which come with counts from film subtitles and the like. Of a language
without a list, only the words of the source itself are known.
"""

import functools
import gzip
import importlib.resources
import json

from assay.quotation.fold import fold

_SHORT, _COMMON = 2, 7000
"""The lists have many abbreviations of one or two letters; only those that are common count as words."""


@functools.cache
def known_words(language: str) -> frozenset[str]:
    """Return the words of a language, folded to letters; nothing where there is no list.

    >>> "the" in known_words("en"), "tbe" in known_words("en"), known_words("xx")
    (True, False, frozenset())
    """
    name = f"{language.partition('-')[0].lower()}.json.gz"
    file = importlib.resources.files("spellchecker") / "resources" / name
    if not language.isascii() or not language.replace("-", "").isalpha() or not file.is_file():
        return frozenset()
    counts: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
    return frozenset(fold(word) for word, count in counts.items() if len(word) > _SHORT or count >= _COMMON)
