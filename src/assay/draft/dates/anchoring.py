"""Year and day that an expression does not say, taken from what was said before, and from where."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from assay.draft.dates.finding import expressions
from assay.draft.dates.memory import Memory, Stand
from assay.draft.dates.relative import SPEAKERS_TIME
from assay.draft.dates.sentences import sentences
from assay.draft.dates.values import MONTHS, Day, Expression, Meaning, Shift, moved, write
from assay.draft.document import Document
from assay.model.location import Span
from assay.model.proposals import DateMention

_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 12}
_EARLY, _LATE = 3, 10
_OF_A_NAME = "the year is said elsewhere of the same name"
_IS_LATE = re.compile(r"(?:.*\s)?(?:middle|end|close|late|autumn|winter)\b", re.IGNORECASE | re.DOTALL)
_SAME_SENTENCE = re.compile(r"[\"”’']?[^.!?\n]{1,80}")
_PROPER = re.compile(r"\s+([A-Z]\w+)")
_OF_YEAR = re.compile(r"[^,.;:()\"“”]{0,60}\b(?:of|in)\s+(?:the\s+year\s+)?")


class _Said(Struct, frozen=True):
    """What an expression comes to: EDTF, where that was taken from, by which rule, and the day it leaves behind."""

    meaning: Meaning | None
    anchor: Span | None
    rule: str


def dates(document: Document) -> Iterator[DateMention]:
    """Yield every expression of a date in a document, in order, with its EDTF and its anchor."""
    for expression, said in _resolved(document):
        span = expression.span
        anchor = document.text.raw(said.anchor) if said.anchor is not None else None
        edtf = write(said.meaning) if said.meaning is not None else None
        words = document.body[span.start : span.end]
        yield DateMention(document.evidence(span), words, edtf, anchor if edtf else None, said.rule)


def _resolved(document: Document) -> Iterator[tuple[Expression, _Said]]:
    """Go through a document with one memory for each voice that is speaking, the innermost last."""
    body = document.body
    found = [one for one in expressions(body) if not _is_title(document, one.span.start)]
    starts = [sentence.start for sentence in sentences(document)]
    paragraphs = [paragraph.start for paragraph in document.paragraphs]
    breaks = sorted(section.at for section in document.text.sections)
    names = _names(body, found)
    memories, section = [Memory(len(body) + 1)], 0
    speech = [voice.quoted.span for voice in document.voices if voice.kind == "speech"]
    opened = 0
    for number, one in enumerate(found):
        at = one.span.start
        if bisect.bisect_right(breaks, at) != section:
            section, memories = bisect.bisect_right(breaks, at), [Memory(len(body) + 1)]
        while opened < len(speech) and speech[opened].start <= at:
            while memories[-1].end <= speech[opened].start and len(memories) > 1:
                memories.pop()
            memories.append(Memory(speech[opened].end, _said_behind(body, found, number, speech[opened].end)))
            opened += 1
        while memories[-1].end <= at and len(memories) > 1:
            memories.pop()
        place = bisect.bisect_right(starts, at), bisect.bisect_right(paragraphs, at)
        following = found[number + 1] if number + 1 < len(found) else None
        said = _named(body, one, names) or _said_with(body, one, following) or _say(one, memories, place)
        if said.meaning is None and not one.meaning.is_moot and one.meaning.shift is None:
            said = _from_behind(one, found[number + 1 : number + 4], starts, paragraphs) or said
        _remember(one, body[at : one.span.end], said, memories[-1], place)
        yield one, said


def _said_with(body: str, one: Expression, following: Expression | None) -> _Said | None:
    """*The February plenum of the committee in 1937*: the year is said in the same breath."""
    if (
        following is None
        or following.rule != "year"
        or not one.meaning.start.needs_year
        or one.meaning.start.needs_month
    ):
        return None
    if one.meaning.shift is not None or one.meaning.is_moot or one.meaning.short_year is not None:
        return None
    if not _OF_YEAR.fullmatch(body, one.span.end, following.span.start):
        return None
    filled = _filled(one.meaning, Stand(Day(following.meaning.start.year), following.span, following.span, 0, 0))
    return _Said(filled, following.span, f"{one.rule}; the year is said behind it")


def _said_behind(body: str, found: Sequence[Expression], number: int, end: int) -> Stand | None:
    """Return the date that the sentence gives behind a quotation: *"...", he told the paper on 9 March 2021*."""
    for one in found[number:]:
        if one.span.start >= end:
            is_near = _SAME_SENTENCE.fullmatch(body, end, one.span.start) is not None
            says = is_near and one.anchors and one.meaning.start.year is not None and one.meaning.end is None
            return Stand(one.meaning.start, one.span, one.span, -1, -1) if says else None
    return None


_Names = dict[tuple[str, str], tuple[Meaning, Span] | None]


def _names(body: str, found: Sequence[Expression]) -> _Names:
    """Collect what is called by its months, *the June-July Plenum*, with its year where the document says it once."""
    names: _Names = {}
    for one, following in itertools.pairwise(found):
        key = _name(body, one)
        said = _said_with(body, one, following)
        if key is None or said is None or said.meaning is None or said.anchor is None:
            continue
        before = names.get(key, (said.meaning, said.anchor))
        names[key] = before if before is not None and before[0] == said.meaning else None
    return names


def _name(body: str, one: Expression) -> tuple[str, str] | None:
    proper = _PROPER.match(body, one.span.end)
    if proper is None or one.meaning.start.month is None or not one.meaning.start.needs_year or one.meaning.start.day:
        return None
    return " ".join(body[one.span.start : one.span.end].split()), proper[1]


def _named(body: str, one: Expression, names: _Names) -> _Said | None:
    key = _name(body, one)
    known = names.get(key) if key is not None else None
    return None if known is None else _Said(known[0], known[1], f"{one.rule}; {_OF_A_NAME}")


def _is_title(document: Document, at: int) -> bool:
    index = bisect.bisect_right(document.voices, at, key=lambda voice: voice.quoted.span.start) - 1
    voice = document.voices[index] if index >= 0 else None
    return voice is not None and voice.kind == "title" and voice.quoted.span.start <= at < voice.quoted.span.end


def _say(one: Expression, memories: Sequence[Memory], place: tuple[int, int]) -> _Said:
    meaning = one.meaning
    if meaning.is_moot:
        if one.rule == SPEAKERS_TIME:
            memories[-1].moot = place[0]
        return _Said(None, None, one.rule)
    if meaning.shift is not None:
        return _shifted(one, meaning.shift, memories, place)
    if meaning.short_year is not None or meaning.start.fixed.startswith("??"):
        return _with_century(one, memories, place)
    if not meaning.start.needs_year and not meaning.start.needs_month:
        return _Said(meaning, None, one.rule)
    if memories[-1].moot == place[0]:
        return _Said(None, None, f"{one.rule}; the year is counted from when it was said")
    for depth, memory in enumerate(reversed(memories)):
        stand = memory.year_for(*place)
        if stand is not None and (filled := _filled(meaning, stand)) is not None:
            around = ", of the words around the quotation" if depth else ""
            anchor = stand.span if meaning.start.needs_month else stand.source
            return _Said(filled, anchor, f"{one.rule}; the year is that of a date before{around}")
    return _Said(None, None, f"{one.rule}; no year is said before")


def _filled(meaning: Meaning, stand: Stand) -> Meaning | None:
    """Give a date its year, and its month where only the day is said, from another date."""
    start, end, from_ = meaning.start, meaning.end, stand.day
    if start.needs_month:
        if from_.month is None or from_.month > MONTHS:
            return None
        if from_.day is None and stand.source != stand.span:
            return None  # a month in passing, without its own year
        start = Day(from_.year, from_.month, start.day)
        return structs.replace(meaning, start=start) if end is None else None
    year = from_.year or 0
    if end is not None and end.year is None:
        crosses = start.month is not None and end.month is not None and start.month > end.month
        end = structs.replace(end, year=year + crosses)
    elif end is not None:
        year = end.year or year
    if end is None and stand.is_late and start.month is not None and start.day is not None:
        year += start.month <= _EARLY
    elif end is None and start.month is not None and from_.month is not None and from_.day is not None:
        # The narrative goes on: January after a day in December is the next year's.
        year += _LATE < from_.month <= MONTHS and start.month <= _EARLY
    return structs.replace(meaning, start=structs.replace(start, year=year), end=end)


def _with_century(one: Expression, memories: Sequence[Memory], place: tuple[int, int]) -> _Said:
    """*'36*, *5.XII.32*, *the thirties*: the century is that of a date before."""
    for memory in reversed(memories):
        stand = memory.year_for(*place)
        if stand is None or stand.day.year is None:
            continue
        century = stand.day.year // 100
        rule = f"{one.rule}; the century is that of a date before"
        meaning = one.meaning
        if meaning.start.fixed:
            day = Day(fixed=meaning.start.fixed.replace("??", f"{century:02}"))
            return _Said(structs.replace(meaning, start=day), stand.source, rule)
        year = century * 100 + (meaning.short_year or 0)
        start = structs.replace(meaning.start, year=year)
        end = structs.replace(meaning.end, year=year) if meaning.end is not None else None
        return _Said(structs.replace(meaning, start=start, end=end), stand.source, rule)
    return _Said(None, None, f"{one.rule}; no century is said before")


