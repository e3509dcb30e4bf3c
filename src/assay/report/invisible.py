"""Characters that nobody sees and that change what is seen, shown by their numbers.

A character that turns the direction of writing around makes a sentence read otherwise than it stands in the file; one
without width parts a word that looks whole; one that steers a terminal hides lines. What is shown says so; what is
searched, compared, edited or handed to programs is left as it is.
"""

import re
from typing import IO, Any

from assay.report.plainly import showable

_UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f"
)
_OURS = r"\x1b\[[0-9;]*m|\x1b\[K|\x1b\[\?25[lh]"
"""Colours, and what a progress bar needs."""
_SHOWN = re.compile(rf"(?P<ours>{_OURS})|[{_UNSEEN}]")
_IN_PAGE = re.compile(rf"(?P<ours><textarea\b.*?</textarea>|<[^<>]*>)|[{_UNSEEN}]", re.DOTALL | re.IGNORECASE)
_TOLD = re.compile(r"\s(?:title|alt|aria-label)=(?:\"[^\"]*\"|'[^']*')")
_WRITTEN = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")


def visible(words: str) -> str:
    r"""Show what nobody sees, in words for a terminal; colours stay.

    >>> visible("on the \u202eneves\u202c")
    'on the ⟨U+202E⟩neves⟨U+202C⟩'
    """
    return words if words.isascii() and words.isprintable() else _SHOWN.sub(_numbered, showable(words))


def visible_in_page(page: str) -> str:
    r"""Show what nobody sees, in a page of HTML; what is in a field to be edited, or in a tag, stays as it is.

    >>> visible_in_page("<p id='a\u200bb'>a\u200bb")
    "<p id='a\u200bb'>a⟨U+200B⟩b"
    """
    return _IN_PAGE.sub(_in_tag, page)


def without_numbers(words: str) -> str:
    """Take out again what was put in, for whoever searches a finished page."""
    return _WRITTEN.sub("", words)


def _in_tag(match: re.Match[str]) -> str:
    """Show what nobody sees in a tooltip, and in words; a field and an address stay as they are."""
    tag = match["ours"]
    if tag is None or tag[:9].lower() == "<textarea":
        return _numbered(match)
    return _TOLD.sub(lambda told: _SHOWN.sub(_numbered, told[0]), tag)


def _numbered(match: re.Match[str]) -> str:
    return match["ours"] or f"⟨U+{ord(match[0]):04X}⟩"


class Screen:
    """A terminal to which nothing is written that is not seen. All else is the stream's own."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write words, with what nobody sees shown."""
        return self._stream.write(visible(words))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
