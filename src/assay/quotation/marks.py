"""How words are printed: what is compared once the letters are the same."""

import itertools
import re
import unicodedata

from assay.model.verdicts import Change
from assay.quotation.fold import numbers

_SAME_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def is_printed_alike(quote: str, source: str) -> bool:
    """Say whether two runs of words have the same marks and capitals, but for what the edges and the typeface do."""
    return _trimmed(quote) == _trimmed(source)


def _trimmed(words: str) -> str:
    """All but the marks at the edges, the kind of quotation marks and dashes, the width of spaces, composed letters."""
    words = " ".join(unicodedata.normalize("NFC", words).translate(_SAME_MARKS).split())
    return re.sub(r"^[\W_]+|[\W_]+$", "", words)


def same_numbers(quote: str, source: str) -> bool:
    """Say whether two runs of words have the same numbers as they are written."""
    return numbers(quote) == numbers(source)


def changed_numbers(quote: str, source: str) -> tuple[Change, ...]:
    """Return the numbers that differ."""
    pairs = itertools.zip_longest(numbers(source), numbers(quote), fillvalue="")
    return tuple(Change(theirs, ours) for theirs, ours in pairs if theirs != ours)
