"""The cheapest reading of all marks: which open, which close, what stands in what.

A beam runs over the marks with a stack of what is open, at most three deep. Marks that are missing, swapped, misread or
left over are priced, not refused. A paragraph ends what is open, at a price, unless the next opens with a mark again.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.voices import Quoted
from assay.voices.damage import early_end, last_sentence_end, probable_end, probable_start
from assay.voices.marks import Mark, marks

DEEPEST = 3
BEAM = 48
_SAME_INSIDE = 4.0  # a quotation of the same marks directly inside another
_DEPTH = (0.0, 0.4, 1.6)
_MISREAD = 3.2  # a single mark for a double one, or the reverse
_SWAPPED = 1.2  # two closing marks in the wrong order
_UNCLOSED = 6.0  # given up at the end of a paragraph, or where another opens
_UNOPENED = 5.0  # a closing mark without one that opens
_SKIPPED = 4.0  # an inner quotation that is not closed before the outer one is
_EMPTY = 6.0
_REOPENS = 0.2
_TURNS = 2.0  # a page, between sentences of one quotation
_LONG = 0.0015  # a character
_HOPELESS = 12.0  # dearer by so much than the cheapest
_WON_BY_MOST = 12.0
_WORD = re.compile(r"[^\W_]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_NO_CLOSE, _NO_OPEN = "the closing mark is missing", "the opening mark is missing"
_MIXED, _CROSSED = "a mark is misread", "the closing marks are swapped"


class _Open(Struct, frozen=True):
    single: bool
    start: int
    since: int
    """The mark that last said that the quotation goes on: the one that opened it, or a paragraph again."""


class _Found(Struct, frozen=True):
    """A span that a reading holds, in a list that readings share."""

    start: int
    end: int
    single: bool
    damage: str
    before: "_Found | None"


class _State(Struct, frozen=True):
    cost: float
    stack: tuple[_Open, ...] = ()
    found: _Found | None = None
    spent: int = -1
    """Where a mark stands that was read together with the one before it."""
    stray: int = -1
    """Where the last mark stands that was read as neither."""


def quoted_spans(body: str, breaks: frozenset[int] = frozenset()) -> tuple[Quoted, ...]:
    """Return every quoted span of a text, in order, outer before inner.

    `breaks` are where pages begin: a blank line there may be the page's, and no end of a paragraph.
    """
    every = (span for block in _Parse(body, breaks).blocks() for span in block)
    found = [(span, margin) for span, margin in every if _WORD.search(body, span.start, span.end)]
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    return tuple(_nested(found))


def _nested(found: Sequence[tuple[_Found, float]]) -> Iterator[Quoted]:
    open_: list[tuple[int, int]] = []  # number and end
    for number, (span, margin) in enumerate(found):
        while open_ and open_[-1][1] <= span.start:
            open_.pop()
        parent = open_[-1][0] if open_ else -1
        yield Quoted(Span(span.start, span.end), len(open_), margin, span.single, span.damage, parent)
        open_.append((number, span.end))


class _Parse:
    """One text, read paragraph by paragraph."""

    def __init__(self, body: str, breaks: frozenset[int]) -> None:
        self._body = body
        self._breaks = breaks
        self._floor = 0  # where the paragraph begins
        self._ends: dict[tuple[int, int], int] = {}
        self._starts: dict[tuple[int, int], int] = {}
        self._early_ends: dict[tuple[int, int], int] = {}
        self._sentence_ends: dict[tuple[int, int], int] = {}

    def blocks(self) -> Iterator[list[tuple[_Found, float]]]:
        """Hand over what is decided whenever nothing is open."""
        every = list(marks(self._body))
        states = [_State(0.0)]
        at = 0
        for match in (*_PARAGRAPH.finditer(self._body), None):
            end = len(self._body) if match is None else match.start()
            while at < len(every) and every[at].at < end:
                states = self._after(states, every[at], every[at + 1] if at + 1 < len(every) else None)
                at += 1
            following = every[at] if at < len(every) and every[at].starts_paragraph else None
            goes_on = match is not None and match.end() in self._breaks
            states = self._past_paragraph(states, end, following, goes_on=goes_on)
            if not any(state.stack for state in states) or match is None:
                yield _decided([state for state in states if not state.stack])
                states = [_State(0.0)]
                for looked_up in (self._ends, self._starts, self._sentence_ends):
                    looked_up.clear()  # nothing open asks for them again; a long text would keep millions
            self._floor = end if match is None else match.end()

    def _end(self, start: int, limit: int) -> int:
        """Where a quotation without a closing mark probably ends: asked by many readings, looked for once."""
        key = (start, limit)
        if key not in self._ends:
            self._ends[key] = probable_end(self._body, start, limit)
        return self._ends[key]

    def _after(self, states: Sequence[_State], mark: Mark, following: Mark | None) -> list[_State]:
        """Read one mark in every way, and keep the cheapest states."""
        fresh: list[_State] = []
        for state in states:
            if state.spent == mark.at:
                fresh.append(_State(state.cost, state.stack, state.found))
                continue
            fresh.append(_State(state.cost + mark.neither, state.stack, state.found, stray=mark.at))
            fresh += self._opening(state, mark)
            fresh += (way for depth in range(len(state.stack)) for way in self._closing(state, mark, depth))
            if following is not None and following.at == mark.at + 1:
                fresh += _swapped(state, mark, following)
            if not state.stack and not mark.single:
                fresh += self._unopened(state, mark)
        return _cheapest(fresh)

    def _opening(self, state: _State, mark: Mark) -> Iterator[_State]:
        stack = state.stack
        opened = _Open(mark.single, mark.at + 1, mark.at + 1)
        if len(stack) < DEEPEST:
            cost = state.cost + mark.opens + _DEPTH[len(stack)]
            if stack and stack[-1].single == mark.single:
                cost += _SAME_INSIDE
            yield _State(cost, (*stack, opened), state.found)
        if len(stack) == 1 and stack[0].single == mark.single:
            # The one before was never closed: it ended with the last sentence, or with its attribution.
            key = (stack[0].start, mark.at)
            if key not in self._sentence_ends:
                self._sentence_ends[key] = last_sentence_end(self._body, *key)
            limit = self._sentence_ends[key]
            end = self._end(stack[0].start, limit)
            if end > stack[0].start:
                found = _Found(stack[0].start, end, mark.single, _NO_CLOSE, state.found)
                yield _State(state.cost + mark.opens + _UNCLOSED, (opened,), found)

    def _unopened(self, state: _State, mark: Mark) -> Iterator[_State]:
        """Close what was never opened: it begins with the sentence, or behind what leads in."""
        before = next((span for span in _spans(state.found) if span.single == mark.single), None)
        floor = max(self._floor, before.end + 1 if before is not None else 0)
        key = (floor, mark.at)
        if key not in self._starts:
            self._starts[key] = probable_start(self._body, *key)
        start = self._starts[key]
        if start < mark.at:
            found = _Found(start, mark.at, mark.single, _NO_OPEN, state.found)
            yield _State(state.cost + mark.closes + _UNOPENED, (), found)

    def _closing(self, state: _State, mark: Mark, depth: int) -> Iterator[_State]:
        """Close the quotation at some depth; those inside it that are still open end there, too."""
        stack = state.stack
        opened = stack[depth]
        cost = state.cost + mark.closes + (len(stack) - 1 - depth) * _SKIPPED + _LONG * (mark.at - opened.since)
        cost += _EMPTY * (mark.at <= opened.start) + _MISREAD * (opened.single != mark.single)
        found = state.found
        for inner in reversed(stack[depth + 1 :]):
            found = _Found(inner.start, self._early(inner.start, mark.at), inner.single, _NO_CLOSE, found)
        # A mark left over directly before the closing one is no word of the quotation.
        end = state.stray if state.stray == mark.at - 1 >= opened.start else mark.at
        found = _Found(opened.start, end, opened.single, _MIXED if opened.single != mark.single else "", found)
        yield _State(cost, stack[:depth], found)

    def _early(self, start: int, limit: int) -> int:
        """Where an inner quotation without a closing mark ends: asked by many readings, looked for once."""
        key = (start, limit)
        if key not in self._early_ends:
            self._early_ends[key] = early_end(self._body, start, limit)
        return self._early_ends[key]

    def _past_paragraph(
        self, states: Sequence[_State], end: int, reopening: Mark | None, *, goes_on: bool
    ) -> list[_State]:
        fresh: list[_State] = []
        for state in states:
            if not state.stack:
                fresh.append(state)
                continue
            found = state.found
            for inner in reversed(state.stack):
                closed = self._end(inner.start, end)
                found = _Found(inner.start, closed, inner.single, _NO_CLOSE, found)
            fresh.append(_State(state.cost + _UNCLOSED * len(state.stack), (), found))
            if goes_on:
                fresh.append(_State(state.cost + _TURNS, state.stack, state.found))
            if reopening is not None and len(state.stack) == 1 and reopening.single == state.stack[0].single:
                # The mark that opens the next paragraph says again that the quotation goes on.
                cost = state.cost + _REOPENS
                outer = _Open(reopening.single, state.stack[0].start, reopening.at + 1)
                fresh.append(_State(cost, (outer,), state.found, spent=reopening.at))
        return _cheapest(fresh)


def _cheapest(states: list[_State]) -> list[_State]:
    limit = min(state.cost for state in states) + _HOPELESS
    kept = [state for state in states if state.cost <= limit]
    kept.sort(key=lambda state: state.cost)
    return kept[:BEAM]


def _swapped(state: _State, mark: Mark, following: Mark) -> Iterator[_State]:
    """Close two quotations with their marks in the wrong order: both end before the first."""
    if len(state.stack) < 2:  # noqa: PLR2004 - an outer and an inner one
        return
    outer, inner = state.stack[-2:]
    if inner.single == outer.single or (mark.single, following.single) != (outer.single, inner.single):
        return
    cost = state.cost + mark.closes + following.closes + _SWAPPED + _LONG * (mark.at - outer.since)
    found = _Found(inner.start, mark.at, inner.single, _CROSSED, state.found)
    found = _Found(outer.start, mark.at, outer.single, _CROSSED, found)
    yield _State(cost, state.stack[:-2], found, spent=following.at)


def _decided(states: Sequence[_State]) -> list[tuple[_Found, float]]:
    """Take the cheapest reading; a span's margin is what the cheapest reading without it costs more."""
    best = states[0]
    readings = [(state.cost, {(span.start, span.end) for span in _spans(state.found)}) for state in states]
    decided: list[tuple[_Found, float]] = []
    for span in _spans(best.found):
        without = (cost for cost, spans in readings if (span.start, span.end) not in spans)
        margin = min(next(without, best.cost + _WON_BY_MOST) - best.cost, _WON_BY_MOST)
        decided.append((span, round(margin, 3)))
    return decided


def _spans(found: _Found | None) -> Iterator[_Found]:
    while found is not None:
        yield found
        found = found.before
