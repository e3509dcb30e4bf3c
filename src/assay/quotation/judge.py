"""The kind of a quotation, from what became of each of its words. Every rule is a line of `_kind`."""

import itertools
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from assay.model.location import Span
from assay.model.verdicts import Change, Kind, Verdict
from assay.quotation.closest import ENOUGH, elsewhere, passages
from assay.quotation.compare import Passage
from assay.quotation.fold import fold, note_numbers
from assay.quotation.marks import changed_numbers, is_printed_alike, same_numbers
from assay.quotation.negation import NEGATION
from assay.quotation.shelf import FAR_APART, Shelf
from assay.quotation.tokens import Taken, take_apart

_FEW = 3
"""Words. To leave out so few, a negation among them, is to turn the sentence and not to shorten it."""


class Found(Struct):
    """What became of a quotation's words, gathered passage by passage."""

    quote: str
    changes: list[Change]
    misread: list[Change]
    division: list[Change]
    omitted: list[str]
    silent: list[str]
    replaced: list[Change]


def judge_closest(quote: str, shelf: Shelf) -> Verdict:
    """Grade a quotation by the passages that it comes closest to."""
    taken = take_apart(quote)
    candidates = passages(taken.words, shelf) if taken.words else []
    if not candidates:
        return Verdict(Kind.ABSENT)
    best = candidates[0]
    total = len(taken.letters)
    stitches = elsewhere(best, shelf) if best.kept < total else []
    kept = best.kept + sum(passage.kept for _, _, passage in stitches)
    if kept < ENOUGH * total:
        return Verdict(Kind.ABSENT)
    verdict = _verdict(quote, taken, best, stitches, shelf)
    twins = [other for other in candidates[1:] if not stitches and _outcome(other) == _outcome(best)]
    return replace(verdict, others=tuple(_spans(twin)[0] for twin in twins))


def _outcome(passage: Passage) -> tuple[int, list[str]]:
    return passage.kept, [step.sort for step in passage.steps]


def _verdict(
    quote: str, taken: Taken, best: Passage, stitches: Sequence[tuple[int, int, Passage]], shelf: Shelf
) -> Verdict:
    found = Found(quote, [], [], [], [], [], [])
    placed = {at for first, last, _ in stitches for at in range(first, last)}
    _gather(best, found, shelf, placed)
    spans = [(_first_word(best, placed), span) for span in _spans(best, placed)]
    for first, _, passage in stitches:
        _gather(passage, found, shelf, set())
        spans += ((first, span) for span in _spans(passage))
    ordered = [span for _, span in sorted(spans, key=lambda pair: pair[0])] if stitches else [span for _, span in spans]
    is_far = bool(stitches) and _is_stitched(ordered, shelf)
    if stitches and not is_far:
        gaps = [shelf.text.body[a.end : b.start].strip() for a, b in itertools.pairwise(ordered)]
        (found.omitted if taken.has_omission else found.silent).extend(gap for gap in gaps if fold(gap))
    whole = shelf.said(Span(ordered[0].start, ordered[-1].end)) if ordered and not stitches else ""
    kind = _kind(quote, taken, found, whole, is_far=is_far)
    touched = tuple(sorted({page for span in ordered for page in shelf.text.pages_of(span)}, key=lambda page: page.at))
    return Verdict(
        kind,
        tuple(ordered),
        touched,
        tuple(found.changes),
        tuple(found.omitted + found.silent),
        tuple(found.replaced),
        tuple(found.division),
        misread=tuple(found.misread),
    )


def _kind(quote: str, taken: Taken, found: Found, whole: str, *, is_far: bool) -> Kind:
    bracketed = sum(len(fold(bracket)) for bracket in taken.insertions)
    if bracketed > len(taken.letters):
        found.changes += (Change("", bracket) for bracket in taken.insertions)
    if is_far:
        return Kind.STITCHED
    if found.changes:
        return Kind.ALTERED
    if found.silent:
        return Kind.SILENTLY_ELIDED
    if found.omitted or (taken.has_omission and "..." not in whole.replace(" ", "") and "…" not in whole):
        return Kind.ELIDED
    if taken.insertions:
        return Kind.INTERPOLATED
    return Kind.EXACT if not found.misread and is_printed_alike(quote, whole) else Kind.ORTHOGRAPHIC


