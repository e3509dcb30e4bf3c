"""TEI XML: texts as editors encode them.

Pages are those of `<pb n="17"/>`; notes are lifted out; running heads (`<fw>`) and the header are not the work's words.
Where an editor gives two readings (`<choice>`), what stands on the page is read: `<sic>`, `<orig>`, `<abbr>`.
TEI P5, https://tei-c.org/release/doc/tei-p5-doc/en/html/
"""

from assay.model.location import Span
from assay.sources.flow import LINE, PARAGRAPH, Flow
from assay.sources.limits import LIMITS, Limits
from assay.sources.markup import local, read_xml
from assay.sources.page_labels import edition_in, label_in
from assay.sources.transcript import Transcript

_BLOCKS = frozenset(
    """ab argument bibl body byline castItem castList closer dateline div div1 div2 div3 div4 div5 docAuthor docDate
    docImprint docTitle epigraph figure front back head item l label lg list listBibl opener p postscript quote row
    salute signed sp speaker stage table text titlePage titlePart trailer""".split()  # noqa: SIM905 - a list to read
)
_INLINE_TOO = frozenset(("bibl", "label", "quote", "stage"))
"""Stand in the line as often as not: they part paragraphs only where they hold some."""
_LEFT_OUT = frozenset(("teiHeader", "fw", "facsimile", "sourceDoc", "standOff", "figDesc", "xenoData"))
_OTHER_READINGS = frozenset(("corr", "reg", "expan"))
_QUOTED = frozenset(("q", "quote", "said"))


class _Tei:
    """Takes a TEI document's elements and puts its words together."""

    def __init__(self, limits: Limits) -> None:
        self.flow = Flow(limits)
        self._path: list[str] = []
        self._left_out = 0  # depth of the outermost element that is not read
        self._quoted: list[tuple[list[int], str]] = []
        self._notes: list[tuple[Flow, int]] = []
        self._texts = 0

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag."""
        name = local(name)
        self._path.append(name)
        if self._left_out:
            return
        if name in _LEFT_OUT or (name in _OTHER_READINGS and self._path[-2:-1] == ["choice"]):
            self._left_out = len(self._path)
            return
        self._texts += name == "text"
        if name == "note":
            self._notes.append((self.flow, raw.start))
            self.flow = Flow()
        elif name in ("pb", "lb", "cb", "gb"):
            self._milestone(name, attributes)
        elif name in _BLOCKS - _INLINE_TOO:
            self.flow.gap(PARAGRAPH)
        elif name == "cell":
            self.flow.gap(" ")
        if name in _QUOTED:
            self._quoted.append((self.flow.start(), attributes.get("who", "")))

    def _milestone(self, name: str, attributes: dict[str, str]) -> None:
        if attributes.get("break") == "no":
            self.flow.joined()
        else:
            self.flow.gap(LINE)
        if name == "pb" and not self._notes:  # a note may run on; its page is that of its mark
            label = label_in(attributes.get("n", ""))
            self.flow.page(((edition_in(attributes.get("ed", "")), label),) if label else ())

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""
        name = local(name)
        depth = len(self._path)
        self._path.pop()
        if self._left_out:
            self._left_out = 0 if self._left_out == depth else self._left_out
            return
        self._texts -= name == "text"
        if name in _QUOTED:
            start, who = self._quoted.pop()
            self.flow.mark(start, name, who.removeprefix("#"))
        if name == "note":
            lifted = self.flow
            self.flow, start_of_note = self._notes.pop()
            self.flow.lift_flow(lifted, Span(start_of_note, raw.end))
        elif name in _BLOCKS - _INLINE_TOO:
            self.flow.gap(PARAGRAPH)
        elif name == "cell":
            self.flow.gap(" ")

    def words(self, words: str, raw: Span) -> None:
        """Take words."""
        if self._left_out or not self._texts:
            return
        if len(words) == len(raw):
            self.flow.text(words, raw.start)
        else:
            self.flow.whole(words, raw)


def read_tei(document: str, limits: Limits = LIMITS) -> Transcript:
    """Read a decoded TEI document.

    Raises:
        UnreadableError: it is not well formed, declares entities, or is nested too deep.
    """
    reader = _Tei(limits)
    read_xml(document, reader, limits)
    return reader.flow.transcript("tei")
