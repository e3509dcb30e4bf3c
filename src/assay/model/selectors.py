"""Selectors: what a strike takes out.

orlov                          a person, group, source or claim, by its id
#goltsman-court                one statement
under interrogation            what was said under a condition
under interrogation by nkvd    ... put by someone
about terrorism                what speaks to claims with a theme
setting court                  what was said in a setting
"""

import re
from typing import Literal

from msgspec import Struct

from assay.model.entries import PRESSURES

_UNDER = re.compile(r"under (?P<kind>\w+)(?: by (?P<by>\S+))?")


class Selector(Struct, frozen=True, order=True):
    """One strike, by sort. `by` narrows a condition to one interrogator."""

    sort: Literal["name", "label", "under", "about", "setting"]
    value: str
    by: str | None = None

    def __str__(self) -> str:
        if self.sort == "name":
            return self.value
        if self.sort == "label":
            return f"#{self.value}"
        return f"{self.sort} {self.value}" + (f" by {self.by}" if self.by else "")


def parse_selector(text: str) -> Selector | None:
    """Read a selector, or return None where the words are none.

    >>> str(parse_selector("under interrogation by nkvd")), parse_selector("under the weather")
    ('under interrogation by nkvd', None)
    """
    text = text.strip()
    if (under := _UNDER.fullmatch(text)) is not None:
        return Selector("under", under["kind"], under["by"]) if under["kind"] in PRESSURES else None
    word, _, rest = text.partition(" ")
    rest = rest.strip()
    if word == "about" and rest:
        return Selector("about", rest)
    if word == "setting" and rest:
        return Selector("setting", rest)
    if rest or not word or word == "#":
        return None
    return Selector("label", word[1:]) if word[0] == "#" else Selector("name", word)
