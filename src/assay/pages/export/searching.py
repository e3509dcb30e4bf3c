"""The finished files, searched once more for what was to be withheld: text, attributes, and the file as it is."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from urllib.parse import unquote

from assay.pages.export.errors import ReportError
from assay.pages.export.withheld import Withheld
from assay.quotation.fold import WORD, fold
from assay.report.invisible import without_numbers

_INLINE = frozenset(
    {"a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "small", "span", "strong", "sub", "sup"}
)


class _Reader(HTMLParser):
    """Takes the words out of a file: what is shown, with words whole that elements divide, and every attribute."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for _, value in attrs if value]
        if tag not in _INLINE:
            self.shown += "\n\n"

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.shown += "\n\n"

    def handle_data(self, data: str) -> None:
        self.shown += data


def search(made: Mapping[str, str], withheld: Withheld) -> None:
    """Look for every name in every file, and in its name.

    Raises:
        ReportError: one is still there.
    """
    found = tuple(f"{name}: {where}" for name, words in made.items() for where in _found(name, words, withheld))
    if found:
        raise ReportError("a name that was to be withheld is still there; nothing was written", found)


def _found(name: str, words: str, withheld: Withheld) -> Iterator[str]:
    if withheld.is_in(name.removesuffix(".html")):
        yield "in the file's own name"
    reader = _Reader()
    reader.feed(words)
    reader.close()
    if withheld.is_in(without_numbers(reader.shown)):
        yield "in its words"
    for value in dict.fromkeys(reader.attributes):
        if withheld.is_in(value) or withheld.is_in(value.rpartition("#")[2]):
            yield "in an attribute"
    if withheld.is_in(unescape(words)):
        yield "in the file as it is written"
    elif withheld.is_in(unquote(unescape(unescape(words)))):
        yield "in the file, with letters written as codes (%41, &#65;)"


@cache
def own_words() -> frozenset[str]:
    """Return the words that our own templates have: a name that is one of them cannot be searched for in a file."""
    folder = files("assay.pages") / "templates"
    written = "\n".join(item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".html"))
    return frozenset(fold(part) for word in WORD.findall(written) for part in (word, *re.split(r"[-'’]", word)))
