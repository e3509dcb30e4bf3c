"""What a format's reader makes of a file, before page marks in the words are looked for."""

from msgspec import Struct

from assay.model.text import Aside, Marked, PageMark, PageMarks, Part, Piece, Region


class Transcript(Struct, frozen=True):
    """A document's words in order, with the page breaks that its format knows of.

    No `pieces` means that the words are the original, letter for letter. All places are in these words, except that
    asides and pieces have a `raw`, which is in the original.
    """

    words: str
    pieces: tuple[Piece, ...] | None = None
    breaks: tuple[PageMark, ...] = ()
    pages_by: PageMarks = "printed"
    asides: tuple[Aside, ...] = ()
    marked: tuple[Marked, ...] = ()
    parts: tuple[Part, ...] = ()
    regions: tuple[Region, ...] = ()
    notices: tuple[str, ...] = ()
    format: str = "plain"
    encoding: str = ""
    without_pages: str = "It has no page marks: cite ¶ N, or the work alone."
    """What to say where no pages are found."""
