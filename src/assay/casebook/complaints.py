"""What the lexer and the parser could not read, as values."""

import difflib
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Sort = Literal["syntax", "kind", "field", "act", "value", "date"]


class Complaint(Struct, frozen=True, array_like=True):
    """Something in a casebook file that cannot be read, by sort, with its line and column (from 1)."""

    sort: Sort
    line: int
    column: int
    width: int
    message: str
    help: str = ""


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