def _shifted(one: Expression, shift: Shift, memories: Sequence[Memory], place: tuple[int, int]) -> _Said:
    for depth, memory in enumerate(reversed(memories)):
        is_long = shift.unit in {"year", "season"}
        stand = memory.year_for(*place) if is_long and memory.day_for(place[1]) is None else memory.day_for(place[1])
        if stand is None:
            continue
        meaning = moved(stand.day, _next_season(shift, stand.day))
        if meaning is not None and (one.meaning.mark or one.meaning.open):
            meaning = structs.replace(meaning, mark=one.meaning.mark or meaning.mark, open=one.meaning.open)
        around = ", around the quotation" if depth else ""
        anchor = stand.source if is_long else stand.span
        return _Said(
            meaning,
            anchor,
            f"{one.rule}: {_gap(shift)}{around}" if meaning else f"{one.rule}; the date before is too vague",
        )
    return _Said(None, None, f"{one.rule}; no date is said shortly before")


def _gap(shift: Shift) -> str:
    return (
        "the same" if shift.count == 0 else "some time on" if shift.count is None else f"{shift.count:+} {shift.unit}"
    )


def _next_season(shift: Shift, day: Day) -> Shift:
    """*The following spring*, said of February, is that of the same year."""
    if shift.unit != "season" or shift.count != 1 or day.month is None or day.month > MONTHS:
        return shift
    comes = day.month < _SEASON_ENDS[shift.month or 24] - 2
    return structs.replace(shift, count=0) if comes else shift


