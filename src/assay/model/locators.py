"""Locators: where in a work, by the labels that are printed in it.

`p. 17`, `pp. 25-60`, `f. 3r`, `¶ 12`, `section 5`, and `hbk p. 351` where two editions are marked at once.
"""

import re

from msgspec import Struct

_UNITS = {
    "p": "page", "pp": "page", "page": "page", "pages": "page",
    "f": "folio", "ff": "folio", "fol": "folio", "fols": "folio",
    "¶": "paragraph", "¶¶": "paragraph", "par": "paragraph", "para": "paragraph", "paras": "paragraph",
    "section": "section", "sections": "section", "§": "section", "§§": "section",
}  # fmt: skip
_LOCATOR = re.compile(
    r"(?:(?P<edition>[^\W\d]\w*) )?(?P<unit>[^\W\d]+|¶¶?|§§?)\.?\s*(?P<first>\w+)(?:\s*[-–—]\s*(?P<last>\w+))?"
)
_SHORT = {"page": ("p.", "pp."), "folio": ("f.", "ff."), "paragraph": ("¶", "¶¶"), "section": ("section", "sections")}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_WORD = re.compile(r"(?=[ivxlcdm])m*(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.IGNORECASE)


_FOLIO = re.compile(r"(\d{1,9})([rv])", re.ASCII)
_LONGEST = 9


def is_folio(label: str) -> bool:
    """Say whether a label is that of a leaf's front or back: `3r`, `3v`."""
    return _FOLIO.fullmatch(label) is not None


class Locator(Struct, frozen=True, array_like=True):
    """A place in a work: `unit` is page, folio, paragraph or section; `last` equals `first` unless it is a range."""

    unit: str
    first: str
    last: str
    edition: str = ""

    def __str__(self) -> str:
        one, many = _SHORT[self.unit]
        edition = f"{self.edition} " if self.edition else ""
        if self.first == self.last:
            return f"{edition}{one} {self.first}"
        return f"{edition}{many} {self.first}-{self.last}"


def parse_locator(text: str) -> Locator | None:
    """Read a locator, or return None where the words are none.

    >>> str(parse_locator("pp. 361-65")), str(parse_locator("hbk p. 351")), parse_locator("chapter two")
    ('pp. 361-365', 'hbk p. 351', None)
    >>> parse_locator("pp. 62-61") is None
    True
    """
    match = _LOCATOR.fullmatch(text.strip())
    if match is None or (unit := _UNITS.get(match["unit"].lower())) is None:
        return None
    first, last = match["first"], match["last"] or match["first"]
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: -len(last)] + last  # pp. 361-65
    low, high = ordinal(first), ordinal(last)
    if low is not None and high is not None and low[0] == high[0] and low[1] > high[1]:
        return None
    return Locator(unit, first, last, match["edition"] or "")


def ordinal(label: str) -> tuple[str, int] | None:
    """Place a printed label in its own series: arabic or roman pages, rectos and versos. None for other labels.

    >>> ordinal("17"), ordinal("xxix"), ordinal("3v"), ordinal("plate")
    (('arabic', 17), ('roman', 29), ('folio', 7), None)
    """
    if label.isascii() and label.isdigit() and len(label) <= _LONGEST:
        return "arabic", int(label)
    if (folio := _FOLIO.fullmatch(label)) is not None:
        return "folio", 2 * int(folio[1]) + (folio[2] == "v")
    if _ROMAN_WORD.fullmatch(label):
        values = [_ROMAN[letter] for letter in label.lower()]
        return "roman", sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return None


def written(series: str, number: int) -> str:
    """Write the label that stands at a place in its series: the inverse of `ordinal`, in lower case.

    >>> written("roman", 28), written("folio", 7)
    ('xxviii', '3v')
    """
    if series == "folio":
        return f"{number // 2}{'rv'[number % 2]}"
    if series == "arabic":
        return str(number)
    letters = ""
    for value, digits in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        count, number = divmod(number, value)
        letters += digits * count
    return letters
