"""XML, read event by event, each with its place; nothing that a document asks for is fetched or expanded."""

import re
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from assay.model.location import Span
from assay.sources.errors import UnreadableError
from assay.sources.limits import LIMITS, Limits

_TAG_MARKS = re.compile("[>\"']")
_MEND = "have it mended by whoever made it"
_WITHOUT = "write the characters themselves in its place"


class Reader(Protocol):
    """What takes a document's elements and words as they come."""

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag. `raw` is where it is written."""

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""

    def words(self, words: str, raw: Span) -> None:
        """Take words, line ends as they are written; where they are not as long as `raw`, a reference stands there."""


def local(name: str) -> str:
    """Return an element's name without its namespace's prefix."""
    return name.rpartition(":")[2]


def read_xml(document: str, reader: Reader, limits: Limits = LIMITS, *, base: int = 0) -> None:
    """Read a decoded XML document; `base` is added to every place.

    Raises:
        UnreadableError: it is not well formed, declares entities, refers to others, or is nested too deep.
    """
    _Pump(document, reader, limits, base).run()


class _Pump:
    """Leads expat's events, whose places are bytes, to a reader, whose places are characters."""

    def __init__(self, document: str, reader: Reader, limits: Limits, base: int) -> None:
        self.document = document
        self.reader = reader
        self.limits = limits
        self.base = base
        self.depth = self.elements = 0
        self._data = document.encode("utf-8")
        self._ascii = len(self._data) == len(document)
        self._byte = self._char = 0
        self._cdata = False
        self._parser = expat.ParserCreate(encoding="utf-8")
        self._parser.buffer_text = False
        self._parser.specified_attributes = True  # a declared default may be given again and again, and be endless
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.StartCdataSectionHandler = lambda: self._in_cdata(True)
        self._parser.EndCdataSectionHandler = lambda: self._in_cdata(False)
        self._parser.SkippedEntityHandler = self._skipped
        self._parser.EntityDeclHandler = _refuse_entities
        self._parser.ExternalEntityRefHandler = _refuse_entities

    def run(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            told = expat.ErrorString(error.code)
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
                raise UnreadableError(
                    f"uses an entity that it does not define, on line {error.lineno}", _WITHOUT
                ) from None
            raise UnreadableError(f"is no well-formed XML: line {error.lineno}: {told}", _MEND) from None

    def _here(self) -> int:
        """Return where the event is, in characters; events come in order."""
        byte = self._parser.CurrentByteIndex
        if self._ascii:
            return byte
        self._char += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._char

    def _tag(self) -> Span:
        start = self._here()
        return Span(self.base + start, self.base + self._tag_end(start))

    def _tag_end(self, start: int) -> int:
        end, quote = start, ""
        for match in _TAG_MARKS.finditer(self.document, start):
            end = match.end()
            if quote:
                quote = "" if match.group() == quote else quote
            elif match.group() == ">":
                return end
            else:
                quote = match.group()
        return end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.elements > self.limits.elements:
            raise UnreadableError(f"has more than {self.limits.elements} elements", "divide it")
        if self.depth > self.limits.depth:
            raise UnreadableError(f"has elements that lie more than {self.limits.depth} deep in one another")
        self.reader.start(name, attributes, self._tag())

    def _end(self, name: str) -> None:
        self.depth -= 1
        start = self._here()
        end = self.document.find(">", start) + 1 if self.document.startswith("</", start) else start
        self.reader.end(name, Span(self.base + start, self.base + end))

    def _in_cdata(self, now: bool) -> None:  # noqa: FBT001 - a state
        self._cdata = now

    def _words(self, words: str) -> None:
        start = self._here()
        if self.document[start] == "&" and not self._cdata:
            end = self.document.index(";", start) + 1
        elif self.document.startswith(words, start):
            end = start + len(words)
        else:  # a line's end, which XML reads as `\n`
            end = start + (2 if self.document.startswith("\r\n", start) else 1)
            words = self.document[start:end]
        self.reader.words(words, Span(self.base + start, self.base + end))

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat gives it so
        said = html5.get(f"{name};")
        if is_parameter or said is None:
            raise UnreadableError(f"uses an entity that it does not define, &{name};", _WITHOUT)
        start = self._here()
        end = self.document.index(";", start) + 1
        self.reader.words(said, Span(self.base + start, self.base + end))


def _refuse_entities(*_: object) -> int:
    raise UnreadableError("declares entities of its own, which are not expanded", _WITHOUT)
