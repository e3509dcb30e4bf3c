"""A leaf's text laid out: paragraphs, and in them lanes, statements and what was lifted out, properly nested."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from assay.pages.reading import Lane, Lifted, ReadingPage, Tied

_PARAGRAPHS = re.compile(r"\s*\n[ \t]*\n\s*")
_FULL = 50  # letters of a line that is broken for its length; lines of verse and of addresses are shorter
_DEEPEST = 3  # lanes that are told apart by their place


class Token(Struct, frozen=True):
    """A step in writing a paragraph out. `first` where a lane or a statement's words begin, and do not only go on."""

    sort: Literal["words", "lane", "tie", "lifted", "close"]
    words: str = ""
    at: int = 0
    depth: int = 0
    first: bool = False
    named: bool = False
    """Whether a statement's words begin here, and not after an omission: the place to which its card leads."""
    lane: Lane | None = None
    tie: Tied | None = None


class _Run(Struct, frozen=True):
    start: int
    end: int
    of: Lane | Tied


def paragraphs(page: ReadingPage) -> tuple[tuple[Token, ...], ...]:
    """Lay a leaf out. What runs over the end of a paragraph is closed there, and opened again in the next."""
    runs = [_Run(lane.start, lane.end, lane) for lane in page.lanes if lane.end > lane.start]
    runs += [_Run(span.start, span.end, tied) for tied in page.tied for span in tied.runs if len(span)]
    runs.sort(key=lambda run: (run.start, -run.end, isinstance(run.of, Tied)))
    cuts = list(_cut(page.text))
    lifted: dict[int, list[Lifted]] = {}
    for one in page.lifted:  # what stood between two paragraphs goes before the second
        number = next((number for number, (_, end) in enumerate(cuts) if one.at <= end), len(cuts) - 1)
        lifted.setdefault(number, []).append(one)
    return tuple(
        tuple(_laid(page.text, start, end, runs, lifted.get(number, ()))) for number, (start, end) in enumerate(cuts)
    )


def is_prose(paragraph: Sequence[Token]) -> bool:
    """Say whether a paragraph's lines were broken for their length alone, so that they may be broken elsewhere."""
    lines = "".join(token.words for token in paragraph if token.sort == "words").split("\n")
    return all(len(line.strip()) >= _FULL for line in lines[:-1])


def _cut(text: str) -> Iterator[tuple[int, int]]:
    at = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for gap in _PARAGRAPHS.finditer(text, at, end):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < end:
        yield at, end


def _laid(text: str, start: int, end: int, runs: Sequence[_Run], lifted: Sequence[Lifted]) -> Iterator[Token]:
    here = [run for run in runs if run.start < end and run.end > start]
    asides = [(min(max(one.at, start), end), one.words) for one in lifted]
    edges = {start, end, *(at for at, _ in asides)}
    edges |= {place for run in here for place in (run.start, run.end) if start < place < end}
    opened: list[_Run] = []
    ordered = sorted(edges)
    for at, then in zip(ordered, [*ordered[1:], end], strict=True):
        yield from _closed(opened, at)
        yield from (Token("lifted", words) for place, words in asides if place == at)
        for run in here:
            if run not in opened and run.start <= at < run.end and at < end:
                opened.append(run)
                yield _opening(opened, first=not text[run.start : at].strip())
        if then > at:
            yield Token("words", text[at:then], at)
    yield from (Token("close") for _ in opened)


def _closed(opened: list[_Run], at: int) -> Iterator[Token]:
    """Close what ends here; what stands inside of it and goes on is closed as well, and opened again at once."""
    over = next((number for number, run in enumerate(opened) if run.end <= at), None)
    if over is None:
        return
    going_on = [run for run in opened[over:] if run.end > at]
    yield from (Token("close") for _ in opened[over:])
    del opened[over:]
    for run in going_on:
        opened.append(run)
        yield _opening(opened, first=False)


def _opening(opened: Sequence[_Run], *, first: bool) -> Token:
    run = opened[-1]
    if isinstance(run.of, Lane):
        depth = sum(isinstance(one.of, Lane) for one in opened) - 1
        return Token("lane", depth=min(depth, _DEEPEST - 1), first=first, lane=run.of)
    named = first and run.start == run.of.runs[0].start and run.end == run.of.runs[0].end
    return Token("tie", first=first, named=named, tie=run.of)
