"""hOCR: scanned pages as a recogniser such as Tesseract writes them, each word with the rectangle in which it was seen.

hOCR 1.2, http://kba.github.io/hocr-spec/1.2/
"""

import re
from collections import Counter

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Box
from assay.sources.errors import UnreadableError
from assay.sources.flow import LINE, PARAGRAPH, Flow, references
from assay.sources.limits import LIMITS, Limits
from assay.sources.page_labels import label_in
from assay.sources.tags import Tag, cut
from assay.sources.transcript import Transcript

_PARAGRAPHS = frozenset(("ocr_carea", "ocr_par", "ocrx_block"))
_LINES = frozenset(("ocr_line", "ocrx_line", "ocr_caption", "ocr_textfloat"))
_LIFTED = frozenset(("ocr_header", "ocr_footer", "ocr_pageno"))
_BOX = re.compile(r"\bbbox\s+(-?\d{1,9}(?:\.\d{1,9})?)" + r"\s+(-?\d{1,9}(?:\.\d{1,9})?)" * 3)
_LABEL = re.compile(r"""\blpageno\s+["']?([^;"']+)""")


class _Open:
    """An element that is open."""

    def __init__(self, tag: Tag, kind: str, flow: Flow) -> None:
        self.tag = tag
        self.kind = kind
        self.flow = flow
        self.start = flow.start() if kind in ("word", "line") else []
        self.seen = len(flow.regions)


class _Hocr:
    """Takes an hOCR document's tags and puts its words together."""

    def __init__(self, document: str, limits: Limits) -> None:
        self.document = document
        self.flow = Flow(limits)
        self.lifted = False
        self._limits = limits
        self._page = -1
        self._open: list[_Open] = []
        self._names = Counter[str]()  # of what is open

    def read(self) -> None:
        for token in cut(self.document, self._limits):
            if not isinstance(token, Tag):
                self._words(token.raw)
                continue
            if token.opens:
                self._start(token)
            if token.closes:
                self._end(token)

    def _words(self, span: Span) -> None:
        if self._page < 0:
            return
        for said, place, same in references(self.document[span.start : span.end]):
            if same:
                self.flow.text(said, place.start + span.start)
            else:
                self.flow.whole(said, place.shifted(span.start))

    def _start(self, tag: Tag) -> None:
        kind = _kind(tag)
        if kind == "page":
            self._begin_page(tag.attributes.get("title", ""))
        elif kind in ("paragraph", "line"):
            self.flow.gap(PARAGRAPH if kind == "paragraph" else LINE)
        elif kind == "word":
            self.flow.gap(" ")
        if tag.closes:
            return
        if len(self._open) >= self._limits.depth:
            raise UnreadableError(f"has elements that lie more than {self._limits.depth} deep in one another")
        self._open.append(_Open(tag, kind, self.flow))
        self._names[tag.name] += 1
        if kind == "lifted":
            self.flow = Flow()

    def _begin_page(self, title: str) -> None:
        self._page += 1
        self.flow.gap(PARAGRAPH)
        match = _LABEL.search(title)
        label = label_in(match[1]) if match is not None else ""
        self.flow.page(((("", label),) if label else ()) + (("scan", str(self._page + 1)),))

    def _end(self, tag: Tag) -> None:
        if tag.opens or not self._names[tag.name]:
            return
        while True:
            closed = self._open.pop()
            self._names[closed.tag.name] -= 1
            self._close(closed, tag.raw)
            if closed.tag.name == tag.name:
                return

    def _close(self, closed: _Open, raw: Span) -> None:
        if closed.kind in ("word", "line"):
            box = _box(closed.tag)
            within = closed.flow is not self.flow or len(self.flow.regions) > closed.seen
            if box is not None and not within:
                self.flow.seen(closed.start, self._page, box)
        if closed.kind == "line":
            self.flow.line_end()
        elif closed.kind == "paragraph":
            self.flow.gap(PARAGRAPH)
        elif closed.kind == "lifted":
            lifted, self.flow = self.flow, closed.flow
            self.flow.lift_flow(lifted, Span(closed.tag.raw.start, raw.end))
            self.lifted = True


def _kind(tag: Tag) -> str:
    classes = set(tag.attributes.get("class", "").split())
    if "ocr_page" in classes:
        return "page"
    if classes & _LIFTED:
        return "lifted"
    if classes & _PARAGRAPHS:
        return "paragraph"
    if classes & _LINES:
        return "line"
    return "word" if "ocrx_word" in classes else ""


def _box(tag: Tag) -> Box | None:
    match = _BOX.search(tag.attributes.get("title", ""))
    return Box(*map(float, match.groups())) if match is not None else None


def read_hocr(document: str, limits: Limits = LIMITS) -> Transcript:
    """Read a decoded hOCR document.

    Raises:
        UnreadableError: it is cut off, declares entities, or is nested too deep.
    """
    reader = _Hocr(document, limits)
    reader.read()
    notices = ("Running heads and page numbers are lifted out.",) if reader.lifted else ()
    return structs.replace(reader.flow.transcript("hocr"), pages_by="sheets", notices=notices)
