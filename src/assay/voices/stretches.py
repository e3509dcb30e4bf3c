"""One person's words at a time: a paragraph, or the inside of a quotation, with what is quoted in it set aside.

A sentence in which someone is quoted at length cannot be parsed as it stands. Here a quotation of whole sentences
becomes the one word *this*, and one that is woven into the sentence stays as a part of it, without its marks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.voices import Quoted

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_NOTE = re.compile(r"\d{1,3}(?=[\s.,;:)]|$)")
_NOTE_BEHIND_STOP = re.compile(r"(?:(?<=[a-z][.,;])|(?<=^[.,;]))\d{1,3}(?=\s+[A-Z]|\s*$)")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z\"'(\[]|\s*$)")
_LONG_PARAGRAPH = 3000
_STAND_IN = "this"


class StandIn(Struct, frozen=True):
    """Where a quotation, by its number, stands in the stretch that quotes it."""

    quote: int
    start: int
    end: int
    is_woven: bool


class Run(Struct, frozen=True, array_like=True):
    """A run of a stretch, and of the text that it stands for: letter by letter where both are as long."""

    at: int
    length: int
    start: int
    end: int


class Stretch(Struct, frozen=True):
    """Words of one person: of the author, or of whoever is quoted `within` a span. `start` is where they begin.

    `runs` lead back: whatever was set aside or left out has none, or is a run of another length than its words.
    """

    text: str
    stand_ins: tuple[StandIn, ...]
    within: int
    start: int
    runs: tuple[Run, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return where a run of the stretch stands in the text; a quotation that is touched counts whole.

        >>> Stretch("He said this.", (), -1, 10, (Run(0, 8, 10, 18), Run(8, 4, 19, 50), Run(12, 1, 51, 52))).span(3, 12)
        Span(start=13, end=50)
        """
        first = next((run for run in self.runs if start < run.at + run.length), None)
        last = next((run for run in reversed(self.runs) if run.at < end), None)
        if first is None or last is None:
            return Span(self.start, self.start)
        begins = first.start + max(0, start - first.at) if _is_plain(first) else first.start
        ends = last.start + min(last.length, end - last.at) if _is_plain(last) else last.end
        return Span(begins, max(begins, ends))

    def quoted_in(self, start: int, end: int) -> Sequence[StandIn]:
        """Return the quotations that begin in a run, looked up: a paragraph may have ten thousand."""
        first = bisect_left(self.stand_ins, start, key=lambda one: one.start)
        return self.stand_ins[first : bisect_left(self.stand_ins, end, first, key=lambda one: one.start)]


def _is_plain(run: Run) -> bool:
    return run.length == run.end - run.start


def stretches(body: str, spans: Sequence[Quoted], woven: Sequence[bool]) -> Iterator[Stretch]:
    """Cut a text into stretches: the author's paragraphs in order, then the inside of each quotation that quotes."""
    inside: dict[int, list[int]] = {}
    for number, quoted in enumerate(spans):
        inside.setdefault(quoted.parent, []).append(number)
    for parent in sorted({-1, *inside}):
        whole = spans[parent].span if parent >= 0 else Span(0, len(body))
        yield from _paragraphs(
            body, whole, parent, [(number, spans[number], woven[number]) for number in inside.get(parent, ())]
        )


_Child = tuple[int, Quoted, bool]


def _paragraphs(body: str, whole: Span, parent: int, children: Sequence[_Child]) -> Iterator[Stretch]:
    """Cut at blank lines that are not within a quotation."""
    start, taken = whole.start, 0
    for match in (*_PARAGRAPH.finditer(body, whole.start, whole.end), None):
        end = whole.end if match is None else match.start()
        upto = taken
        while upto < len(children) and children[upto][1].span.start <= end:
            upto += 1
        if match is not None and upto > taken and children[upto - 1][1].span.end >= match.end():
            continue
        if match is not None and body[start:end].rstrip().endswith(":") and end - start < _LONG_PARAGRAPH:
            continue  # what leads in and what it leads to
        if body[start:end].strip():
            yield _stretch(body, Span(start, end), parent, children[taken:upto])
        taken = upto
        start = end if match is None else match.end()


def _stretch(body: str, span: Span, parent: int, children: Sequence[_Child]) -> Stretch:
    pieces: list[str] = []
    stand_ins: list[StandIn] = []
    runs: list[Run] = []
    length, at = 0, span.start

    def add(words: str, source: Span, *, is_set_aside: bool = False) -> int:
        nonlocal length
        runs.extend(_runs(words, body, source, length, is_whole=is_set_aside))
        pieces.append(words)
        length += len(words)
        return length

    for number, quoted, is_woven in children:
        opening = max(at, quoted.span.start - (quoted.setting == "marks"))
        add(_plain(body[at:opening]), Span(at, opening))
        at = _behind(body, quoted.span.end)
        begins = not pieces or "".join(pieces[-2:]).rstrip(" (")[-1:] in ".!?"
        words = _set_aside(body, quoted.span, at, is_woven=is_woven, begins=begins)
        start = length
        stand_ins.append(StandIn(number, start, add(words, quoted.span, is_set_aside=not is_woven), is_woven))
    add(_plain(body[at : span.end]), Span(at, max(at, span.end)))
    return Stretch("".join(pieces), tuple(stand_ins), parent, span.start, tuple(runs))


def _runs(words: str, body: str, source: Span, at: int, *, is_whole: bool) -> Iterator[Run]:
    """Lead words of a stretch back to those of the text that they were made from by leaving some out."""
    if is_whole or len(words) == len(source):
        if words:
            yield Run(at, len(words), source.start, source.end)
        return
    place, begun, first = source.start, 0, source.start
    for number, letter in enumerate(words):
        found = place
        while found < source.end and not (body[found] == letter or (letter == " " and body[found] in "\r\n")):
            found += 1
        if found >= source.end:  # a stop that was added
            words = words[:number]
            break
        if found != place and number > begun:
            yield Run(at + begun, number - begun, first, first + number - begun)
        if found != place:
            begun, first = number, found
        place = found + 1
    if len(words) > begun:
        yield Run(at + begun, len(words) - begun, first, first + len(words) - begun)


def _plain(words: str) -> str:
    """One line, without note numbers."""
    return _NOTE_BEHIND_STOP.sub("", words).replace("\n", " ").replace("\r", " ")


def _behind(body: str, end: int) -> int:
    """Return where the text goes on behind a quotation's closing mark and a note number."""
    while end < len(body) and body[end] in "\"'“”‘’":
        end += 1
    note = _NOTE.match(body, end)
    return note.end() if note else end


def _set_aside(body: str, span: Span, after: int, *, is_woven: bool, begins: bool) -> str:
    quoted = body[span.start : span.end].strip()
    if is_woven:
        stop = _SENTENCE_END.search(quoted)
        words = _plain(quoted[: stop.start()] if stop else quoted)
        words = re.sub(r"[\"'“”‘’](?!\w)|(?<!\w)[\"'“”‘’]", "", words) or _STAND_IN
    else:
        words = _STAND_IN.capitalize() if begins else _STAND_IN
    following = body[after : after + 3].lstrip()
    if following[:1] in ".,;:!?)":
        return words
    ends = quoted.rstrip("\"'“”‘’")[-1:]
    if ends in {".", "!", "?", "…"} and not following[:1].islower():
        return words + "."
    return words + "," if ends in {",", ".", "!", "?", ";"} and not is_woven else words
