"""Page marks and comments, lifted out of a document's words.

Page marks, and a compiler's comments in braces, are lifted out; a word that a page mark splits is joined. The hyphen
goes where the word goes on in lower case (`pre-` `sented`), and stays where a name follows (`Smirnov-` `Eismont`).
The same is done where the format itself says that a page breaks.
"""

import bisect
import re
from collections.abc import Iterable
from typing import TypeVar

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Aside, Marked, Page, PageMark, Piece, Region, Section, Text, pages_between
from assay.sources.composing import composed
from assay.sources.guess import explained, guess_page_marks
from assay.sources.page_labels import carried_on
from assay.sources.profile import COMMENT, ONE_LABEL, PAGE_MARK, Profile
from assay.sources.transcript import Transcript

_SENTENCE_END = frozenset(".!?:\"'”’)]}*")
_Run = TypeVar("_Run", Marked, Region)
_Labels = tuple[tuple[str, str], ...]
_Mark = tuple[int, int, _Labels | None]
"""Where a mark starts and ends, and its labels; a comment has none."""


def lift(transcript: Transcript, profile: Profile) -> Text:
    """Lift marks and comments out of a document's words, and number its pages and sections by a profile.

    Where neither the format tells of pages nor the profile of page marks, how they are marked is guessed.

    Raises:
        ProfileError: the profile's own patterns cannot be used.
    """
    words = transcript.words
    profile, paging = _with_page_marks(transcript, profile)
    pages_by = transcript.pages_by if transcript.breaks else "printed"
    lifting = _Lifting(words, joins=pages_by != "milestones")
    page_marks: list[tuple[int, _Labels]] = []
    for start, end, labels in _marks(transcript, profile):
        if start < lifting.done and start < end:
            continue  # within a mark
        if labels is None:
            lifting.lift_aside(start, end)
        else:
            page_marks.append((len(lifting.marks), labels))
            lifting.lift_mark(start, end)
    body, pieces = lifting.finish()
    lifted = Text(profile.path, body, pieces, asides=tuple(lifting.asides))
    sections = _sections(words, lifted, profile)
    ends = sorted({section.end for section in sections} | {section.at for section in sections} | {len(body)})
    marks = [PageMark(lifting.marks[index], labels) for index, labels in page_marks]
    pages = pages_between(marks, ends, pages_by)
    notices = (*transcript.notices, *_what_is_missing(transcript, body, pages))
    text = structs.replace(
        lifted,
        pages=pages,
        sections=sections,
        notices=notices,
        paging=paging,
        format=transcript.format,
        encoding=transcript.encoding,
        parts=transcript.parts,
    )
    return text if transcript.pieces is None else _back_to_the_original(text, transcript, transcript.pieces)


def _what_is_missing(transcript: Transcript, body: str, pages: tuple[Page, ...]) -> Iterable[str]:
    if not body or body.isspace():
        if not transcript.notices:
            yield "It has no words."
    elif not pages:
        yield transcript.without_pages


def _with_page_marks(transcript: Transcript, profile: Profile) -> tuple[Profile, tuple[str, ...]]:
    """Guess how pages are marked where nothing says it; and say how it is known."""
    if profile.page:
        return profile, (f"Page marks are those that dossier.toml describes: {profile.page}",)
    if transcript.breaks:
        return profile, ("Pages are those that the format itself tells.",)
    guess = guess_page_marks(transcript.words)
    if guess is not None and guess.pattern != PAGE_MARK:
        profile = structs.replace(profile, page=guess.pattern)
    return profile, tuple(explained(guess))


def _marks(transcript: Transcript, profile: Profile) -> list[_Mark]:
    """Find page marks, with their labels, and a compiler's comments, without, in the order of the text."""
    words = transcript.words
    found: list[_Mark] = []
    if profile.page or not transcript.breaks:  # where the format tells the pages, `[p. 3]` is a reference in the text
        own = bool(profile.page)
        matches = profile.page_pattern().finditer(words)
        found = [(*match.span(), labels) for match in matches if (labels := _labels(match, own=own)) and match.group()]
    if profile.compiler:
        at_pages = {mark[0] for mark in found}
        comments = re.finditer(COMMENT, words)
        found += [(*match.span(), None) for match in comments if match.start() not in at_pages]
    found.sort(key=lambda mark: mark[:2])
    marks = carried_on(transcript.breaks) if transcript.pages_by == "milestones" else transcript.breaks
    breaks: list[_Mark] = [(mark.at, mark.at, mark.labels) for mark in marks]
    return sorted([*breaks, *found], key=lambda mark: mark[0]) if breaks else found


def _labels(match: re.Match[str], *, own: bool) -> _Labels:
    if own:
        label = next((group for group in match.groups() if group), None)
        return (("", label.strip()),) if label and label.strip() else ()
    return tuple((label["edition"] or "", label["label"]) for label in ONE_LABEL.finditer(match.group()))


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
    pattern = profile.section_pattern()
    if pattern is None:
        return ()
    heads = list(pattern.finditer(raw))
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


def _back_to_the_original(text: Text, transcript: Transcript, pieces: tuple[Piece, ...]) -> Text:
    """Lead a text whose pieces lead to a transcript's words on to what those were made of."""
    words = Text("", transcript.words, pieces)
    comments = (structs.replace(aside, raw=words.raw(aside.raw)) for aside in text.asides)
    notes = (structs.replace(aside, at=text.in_body(aside.at)) for aside in transcript.asides)
    return structs.replace(
        text,
        pieces=composed(text.pieces, pieces),
        asides=tuple(sorted([*comments, *notes], key=lambda aside: aside.at)),
        marked=tuple(_moved(transcript.marked, text)),
        regions=tuple(_moved(transcript.regions, text)),
    )


def _moved(runs: Iterable[_Run], text: Text) -> Iterable[_Run]:
    for run in runs:
        at, end = text.in_body(run.at), text.in_body(run.end)
        if at < end:
            yield structs.replace(run, at=at, end=end)
