"""Year and day that an expression does not say, taken from what was said before, and from where."""

import bisect
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from assay.draft.dates.apposition import beside, follows_count
from assay.draft.dates.counting import SPEAKERS_TIME
from assay.draft.dates.datelines import RULE as AT_HEAD
from assay.draft.dates.datelines import counted_from, is_dateline
from assay.draft.dates.filling import Said, filled, with_century
from assay.draft.dates.finding import expressions
from assay.draft.dates.leading import is_heading, is_in_brackets, is_whole, leaves_behind, looks_aside, looks_back
from assay.draft.dates.memory import TORN, Memory, Stand
from assay.draft.dates.occasions import OF_A_NAME, Days, days_of, is_named, named, names_of, said_with, within
from assay.draft.dates.sentences import sentences
from assay.draft.dates.shifting import shifted
from assay.draft.dates.told import is_birth, is_telling, is_told
from assay.draft.dates.values import Day, Expression, Meaning, Shift, write
from assay.draft.document import Document
from assay.model.proposals import DateMention

_IS_LATE = re.compile(r"(?:.*\s)?(?:middle|end|close|late|autumn|winter)\b", re.IGNORECASE | re.DOTALL)
_PART_OF_YEAR = "year, part of it"
_ERA = re.compile(r"\b(?:times?|days|years|era|period|age|reign)\s+of\b", re.IGNORECASE)
_I = re.compile(r"\bI\b")
_NEAR_PARAGRAPHS, _JUST, _FAR = 4, 2, 600  # the last in characters: a sentence of a book is shorter
_SAME_SENTENCE = re.compile(r"[\"”’']?[^.!?\n]{1,80}")


class _Place(Struct, frozen=True):
    """Where a date stands, its words, those before it in its sentence, whether it is by the way or in a name."""

    sentence: int
    paragraph: int
    words: str
    before: str
    is_by_the_way: bool
    is_telling: bool
    is_called: bool


def dates(document: Document) -> Iterator[DateMention]:
    """Yield every expression of a date in a document, in order, with its EDTF and its anchor."""
    for expression, said in _resolved(document):
        span = expression.span
        anchor = document.text.raw(said.anchor) if said.anchor is not None else None
        edtf = write(said.meaning) if said.meaning is not None else None
        words = document.body[span.start : span.end]
        yield DateMention(document.evidence(span), words, edtf, anchor if edtf else None, said.rule)


def _resolved(document: Document) -> Iterator[tuple[Expression, Said]]:
    """Go through a document with one memory for each voice that is speaking, the innermost last."""
    body = document.body
    found = [one for one in expressions(body) if not _is_title(document, one.span.start)]
    whole = tuple(sentences(document))
    starts = [sentence.start for sentence in whole]
    paragraphs = [paragraph.start for paragraph in document.paragraphs]
    breaks = sorted(section.at for section in document.text.sections)
    names, days = names_of(body, found), days_of(found)
    memories, section = [Memory(len(body) + 1)], 0
    quoted = [voice.quoted for voice in document.voices if voice.kind == "speech"]
    speech = [one.span for one in quoted]
    opened, previous, talk = 0, None, Memory(0, is_talk=True)
    for number, one in enumerate(found):
        at = one.span.start
        if bisect.bisect_right(breaks, at) != section:
            section, memories = bisect.bisect_right(breaks, at), [Memory(len(body) + 1)]
            talk = Memory(0, is_talk=True)
            days = [one for one in days if one[2].start >= breaks[section - 1]]
        while opened < len(speech) and speech[opened].start <= at:
            while memories[-1].end <= speech[opened].start and len(memories) > 1:
                memories.pop()
            end = speech[opened].end
            if quoted[opened].setting == "turn":  # who answers goes on from what was asked and answered before
                talk.end = end
                memories.append(talk)
            else:
                memories.append(Memory(end, _said_behind(body, found, number, end)))
            opened += 1
        while len(memories) > 1 and (memories[-1].end <= at or is_heading(body, one)):
            memories.pop()
        _note_eras(body, found[number - 1].span.end if number else 0, at, memories)
        place = bisect.bisect_right(starts, at), bisect.bisect_right(paragraphs, at)
        following = found[number + 1] if number + 1 < len(found) else None
        begins, ends = (whole[place[0] - 1].start, whole[place[0] - 1].end) if place[0] else (at, one.span.end)
        begins, ends = max(begins, at - _FAR), min(ends, one.span.end + _FAR)
        here = _Place(
            *place,
            body[at : one.span.end],
            body[begins:at],
            is_in_brackets(body, one) or follows_count(body, one, previous),
            is_telling(body[begins:at], body[one.span.end : ends]),
            is_named(body, one),
        )
        said = (
            named(body, one, names)
            or said_with(body, one, following)
            or beside(body, one, previous)
            or counted_from(memories, here.words, body[begins:ends], one, place)
            or _say(one, memories, here, days)
        )
        if said.meaning is None and said.anchor is None and not said.rule.endswith(TORN) and not is_whole(one):
            said = _from_behind(body, one, found[number + 1 : number + 4], starts, paragraphs) or said
        if said.meaning is None:
            for memory in memories:
                memory.undated = at
                memory.lost = at if leaves_behind(one) else memory.lost
        if is_heading(body, one):
            memories[-1].turn()
        _remember(one, said, memories[-1], here)
        if is_dateline(body, one):
            memories[-1].dateline = one.meaning.start, one.span
        previous = one, said
        yield one, said


