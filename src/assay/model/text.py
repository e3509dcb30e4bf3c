"""A document as logical text: page marks and comments lifted out, split words joined, and a way back to the original.

`body` is made of slices of the decoded file, in order, so every character of it has its place there: `raw` leads back.
Offsets are code points throughout.
"""

import bisect
import itertools
from functools import cached_property

from msgspec import Struct

from assay.model.location import Span
from assay.model.locators import Locator, is_folio, ordinal, written


class Piece(Struct, frozen=True, array_like=True):
    """A slice of the file as it stands in the body: `body[at:at+length] == file[raw:raw+length]`."""

    at: int
    raw: int
    length: int


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

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    @cached_property
    def _piece_raws(self) -> list[int]:
        return [piece.raw for piece in self.pieces]

    def raw(self, span: Span) -> Span:
        """Return where a run of the body stands in the decoded file, page marks inside it included."""
        if span.start == span.end:
            at = self._raw_of(span.start)
            return Span(at, at)
        return Span(self._raw_of(span.start), self._raw_of(span.end - 1) + 1)

    def _raw_of(self, at: int) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect.bisect_right(self._piece_starts, at) - 1)]
        return piece.raw + at - piece.at

    def in_body(self, raw: int) -> int:
        """Return where a character of the file stands in the body; what was lifted out, where it was taken from."""
        index = bisect.bisect_right(self._piece_raws, raw) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        return piece.at + min(raw - piece.raw, piece.length)

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


def pages_between(marks: list[PageMark], ends: list[int]) -> tuple[Page, ...]:
    """Turn marks into pages. A page ends at the next mark, or where its section ends (`ends`, sorted).

    Where the next mark of the same edition skips numbers, the words may stand on any page up to it. Where there is no
    next mark, or its number belongs to another series, nothing says how far the page goes.
    """
    pages: list[Page] = []
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        index = bisect.bisect_right(ends, mark.at)
        end = ends[index] if index < len(ends) else mark.at
        after: dict[str, str] = {}
        if following is not None and following.at <= end:
            end, after = following.at, dict(following.labels)
        labels = tuple(
            PageLabel(edition, label, _last_before(label, after.get(edition))) for edition, label in mark.labels
        )
        pages.append(Page(mark.at, end, labels))
    return tuple(pages)


def _last_before(label: str, following: str | None) -> str | None:
    here, then = ordinal(label), ordinal(following) if following is not None else None
    if following == label:
        return label
    if here is None or then is None or here[0] != then[0] or then[1] <= here[1]:
        return None
    last = written(here[0], then[1] - 1)
    return label if last == label.lower() else last
