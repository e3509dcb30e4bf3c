"""When two spellings are one name: transliterations, and letters that a scanner misreads.

`sound` brings the ways of writing a Russian name in Latin letters to one: *Piatakov, Pyatakov*; *Trotskii, Trotsky,
Trotzky*; *Zinoviev, Zinov'yev, Zinovev*. It knows the usual systems (Library of Congress, BGN/PCGN, the newspapers'),
not all of them, and brings no two ordinary Western names together that are spelt otherwise.
"""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("['’ʼ`´\u02b9‘]")
_SOUNDS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"shch|sch|sh", "S"),
        (r"tch|ch|cz", "C"),
        (r"kh", "h"),
        (r"zh", "Z"),
        (r"tz|ts", "T"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"o(?:ff)$", "ov"),
        (r"e(?:ff)$", "ev"),
        (r"(?:ii|iy|yi|ij|yj|yy|y|i)$", "i"),
        (r"(?<=[^aeiou])(?:iy|y|i|j)e|^ye", "e"),
        (r"(?<=[aeiou])(?:ye|je)", "e"),
        (r"iya|iia|ya|ia|ja", "A"),
        (r"yu|iu|ju", "U"),
        (r"y|j", "i"),
        (r"(.)\1", r"\1"),
    )
)
CAPITALS = "".join(letter for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper())
"""Capitals with marks, of every language that writes in Latin letters."""
_SHORTEST = 5
"""Letters of a name, below which one misread letter may as well make another name."""
_CONFUSED = tuple(
    frozenset(letters)
    for letters in (
        "ecoa",
        "il1tjr",
        "unvr",
        "hbk",
        "hn",
        "lk",
        "ftl",
        "gqyj",
        "mnr",
        "s5z",
        "o0dq",
        "bd",
        "vwy",
        "pb",
        "ce",
        "ae",
    )
)
_RUNS = (
    ("rn", "m"),
    ("cl", "d"),
    ("li", "h"),
    ("vv", "w"),
    ("ii", "n"),
    ("ri", "n"),
    ("nn", "m"),
    ("1", "l"),
    ("0", "o"),
)
_LONG = 6
_VOWELS = "aeiouy"


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Fold a word: no accents, no apostrophes, small letters.

    >>> plain("Zinov'yev"), plain("Broué")
    ('zinovyev', 'broue')
    """
    letters = unicodedata.normalize("NFKD", _MARKS.sub("", word))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Write a name in one way, whatever the system in which it was transliterated.

    >>> {sound(name) for name in ("Piatakov", "Pyatakov", "Pjatakov")}
    {'pAtakov'}
    >>> sound("Trotskii") == sound("Trotsky") == sound("Trotzky")
    True
    >>> sound("Zinoviev") == sound("Zinov'yev") == sound("Zinovev")
    True
    >>> sound("Smirnov") == sound("Smirnova"), sound("Mironov") == sound("Smirnov")
    (False, False)
    """
    written = plain(word)
    for pattern, letters in _SOUNDS:
        written = pattern.sub(letters, written)
    return written


def misread(rare: str, usual: str) -> bool:
    """Say whether a scanner may have made one name of another: one letter, or a run that looks like another.

    An ending that makes another name is no misreading (*Smirnova* of *Smirnov*).

    >>> misread("Kamencv", "Kamenev"), misread("Karnenev", "Kamenev"), misread("Goltsmann", "Goltsman")
    (True, True, True)
    >>> misread("Smirnova", "Smirnov"), misread("Bykov", "Rykov"), misread("Berg", "Borg")
    (False, False, False)
    """
    one, other = plain(rare), plain(usual)
    if one == other or min(len(one), len(other)) < _SHORTEST:
        return False
    for seen, meant in _RUNS:
        if one.replace(seen, meant) == other or one == other.replace(meant, seen):
            return True
    return _one_letter(one, other)


def _one_letter(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        if one[start + 1 :] == other[start + 1 :]:
            pair = {one[start], other[start]}
            is_ending = start == len(one) - 1 and pair & set(_VOWELS)
            return not is_ending and any(pair <= confused for confused in _CONFUSED)
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return swapped and one[start + 2 :] == other[start + 2 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) - len(shorter) != 1 or longer[start + 1 :] != shorter[start:]:
        return False
    if start == len(shorter):  # an ending: a letter written twice, or one that was lost of a long name
        is_lost = longer == other and len(other) > _LONG and longer[-1] != "a"
        return is_lost or (longer[-1] == longer[-2] and longer[-1] not in _VOWELS)
    return start > 0
