"""The date of a saying: that of the sentence which reports it, not those that were spoken of in it."""

import bisect
from collections.abc import Callable, Sequence

from assay.draft.dates.sentences import sentences
from assay.draft.document import Document
from assay.model.location import Span
from assay.model.proposals import DateMention

Dated = Callable[[Span], tuple[str, Span | None] | None]


def governing(document: Document, mentions: Sequence[DateMention]) -> Dated:
    """Return a function that says when a run of the body was said: EDTF, and the words of the file that say so.

    It looks in the sentence in which the saying begins, before it and then behind it, and in the sentence before that
    one in the same paragraph where this has just one date. Dates in other quotations do not count.
    """
    placed = sorted(
        (document.text.in_body(one.evidence.span.start), number)
        for number, one in enumerate(mentions)
        if one.edtf is not None and one.rule != "date of publication"
    )
    speech = [voice.quoted.span for voice in document.voices if voice.kind == "speech"]
    spans = tuple(sentences(document))
    paragraphs = [paragraph.start for paragraph in document.paragraphs]

    def dates_in(run: Span, saying: Span) -> list[int]:
        first = bisect.bisect_left(placed, (run.start, -1))
        last = bisect.bisect_left(placed, (run.end, -1))
        inner = [other for other in speech if not (other.start <= saying.start and saying.end <= other.end)]
        return [
            number
            for at, number in placed[first:last]
            if not saying.start <= at < saying.end and not any(span.start <= at < span.end for span in inner)
        ]

    def dated(saying: Span) -> tuple[str, Span | None] | None:
        index = bisect.bisect_right(spans, saying.start, key=lambda one: one.start) - 1
        if index < 0:
            return None
        here = dates_in(spans[index], saying)
        before = [
            number for number in here if document.text.in_body(mentions[number].evidence.span.start) < saying.start
        ]
        if not here and index and _same(paragraphs, spans[index], spans[index - 1]):
            alone = dates_in(spans[index - 1], saying)
            here = alone if len(alone) == 1 else []
        chosen = before[-1] if before else here[0] if here else None
        if chosen is None:
            return None
        mention = mentions[chosen]
        return mention.edtf or "", mention.evidence.span

    return dated


def _same(paragraphs: Sequence[int], one: Span, other: Span) -> bool:
    return bisect.bisect_right(paragraphs, one.start) == bisect.bisect_right(paragraphs, other.start)
