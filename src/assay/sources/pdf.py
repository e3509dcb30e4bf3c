"""PDF: the words of each page in reading order, with the rectangles in which they are seen.

What counts as the original is the reading of each page, line by line, before hyphens are joined and running heads
lifted out.
"""

from collections.abc import Iterator, Sequence

from assay.model.location import Span
from assay.model.text import Box, Part
from assay.sources.errors import UnreadableError
from assay.sources.flow import PARAGRAPH, Flow
from assay.sources.limits import LIMITS, Limits
from assay.sources.page_layout import PageLine, PageWord, reading_order
from assay.sources.pdf_apart import pages_apart
from assay.sources.pdf_pages import PdfPage
from assay.sources.running_heads import heads_and_feet
from assay.sources.transcript import Transcript

_TAIL = 4096
_BETWEEN_PARAGRAPHS = 1.7  # heights of a line
_GARBLED = 0.05  # share of characters that are no letters


def read_pdf(data: bytes, limits: Limits = LIMITS) -> Transcript:
    """Read a PDF.

    Raises:
        UnreadableError: it is encrypted, cut off or damaged, or more than a document may hold.
    """
    if b"%%EOF" not in data[-_TAIL:] and b"%%EOF" not in data.rstrip(b"\0")[-_TAIL:]:
        raise UnreadableError("is cut off: the end of the PDF is missing", "get it anew, whole")
    read = pages_apart(data, limits)
    pages = [list(reading_order([_upright(page, *word) for word in page.words])) for page in read.pages]
    garbled = read.unknown > _GARBLED * max(1, read.characters)
    return _Reading(pages, [page.label for page in read.pages], garbled=garbled).transcript()


def _upright(page: PdfPage, words: str, box: Box) -> PageWord:
    """Say where a word is when its page is held upright."""
    width, height = page.width, page.height
    if page.turned not in (90, 180, 270):
        return PageWord(words, box, box)
    upright = {
        90: Box(box.y0, width - box.x1, box.y1, width - box.x0),
        180: Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0),
        270: Box(height - box.y1, box.x0, height - box.y0, box.x1),
    }
    return PageWord(words, box, upright[page.turned])


class _Reading:
    """Puts the pages' lines together."""

    def __init__(self, pages: Sequence[Sequence[PageLine]], labels: Sequence[str], *, garbled: bool) -> None:
        self.pages = pages
        self.labels = labels
        self.garbled = garbled
        self.flow = Flow()
        self._raw = 0  # where the reading of the pages has come to

    def transcript(self) -> Transcript:
        heads = heads_and_feet(self.pages, self.labels)
        parts: list[Part] = []
        for number, lines in enumerate(self.pages):
            start = self._raw
            own = (("", self.labels[number]),) if self.labels[number] else ()
            self.flow.gap(PARAGRAPH)
            self.flow.page((*own, ("pdf", str(number + 1))))
            self._lines(lines, number, heads[number])
            parts.append(Part(f"page {number + 1}", start, self._raw - start))
        made = self.flow.transcript("pdf")
        return Transcript(
            made.words,
            made.pieces,
            breaks=made.breaks,
            pages_by="sheets",
            asides=made.asides,
            parts=tuple(parts),
            regions=made.regions,
            notices=tuple(self._notices(heads)),
            format="pdf",
        )

    def _lines(self, lines: Sequence[PageLine], page: int, heads: set[int]) -> None:
        before: PageLine | None = None
        for index, line in enumerate(lines):
            start = self._raw
            if index in heads:
                words = " ".join(word.words for word in line)
                self._raw += len(words) + 1
                self.flow.lift(words, Span(start, start + len(words)))
                continue
            if before is not None and before[0].middle - line[0].middle > _BETWEEN_PARAGRAPHS * before[0].height:
                self.flow.gap(PARAGRAPH)
            for word in line:
                seen = self.flow.start()
                self.flow.exactly(word.words, self._raw)
                self.flow.seen(seen, page, word.box)
                self._raw += len(word.words) + 1
                self.flow.text("\n" if word is line[-1] else " ", self._raw - 1)
            self.flow.line_end()
            before = line

    def _notices(self, heads: Sequence[set[int]]) -> Iterator[str]:
        if not self.flow.at:
            yield "It has no words: a scan, perhaps; have them recognised, as hOCR or ALTO."
        elif not any(self.labels):
            yield "It does not tell its printed page numbers: cite pdf p. N, counted from its first page."
        if self.garbled:
            yield "Its fonts do not tell which letters many of its characters are: compare what is read with the page."
        if lifted := sum(map(bool, heads)):
            yield f"Running heads and page numbers are lifted out on {lifted} of {len(self.pages)} pages."