def _note_eras(body: str, start: int, end: int, memories: Sequence[Memory]) -> None:
    """*In the years of the fog*: what is spoken of next may be the time of it."""
    for era in _ERA.finditer(body, start, end):
        for memory in memories:
            memory.undated = era.start()


def _said_behind(body: str, found: Sequence[Expression], number: int, end: int) -> Stand | None:
    """Return the date that the sentence gives behind a quotation: *"...", he told the paper on 9 March 2021*."""
    for one in found[number:]:
        if one.span.start >= end:
            is_near = _SAME_SENTENCE.fullmatch(body, end, one.span.start) is not None
            says = is_near and one.anchors and one.meaning.start.year is not None and one.meaning.end is None
            return Stand(one.meaning.start, one.span, one.span, -1, -1) if says else None
    return None


def _is_title(document: Document, at: int) -> bool:
    index = bisect.bisect_right(document.voices, at, key=lambda voice: voice.quoted.span.start) - 1
    voice = document.voices[index] if index >= 0 else None
    return voice is not None and voice.kind == "title" and voice.quoted.span.start <= at < voice.quoted.span.end


def _say(one: Expression, memories: Sequence[Memory], here: _Place, days: Days) -> Said:
    meaning, place = one.meaning, (here.sentence, here.paragraph)
    if meaning.is_moot:
        if one.rule == SPEAKERS_TIME:
            memories[-1].moot = place[0]
        return Said(None, None, one.rule)
    if meaning.shift is not None:
        return shifted(one, meaning.shift, memories, place)
    if meaning.short_year is not None or meaning.start.fixed.startswith("??"):
        return with_century(one, memories, place)
    if not meaning.start.needs_year and not meaning.start.needs_month:
        return Said(meaning, None, one.rule)
    if memories[-1].moot == place[0]:
        return Said(None, None, f"{one.rule}; the year is counted from when it was said")
    for depth, memory in enumerate(reversed(memories)):
        stand = memory.year_for(*place)
        if stand is None and memory.is_talk:
            break  # on which day a talk was taken down says nothing of what is told in it
        if stand is None:
            continue
        is_near = place[1] - stand.paragraph <= _NEAR_PARAGRAPHS
        if stand.sentence != place[0] and (fits := within(one, stand, days, is_near=is_near)) is not None:
            return fits
        if memory.lost > stand.span.start and stand.sentence != place[0]:
            return Said(None, None, f"{one.rule}; {TORN}")
        if here.is_called and stand.paragraph != place[1]:
            return Said(None, None, f"{one.rule}; of which year it is called so is not said")
        if not meaning.start.needs_month and memory.is_torn(*place, is_own=_I.search(here.before) is not None):
            return Said(None, None, f"{one.rule}; {TORN}")
        back = looks_back(here.before)
        is_just_said = not back and place[0] - stand.sentence <= _JUST
        if (whole := filled(meaning, stand, back=back, is_just_said=is_just_said)) is not None:
            around = ", of the words around the quotation" if depth else ""
            anchor = stand.span if meaning.start.needs_month else stand.source
            return Said(whole, anchor, f"{one.rule}; the year is that of a date before{around}")
        if memory.is_talk or meaning.start.needs_month:
            break
    return Said(None, None, f"{one.rule}; no year is said before")


