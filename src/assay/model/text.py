"""A document as logical text: page marks and comments lifted out, split words joined, and a way back to the original.

`body` is made of runs of the original, in order, so every character of it has its place there: `raw` leads back.
The original is the decoded file; where a file is an archive, its documents one after the other (`parts`); where it is a
PDF, its words page by page. Offsets are code points throughout.
"""

import bisect
import itertools
from functools import cached_property
from typing import Literal

from msgspec import Struct

from assay.model.location import Span
from assay.model.locators import Locator, is_folio, ordinal, written


class Piece(Struct, frozen=True, array_like=True):
    """A run of the body, and where it stands in the original: `body[at:at+length] == original[raw:raw+length]`.

    Where `written` is given the letters differ: the original writes the whole run in that many characters, as `&amp;`
    is written for `&`, and none of it stands in a place of its own.
    """

    at: int
    raw: int
    length: int
    written: int | None = None

    @property
    def raw_end(self) -> int:
        """Where the run ends in the original."""
        return self.raw + (self.length if self.written is None else self.written)


class Part(Struct, frozen=True, array_like=True):
    """One document of several in a file, a chapter or a page: its name, and where it stands in the original."""

    name: str
    at: int
    length: int


class Box(Struct, frozen=True, array_like=True):
    """A rectangle on a page, in the original's own measure: points from the foot (PDF), or pixels from the head."""

    x0: float
    y0: float
    x1: float
    y1: float


class Region(Struct, frozen=True, array_like=True):
    """Where a run of the body is seen: on which page of the file, the first being 0, and in which rectangle."""

    at: int
    end: int
    page: int
    box: Box


class Marked(Struct, frozen=True, array_like=True):
    """A run that the document itself marks as somebody's words: by which element, and whose, where it says so."""

    at: int
    end: int
    element: str
    who: str = ""


class PageLabel(Struct, frozen=True, array_like=True):
    """A printed page in one edition. Where marks skip, `last` is the last page the words may stand on, or None."""

    edition: str
    first: str
    last: str | None

    def __str__(self) -> str:
        unit = "folio" if is_folio(self.first) else "page"
        if self.last is None:
            return f"{Locator(unit, self.first, self.first, self.edition)} or later"
        return str(Locator(unit, self.first, self.last, self.edition))


class Page(Struct, frozen=True, array_like=True):
    """The words between two page marks, and what the first mark says they stand on, in each edition."""

    at: int
    end: int
    labels: tuple[PageLabel, ...]


class Section(Struct, frozen=True, array_like=True):
    """A numbered part of a compilation, without its heading."""

    number: str
    title: str
    at: int
    end: int


class Aside(Struct, frozen=True, array_like=True):
    """Words that were lifted out, in somebody else's voice: a compiler's comment. They stood at `at` in the body."""

    at: int
    raw: Span
    words: str


