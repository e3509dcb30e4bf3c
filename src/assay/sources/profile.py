"""How a file marks its pages, its sections and its compiler's comments."""

import re

from msgspec import Struct

_PAGE = r"(?:pp?|ff?)[.,]\s*\w{1,12}"
_LABEL = rf"(?:(?!(?:see|cf|vgl|siehe|voir)\b)[^\W\d]\w*\s+)?{_PAGE}"
PAGE_MARK = rf"\{{\s*{_LABEL}(?:,\s*{_LABEL})*\s*\}}|\[\s*{_PAGE}\s*\]"
"""`{p. 17}`, `[p. 17]`, `{p, 379}` as scanners read it, `{hbk p. 351, pbk p. 427}`, `{f. 3r}`."""
ONE_LABEL = re.compile(r"(?:(?P<edition>[^\W\d]\w*)\s+)?(?:pp?|ff?)[.,]\s*(?P<label>\w+)")
COMMENT = r"\{[^{}]*\}"


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

    def section_pattern(self) -> re.Pattern[str] | None:
        """Compile the pattern of section headings.

        Raises:
            ProfileError: it is no regular expression, or has no group for the number.
        """
        return _compiled("section", self.section, re.MULTILINE) if self.section else None

    def page_pattern(self) -> re.Pattern[str]:
        """Compile the pattern of page marks. One of the dossier's own has the label as its first group.

        Raises:
            ProfileError: it is no regular expression, or has no group for the label.
        """
        return _compiled("page", self.page, re.MULTILINE) if self.page else re.compile(PAGE_MARK)


def _compiled(key: str, pattern: str, flags: int) -> re.Pattern[str]:
    try:
        compiled = re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise ProfileError(f"{key} = '{pattern}' is no regular expression: {error}") from None
    if compiled.groups < 1:
        raise ProfileError(f"{key} = '{pattern}' needs a group, (…), around the number")
    return compiled
