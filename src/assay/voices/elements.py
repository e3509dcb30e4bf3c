"""Quotations that a document itself marks: TEI's `<said who>`, `<q>` and `<quote>`, HTML's `<q>` and `<blockquote>`.

They join those that typed marks tell. Where an element has typed marks as well, the typed ones count, and the element
says only who speaks; one that crosses a quotation is left out.
"""

from collections.abc import Mapping, Sequence

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Marked
from assay.model.voices import Quoted
from assay.voices.beside import Found
from assay.voices.floating import View

_EDGE = 2  # characters by which an element is wider than the words between typed marks
_SURE = 12.0
_RULE = "the document says so"


def with_elements(
    spans: Sequence[Quoted], marked: Sequence[Marked], view: View, titles: Mapping[str, str]
) -> tuple[tuple[Quoted, ...], Mapping[int, Found]]:
    """Put what elements mark among the quoted spans, in order; return with it whom elements name as the speaker.

    `titles` are the names of the register by their ids, which elements may use.
    """
    if not marked:
        return tuple(spans), {}
    joined = list(spans)
    whose: dict[tuple[int, int], str] = {}
    for run in marked:
        span = Span(view.at(run.at), view.at(run.end - 1) + 1)
        same = next((one.span for one in joined if _is_same(one.span, span)), None)
        if same is None and not any(_crosses(one.span, span) for one in joined):
            joined.append(Quoted(span, 0, _SURE, single=False, setting="element"))
            same = span
        if same is not None and run.who:
            whose[same.start, same.end] = titles.get(run.who, run.who)
    nested = _nested(joined)
    named = {
        number: Found(whose[quoted.span.start, quoted.span.end], "explicit", _RULE)
        for number, quoted in enumerate(nested)
        if (quoted.span.start, quoted.span.end) in whose
    }
    return nested, named


def _is_same(one: Span, other: Span) -> bool:
    return abs(one.start - other.start) <= _EDGE and abs(one.end - other.end) <= _EDGE


def _crosses(one: Span, other: Span) -> bool:
    first, second = (one, other) if (one.start, -one.end) <= (other.start, -other.end) else (other, one)
    return second.start < first.end < second.end


def _nested(spans: list[Quoted]) -> tuple[Quoted, ...]:
    """Say of each span anew how deep it stands, and in which."""
    spans.sort(key=lambda quoted: (quoted.span.start, -quoted.span.end))
    open_: list[int] = []
    found: list[Quoted] = []
    for number, quoted in enumerate(spans):
        while open_ and found[open_[-1]].span.end <= quoted.span.start:
            open_.pop()
        found.append(structs.replace(quoted, depth=len(open_), parent=open_[-1] if open_ else -1))
        open_.append(number)
    return tuple(found)
