"""Could a scanner, printer or typist have made the one word of the other?

Confusions of shapes, set by hand from what scanned books show (rn and m, h and b, e and c, l and 1, long s and f, and
so on). Each has a price of one, and so have two letters that changed places and a letter that is doubled or not;
inside a long word, any one letter may be misread. What stands at a word's beginning or end carries its grammar and its
sense, and there only the listed confusions are forgiven.
"""

import functools
import math

import edlib

_SHAPES = """
    ue u; oe o; ae a; e c o; b h; li u; l u; i l 1 j t f r; y v; ll u; ti u; il u; ri u; n u; w v; w iv; w vv;
    w av; ii u; c f; c d; t l; t f; f l; o 0; o 6; e 6; ct d; cl d; ol d; ae e; oe e; in m; rn m; ni m; nn m;
    m iii; iii m; nn im; ri n; n h; h li; h ii; k lc; r i; e i; a e o u; v i; s z; s 8; s 5; b 6; b 8; g 9;
    q g; f s; l s; st fl; ss ff; sh fli; d ol; tt ti; x z; p j; u v; fi h; m ni; r t; k h
"""
_LONG, _EDGE, _ASIDE = 6, 3, 4
_VOWELS = frozenset("aeou")


def _pairs() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for group in _SHAPES.split(";"):
        shapes = group.split()
        found |= {(a, b) for a in shapes for b in shapes if a != b}
    return frozenset(found)


_CONFUSED = _pairs()
_STARTING: dict[tuple[str, str], list[tuple[str, str]]] = {}
for _pair in _CONFUSED:
    _STARTING.setdefault((_pair[0][0], _pair[1][0]), []).append(_pair)


def is_misread(there: str, read: str, *, listed: bool = False) -> bool:
    """Say whether one word, folded to letters, may be a misreading of another; by listed confusions alone, if asked.

    Of names only the listed ones are asked for, and then no vowel is taken for another: Maria is not Mario.


    >>> is_misread("modern", "modem"), is_misread("government", "govemmcnt"), is_misread("casual", "causal")
    (True, True, True)
    >>> is_misread("accused", "acquitted"), is_misread("intended", "ntended"), is_misread("1936", "1938")
    (False, False, False)
    """
    return misreadings(there, read, listed=listed) <= 1 + (min(len(there), len(read)) - 1) // 6


@functools.lru_cache(1 << 14)
def misreadings(there: str, read: str, *, listed: bool = False) -> float:
    """Count the confusions that lead from one word to another; infinite where none do, or both are numbers."""
    shorter, longer = sorted((len(there), len(read)))
    if longer > shorter * 2 or (there.isdecimal() and read.isdecimal()):
        return math.inf
    if edlib.align(there, read, task="distance", k=3 + 2 * (shorter // 5))["editDistance"] < 0:
        return math.inf  # too far apart to be worth the closer look
    found: dict[tuple[int, int], float] = {(len(there), len(read)): 0}
    for a in range(len(there), -1, -1):
        for b in range(min(len(read), a + _ASIDE), max(-1, a - _ASIDE - 1), -1):
            costs = [
                price + found[a + x, b + y]
                for x, y, price in _steps(there, read, a, b, listed)
                if (a + x, b + y) in found
            ]
            if costs:
                found[a, b] = min(costs)
    return found.get((0, 0), math.inf)


def _steps(there: str, read: str, a: int, b: int, listed: bool) -> list[tuple[int, int, float]]:  # noqa: FBT001 - inner
    """Return the ways to go on from a place in each word: how many letters of each are taken, at what price."""
    found: list[tuple[int, int, float]] = []
    if a < len(there) and there[a] == read[b : b + 1]:
        found.append((1, 1, 0))
    found += (
        (len(x), len(y), 1)
        for x, y in _STARTING.get((there[a : a + 1], read[b : b + 1]), ())
        if there.startswith(x, a) and read.startswith(y, b) and not (listed and {x, y} <= _VOWELS)
    )
    if a + 2 <= len(there) and there[a : a + 2] == read[b : b + 2][::-1]:
        found.append((2, 2, 1))
    if 0 < a < len(there) and there[a] == there[a - 1]:
        found.append((1, 0, 1))
    if 0 < b < len(read) and read[b] == read[b - 1]:
        found.append((0, 1, 1))
    inside = _EDGE <= a < len(there) - _EDGE and len(there) >= _LONG and not (there + read).isdecimal()
    if inside and not listed:
        found += [(1, 1, 1.5), (1, 0, 1.5), (0, 1, 1.5)]
    return found
