"""ALTO XML: scanned pages, each word with the rectangle in which the recogniser saw it.

A word that is divided at a line's end is joined as `SUBS_CONTENT` has it. What stands in the margins (page numbers,
running heads) is lifted out. ALTO 2 to 4, https://www.loc.gov/standards/alto/
"""

import math
import re

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Box
from assay.sources.flow import PARAGRAPH, Flow, references
from assay.sources.limits import LIMITS, Limits
from assay.sources.markup import local, read_xml
from assay.sources.page_labels import label_in
from assay.sources.transcript import Transcript

_CONTENT = re.compile(r"""\sCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MARGINS = frozenset(("TopMargin", "BottomMargin", "LeftMargin", "RightMargin"))
_HYPHENS = ("-", "\u00ad", "\u00ac", "\u2010", "\u2e17")  # as recognisers write them at a line's end


class _Alto:
    """Takes an ALTO document's elements and puts its words together."""

    def __init__(self, document: str, limits: Limits) -> None:
        self.document = document
        self.flow = Flow(limits)
        self.margins = False
        self._page = -1
        self._body: tuple[Flow, int] | None = None  # where words went before the margin, and where that began
        self._divided = ""  # the whole word, of which the first part was read
        self._part = ""
        self._hyphen: tuple[str, Span] | None = None

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag."""
        name = local(name)
        if name == "Page":
            self._begin_page(attributes)
        elif name in _MARGINS and self._body is None:
            self._body, self.flow = (self.flow, raw.start), Flow()
        elif name == "TextBlock":
            self.flow.gap(PARAGRAPH)
        elif name == "SP":
            self.flow.gap(" ")
        elif name == "HYP":
            self._hyphen = attributes.get("CONTENT", "") or "-", raw
            if not self._divided:
                self._say(self._hyphen[0], raw)
        elif name == "String":
            self._string(attributes, raw)

    def _begin_page(self, attributes: dict[str, str]) -> None:
        self._page += 1
        self.flow.gap(PARAGRAPH)
        printed = label_in(attributes.get("PRINTED_IMG_NR", ""))
        scan = label_in(attributes.get("PHYSICAL_IMG_NR", "")) or str(self._page + 1)
        self.flow.page(((("", printed),) if printed else ()) + (("scan", scan),))

    def _string(self, attributes: dict[str, str], raw: Span) -> None:
        words, whole = attributes.get("CONTENT", ""), attributes.get("SUBS_CONTENT", "")
        kind = attributes.get("SUBS_TYPE", "")
        self.flow.gap(" ")
        if self._body is not None:
            self._say(words, raw)  # in a margin, while a word of the page may be divided
            return
        if kind == "HypPart2" and self._divided:
            self._join(words)
        self._divided = self._part = ""
        self._hyphen = None
        seen = self.flow.start()
        if kind == "HypPart1" and whole:
            bare = words.rstrip("".join(_HYPHENS))
            if bare != words and whole.startswith(bare) and not whole.startswith(words):
                words = bare  # the hyphen is in the string, and not in the word
            self._divided, self._part = whole, words
        self._say(words, raw)
        if self._page >= 0 and (box := _box(attributes)) is not None:
            self.flow.seen(seen, self._page, box)

    def _join(self, words: str) -> None:
        """Join a divided word's second part to its first, with the hyphen where the word has one."""
        hyphen = self._hyphen
        if hyphen is not None and self._divided == f"{self._part}{hyphen[0]}{words}":
            self.flow.glue()
            self._say(*hyphen)
        self.flow.glue()

    def _say(self, words: str, raw: Span) -> None:
        """Add words that stand in an attribute of a tag."""
        match = _CONTENT.search(self.document, raw.start, raw.end)
        if match is None:
            self.flow.whole(words, raw)
            return
        group = 1 if match[1] is not None else 2
        at = match.start(group)
        parts = list(references(match[group]))
        if not "".join(said for said, *_ in parts).startswith(words):
            self.flow.whole(words, Span(*match.span(group)))
            return
        left = len(words)  # a hyphen at the end may not be of the word
        for said, place, same in parts:
            if same and left:
                self.flow.exactly(said[:left], at + place.start)
            elif left:
                self.flow.whole(said, place.shifted(at))
            left = max(0, left - len(said))

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""
        name = local(name)
        if name == "TextLine":
            self.flow.line_end()
        elif name == "TextBlock":
            self.flow.gap(PARAGRAPH)
        elif name in _MARGINS and self._body is not None:
            lifted = self.flow
            self.flow, start = self._body
            self._body = None
            self.margins = self.margins or lifted.at > 0
            self.flow.lift_flow(lifted, Span(start, raw.end))

    def words(self, words: str, raw: Span) -> None:
        """Take words: ALTO has none between its tags."""


def _box(attributes: dict[str, str]) -> Box | None:
    try:
        x, y, width, height = (float(attributes[key]) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    except (KeyError, ValueError):
        return None
    box = Box(x, y, x + width, y + height)
    return box if all(map(math.isfinite, structs.astuple(box))) else None


def read_alto(document: str, limits: Limits = LIMITS) -> Transcript:
    """Read a decoded ALTO document.

    Raises:
        UnreadableError: it is not well formed, declares entities, or is nested too deep.
    """
    reader = _Alto(document, limits)
    read_xml(document, reader, limits)
    notices = ("What stands in the margins is lifted out.",) if reader.margins else ()
    return structs.replace(reader.flow.transcript("alto"), pages_by="sheets", notices=notices)
