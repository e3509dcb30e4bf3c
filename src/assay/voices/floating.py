"""Notes at the foot of a page, out of the way of a sentence that runs over it.

Where a page is typed as it was printed, its notes stand between the words that run on to the next page. For listening
they are set behind the text, so that a quotation that runs on is one, and what a note quotes is not part of it.
"""

import bisect
import re
from collections.abc import Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.text import Text

_NOTE = re.compile(r"\n[ \t]*\n(?=(?:[*†‡§]{1,3})[ \t]\S)")
_BLANK = re.compile(r"\n[ \t]*\n")
_RUNS_ON = re.compile(r"[\w,;–—-]\s*$")
_TYPED_TWICE = re.compile(r"(?:(?<=[\s(\[—–-])|^)''(?=[^\W_]|[\"(\[.…])", re.MULTILINE)
_CLOSED_TWICE = re.compile(r"(?<=\S)''(?!')")
_OFTEN = 3  # by chance two apostrophes meet once or twice
_LONGEST = 3000
_NEAR = 9


class View(Struct, frozen=True):
    """A text as it is listened to: slices of its body, in another order. Each knows where it stands in both."""

    body: str
    slices: Sequence[tuple[int, Span]]
    """Where each slice begins in this view, and the run of the text's body that it is."""
    notes: Sequence[int]
    """Where each note begins in this view."""
    pages: frozenset[int]
    """Where pages begin in this view."""

    def back(self, span: Span) -> Span:
        """Return where a run of the view stands in the text, notes within it included."""
        last = self._at(max(span.start, span.end - 1)) + (span.end > span.start)
        return Span(self._at(span.start), last)

    def at(self, place: int) -> int:
        """Return where a place of the text stands in this view."""
        return _moved(place, self.slices)

    def _at(self, at: int) -> int:
        index = max(0, bisect.bisect_right(self.slices, at, key=lambda piece: piece[0]) - 1)
        begins, run = self.slices[index]
        return run.start + at - begins


def listened_to(text: Text) -> View:
    """Set the notes at the feet of pages behind a text; the runs that they part join."""
    notes = _notes(text)
    kept: list[Span] = []
    done = 0
    for note in notes:
        kept.append(Span(done, note.start))
        done = note.end
    kept.append(Span(done, len(text.body)))
    runs = [*kept, *(Span(note.start, note.end - 1) for note in notes)]
    slices: list[tuple[int, Span]] = []
    length = 0
    for run in runs:
        slices.append((length, run))
        length += len(run)
    pages = frozenset(_moved(page.at, slices) for page in text.pages)
    begins = [at for at, _ in slices[len(kept) :]]
    body = "".join(text.body[run.start : run.end] for run in runs)
    return View(with_single_marks(body), slices, begins, pages)


def with_single_marks(body: str) -> str:
    """Write two typed apostrophes as the one mark that they stand for; every other character keeps its place.

    >>> with_single_marks("''I saw,'' she said. ''All.'' He: ''So?''")
    ' "I saw,"  she said.  "All."  He:  "So?" '
    """
    if len(_TYPED_TWICE.findall(body)) < _OFTEN:
        return body
    return _CLOSED_TWICE.sub('" ', _TYPED_TWICE.sub(' "', body))


def _moved(at: int, slices: Sequence[tuple[int, Span]]) -> int:
    return next((begins + at - run.start for begins, run in slices if run.start <= at <= run.end), at)


def _notes(text: Text) -> Sequence[Span]:
    """Find each note, with the blank line before it and all but the last sign of the one behind it."""
    found: list[Span] = []
    pages = {page.at for page in text.pages}
    for match in _NOTE.finditer(text.body):
        blank = _BLANK.search(text.body, match.end(), match.end() + _LONGEST)
        runs_on = _RUNS_ON.search(text.body, max(0, match.start() - _NEAR), match.start())
        if blank is not None and blank.end() in pages and runs_on:
            found.append(Span(match.start(), blank.end() - 1))
    return found
