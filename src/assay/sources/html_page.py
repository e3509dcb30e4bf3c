"""HTML, as the web and Project Gutenberg have it, and the chapters of an EPUB."""

from collections.abc import Mapping
from typing import Literal

from msgspec import structs

from assay.model.location import Span
from assay.sources.errors import UnreadableError
from assay.sources.flow import LINE, PARAGRAPH, Flow, references
from assay.sources.limits import LIMITS, Limits
from assay.sources.page_labels import label_in
from assay.sources.tags import VOID, Tag, cut
from assay.sources.transcript import Transcript

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot
    thead tr ul""".split()  # noqa: SIM905 - a list to read
)
_LEFT_OUT = frozenset(("head", "script", "style", "template", "rp", "rt", "iframe", "noembed", "noframes", "textarea"))
_QUOTED = frozenset(("q", "blockquote"))
_NOTES = frozenset(("footnote", "endnote", "rearnote", "noteref", "doc-footnote", "doc-endnote", "doc-noteref"))
_PAGES = frozenset(("pagebreak", "doc-pagebreak", "pagenum", "pageno"))

_Doing = Literal["leaving out", "lifting", "marking", "paging"]


class _Open:
    """An element that is read in its own way, until its end tag."""

    def __init__(self, tag: Tag, doing: _Doing, start: list[int], into: Flow) -> None:
        self.tag = tag
        self.doing = doing
        self.start = start
        self.into = into  # where words went before
        self.nested = 1  # elements of its name that are open


class PageReader:
    """Reads one HTML document into running text.

    `labels` are the pages that a list elsewhere names, by the id of the element at which they begin.
    """

    def __init__(self, document: str, flow: Flow, *, base: int = 0, labels: Mapping[str, str], limits: Limits) -> None:
        self.document = document
        self.flow = flow
        self.base = base
        self.labels = labels
        self.limits = limits
        self._open: list[_Open] = []
        self._kept = 0  # of what is open, how many mean that the words are not read
        self._pre = 0

    def read(self) -> None:
        """Read the whole document.

        Raises:
            UnreadableError: it is cut off, declares entities, or is nested too deep.
        """
        for token in cut(self.document):
            if not isinstance(token, Tag):
                self._words(token.raw, literal=token.literal)
                continue
            if token.opens:
                self._start(token)
            if token.closes:
                self._end(token)
        while self._open:
            self._close(self._open[-1].tag.raw)

    def _raw(self, span: Span) -> Span:
        return span.shifted(self.base)

    def _words(self, span: Span, *, literal: bool) -> None:
        if self._kept:
            return
        written = self.document[span.start : span.end]
        parts = ((written, Span(0, len(written)), True),) if literal or "&" not in written else references(written)
        for said, place, same in parts:
            raw = place.shifted(span.start + self.base)
            if not same:
                self.flow.whole(said, raw)
            elif self._pre:
                self.flow.exactly(said, raw.start)
            else:
                self.flow.text(said, raw.start)

    def _start(self, tag: Tag) -> None:
        doing = self._doing(tag)
        if tag.name in _BLOCKS and doing not in ("lifting", "paging"):
            if self._open and self._open[-1].tag.name == "p":
                self._close(tag.raw)  # a paragraph ends where another block begins
            self.flow.gap(PARAGRAPH)
        elif tag.name == "br":
            self.flow.gap(LINE)
        elif tag.name in ("td", "th"):
            self.flow.gap(" ")
        if tag.name == "pre":
            self._pre += 1
        for open_ in self._open:
            open_.nested += open_.tag.name == tag.name and tag.name not in VOID and not tag.closes
        if doing == "paging" and (tag.closes or not self._worded(tag)):
            self.flow.page(self._label(tag, ""))
        elif doing is not None and not tag.closes:
            self._begin(tag, doing)

    def _doing(self, tag: Tag) -> _Doing | None:
        if tag.name in _LEFT_OUT or "hidden" in tag.attributes:
            return "leaving out"
        if self._kept:
            return None
        types = {*tag.attributes.get("epub:type", "").split(), *tag.attributes.get("role", "").split()}
        classes = set(tag.attributes.get("class", "").lower().split())
        if (types | classes) & _PAGES or tag.attributes.get("id", "\0") in self.labels:
            return "paging"
        if types & _NOTES:
            return "lifting"
        return "marking" if tag.name in _QUOTED else None

    def _worded(self, tag: Tag) -> bool:
        """Say whether an element at which a page begins holds the page's number, not the page."""
        types = (tag.attributes.get(key, "").lower() for key in ("epub:type", "role", "class"))
        return any(word in _PAGES for words in types for word in words.split())

    def _begin(self, tag: Tag, doing: _Doing) -> None:
        if len(self._open) >= self.limits.depth:
            raise UnreadableError(f"has elements that lie more than {self.limits.depth} deep in one another")
        start = self.flow.start() if doing == "marking" else []
        self._open.append(_Open(tag, doing, start, self.flow))
        if doing == "leaving out":
            self._kept += 1
        elif doing != "marking":
            self.flow = Flow()

    def _end(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self.flow.gap(PARAGRAPH)
        if tag.name == "pre":
            self._pre = max(0, self._pre - 1)
        if tag.opens:
            return
        for depth in range(len(self._open) - 1, -1, -1):
            open_ = self._open[depth]
            if open_.tag.name == tag.name:
                open_.nested -= 1
        while any(open_.nested == 0 for open_ in self._open):
            self._close(tag.raw)

    def _close(self, raw: Span) -> None:
        open_ = self._open.pop()
        place = self._raw(Span(open_.tag.raw.start, raw.end))
        if open_.doing == "leaving out":
            self._kept -= 1
        elif open_.doing == "marking":
            self.flow.mark(open_.start, open_.tag.name, open_.tag.attributes.get("cite", ""))
        else:
            lifted, self.flow = self.flow, open_.into
            if open_.doing == "paging":
                self.flow.page(self._label(open_.tag, lifted.words))
            else:
                self.flow.lift(lifted.words, place)
                self.flow.asides += (structs.replace(note, at=self.flow.at) for note in lifted.asides)

    def _label(self, tag: Tag, words: str) -> tuple[tuple[str, str], ...]:
        names = (self.labels.get(tag.attributes.get("id", ""), ""), tag.attributes.get("title", ""), words)
        more = (tag.attributes.get("aria-label", ""), tag.attributes.get("id", ""))
        label = next((label for name in (*names, *more) if (label := label_in(name))), "")
        return (("", label),) if label else ()


def read_html(document: str, limits: Limits = LIMITS) -> Transcript:
    """Read a decoded HTML document.

    Raises:
        UnreadableError: it is cut off, declares entities, or is nested too deep.
    """
    flow = Flow()
    start = int(document.startswith("\ufeff"))
    PageReader(document[start:] if start else document, flow, base=start, labels={}, limits=limits).read()
    return flow.transcript("html")
