"""Running text, put together from a document's elements: white space folded, every character's place kept."""

import re
from collections.abc import Iterator
from html import unescape
from typing import TypeVar

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Aside, Box, Marked, PageMark, Piece, Region
from assay.sources.errors import UnreadableError
from assay.sources.limits import LIMITS, Limits
from assay.sources.transcript import Transcript

SPACE = " \t\r\n\f"
PARAGRAPH, LINE = "\n\n", "\n"
_FOLDED = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\f]")
REFERENCE = re.compile(r"&(?:[#][xX][0-9a-fA-F]{1,8}|[#][0-9]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});?")
_HYPHENS = ("-", "\u00ad")


_Mark = TypeVar("_Mark", PageMark, Aside)
_Run = TypeVar("_Run", Marked, Region)


class Flow:
    """Takes words in the order of the document, with their places; between them, gaps.

    A gap is written only where words follow. One that stands for white space leads to it; one that stands for an
    element's edge leads to everything between the words around it.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.breaks: list[PageMark] = []
        self.asides: list[Aside] = []
        self.marked: list[Marked] = []
        self.regions: list[Region] = []
        self.at = 0  # length of the words so far
        self._words: list[str] = []
        self._pieces: list[Piece] = []
        self._raw_end = 0  # where the last words end in the original
        self._gap = ""
        self._space: Span | None = None  # the white space that is the gap
        self._as_written = False  # whether it is the gap to the letter
        self._glued = self._hyphen = False  # what comes belongs to the word before, whose hyphen may go
        self._waiting: list[list[int]] = []
        self._tail = ""  # the last two characters

    def gap(self, gap: str) -> None:
        """Part what comes from what was: by a space, a line's end or a paragraph's; the widest counts."""
        if gap == PARAGRAPH:
            self._glued = self._hyphen = False
        if len(gap) > len(self._gap) or (gap == LINE and self._gap == " "):
            self._gap, self._space = gap, None

    def line_end(self) -> None:
        """End a line of the page; a hyphen at its end goes where the word goes on in lower case."""
        if self._gap != PARAGRAPH and self._tail.endswith(_HYPHENS) and self._tail[0].isalpha():
            self._hyphen = True
        self.gap(LINE)

    def joined(self) -> None:
        """Let no gap part what comes from what was: a line breaks within a word."""
        self.line_end()
        self.glue()

    def glue(self) -> None:
        """Let no gap part what comes from what was, whatever lies between."""
        self._glued = True

    def text(self, words: str, raw: int) -> None:
        """Add words that stand in the original as they are, white space folded."""
        bare = words.lstrip(SPACE)
        lead = len(words) - len(bare)
        bare = bare.rstrip(SPACE)
        self._white(words[:lead], raw)
        raw += lead
        at = 0
        for match in _FOLDED.finditer(bare):
            self.exactly(bare[at : match.start()], raw + at)
            self._white(match.group(), raw + match.start())
            at = match.end()
        self.exactly(bare[at:], raw + at)
        if bare:
            self._white(words[lead + len(bare) :], raw + len(bare))

    def _white(self, space: str, raw: int) -> None:
        if not space:
            return
        gap = LINE if "\n" in space or "\r" in space else " "
        if not self._gap:
            self._gap, self._space, self._as_written = gap, Span(raw, raw + len(space)), gap == space
        elif self._space is not None:
            self._gap = LINE if LINE in (gap, self._gap) else " "
            self._space, self._as_written = Span(self._space.start, raw + len(space)), False

    def exactly(self, words: str, raw: int) -> None:
        """Add words that stand in the original letter for letter, white space and all."""
        if words:
            self._open(words, raw)
            self._put(words, Piece(self.at, raw, len(words)))

    def whole(self, words: str, raw: Span) -> None:
        """Add words for which the original writes something else, as `&amp;` for `&`."""
        if words.strip(SPACE):
            self._open(words, raw.start)
            self._put(words, Piece(self.at, raw.start, len(words), len(raw)))
        elif words:
            self._white(words, raw.start)
            if self._space is not None:
                self._space, self._as_written = Span(self._space.start, raw.end), False

    def _open(self, words: str, raw: int) -> None:
        """Write the gap before words."""
        gap, space = self._gap, self._space
        glued, hyphen = self._glued, self._hyphen and words[0].isalpha()
        self._gap, self._space, self._glued, self._hyphen = "", None, False, False
        if hyphen and words[0].islower():
            self._drop_last()
        elif gap and self.at and not glued and not hyphen:
            span = space if space is not None else Span(self._raw_end, max(raw, self._raw_end))
            same = space is not None and self._as_written
            self._put(gap, Piece(self.at, span.start, len(gap), None if same else len(span)))
        for start in self._waiting:
            start.append(self.at)
        self._waiting.clear()

    def _put(self, words: str, piece: Piece) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last.written is None and piece.written is None and last.raw_end == piece.raw:
            self._pieces[-1] = Piece(last.at, last.raw, last.length + piece.length)
        else:
            if len(self._pieces) >= self.limits.elements:
                raise UnreadableError(f"is put together of more than {self.limits.elements} pieces", "divide it")
            self._pieces.append(piece)
        self._words.append(words)
        self._tail = (self._tail + words[-2:])[-2:]
        self.at += len(words)
        self._raw_end = piece.raw_end

    def _drop_last(self) -> None:
        """Take back the hyphen at the end of what was said so far."""
        self._words[-1] = self._words[-1][:-1]
        self._tail = self._tail[:-1]
        self.at -= 1
        last = self._pieces.pop()
        if last.length > 1:
            self._pieces.append(structs.replace(last, length=last.length - 1))
        _drawn_back(self.breaks, self.at)
        _drawn_back(self.asides, self.at)
        _shortened(self.regions, self.at)
        _shortened(self.marked, self.at)

    def page(self, labels: tuple[tuple[str, str], ...]) -> None:
        """Begin a page here."""
        if len(self.breaks) >= self.limits.pages:
            raise UnreadableError(f"has more than {self.limits.pages} pages", "divide it")
        self.breaks.append(PageMark(self.at, labels))

    def start(self) -> list[int]:
        """Return what will hold where the next words stand, once they are there."""
        start: list[int] = []
        self._waiting.append(start)
        return start

    def seen(self, start: list[int], page: int, box: Box) -> None:
        """Say in which rectangle the words since a start are seen."""
        if start and start[0] < self.at:
            self.regions.append(Region(start[0], self.at, page, box))

    def mark(self, start: list[int], element: str, who: str = "") -> None:
        """Say that the words since a start are marked as somebody's."""
        if start and start[0] < self.at:
            self.marked.append(Marked(start[0], self.at, element, who))

    def lift(self, words: str, raw: Span) -> None:
        """Keep words that were lifted out and stood here."""
        if words and not words.isspace():
            self.asides.append(Aside(self.at, raw, words))

    def lift_flow(self, lifted: "Flow", raw: Span) -> None:
        """Keep what was lifted out here, and what was lifted out of that in turn."""
        self.lift(lifted.words, raw)
        self.asides += (structs.replace(aside, at=self.at) for aside in lifted.asides)

    @property
    def words(self) -> str:
        """What was said so far."""
        return "".join(self._words)

    def transcript(self, format_: str) -> Transcript:
        """Return what was said, as one document."""
        return Transcript(
            self.words,
            tuple(self._pieces),
            breaks=tuple(self.breaks),
            pages_by="milestones",
            asides=tuple(self.asides),
            marked=tuple(sorted(self.marked, key=lambda run: (run.at, -run.end))),
            regions=tuple(self.regions),
            format=format_,
        )


def _drawn_back(marks: list[_Mark], at: int) -> None:
    """Draw marks back to a place behind which nothing stands any longer."""
    for index in range(len(marks) - 1, -1, -1):
        if marks[index].at <= at:
            return
        marks[index] = structs.replace(marks[index], at=at)


def _shortened(runs: list[_Run], at: int) -> None:
    """Let no run go on behind a place; one that stood there alone is gone."""
    while runs and runs[-1].at >= at:
        runs.pop()
    for index in range(len(runs) - 1, -1, -1):
        if runs[index].end <= at:
            return
        runs[index] = structs.replace(runs[index], end=at)


def references(words: str) -> Iterator[tuple[str, Span, bool]]:
    """Divide words as they are written at character references: what each part says, where, and whether as written.

    >>> [(said, same) for said, _, same in references("a &amp; b&c")]
    [('a ', True), ('&', False), (' b', True), ('&c', True)]
    """
    at = 0
    for match in REFERENCE.finditer(words):
        if at < match.start():
            yield words[at : match.start()], Span(at, match.start()), True
        at = match.end()
        said = unescape(match.group())
        yield said, Span(*match.span()), said == match.group()
    if at < len(words):
        yield words[at:], Span(at, len(words)), True
