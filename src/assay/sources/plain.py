"""Plain text with page marks, into logical text.

Page marks, and a compiler's comments in braces, are lifted out; a word that a page mark splits is joined. The hyphen
goes where the word goes on in lower case (`pre-` `sented`), and stays where a name follows (`Smirnov-` `Eismont`).
"""

import bisect
import re

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Aside, PageMark, Piece, Section, Text, pages_between
from assay.sources.guess import guess_page_marks
from assay.sources.profile import COMMENT, ONE_LABEL, PAGE_MARK, Profile

_SENTENCE_END = frozenset(".!?:\"'”’)]}*")


def read_plain(raw: str, profile: Profile) -> Text:
    """Read a decoded plain-text file by its profile. Page marks that no profile describes are guessed.

    Raises:
        ProfileError: the profile's own patterns cannot be used.
    """
    if not profile.page:
        guess = guess_page_marks(raw)
        if guess is not None and guess.pattern != PAGE_MARK:
            profile = structs.replace(profile, page=guess.pattern)
    lifting = _Lifting(raw)
    page_marks: list[tuple[int, tuple[tuple[str, str], ...]]] = []
    for start, end, labels in _marks(raw, profile):
        if start < lifting.done:
            continue  # within a mark
        if labels:
            page_marks.append((len(lifting.marks), labels))
            lifting.lift_mark(start, end)
        else:
            lifting.lift_aside(start, end)
    body, pieces = lifting.finish()
    marks = [PageMark(lifting.marks[index], labels) for index, labels in page_marks]
    text = Text(profile.path, body, pieces, asides=tuple(lifting.asides))
    sections = _sections(raw, text, profile)
    ends = sorted({section.end for section in sections} | {section.at for section in sections} | {len(body)})
    pages = pages_between(marks, ends)
    return Text(profile.path, body, pieces, pages, sections, tuple(lifting.asides))


def _marks(raw: str, profile: Profile) -> list[tuple[int, int, tuple[tuple[str, str], ...]]]:
    """Find page marks, with their labels, and a compiler's comments, without, in the order of the text."""
    found = [(*match.span(), _labels(match, own=bool(profile.page))) for match in profile.page_pattern().finditer(raw)]
    found = [mark for mark in found if mark[2] and mark[0] < mark[1]]
    at_pages = {mark[0] for mark in found}
    if profile.compiler:
        comments = re.finditer(COMMENT, raw)
        found += [(*match.span(), ()) for match in comments if match.start() not in at_pages]
    return sorted(found)


def _labels(match: re.Match[str], *, own: bool) -> tuple[tuple[str, str], ...]:
    if own:
        label = next((group for group in match.groups() if group), None)
        return (("", label.strip()),) if label and label.strip() else ()
    return tuple((label["edition"] or "", label["label"]) for label in ONE_LABEL.finditer(match.group()))


class _Lifting:
    """Cuts marks out of a raw text and keeps the slices between."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.marks: list[int] = []
        self.asides: list[Aside] = []
        self._pieces: list[Piece] = []
        self._at = 0  # length of the body so far
        self.done = 0  # where the next slice of the raw text starts

    def _keep(self, until: int) -> None:
        if until > self.done:
            self._pieces.append(Piece(self._at, self.done, until - self.done))
            self._at += until - self.done
            self.done = until

    def lift_mark(self, start: int, end: int) -> None:
        """Take out a page mark, and join what it had parted."""
        before = self._last_word_end(start)
        after = _skip_space(self.raw, end)
        parted_word = before > self.done and self.raw[before - 1] == "-" and self.raw[before - 2 : before - 1].isalpha()
        if parted_word and self.raw[after : after + 1].isalpha():
            self._keep(before - self.raw[after].islower())
        elif before > self.done and self.raw[before - 1] not in _SENTENCE_END and after > end:
            self._keep(before)
            self.done = after - 1  # the sentence runs on: one space
            self._keep(after)
        else:
            self._keep(start)
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
