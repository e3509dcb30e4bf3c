"""What was probably meant: the known word most like a misspelt one."""

import difflib
from collections.abc import Iterable


def guess(word: str, known: Iterable[str]) -> str:
    """Return the known word most like a misspelt one, or nothing where none is near.

    >>> guess("afirms", ["affirms", "denies"])
    'affirms'
    >>> guess("zebra", ["affirms", "denies"])
    ''
    """
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.73)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Put a guess into the words of a help line."""
    near = guess(word, known)
    return f"did you mean {near}?" if near else otherwise
