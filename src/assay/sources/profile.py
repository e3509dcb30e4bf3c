"""How a file marks its pages, its sections and its compiler's comments."""

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


def _found(key: str, pattern: str, words: str) -> list[Match]:
    """Find a dossier's own pattern. A dossier that somebody sends may have one that never ends: it is stopped."""
    import regex  # noqa: PLC0415 - only where a dossier has patterns of its own

    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
        if compiled.groups < 1:
            raise ProfileError(f"{key} = '{pattern}' needs a group, (…), around the number")
        return list(compiled.finditer(words, timeout=_PATIENCE))
    except (regex.error, OverflowError, RecursionError) as error:
        raise ProfileError(f"{key} = '{pattern}' is no regular expression: {error}") from None
    except TimeoutError:
        raise ProfileError(f"{key} = '{pattern}' takes too long: write it with fewer * and + in one another") from None