class Text(Struct, frozen=True, dict=True):
    """A document, read: its words in order, its pages and sections, and the way back to the file."""

    file: str
    body: str
    pieces: tuple[Piece, ...]
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    asides: tuple[Aside, ...] = ()
    notices: tuple[str, ...] = ()
    """What the format cannot say, or what was left out, in sentences."""
    paging: tuple[str, ...] = ()
    """How its pages were found, and how to say otherwise, in sentences."""
    format: str = "plain"
    encoding: str = ""
    """As it was found: `utf-8`, or what the file declares; empty where a format has its own."""
    marked: tuple[Marked, ...] = ()
    editor: str = ""
    """Whose words its signed brackets are, by id, where dossier.toml says so."""
    parts: tuple[Part, ...] = ()
    regions: tuple[Region, ...] = ()

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    @cached_property
    def _piece_raws(self) -> list[int]:
        return [piece.raw for piece in self.pieces]

    def raw(self, span: Span) -> Span:
        """Return where a run of the body stands in the original, page marks inside it included."""
        first = self._raw_of(span.start)
        if span.start == span.end:
            return Span(first.start, first.start)
        return Span(first.start, self._raw_of(span.end - 1).end)

    def _raw_of(self, at: int) -> Span:
        if not self.pieces:
            return Span(0, 1)
        piece = self.pieces[max(0, bisect.bisect_right(self._piece_starts, at) - 1)]
        if piece.written is not None and at < piece.at + piece.length:
            return Span(piece.raw, piece.raw_end)
        start = piece.raw_end + at - piece.at - piece.length
        return Span(start, start + 1)

    def in_body(self, raw: int) -> int:
        """Return where a character of the original stands in the body; what was lifted out, where it was taken from."""
        index = bisect.bisect_right(self._piece_raws, raw) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        if piece.written is not None:
            return piece.at + (piece.length if raw >= piece.raw_end else 0)
        return piece.at + min(raw - piece.raw, piece.length)

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.at for part in self.parts]

    def places(self, span: Span) -> tuple[tuple[str, Span], ...]:
        """Return where a run of the body stands, document by document: its name in the archive, and its characters.

        A file that is one document has no name.
        """
        raw = self.raw(span)
        if not self.parts:
            return (("", raw),)
        first = max(0, bisect.bisect_right(self._part_starts, raw.start) - 1)
        touched = self.parts[first : bisect.bisect_left(self._part_starts, max(raw.end, raw.start + 1))]
        return tuple(
            (part.name, Span(max(raw.start - part.at, 0), min(raw.end - part.at, part.length))) for part in touched
        )

    @cached_property
    def _region_starts(self) -> list[int]:
        return [region.at for region in self.regions]

    def regions_of(self, span: Span) -> tuple[Region, ...]:
        """Return the rectangles in which a run of the body is seen; nothing where the format knows of none."""
        first = max(0, bisect.bisect_right(self._region_starts, span.start) - 1)
        touched = self.regions[first : bisect.bisect_left(self._region_starts, span.end)]
        return tuple(region for region in touched if region.end > span.start)

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.at for page in self.pages]

    def page_at(self, at: int) -> Page | None:
        """Return the page on which a character of the body stands, or None before the first mark."""
        index = bisect.bisect_right(self._page_starts, at) - 1
        if index < 0 or at >= self.pages[index].end:
            return None
        return self.pages[index]

    def pages_of(self, span: Span) -> tuple[Page, ...]:
        """Return the pages that a run of the body touches."""
        first = max(0, bisect.bisect_right(self._page_starts, span.start) - 1)
        touched = self.pages[first : bisect.bisect_left(self._page_starts, max(span.end, span.start + 1))]
        return tuple(page for page in touched if page.end > span.start)


class PageMark(Struct, frozen=True, array_like=True):
    """A page mark as printed: where its page begins in the body, and the label in each edition."""

    at: int
    labels: tuple[tuple[str, str], ...]


PageMarks = Literal["printed", "milestones", "sheets"]
"""How a document tells its pages: by marks that somebody set here and there, by a milestone at the head of each page,
or by being made of pages, sheet by sheet."""


def pages_between(marks: list[PageMark], ends: list[int], by: PageMarks = "printed") -> tuple[Page, ...]:
    """Turn marks into pages. A page ends at the next mark, or where its section ends (`ends`, sorted).

    Where the next mark of the same edition skips numbers, the words may stand on any page up to it. Where there is no
    next mark, or its number belongs to another series, printed marks do not say how far the page goes. Milestones are
    at the head of every page, so the last goes to the end; and a sheet is itself, whatever the next is called.
    """
    pages: list[Page] = []
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        index = bisect.bisect_right(ends, mark.at)
        end = ends[index] if index < len(ends) else mark.at
        after: dict[str, str] = {}
        if following is not None and following.at <= end:
            end, after = following.at, dict(following.labels)
        labels = tuple(
            PageLabel(edition, label, _last(label, after.get(edition), by)) for edition, label in mark.labels
        )
        pages.append(Page(mark.at, end, labels))
    return tuple(pages)


def _last(label: str, following: str | None, by: PageMarks) -> str | None:
    if by == "sheets":
        return label
    last = _last_before(label, following)
    return label if last is None and by == "milestones" else last


def _last_before(label: str, following: str | None) -> str | None:
    here, then = ordinal(label), ordinal(following) if following is not None else None
    if following == label:
        return label
    if here is None or then is None or here[0] != then[0] or then[1] <= here[1]:
        return None
    last = written(here[0], then[1] - 1)
    return label if last == label.lower() else last
