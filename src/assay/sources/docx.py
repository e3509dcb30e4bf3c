"""DOCX, as Word and others write it: paragraphs in order, notes and comments lifted out.

Pages are made anew each time such a document is shown, so it has none to cite: paragraphs are cited.
Office Open XML, ECMA-376 part 1, chapter 17.
"""

from collections.abc import Iterator

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Part
from assay.sources.archive import Archive
from assay.sources.decode import decoded
from assay.sources.flow import LINE, PARAGRAPH, Flow
from assay.sources.limits import LIMITS, Limits
from assay.sources.markup import local, read_xml
from assay.sources.transcript import Transcript

DOCUMENT = "word/document.xml"
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference", "comment": "commentReference"}
_LEFT_OUT = frozenset(
    (
        "del",
        "moveFrom",
        "Fallback",
        "instrText",
        "delText",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
    )
)
_BOX = "txbxContent"
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "\u00ad"}


class _Body:
    """Takes the elements of a document, and lifts notes out where they are referred to."""

    def __init__(self, notes: dict[tuple[str, str], tuple[str, Span]]) -> None:
        self.flow = Flow()
        self.deleted = self.boxes = False
        self._notes = notes
        self._left_out = self._depth = 0
        self._in_text = False
        self._boxes: list[tuple[Flow, int]] = []

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag."""
        self._depth += 1
        name = local(name)
        if self._left_out:
            return
        if name in _LEFT_OUT:
            self._left_out = self._depth
            self.deleted = self.deleted or name in ("del", "moveFrom")
        elif name == "t":
            self._in_text = True
        elif name in ("p", "tbl"):
            self.flow.gap(PARAGRAPH)
        elif name in ("br", "cr"):
            self.flow.gap(LINE)
        elif name in ("tab", "ptab"):
            self.flow.gap(" ")
        elif name in _SIGNS:
            self.flow.whole(_SIGNS[name], raw)
        elif name == _BOX:
            self._boxes.append((self.flow, raw.start))
            self.flow = Flow()
            self.boxes = True
        elif name in _NOTES.values():
            number = next((value for key, value in attributes.items() if local(key) == "id"), "")
            self.flow.lift(*self._notes.get((name, number), ("", raw)))

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""
        if self._left_out:
            self._left_out = 0 if self._left_out == self._depth else self._left_out
        elif local(name) == "t":
            self._in_text = False
        elif local(name) == "p":
            self.flow.gap(PARAGRAPH)
        elif local(name) == _BOX and self._boxes:
            lifted = self.flow
            self.flow, start = self._boxes.pop()
            self.flow.lift_flow(lifted, Span(start, raw.end))
        self._depth -= 1

    def words(self, words: str, raw: Span) -> None:
        """Take words."""
        if self._left_out or not self._in_text:
            return
        if len(words) == len(raw):
            self.flow.text(words, raw.start)
        else:
            self.flow.whole(words, raw)


class _Notes:
    """Takes the elements of a document's notes, each by its kind and number."""

    def __init__(self, kind: str, found: dict[tuple[str, str], tuple[str, Span]]) -> None:
        self._kind = kind
        self._found = found
        self._body: _Body | None = None
        self._number = ""
        self._start = 0

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag."""
        if local(name) == self._kind and self._body is None:
            self._number = next((value for key, value in attributes.items() if local(key) == "id"), "")
            self._body, self._start = _Body({}), raw.start
        elif self._body is not None:
            self._body.start(name, attributes, raw)

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""
        if self._body is None:
            return
        if local(name) == self._kind:
            self._found[_NOTES[self._kind], self._number] = self._body.flow.words, Span(self._start, raw.end)
            self._body = None
        else:
            self._body.end(name, raw)

    def words(self, words: str, raw: Span) -> None:
        """Take words."""
        if self._body is not None:
            self._body.words(words, raw)


def read_docx(archive: Archive, limits: Limits = LIMITS) -> Transcript:
    """Read a DOCX document.

    Raises:
        UnreadableError: it is encrypted, cut off or damaged, or more than a document may hold.
    """
    document, _ = decoded(archive.read(DOCUMENT), limits=limits)
    parts = [Part(DOCUMENT, 0, len(document))]
    notes: dict[tuple[str, str], tuple[str, Span]] = {}
    for kind in _NOTES:
        name = f"word/{kind}s.xml"
        if name in archive:
            words, _ = decoded(archive.read(name), limits=limits)
            at = parts[-1].at + parts[-1].length
            parts.append(Part(name, at, len(words)))
            read_xml(words, _Notes(kind, notes), limits, base=at)
    body = _Body(notes)
    read_xml(document, body, limits)
    return structs.replace(
        body.flow.transcript("docx"),
        parts=tuple(parts),
        notices=tuple(_notices(body)),
        without_pages="DOCX keeps no pages: cite paragraphs, ¶ N.",
    )


def _notices(body: _Body) -> Iterator[str]:
    if body.deleted:
        yield "Words that are marked as deleted are left out, those marked as inserted are read."
    if body.boxes:
        yield "Words in text boxes are lifted out, as notes are: they stand beside the text, not in it."
