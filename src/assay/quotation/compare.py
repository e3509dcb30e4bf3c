"""A quotation beside the passage that it may be from: every word of it accounted for."""

import itertools
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.quotation.align import Ends, Step, align
from assay.quotation.anchors import Chain
from assay.quotation.shelf import Shelf
from assay.quotation.tokens import Token
from assay.quotation.wording import Wording

_SILENT = 9.0
"""Letters. So much must be gained by words left out without a mark: one word more is rather a changed one."""


class Place(Struct, frozen=True):
    """A word of the source: folded, where it stands in the body, and in the letters."""

    letters: str
    body: Span
    at: int


class Passage(Struct, frozen=True):
    """A quotation's words and those of a passage, with the steps that lead through both."""

    words: Sequence[Token]
    theirs: Sequence[Place]
    steps: Sequence[Step]
    kept: int
    """Letters of the quotation that the passage has, misreadings allowed for."""

    @property
    def score(self) -> float:
        """How much the passage has of the quotation: its letters, less what each difference costs."""
        costs = {"same": 0.0, "misread": 0.5, "divided": 0.5, "changed": 2.0, "added": 2.0, "left": 0.02}
        silent = sum(
            a.sort != "left" and b.sort == "left" and not self.words[b.quoted[0]].omission
            for a, b in itertools.pairwise(self.steps)
        )
        return self.kept - _SILENT * silent - sum(costs[step.sort] for step in self.steps)


def compare(words: Sequence[Token], chain: Chain, shelf: Shelf, within: Span) -> Passage:
    """Lay a quotation's words beside the passage to which a chain leads."""
    length = sum(len(word.letters) for word in words)
    first, last = chain.runs[0], chain.runs[-1]
    slack = 14 + length // 6
    start = max(within.start, first.there - first.quoted - slack)
    end = min(within.end, last.there + length - last.quoted + slack)
    theirs = [Place(*token) for token in shelf.folded.tokens(Span(start, end))]
    steps = list(_steps(words, theirs, _anchors(words, theirs, chain), shelf.text.body, shelf.wording))
    steps = _trimmed(steps)
    good = {"same", "misread", "divided"}
    kept = sum(len(words[at].letters) for step in steps if step.sort in good for at in range(*step.quoted))
    return Passage(words, theirs, steps, kept)


def _anchors(words: Sequence[Token], theirs: Sequence[Place], chain: Chain) -> list[tuple[int, int]]:
    """Pair the words that lie wholly in a run of shared letters."""
    by_letter = {place.at: number for number, place in enumerate(theirs)}
    offsets: list[int] = [0]
    for word in words:
        offsets.append(offsets[-1] + len(word.letters))
    pairs: list[tuple[int, int]] = []
    for run in chain.runs:
        for number, word in enumerate(words):
            inside = run.quoted <= offsets[number] and offsets[number + 1] <= run.quoted + run.length
            other = by_letter.get(offsets[number] + run.there - run.quoted) if inside else None
            if other is None or theirs[other].letters != word.letters:
                continue
            if not pairs or (number > pairs[-1][0] and other > pairs[-1][1]):
                pairs.append((number, other))
    return pairs


def _steps(
    words: Sequence[Token], theirs: Sequence[Place], pairs: list[tuple[int, int]], body: str, wording: Wording
) -> Iterator[Step]:
    """Go from anchor to anchor, and align what lies between."""
    a = b = 0
    for i, j in [*pairs, (len(words), len(theirs))]:
        ours, there = words[a:i], theirs[b:j]
        if ours or there:
            omissions = [n - a for n in range(a, min(i + 1, len(words))) if words[n].omission]
            ends = Ends(head=a == 0, tail=i == len(words), omissions=omissions)
            same = _Same(ours, there, body, wording)
            for step in align([w.letters for w in ours], [p.letters for p in there], same, ends):
                yield Step(step.sort, _moved(step.quoted, a), _moved(step.there, b))
        if i < len(words):
            yield Step("same", (i, i + 1), (j, j + 1))
        a, b = i + 1, j + 1


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


class _Same:
    """Compares words by the letters, and says whether one may be a misreading of the other."""

    def __init__(self, ours: Sequence[Token], theirs: Sequence[Place], body: str, wording: Wording) -> None:
        self._ours, self._theirs, self._body, self._wording = ours, theirs, body, wording

    def __call__(self, there: int, words: int, quoted: int, count: int) -> bool:
        source = "".join(place.letters for place in self._theirs[there : there + words])
        ours = "".join(word.letters for word in self._ours[quoted : quoted + count])
        at = self._theirs[there].body.start
        is_name = self._body[at].isupper() and self._ours[quoted].written[0].isupper()  # or may be one
        return self._wording.is_same_word(source, ours, is_name=is_name)


def _trimmed(steps: list[Step]) -> list[Step]:
    """Take off what the passage has before and behind the quoted words."""
    first = next((n for n, step in enumerate(steps) if step.sort != "left"), len(steps))
    last = next((n for n, step in enumerate(reversed(steps)) if step.sort != "left"), len(steps))
    return steps[first : len(steps) - last]