def _is_stitched(spans: Sequence[Span], shelf: Shelf) -> bool:
    letters = [shelf.folded.bounds(span) for span in spans]
    return any(b.start < a.end or b.start - a.end > FAR_APART for a, b in itertools.pairwise(letters))


def _first_word(passage: Passage, placed: set[int]) -> int:
    return min(
        (
            step.quoted[0]
            for step in passage.steps
            if not placed & set(range(*step.quoted)) and step.quoted[1] > step.quoted[0]
        ),
        default=0,
    )


def _spans(passage: Passage, placed: set[int] = frozenset()) -> list[Span]:  # type: ignore[assignment]
    """The runs of the body that the quotation has; parted where words are left out."""
    spans: list[Span] = []
    parted = True
    for step in passage.steps:
        if step.sort == "left":
            parted = True
        elif step.there[1] > step.there[0] and not placed & set(range(*step.quoted)):
            place = Span(passage.theirs[step.there[0]].body.start, passage.theirs[step.there[1] - 1].body.end)
            spans = [*spans, place] if parted else [*spans[:-1], Span(spans[-1].start, place.end)]
            parted = False
    return spans


def _gather(passage: Passage, found: Found, shelf: Shelf, placed: set[int]) -> None:
    """Note what became of each word; those that another passage has are left to it."""
    steps = [step for step in passage.steps if not placed & set(range(*step.quoted))]
    for is_change, group in itertools.groupby(steps, key=lambda step: step.sort in ("changed", "added")):
        cluster = list(group)
        if is_change:
            there = (cluster[0].there[0], cluster[-1].there[1])
            quoted = (cluster[0].quoted[0], cluster[-1].quoted[1])
            found.changes.append(Change(_source(passage, there, shelf), _ours(passage, quoted)))
            continue
        for sort, same in itertools.groupby(cluster, key=lambda step: step.sort):
            run = list(same)
            there = (run[0].there[0], run[-1].there[1])
            quoted = (run[0].quoted[0], run[-1].quoted[1])
            if sort == "left":
                _leave(passage, there, quoted[0], found, shelf)
            elif sort == "same":
                _numbers(passage, there, quoted, found, shelf)
            else:
                for step in run:
                    change = Change(_source(passage, step.there, shelf), _ours(passage, step.quoted))
                    if sort == "misread":
                        found.misread.append(change)
                    elif shelf.wording.turns(change.source, change.quoted):
                        found.changes.append(change)
                    else:
                        _numbers(passage, step.there, step.quoted, found, shelf)
                        found.division.append(change)


def _numbers(passage: Passage, there: tuple[int, int], quoted: tuple[int, int], found: Found, shelf: Shelf) -> None:
    """Compare the numbers of a run of words that has the same letters, as they are written: 1.5 is not 15."""
    first, last = passage.words[quoted[0]], passage.words[quoted[1] - 1]
    ours = found.quote[first.at : last.at + len(last.written)]
    if any(letter.isdecimal() for letter in ours):
        source = _source(passage, there, shelf)
        if not same_numbers(ours, source):
            found.changes += changed_numbers(ours, source)


def _source(passage: Passage, there: tuple[int, int], shelf: Shelf) -> str:
    if there[0] >= there[1]:
        return ""
    words = Span(passage.theirs[there[0]].body.start, passage.theirs[there[1] - 1].body.end)
    return " ".join(shelf.said(words).split())


def _ours(passage: Passage, quoted: tuple[int, int]) -> str:
    return " ".join(word.written for word in passage.words[slice(*quoted)])


def _leave(passage: Passage, there: tuple[int, int], quoted: int, found: Found, shelf: Shelf) -> None:
    """Note words that were left out: at a mark, at a bracket, or with nothing to show it."""
    words = passage.theirs[there[0] : there[1]]
    body = shelf.text.body
    start = max(0, words[0].body.start - 8)
    notes = {at + start for at in note_numbers(body[start : words[-1].body.end + 8])}
    if all(word.body.start in notes for word in words):
        return
    source = _source(passage, there, shelf)
    token = passage.words[quoted] if quoted < len(passage.words) else None
    if token is not None and token.insertion:
        if fold(token.insertion) != fold(source):
            found.replaced.append(Change(source, token.insertion))
    elif token is not None and token.omission:
        found.omitted.append(source)
    elif len(words) <= _FEW and NEGATION.search(source):
        found.changes.append(Change(source, ""))
    else:
        found.silent.append(source)
