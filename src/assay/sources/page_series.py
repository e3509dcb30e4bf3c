"""Numbers that may be those of pages: do they rise as pages do, with as much text between them as a page holds?"""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.locators import ordinal
from assay.sources.page_ways import Way
from assay.sources.profile import ONE_LABEL

_MOST = 50_000  # more of them are no pages
_LONGEST_STEP = 40  # pages that an excerpt may leave out
_BACK = 12  # marks that may be misread, one after the other
_ANEW = 3  # what beginning again costs, in marks
_LONGEST_ROMAN = 200
_YEARS = 1000  # numbers that begin so high are years
_FEWEST = {"explicit": 3, "likely": 5, "weak": 5}
_LEAST_TEXT = {"explicit": 100, "likely": 400, "weak": 400}  # characters to a page, in the median
_MOST_TEXT = 12_000  # characters to a page, where marks do not say that they are pages: else they are chapters
_RISING = 0.8  # of the marks that look like it
_DISTINCT = 0.9
_INTERRUPTS = 0.2  # of the marks: a page ends within a sentence as often as not, a paragraph never
_UNEVEN = 2.0  # how much longer the longer pages are, quarter to quarter
_MOSTLY = 0.7
_ENDS = frozenset(".!?:;\"'”’»)]}*")


class Mark(Struct, frozen=True):
    """What may be a page mark: where it stands, and its number in its series."""

    start: int
    end: int
    label: str
    series: str
    number: int


class Rising(Struct, frozen=True):
    """The marks of a series that rise as pages do, and their share of all that look like them."""

    marks: tuple[Mark, ...]
    share: float


def marks_like(raw: str, pattern: str) -> Iterator[Mark]:
    """Yield what looks like a page mark."""
    for match in itertools.islice(re.finditer(pattern, raw, re.MULTILINE), _MOST + 1):
        one = ONE_LABEL.search(match.group()) if not match.re.groups else None
        label = one["label"] if one else next((group for group in match.groups() if group), "")
        place = ordinal(label)
        if place is not None and not (place[0] == "roman" and place[1] > _LONGEST_ROMAN):
            yield Mark(match.start(), match.end(), label, *place)


def rising(raw: str, way: Way, marks: Sequence[Mark]) -> Rising | None:
    """Return the marks that rise as pages do, or None where these are no pages."""
    if not _FEWEST[way.surety] <= len(marks) <= _MOST:
        return None
    chain = _chain(marks)
    share = len(chain) / len(marks)
    if len(chain) < _FEWEST[way.surety] or share < _RISING or chain[0].number >= _YEARS:
        return None
    if way.surety != "explicit" and len({mark.label for mark in marks}) < _DISTINCT * len(marks) and _again(chain) == 0:
        return None
    typical = min(map(_typical, _runs(chain)))
    if typical < _LEAST_TEXT[way.surety] or (way.surety == "weak" and typical > _MOST_TEXT):
        return None
    return Rising(chain, share) if _stand_as_pages(raw, way, chain) else None


def _stand_as_pages(raw: str, way: Way, chain: Sequence[Mark]) -> bool:
    """Say whether marks stand where those of pages do: what is the less sure by its form must be the surer by this."""
    if way.bracket and _are_notes(raw, chain):
        return False
    if way.surety != "weak" or _interrupts(raw, chain):
        return True
    numbered_from_one = way.alone and chain[0].series == "arabic" and chain[0].number == 1
    return is_even(chain) and not numbered_from_one


def _chain(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the most marks that rise by little, leaving out misread ones; a new work may begin again."""
    best: list[tuple[int, int]] = []  # how long the best chain to a mark is, and the mark before it
    for at, mark in enumerate(marks):
        longest = (1, -1)
        for back in range(at - 1, max(-1, at - _BACK - 1), -1):
            gain = 1 if follows(marks[back], mark) else 1 - _ANEW
            longest = max(longest, (best[back][0] + gain, back))
        best.append(longest)
    at = max(range(len(marks)), key=lambda index: best[index][0])
    chain: list[Mark] = []
    while at >= 0:
        chain.append(marks[at])
        at = best[at][1]
    return tuple(reversed(chain))


def follows(before: Mark, after: Mark) -> bool:
    """Say whether a page may follow another: by number, or as the first arabic ones follow the roman."""
    if before.series == after.series:
        return 0 < after.number - before.number <= _LONGEST_STEP
    return before.series == "roman" and after.series == "arabic" and after.number <= _LONGEST_STEP


def _again(chain: Sequence[Mark]) -> int:
    """Count how often the numbers begin again."""
    return sum(not follows(before, after) for before, after in itertools.pairwise(chain))


def _runs(chain: Sequence[Mark]) -> Iterator[Sequence[Mark]]:
    """Part marks where their numbers begin again; notes come back so at the end, closer together than references."""
    start = 0
    for at in range(1, len(chain) + 1):
        if at == len(chain) or not follows(chain[at - 1], chain[at]):
            if at - start > _ANEW or at - start == len(chain):
                yield chain[start:at]
            start = at


def _typical(run: Sequence[Mark]) -> float:
    """Say how much text is usual between one mark and the next."""
    return statistics.median(after.start - before.end for before, after in itertools.pairwise(run))


def _interrupts(raw: str, chain: Sequence[Mark]) -> bool:
    """Say whether marks stand within sentences, as the ends of pages do."""
    return sum(_within_sentence(raw, mark) for mark in chain) >= _INTERRUPTS * len(chain)


def _within_sentence(raw: str, mark: Mark) -> bool:
    before = raw[max(0, mark.start - 200) : mark.start].rstrip()[-1:]
    after = raw[mark.end : mark.end + 200].lstrip()[:1]
    return bool(before) and before not in _ENDS and after.islower()


def is_even(chain: Sequence[Mark]) -> bool:
    """Say whether there is about as much text on one page as on another."""
    steps = itertools.pairwise(chain)
    texts = [after.start - before.end for before, after in steps if after.number - before.number == 1]
    if len(texts) < 3:  # noqa: PLR2004 - quarters of less say nothing
        return False
    low, _, high = statistics.quantiles(texts, n=4)
    return high <= _UNEVEN * max(low, 1)


def _are_notes(raw: str, chain: Sequence[Mark]) -> bool:
    """Say whether numbers in brackets are those of notes, which follow a word, or of paragraphs, which they head."""
    glued = sum(mark.start > 0 and not raw[mark.start - 1].isspace() for mark in chain)
    heading = sum(
        raw[max(0, mark.start - 1) : mark.start] in ("", "\n") and raw[mark.end : mark.end + 1] != "\n"
        for mark in chain
    )
    if glued > _MOSTLY * len(chain):
        return chain[0].number == 1 or not is_even(chain)
    return heading > _MOSTLY * len(chain) and chain[0].number == 1 and not _interrupts(raw, chain)
