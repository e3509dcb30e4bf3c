"""HTML, as the web and Project Gutenberg have it, and the chapters of an EPUB."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Literal

from assay.model.location import Span
from assay.sources.errors import UnreadableError
from assay.sources.flow import LINE, PARAGRAPH, Flow, references
from assay.sources.limits import LIMITS, Limits
from assay.sources.page_labels import label_in
from assay.sources.tags import Tag, cut
from assay.sources.transcript import Transcript

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot
    thead tr ul""".split()  # noqa: SIM905 - a list to read
)
_LEFT_OUT = frozenset(
    ("head", "title", "script", "style", "template", "rp", "rt", "iframe", "noembed", "noframes", "textarea")
)
_IN_HEAD = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
_WITHIN = {
    "li": ("ul", "ol", "menu"), "dd": ("dl",), "dt": ("dl",), "td": ("table",), "th": ("table",), "tr": ("table",)
}  # fmt: skip
"""What need not be closed: it ends where what it is within ends, or where the next begins."""
_NEXT = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt"), "td": ("td", "th", "tr"), "th": ("td", "th", "tr"),
         "tr": ("tr",)}  # fmt: skip
_QUOTED = frozenset(("q", "blockquote"))
_NOTES = frozenset(("footnote", "endnote", "rearnote", "noteref", "doc-footnote", "doc-endnote", "doc-noteref"))
_PAGES = frozenset(("pagebreak", "doc-pagebreak", "pagenum", "pageno"))

_LONGEST_UNCLOSED = 60
"""Characters that what is never closed may hold: a label, not the rest of the work."""

_Doing = Literal["leaving out", "lifting", "marking", "paging"]


class _Open:
    """An element that is read in its own way, until its end tag."""

    def __init__(self, tag: Tag, doing: _Doing, start: list[int], into: Flow) -> None:
        self.tag = tag
        self.doing = doing
        self.start = start
        self.into = into  # where words went before
        self.level = self.within = 0  # how many elements of its name are open, it among them; and of those around it


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
        self._named: defaultdict[str, list[_Open]] = defaultdict(list)  # what is open, by its name
        self._levels = Counter[str]()  # elements that are open, whatever is done with them, by name
        self._kept = 0  # of what is open, how many mean that the words are not read
        self._pre = 0

    def read(self) -> None:
        """Read the whole document.

        Raises:
            UnreadableError: it is cut off, declares entities, or is nested too deep.
        """
        for token in cut(self.document, self.limits):
            if not isinstance(token, Tag):
                self._words(token.raw, literal=token.literal)
                continue
            self._implied(token)
            if token.opens:
                self._start(token)
            if token.closes:
                self._end(token)
        while self._open:
            self._unclosed(self._open[-1])

    def _unclosed(self, open_: _Open) -> None:
        """Close what the document never closes, unless words that are no label would go with it."""
        if open_.doing in ("lifting", "paging") and self.flow.at > _LONGEST_UNCLOSED:
            line = self.document.count("\n", 0, open_.tag.raw.start) + 1
            what = "a note" if open_.doing == "lifting" else "a page number"
            raise UnreadableError(f"has {what} on line {line} that is never closed", "close it in a copy")
        self._close(open_.tag.raw)

    def _raw(self, span: Span) -> Span:
        return span.shifted(self.base)

    def _words(self, span: Span, *, literal: bool) -> None:
        if self._kept and self._open[-1].tag.name == "head" and not self.document[span.start : span.end].isspace():
            self._close(span)  # as pages do whose head has no end
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

    def _implied(self, tag: Tag) -> None:
        """Close what ends where another element begins or ends, without an end tag of its own."""
        if self._named["head"] and tag.opens and tag.name not in _IN_HEAD and self._open[-1].tag.name == "head":
            self._close(tag.raw)
        while self._open and (name := self._open[-1].tag.name) in _WITHIN:
            within = self._within(name) - (tag.name in _WITHIN[name] and not tag.opens)
            deep = self._open[-1].within
            if within >= deep and not (tag.opens and within == deep and tag.name in _NEXT[name]):
                return
            self._close(tag.raw)

    def _within(self, name: str) -> int:
        return sum(self._levels[outer] for outer in _WITHIN.get(name, ()))

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
        if not tag.closes:
            self._levels[tag.name] += 1
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
        open_ = _Open(tag, doing, start, self.flow)
        open_.level = self._levels[tag.name]
        open_.within = self._within(tag.name)
        self._open.append(open_)
        self._named[tag.name].append(open_)
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
        level = self._levels[tag.name]
        self._levels[tag.name] = max(0, level - 1)
        named = self._named[tag.name]
        if named and named[-1].level >= level:
            self._close_until(named[-1], tag.raw)

    def _close_until(self, last: _Open, raw: Span) -> None:
        """Close an element, and what is open within it."""
        closed = None
        while closed is not last:
            closed = self._open[-1]
            self._close(raw)

    def _close(self, raw: Span) -> None:
        open_ = self._open.pop()
        self._named[open_.tag.name].pop()
        place = self._raw(Span(open_.tag.raw.start, raw.end))
        if open_.doing == "leaving out":
            self._kept -= 1
        elif open_.doing == "marking":
            self.flow.mark(open_.start, open_.tag.name, open_.tag.attributes.get("cite", ""))
        else:
            lifted, self.flow = self.flow, open_.into
            label = self._label(open_.tag, lifted.words) if open_.doing == "paging" else ()
            if open_.doing == "paging":
                self.flow.page(label)
            if not label:
                self.flow.lift_flow(lifted, place)

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
    flow = Flow(limits)
    start = int(document.startswith("\ufeff"))
    PageReader(document[start:] if start else document, flow, base=start, labels={}, limits=limits).read()
    return flow.transcript("html")
