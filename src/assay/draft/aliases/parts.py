"""What the ways of saying a name are made of, and what a way is."""

import re

from msgspec import Struct

from assay.draft.names.spelling import CAPITALS

_INITIALS = r"(?:(?:[A-Z]|Ya|Yu|Kh|Zh|Sh|Ch)\.\s?){1,3}"
_LINKS = r"(?:de|von|van|der|la|al|bin|abu|ap|del|da|di)"
CAPITAL = rf"(?:[OD]['’])?[A-Z{CAPITALS}][\w]+(?:['’][a-z]+(?<!['’]s))?(?:-[\w]+)*"
NAME = rf"(?:{_INITIALS})?{CAPITAL}(?:\s(?:{_LINKS}\s)?(?:{_INITIALS})?{CAPITAL}){{0,3}}"
OPEN, CLOSE = r"(?:[\"“”'‘’*_](?:the\s|The\s)?)?", r"[\"“”'’*_]?"
QUOTED_OPEN, QUOTED_CLOSE = r"[\"“'‘*]", r"[\"”'’*]"


class Way(Struct, frozen=True):
    """A way of saying it: its rule, its pattern, and whether it holds only inside somebody's quoted words."""

    rule: str
    pattern: re.Pattern[str]
    quoted_only: bool = False
    usual_first: bool = False
    """Whether either of the two names may be the alias: the rarer one is taken."""
    may_end: bool = False
    """Whether a sentence may end between the two."""
    near: bool = False
    """Whether a pronoun means whom its own sentence names first, if anybody."""


def way(
    rule: str,
    pattern: str,
    *,
    quoted_only: bool = False,
    usual_first: bool = False,
    may_end: bool = False,
) -> Way:
    """Compile a way."""
    return Way(rule, re.compile(pattern), quoted_only, usual_first, may_end)
