"""PDF: the words of each page in reading order, with the rectangles in which they are seen.

What counts as the original is the reading of each page, line by line, before hyphens are joined and running heads
lifted out. Read with PDFium, https://pdfium.googlesource.com/pdfium/
"""

import contextlib
import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from assay.model.location import Span
from assay.model.text import Box, Part
from assay.sources.errors import UnreadableError
from assay.sources.flow import PARAGRAPH, Flow
from assay.sources.limits import LIMITS, Limits
from assay.sources.page_labels import label_in
from assay.sources.page_layout import PageLine, PageWord, reading_order
from assay.sources.running_heads import heads_and_feet
from assay.sources.transcript import Transcript

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_TAIL = 4096
_HYPHENS = frozenset((0x2, 0xFFFE))  # how PDFium gives a hyphen at a line's end
_PRIVATE = range(0xE000, 0xF900)
_UNKNOWN = frozenset((0, 0xFFFD, *_PRIVATE))
_GAP, _STEP = 0.3, 0.5  # between words and between lines, in heights of a character
_BETWEEN_PARAGRAPHS = 1.7  # heights of a line
_GARBLED = 0.05  # share of characters that are no letters
_SURROGATES = range(0xD800, 0xDC00)


def read_pdf(data: bytes, limits: Limits = LIMITS) -> Transcript:
    """Read a PDF.

    Raises:
        UnreadableError: it is encrypted, cut off or damaged, or more than a document may hold.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadableError("is cut off: the end of the PDF is missing", "get it anew, whole")
    with _opened(data) as document:
        if len(document) > limits.pages:
            raise UnreadableError(f"has more than {limits.pages} pages", "divide it")
        pages: list[list[PageLine]] = []
        labels: list[str] = []
        counts = [0, 0]
        for number in range(len(document)):
            words = _page(document, number, counts)
            if counts[0] > limits.characters:
                raise UnreadableError(f"has more than {limits.characters} characters", "divide it")
            pages.append(list(reading_order(words)))
            labels.append(label_in(document.get_page_label(number) or ""))
    return _Reading(pages, labels, garbled=counts[1] > _GARBLED * max(1, counts[0])).transcript()


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - heavy, and needed for PDFs alone

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableError("is encrypted: it asks for a password", "save a copy without one") from None
        raise UnreadableError("is damaged or cut off: it cannot be opened as a PDF", "get it anew, whole") from None
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"is damaged: a page cannot be read ({error})", "get it anew, whole") from None
    finally:
        document.close()


def _page(document: Any, number: int, counts: list[int]) -> list[PageWord]:
    page = document[number]
    try:
        width, height = page.get_size()
        turned = page.get_rotation()
        text = page.get_textpage()
        try:
            return [_word(run, turned, width, height) for run in _runs(text, counts)]
        finally:
            text.close()
    finally:
        page.close()


_Run = list[tuple[str, float, float, float, float]]


def _runs(text: Any, counts: list[int]) -> Iterator[_Run]:
    """Yield the words of a page in the order of the file, as characters with their rectangles."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - likewise

    bounds = pdfium.FS_RECTF()
    pointer = ctypes.byref(bounds)
    run: _Run = []
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        counts[0] += 1
        counts[1] += code in _UNKNOWN
        if code in _SURROGATES:
            high = code
            continue
        if high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        letter = "-" if code in _HYPHENS else chr(code) if 0 < code < 0x110000 else ""  # noqa: PLR2004 - Unicode's end
        if not letter or letter.isspace() or not letter.isprintable() or 0xD800 <= code < 0xE000:  # noqa: PLR2004
            if run and letter != "\u00ad":
                yield run
                run = []
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, pointer):
            continue
        box = (min(bounds.left, bounds.right), min(bounds.bottom, bounds.top), max(bounds.left, bounds.right))
        here = (letter, *box, max(bounds.bottom, bounds.top))
        if run and _apart(run[-1], here):
            yield run
            run = []
        run.append(here)
        if code in _HYPHENS:
            yield run
            run = []
    if run:
        yield run


def _apart(before: tuple[str, float, float, float, float], here: tuple[str, float, float, float, float]) -> bool:
    """Say whether two characters that follow one another belong to two words."""
    _, x0, y0, x1, y1 = before
    _, next_x0, next_y0, next_x1, next_y1 = here
    size = max(y1 - y0, x1 - x0, 1.0)
    across = max(next_x0 - x1, x0 - next_x1)
    along = max(next_y0 - y1, y0 - next_y1)
    return across > _GAP * size or along > _STEP * size or (next_x1 < x0 and abs(next_y0 - y0) > _STEP * size)


def _word(run: _Run, turned: int, width: float, height: float) -> PageWord:
    box = Box(min(c[1] for c in run), min(c[2] for c in run), max(c[3] for c in run), max(c[4] for c in run))
    upright = {
        90: Box(box.y0, width - box.x1, box.y1, width - box.x0),
        180: Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0),
        270: Box(height - box.y1, box.x0, height - box.y0, box.x1),
    }.get(turned, box)
    return PageWord("".join(character[0] for character in run), box, upright)


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
