"""Withholding names in a page's value, wherever it has words; nothing else of it changes."""

from typing import Any, TypeVar

from msgspec import Struct, structs

from assay.model.location import Span
from assay.pages.export.withheld import Place, Withheld, blank_for, moved
from assay.pages.reading import ReadingPage

_Value = TypeVar("_Value")
_AROUND = 200  # characters before and behind a leaf, in which a name may begin or end that runs over its edge


def withhold(value: _Value, from_: Withheld, body: str = "") -> _Value:
    """Blank every name in a value. `body` is the whole text of which a leaf is a part."""
    made: Any = value
    if isinstance(value, ReadingPage):
        made = _leaf(value, from_, body)
    return _blanked(made, from_)  # type: ignore[no-any-return]


def _blanked(value: Any, from_: Withheld) -> Any:
    if isinstance(value, str):
        return from_.blank(value)
    if isinstance(value, tuple):
        return tuple(_blanked(one, from_) for one in value)
    if isinstance(value, dict):
        return {_blanked(key, from_): _blanked(one, from_) for key, one in value.items()}
    if isinstance(value, Struct):
        fields = {name: _blanked(getattr(value, name), from_) for name in value.__struct_fields__}
        return structs.replace(value, **fields)
    return value


def _leaf(page: ReadingPage, from_: Withheld, body: str) -> ReadingPage:
    """Blank the text of a leaf, and move what points into it. A name over an edge is blanked on both."""
    first = max(0, page.at - _AROUND)
    around = body[first : page.at + len(page.text) + _AROUND]
    here = [_clipped(place, page.at - first, len(page.text)) for place in from_.places(around)]
    places = [place for place in here if place.start < place.end]
    text, at = "", 0
    for place in places:
        text += page.text[at : place.start] + blank_for(place.letter)
        at = place.end
    return structs.replace(
        page,
        text=text + page.text[at:],
        lanes=tuple(
            structs.replace(lane, start=moved(places, lane.start), end=moved(places, lane.end)) for lane in page.lanes
        ),
        lifted=tuple(structs.replace(one, at=moved(places, one.at)) for one in page.lifted),
        tied=tuple(
            structs.replace(one, runs=tuple(Span(moved(places, run.start), moved(places, run.end)) for run in one.runs))
            for one in page.tied
        ),
    )


def _clipped(place: Place, by: int, length: int) -> Place:
    return Place(min(max(place.start - by, 0), length), min(max(place.end - by, 0), length), place.letter)
