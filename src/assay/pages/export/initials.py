"""Names of which only the first letters are left, and names that a space or a line's end divides."""

import re
from collections.abc import Collection, Sequence

_BEHIND = re.compile(r",\s{0,3}((?:[^\W\d_]\.\s{0,2}){1,4})")
_ALONE = r"(?<![\w.])"


def initials(phrases: Collection[Sequence[str]]) -> re.Pattern[str] | None:
    """Find whole names of which the initials are left: *N. B.* for Nora Berg.

    >>> [bool(initials([("nora", "berg")]).search(words)) for words in ("as N. B. said", "in b. n.")]
    [True, False]
    """
    letters = {tuple(word[0].upper() for word in phrase) for phrase in phrases if len(phrase) > 1}
    letters |= {(one[0], one[-1]) for one in letters}
    ways = [
        r"\s{0,3}".join(rf"{re.escape(letter)}\." for letter in one) for one in sorted(letters, key=len, reverse=True)
    ]
    return re.compile(f"{_ALONE}(?:{'|'.join(ways)})(?!\\w)") if ways else None


def behind(text: str, end: int, phrases: Collection[Sequence[str]]) -> int:
    """Return where the initials end that stand behind a surname and a comma: *Berg, N.*; `end` where there are none."""
    match = _BEHIND.match(text, end)
    known = {word[0] for phrase in phrases for word in phrase}
    is_his = match is not None and {letter.lower() for letter in match[1] if letter.isalpha()} <= known
    return end + len(match[0].rstrip()) if match is not None and is_his else end


def broken(names: Collection[str]) -> re.Pattern[str] | None:
    """Find names that a space or a line's end divides in two: *Ner uda*.

    >>> bool(broken(["neruda"]).search("so ner uda sang")), bool(broken(["neruda"]).search("a corner uda"))
    (True, False)
    """
    ways = [
        rf"{re.escape(name[:at])}\s{{1,3}}{re.escape(name[at:])}"
        for name in sorted(names, key=len, reverse=True)
        for at in range(1, len(name))
    ]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})[^\W\d_]{{0,4}}(?![^\W_])") if ways else None