def _from_behind(
    body: str, one: Expression, after: Sequence[Expression], starts: Sequence[int], paragraphs: Sequence[int]
) -> Said | None:
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
        if other.meaning.start.year is not None and not looks_aside(body[at : other.span.start]):
            whole = filled(one.meaning, Stand(Day(other.meaning.start.year), other.span, other.span, 0, 0))
            where = (
                "sentence"
                if bisect.bisect_right(starts, other.span.start) == bisect.bisect_right(starts, at)
                else "paragraph"
            )
            return Said(whole, other.span, f"{one.rule}; the year is that of a date behind, in the same {where}")
    return None


def _only_points_back(shift: Shift) -> bool:
    is_same = shift.count == 0 and shift.unit in {"year", "month"} and shift.month is None
    return shift.unit == "time" or shift.reaches or is_same


def _reached(meaning: Meaning, memory: Memory, place: _Place) -> Day | None:
    """*In 1932 he came, and worked there until 1937*: from when, where a sentence tells both ends."""
    last, until = memory.last, meaning.start.year
    if meaning.open != "until" or last is None or last.sentence != place.sentence or until is None:
        return None
    return last.day if (last.day.year or until) < until else None


def _remember(one: Expression, said: Said, memory: Memory, place: _Place) -> None:
    shift = one.meaning.shift
    if shift is not None and _only_points_back(shift):
        return  # it says nothing that was not said before
    if said.rule.endswith(OF_A_NAME) or (one.meaning.is_moot and said.rule.endswith(AT_HEAD)):
        return  # what was said at such an occasion is told out of its order
    if said.meaning is None or not one.anchors or said.meaning.start.year is None or write(said.meaning) is None:
        return
    day = said.meaning.end or said.meaning.start
    if said.meaning.end is not None:
        memory.period = said.meaning, one.span, place.sentence
    if (since := _reached(said.meaning, memory, place)) is not None:
        memory.period = Meaning(since, day), one.span, place.sentence
    if said.meaning.end is not None and day.month is None:
        return  # several years: the narrative does not stand at one of them
    if said.meaning.mark:
        day = structs.replace(day, day=None)
    is_part = day.month is None or (day.day is None and one.rule == _PART_OF_YEAR)
    is_late = is_part and bool(_IS_LATE.match(place.words))
    is_aside = shift is not None and ((shift.unit == "year" and bool(shift.count)) or (shift.count or 0) < 0)
    now = memory.narrative.day.year if memory.narrative is not None else None
    if now is not None and shift is None and said.meaning.start.year != now:
        latest = max(now, memory.last.day.year or now) if memory.last is not None else now
        is_back = said.meaning.start.year < latest and looks_back(place.before)
        is_aside = place.is_by_the_way or place.is_telling or looks_aside(place.before) or is_back
    last = memory.last
    is_of_aside = said.anchor is not None and last is not None and last.is_aside and last.span == said.anchor
    is_aside = is_aside or is_birth(place.before) or is_of_aside
    source = one.span if said.anchor is None or one.meaning.short_year is not None else said.anchor
    memory.note(Stand(day, one.span, source, place.sentence, place.paragraph, is_aside, is_late, is_told(place.before)))
