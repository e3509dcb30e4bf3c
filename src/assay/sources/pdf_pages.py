"""The words of a PDF's pages as PDFium finds them, with their rectangles; read apart, by `pdf_apart`.

https://pdfium.googlesource.com/pdfium/
"""

import contextlib
import ctypes
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from assay.model.text import Box
from assay.sources.errors import UnreadableError
from assay.sources.limits import Limits
from assay.sources.page_labels import label_in

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_HYPHENS = frozenset((0x2, 0xFFFE))  # how PDFium gives a hyphen at a line's end
_PRIVATE = range(0xE000, 0xF900)
_UNKNOWN = frozenset((0, 0xFFFD, *_PRIVATE))
_GAP, _STEP = 0.3, 0.5  # between words and between lines, in heights of a character
_SURROGATES = range(0xD800, 0xDC00)


class PdfPage(Struct, frozen=True, array_like=True):
    """A page: its label, its size, by how much it is turned, and its words in the order of the file."""

    label: str
    width: float
    height: float
    turned: int
    words: tuple[tuple[str, Box], ...]


class PdfPages(Struct, frozen=True, array_like=True):
    """The pages of a PDF, how many characters they hold, and of how many it does not say which letters they are."""

    pages: tuple[PdfPage, ...]
    characters: int
    unknown: int


def pages_of(data: bytes, limits: Limits) -> PdfPages:
    """Read the words of a PDF's pages.

    Raises:
        UnreadableError: it is encrypted or damaged, or more than a document may hold.
    """
    counts = [0, 0]
    words = 0
    pages: list[PdfPage] = []
    with _opened(data) as document:
        if len(document) > limits.pages:
            raise UnreadableError(f"has more than {limits.pages} pages", "divide it")
        for number in range(len(document)):
            pages.append(_page(document, number, counts))
            words += len(pages[-1].words)
            if counts[0] > limits.characters:
                raise UnreadableError(f"has more than {limits.characters} characters", "divide it")
            if words > limits.elements:
                raise UnreadableError(f"has more than {limits.elements} words", "divide it")
    return PdfPages(tuple(pages), counts[0], counts[1])


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


def _page(document: Any, number: int, counts: list[int]) -> PdfPage:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            words = tuple(_word(run) for run in _runs(text, counts))
        finally:
            text.close()
        label = label_in(document.get_page_label(number) or "")
        width, height = page.get_size()
        return PdfPage(label, width, height, page.get_rotation(), words)
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


def _word(run: _Run) -> tuple[str, Box]:
    box = Box(min(c[1] for c in run), min(c[2] for c in run), max(c[3] for c in run), max(c[4] for c in run))
    return "".join(character[0] for character in run), box
