"""Page marks and comments, lifted out of a document's words.

Page marks, and a compiler's comments in braces, are lifted out; a word that a page mark splits is joined. The hyphen
goes where the word goes on in lower case (`pre-` `sented`), and stays where a name follows (`Smirnov-` `Eismont`).
The same is done where the format itself says that a page breaks.
"""

import bisect
from collections.abc import Iterable
from typing import TypeVar

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Aside, Marked, Page, PageMark, Piece, Region, Section, Text, pages_between
from assay.sources.composing import composed
from assay.sources.marks import NO_WORDS, Labels, marking
from assay.sources.profile import Profile
from assay.sources.transcript import Transcript

_SENTENCE_END = frozenset(".!?:\"'”’)]}*")
_Run = TypeVar("_Run", Marked, Region)


def lift(transcript: Transcript, profile: Profile) -> Text:
    """Lift marks and comments out of a document's words, and number its pages and sections by a profile.

    Raises:
        ProfileError: the profile's own patterns cannot be used.
    """
    words = transcript.words
    found = marking(transcript, profile)
    lifting = _Lifting(words, joins=not transcript.breaks or transcript.pages_by != "milestones")
    page_marks: list[tuple[int, Labels]] = []
    for start, end, labels in found.marks:
        if start < lifting.done and start < end:
            continue  # within a mark
        if labels is None:
            lifting.lift_aside(start, end)
        elif labels == NO_WORDS:
            lifting.leave_out(start, end)
        else:
            page_marks.append((len(lifting.marks), labels))
            lifting.lift_mark(start, end)
    body, pieces = lifting.finish()
    lifted = Text(profile.path, body, pieces, asides=tuple(lifting.asides))
    sections = _sections(words, lifted, profile)
    quoted = tuple(_moved(_blocks(words, profile), lifted))
    ends = sorted({section.end for section in sections} | {section.at for section in sections} | {len(body)})
    marks = [PageMark(lifting.marks[index], labels) for index, labels in page_marks]
    pages = tuple(page for page in pages_between(marks, ends, found.pages_by) if page.labels or page.at < page.end)
    notices = (*transcript.notices, *found.guessed, *_what_is_missing(transcript, body, pages))
    text = structs.replace(
        lifted,
        pages=pages,
        sections=sections,
        notices=notices,
        paging=found.paging,
        format=transcript.format,
        encoding=transcript.encoding,
        parts=transcript.parts,
        marked=quoted,
        editor=profile.editor,
    )
    return text if transcript.pieces is None else _back_to_the_original(text, transcript, transcript.pieces)


def _what_is_missing(transcript: Transcript, body: str, pages: tuple[Page, ...]) -> Iterable[str]:
    if not body or body.isspace():
        if not transcript.notices:
            yield "It has no words."
    elif not pages:
        yield transcript.without_pages


class _Lifting:
    """Cuts marks out of a document's words and keeps the slices between."""

    def __init__(self, raw: str, *, joins: bool) -> None:
        self.raw = raw
        self.joins = joins  # whether a sentence that a break interrupts is in one paragraph
        self.marks: list[int] = []
        self.asides: list[Aside] = []
        self._pieces: list[Piece] = []
        self._at = 0  # length of the body so far
        self.done = int(raw.startswith("\ufeff"))  # where the next slice of the raw text starts

    def _keep(self, until: int) -> None:
        if until > self.done:
            self._pieces.append(Piece(self._at, self.done, until - self.done))
            self._at += until - self.done
            self.done = until

    def lift_mark(self, start: int, end: int) -> None:
        """Take out a page mark, and join what it had parted. A break that the format tells of has no length."""
        before = self._last_word_end(start)
        after = _skip_space(self.raw, max(end, self.done))
        parted_word = before > self.done and self.raw[before - 1] == "-" and self.raw[before - 2 : before - 1].isalpha()
        runs_on = before > self.done and self.raw[before - 1] not in _SENTENCE_END and after > end
        if parted_word and self.raw[after : after + 1].isalpha():
            self._keep(before - self.raw[after].islower())
        elif runs_on and (self.joins or start < end):
            self._keep(before)
            self.done = after - 1  # the sentence runs on: one space
            self._keep(after)
        else:
            self._keep(start if start < end else after)
        self.done = max(self.done, after)
        self.marks.append(self._at)

    def lift_aside(self, start: int, end: int) -> None:
        """Take out a comment, with one of the spaces around it."""
        self._keep(start)
        self.asides.append(Aside(self._at, Span(start, end), self.raw[start + 1 : end - 1]))
        spaced = start > 0 and self.raw[start - 1].isspace() and self.raw[end : end + 1] == " "
        self.done = end + spaced

    def leave_out(self, start: int, end: int) -> None:
        """Take out what is no word of the text; a line that is nothing else goes whole."""
        self._keep(start)
        self.done = end

    def _last_word_end(self, start: int) -> int:
        while start > self.done and self.raw[start - 1].isspace():
            start -= 1
        return start

    def finish(self) -> tuple[str, tuple[Piece, ...]]:
        self._keep(len(self.raw))
        body = "".join(self.raw[piece.raw : piece.raw + piece.length] for piece in self._pieces)
        return body, tuple(self._pieces)


def _skip_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at


def _sections(raw: str, text: Text, profile: Profile) -> tuple[Section, ...]:
    heads = profile.section_heads(raw)
    starts = [text.in_body(head.start()) for head in heads]
    found: list[Section] = []
    for head, start in zip(heads, starts, strict=True):
        line_end = raw.find("\n", head.end())
        line_end = len(raw) if line_end < 0 else line_end
        next_ = bisect.bisect_right(starts, start)
        end = starts[next_] if next_ < len(starts) else len(text.body)
        title = raw[head.end() : line_end].strip()
        found.append(Section(head[1] or "", title, text.in_body(line_end), end))
    return tuple(found)


def _blocks(words: str, profile: Profile) -> Iterable[Marked]:
    """Yield what stands between the profile's marks of a block quotation."""
    for opening, closing in profile.blocks(words):
        inside = words[opening.end() : closing.start()]
        start = opening.end() + len(inside) - len(inside.lstrip())
        yield Marked(start, max(start, closing.start() - len(inside) + len(inside.rstrip())), "quote")


def _back_to_the_original(text: Text, transcript: Transcript, pieces: tuple[Piece, ...]) -> Text:
    """Lead a text whose pieces lead to a transcript's words on to what those were made of."""
    words = Text("", transcript.words, pieces)
    comments = (structs.replace(aside, raw=words.raw(aside.raw)) for aside in text.asides)
    notes = (structs.replace(aside, at=text.in_body(aside.at)) for aside in transcript.asides)
    return structs.replace(
        text,
        pieces=composed(text.pieces, pieces),
        asides=tuple(sorted([*comments, *notes], key=lambda aside: aside.at)),
        marked=tuple(sorted((*text.marked, *_moved(transcript.marked, text)), key=lambda run: (run.at, -run.end))),
        regions=tuple(_moved(transcript.regions, text)),
    )


def _moved(runs: Iterable[_Run], text: Text) -> Iterable[_Run]:
    for run in runs:
        at, end = text.in_body(run.at), text.in_body(run.end)
        if at < end:
            yield structs.replace(run, at=at, end=end)
