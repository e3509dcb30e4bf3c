"""A quotation taken apart: its words, its marks of omission, and the brackets that were put into it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from assay.model.verdicts import Change
from assay.quotation.fold import WORD, fold

_DOTS = r"(?:\.\s*){3,}|…(?:\s*\.)?"
OMISSION = re.compile(
    rf"\[\s*(?:{_DOTS})\s*\]|\(\s*(?:{_DOTS})\s*\)|<\s*(?:{_DOTS})\s*>|{_DOTS}|(?:\*\s*){{3}}|(?:[-–—]\s){{3}}"
)
"""`...`, `…`, `. . .`, `[...]`, `(…)`, `* * *`, `- - -`."""
INSERTION = re.compile(r"\[[^\[\]]*\]")
_GLUED = re.compile(r"[^\W\d_]+\[[^\[\]]+\][^\W\d_]*|\[[^\[\]]+\][^\W\d_]+")
_PART = re.compile(f"(?P<omission>{OMISSION.pattern})|(?P<insertion>{INSERTION.pattern})|(?P<word>{WORD.pattern})")


class Token(Struct, frozen=True):
    """A word of a quotation: folded, as written, and where it stands in the quotation.

    `after` is what stands between the last word and this one: a mark of omission, words in brackets, or nothing.
    """

    letters: str
    written: str
    at: int
    omission: bool = False
    insertion: str = ""


class Taken(Struct, frozen=True):
    """A quotation's words in order, whether it has a mark of omission anywhere, and its brackets with words in them."""

    words: tuple[Token, ...]
    has_omission: bool
    insertions: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The words' letters."""
        return "".join(word.letters for word in self.words)


def take_apart(quote: str) -> Taken:
    """Take a quotation apart.

    >>> [(t.letters, t.omission, t.insertion) for t in take_apart("He ... told [the man] them").words]
    [('he', False, ''), ('told', True, ''), ('them', False, '[the man]')]
    """
    words: list[Token] = []
    insertions: list[str] = []
    omission, insertion, ever = False, "", False
    for match in _PART.finditer(quote):
        if match["omission"]:
            omission = ever = True
        elif match["insertion"]:
            if fold(match["insertion"]):
                insertions.append(match["insertion"])
                insertion = f"{insertion} {match['insertion']}".strip()
        elif letters := fold(match["word"]):
            words.append(Token(letters, match["word"], match.start(), omission, insertion))
            omission, insertion = False, ""
    return Taken(tuple(words), ever, tuple(insertions))


def glued(quote: str) -> Iterator[Change]:
    """Find brackets inside a word: `[il]legal` is not *legal*."""
    for match in _GLUED.finditer(quote):
        whole = match.group()
        yield Change(INSERTION.sub("", whole), whole)
