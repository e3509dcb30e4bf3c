"""What somebody is called who is to be withheld: whole names, surnames, and how these are written in other ways."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from assay.model.entries import Person
from assay.pages.export.disguises import in_latin
from assay.quotation.fold import WORD, fold

TELLING = 5
"""Letters, from which on a word that contains a name is a form of it."""
HALVES = re.compile(r"['’ʼ`´\u2010\u2011\u2013-]")
_INFLECTED = 6
_PART = 3  # letters of a part of a double name that is a name itself
_VOWELS = "aeiouyаеиоуыэюя"  # noqa: RUF001 - Latin and Cyrillic
_ENDS = f"{_VOWELS}йь"
_NO_NAMES = frozenset(
    "a an the of de la le von van der den du di da el al mr mrs ms miss dr sir lady lord rev prof st san jr sr".split()  # noqa: SIM905
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SPELLED_OUT = re.compile("(?<=[aou])e")


class Secret(Struct, frozen=True):
    """Somebody who is to be withheld: the letter that stands in his place, his ids, and what he is called."""

    letter: str
    ids: frozenset[str]
    words: frozenset[str]
    """Each name by itself, folded."""
    phrases: tuple[tuple[str, ...], ...]
    """Each whole name, word by word, folded; the longest first."""
    hidden: int = 0
    """How many of his names cannot be told from other words: a letter alone."""


def secret(letter: str, persons: Collection[Person]) -> Secret:
    """Gather the names of a person, who may be described under several ids."""
    names = {name for person in persons for name in (person.title, *(alias.name for alias in person.aliases))}
    phrases = {tuple(filter(None, map(fold, WORD.findall(name)))) for name in names}
    return Secret(
        letter,
        frozenset(person.id for person in persons),
        frozenset(word for name in names for word in _single(name)),
        tuple(sorted((phrase for phrase in phrases if len(phrase) > 1), key=len, reverse=True)),
        sum(1 for name in names if len(WORD.findall(name)) <= 1 and not any(_single(name))),
    )


def _single(name: str) -> Iterator[str]:
    """Yield the words of a name that are names by themselves, in every way in which they are written."""
    alone = len(name.split()) == 1
    for word in WORD.findall(name):
        if not (word[:1].isupper() or alone):
            continue
        parts = [part for part in HALVES.split(word) if len(part) >= _PART and part[:1].isupper()]
        for one in (word, *parts):
            for written in _spellings(one):
                if len(written) > 1 and written not in _NO_NAMES:
                    yield written


def _spellings(word: str) -> Iterator[str]:
    """Yield a name folded, with its umlauts spelled out or not, and in Latin letters; each without its ending.

    >>> sorted({*_spellings("Müller"), *_spellings("Moeller")})
    ['moeller', 'moller', 'mueller', 'muller']
    """
    folded = fold(word)
    yield _stem(folded)
    yield _stem(fold(word.lower().translate(_UMLAUTS)))
    if len(folded) > TELLING:
        yield _stem(_SPELLED_OUT.sub("", folded))
    for latin in in_latin(folded)[1:]:
        if latin.isascii():
            yield _bare(latin)
            yield _bare(folded)


def _stem(word: str) -> str:
    """Leave out a long name's last vowel, which its other cases do not have."""
    return word[:-1] if len(word) >= _INFLECTED and word[-1] in _VOWELS else word


def _bare(word: str) -> str:
    """Leave out the ending of a name in another alphabet: *Trotskii* is *Trotsky* elsewhere."""
    while len(word) > TELLING and word[-1] in _ENDS:
        word = word[:-1]
    return word
