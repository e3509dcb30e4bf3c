"""The date of a saying: that of the sentence which reports it, not those that were spoken of in it."""

import bisect
from collections.abc import Callable, Sequence

from assay.draft.dates.sentences import sentences
from assay.draft.document import Document
from assay.model.location import Span
from assay.model.proposals import DateMention

_FAR = 5  # sentences
Dated = Callable[[Span, Sequence[Span]], tuple[str, Span | None] | None]


def governing(document: Document, mentions: Sequence[DateMention]) -> Dated:
    """Return a function that says when a run of the body was said: EDTF, and the words of the file that say so.

    It looks in the sentence in which the saying begins, before it and then behind it, and in the nearest sentence
    before that one in the same paragraph that has a date, where it has just one. Dates in other quotations do not
    count, nor those told in what else is said.
    """
    placed = sorted(
        (document.text.in_body(one.evidence.span.start), number)
        for number, one in enumerate(mentions)
        if one.edtf is not None and one.rule != "date of publication"
    )
    speech = [voice.quoted.span for voice in document.voices if voice.kind == "speech"]
    spans = tuple(sentences(document))
    paragraphs = [paragraph.start for paragraph in document.paragraphs]

    def dates_in(run: Span, saying: Span, told: Sequence[Span]) -> list[int]:
        first = bisect.bisect_left(placed, (run.start, -1))
        last = bisect.bisect_left(placed, (run.end, -1))
        inner = [other for other in (*speech, *told) if not (other.start <= saying.start and saying.end <= other.end)]
        return [
            number
            for at, number in placed[first:last]
            if not saying.start <= at < saying.end and not any(span.start <= at < span.end for span in inner)
        ]

    def alone_before(index: int, saying: Span, told: Sequence[Span]) -> list[int]:
        """The only date of the nearest sentence before that has any, in the same paragraph."""
        for back in range(index - 1, max(-1, index - 1 - _FAR), -1):
            if not _same(paragraphs, spans[index], spans[back]):
                return []
            if found := dates_in(spans[back], saying, told):
                return found if len(found) == 1 else []
        return []

    def dated(saying: Span, told: Sequence[Span] = ()) -> tuple[str, Span | None] | None:
        index = bisect.bisect_right(spans, saying.start, key=lambda one: one.start) - 1
        if index < 0:
            return None
        near = [one for one in told if one.start < spans[index].end and spans[max(0, index - _FAR)].start < one.end]
        here = dates_in(spans[index], saying, near)
        before = [
            number for number in here if document.text.in_body(mentions[number].evidence.span.start) < saying.start
        ]
        here = here or alone_before(index, saying, near)
        chosen = before[-1] if before else here[0] if here else None
        if chosen is None:
            return None
        mention = mentions[chosen]
        return mention.edtf or "", mention.evidence.span

    return dated


def _same(paragraphs: Sequence[int], one: Span, other: Span) -> bool:
    return bisect.bisect_right(paragraphs, one.start) == bisect.bisect_right(paragraphs, other.start)