def _from_behind(
    one: Expression, after: Sequence[Expression], starts: Sequence[int], paragraphs: Sequence[int]
) -> _Said | None:
    """Take the year from a date behind, in the same sentence, else in the same paragraph."""
    at = one.span.start
    if not one.meaning.start.needs_year or one.meaning.short_year is not None or one.meaning.start.needs_month:
        return None
    for other in after:
        if (
            bisect.bisect_right(paragraphs, other.span.start) != bisect.bisect_right(paragraphs, at)
            or not other.anchors
        ):
            break
        if other.meaning.start.year is not None:
            filled = _filled(one.meaning, Stand(Day(other.meaning.start.year), other.span, other.span, 0, 0))
            where = (
                "sentence"
                if bisect.bisect_right(starts, other.span.start) == bisect.bisect_right(starts, at)
                else "paragraph"
            )
            return _Said(filled, other.span, f"{one.rule}; the year is that of a date behind, in the same {where}")
    return None


def _remember(one: Expression, words: str, said: _Said, memory: Memory, place: tuple[int, int]) -> None:
    if said.rule.endswith(_OF_A_NAME):
        return  # what was said at such an occasion is told out of its order
    if said.meaning is None or not one.anchors or said.meaning.start.year is None or write(said.meaning) is None:
        return
    day = said.meaning.end or said.meaning.start
    if said.meaning.end is not None and day.month is None:
        return  # several years: the narrative does not stand at one of them
    if said.meaning.mark:
        day = structs.replace(day, day=None)
    is_late = day.month is None and bool(_IS_LATE.match(words))
    is_aside = one.meaning.shift is not None and one.meaning.shift.unit == "year" and bool(one.meaning.shift.count)
    source = one.span if said.anchor is None or one.meaning.short_year is not None else said.anchor
    memory.note(Stand(day, one.span, source, *place, is_aside, is_late))
