"""How a file marks its pages, its sections and its compiler's comments."""

import itertools
import re
from typing import Protocol

from msgspec import Struct

_PAGE = r"(?:pp?|ff?)[.,]\s*\w{1,12}"
_LABEL = rf"(?:(?!(?:see|cf|vgl|siehe|voir)\b)[^\W\d]\w*\s+)?{_PAGE}"
PAGE_MARK = rf"\{{\s*{_LABEL}(?:,\s*{_LABEL})*\s*\}}|\[\s*{_PAGE}\s*\]"
"""`{p. 17}`, `[p. 17]`, `{p, 379}` as scanners read it, `{hbk p. 351, pbk p. 427}`, `{f. 3r}`."""
ONE_LABEL = re.compile(r"(?:(?P<edition>[^\W\d]\w*)\s+)?(?:pp?|ff?)[.,]\s*(?P<label>\w+)")
COMMENT = r"\{[^{}]*\}"


_PATIENCE = 20.0  # seconds


class Match(Protocol):
    """Where a pattern was found, as any library of regular expressions tells it."""

    def start(self) -> int:
        """Return where it begins."""

    def end(self) -> int:
        """Return where it ends."""

    def span(self) -> tuple[int, int]:
        """Return both."""

    def group(self) -> str:
        """Return all of it."""

    def groups(self) -> tuple[str | None, ...]:
        """Return its groups."""

    def __getitem__(self, group: int) -> str | None: ...


class ProfileError(Exception):
    """A profile that cannot be used."""


class Profile(Struct, frozen=True):
    """How to read one file.

    `section` is a regular expression for the start of a numbered section's heading, its number the first group. Where a
    `compiler` is named, braces that are no page marks hold the compiler's words. `encoding` and
    `format` are stated where a document does not tell them, or tells them wrongly.
    """

    path: str
    sha256: str = ""
    encoding: str = ""
    compiler: str = ""
    section: str = ""
    page: str = ""
    format: str = ""
    note: str = ""
    """What leads to a note, such as `\\[\\d+\\]`: it is no word of the text."""
    quote: str = ""
    """What opens a block quotation; `quote_end` is what closes it."""
    quote_end: str = ""
    editor: str = ""
    """Whose words signed brackets are, whatever the signature."""

    def note_marks(self, words: str) -> list[Match]:
        """Find what leads to notes.

        Raises:
            ProfileError: the pattern is no regular expression, or takes too long.
        """
        return _found("note", self.note, words, 0) if self.note else []

    def blocks(self, words: str) -> list[tuple[Match, Match]]:
        """Find block quotations by the patterns that open and close them; what is opened anew was never closed.

        Raises:
            ProfileError: a pattern is no regular expression, or takes too long, or only one of the two is given.
        """
        if not self.quote and not self.quote_end:
            return []
        if not self.quote or not self.quote_end:
            raise ProfileError("quote says what opens a block quotation, and quote_end what closes it: give both")
        closing = _found("quote_end", self.quote_end, words, 0)
        found: list[tuple[Match, Match]] = []
        for opening, following in itertools.pairwise([*_found("quote", self.quote, words, 0), None]):
            assert opening is not None
            until = following.start() if following is not None else len(words) + 1
            close = next((mark for mark in closing if opening.end() <= mark.start() < until), None)
            if close is not None:
                found.append((opening, close))
        return found

    def section_heads(self, words: str) -> list[Match]:
        """Find the heads of numbered sections, the number in the first group.

        Raises:
            ProfileError: the pattern is no regular expression, has no group for the number, or takes too long.
        """
        return _found("section", self.section, words) if self.section else []

    def page_marks(self, words: str) -> list[Match]:
        """Find the dossier's own page marks, the label in the first group.

        Raises:
            ProfileError: the pattern is no regular expression, has no group for the label, or takes too long.
        """
        return _found("page", self.page, words)


def _found(key: str, pattern: str, words: str, groups: int = 1) -> list[Match]:
    """Find a dossier's own pattern. A dossier that somebody sends may have one that never ends: it is stopped."""
    import regex  # noqa: PLC0415 - only where a dossier has patterns of its own

    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
        if compiled.groups < groups:
            raise ProfileError(f"{key} = '{pattern}' needs a group, (…), around the number")
        return [match for match in compiled.finditer(words, timeout=_PATIENCE) if match.group()]
    except (regex.error, OverflowError, RecursionError) as error:
        raise ProfileError(f"{key} = '{pattern}' is no regular expression: {error}") from None
    except TimeoutError:
        raise ProfileError(f"{key} = '{pattern}' takes too long: write it with fewer * and + in one another") from None
