"""Statements on one side of a claim that are in the same words: in the quotations, or where these stand.

Every two of them that are cited from different works are compared, letter by letter: the words that are quoted, and,
where both works are in hand, the passages around them, which may go on alike where the quotations do not. What two
quotations share is a run of letters of which both have a part. For that, no search through all documents is needed.
"""

import itertools
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from msgspec import Struct

from assay.library import Library
from assay.model.case import Case, Likeness
from assay.model.entries import Citation, Statement
from assay.model.location import Span
from assay.quotation import Folded

LEAST = 32
"""Letters, six or seven words: fewer may be the name of a thing, or a turn of speech."""
_IN_BOTH = 8
"""So many letters of it, two words or so, both quotations must have: words nearby may be somebody else's."""
_AROUND = 400
"""So many characters before and after a quotation are compared."""


class _Passage(Struct, frozen=True, dict=True):
    """Words with their letters: those that are quoted, within what stands around them.

    `works` are the work with those around it; `file` is empty where its words are not in hand.
    """

    source: str
    works: tuple[str, ...]
    body: str
    folded: Folded
    letters: Span
    quoted: Span
    file: str = ""

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every run of the least length."""
        return _runs(self.folded.letters[self.letters.start : self.letters.end], LEAST)

    @cached_property
    def quoted_runs(self) -> frozenset[str]:
        """Every run, in what is quoted, of the least length that both quotations must have."""
        return _runs(self.folded.letters[self.quoted.start : self.quoted.end], _IN_BOTH)

    def may_share(self, other: "_Passage") -> bool:
        """Say whether they have a run of the least length in common, and quote some letters alike."""
        if self.source == other.source or self.quoted_runs.isdisjoint(other.quoted_runs):
            return False
        return not self.runs.isdisjoint(other.runs)


def _runs(letters: str, length: int) -> frozenset[str]:
    return frozenset(letters[at : at + length] for at in range(len(letters) - length + 1))


def likenesses(case: Case, library: Library) -> Iterator[Likeness]:
    """Find the statements of different witnesses, on one side of a claim, that share words of different works."""
    for statements in case.by_claim.values():
        sides: dict[str, list[Statement]] = {}
        for statement in statements:
            if statement.act in ("affirms", "denies") and not statement.aside:
                sides.setdefault(statement.act, []).append(statement)
        for side in sides.values():
            if len({cite.source for statement in side for cite in statement.cites}) > 1:
                yield from _on_side(case, library, side)


def _on_side(case: Case, library: Library, side: Sequence[Statement]) -> Iterator[Likeness]:
    passages = {one.id: [_passage(case, library, cite) for cite in one.cites if cite.words.strip()] for one in side}
    for one, other in itertools.combinations(side, 2):
        if one.witness == other.witness:
            continue
        pairs = itertools.product(passages[one.id], passages[other.id])
        shared = [_shared(ours, theirs) for ours, theirs in pairs if ours.may_share(theirs)]
        longest = max(shared, key=lambda found: found[0], default=(0, "", ("", "")))
        if longest[0]:
            yield Likeness(one.id, other.id, longest[2], longest[1], longest[0])


def _passage(case: Case, library: Library, cite: Citation) -> _Passage:
    """Take what stands around a quotation, where its work is in hand and has the words; else the quotation alone."""
    volume, works = library.volume(cite.source), case.lineages.get(cite.source, ())
    verdict = None if volume is None else volume.quote_on(cite.words, cite.locator)
    if volume is None or verdict is None or not verdict.spans or not verdict.kind.is_faithful:
        folded = Folded(cite.words)
        whole = Span(0, len(folded.letters))
        return _Passage(cite.source, works, cite.words, folded, whole, whole)
    quoted = Span(verdict.spans[0].start, verdict.spans[-1].end)
    within = next((span for span in volume.spans if span.start <= quoted.start < span.end), quoted)
    around = Span(max(within.start, quoted.start - _AROUND), min(max(within.end, quoted.end), quoted.end + _AROUND))
    folded = volume.letters.all
    return _Passage(
        cite.source, works, volume.text.body, folded, folded.bounds(around), folded.bounds(quoted), volume.text.file
    )


def _shared(one: _Passage, other: _Passage) -> tuple[int, str, tuple[str, str]]:
    """Return the longest run that two passages share, and of which both quotations have a part: letters and words."""
    ours, theirs = (p.folded.letters[p.letters.start : p.letters.end] for p in (one, other))
    match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    here = Span(one.letters.start + match.a, one.letters.start + match.a + match.size)
    there = Span(other.letters.start + match.b, other.letters.start + match.b + match.size)
    nested = one.source in other.works or other.source in one.works
    is_one_place = nested and bool(one.file) and one.file == other.file and _meet(here, there)
    # Where a quotation begins and ends, counted from where the run does: both must quote some of the same words of it.
    first = max(0, one.quoted.start - here.start, other.quoted.start - there.start)
    last = min(match.size, one.quoted.end - here.start, other.quoted.end - there.start)
    if match.size < LEAST or is_one_place or last - first < _IN_BOTH:
        return 0, "", ("", "")
    words = one.folded.body(here)
    return match.size, " ".join(one.body[words.start : words.end].split()), (one.source, other.source)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
