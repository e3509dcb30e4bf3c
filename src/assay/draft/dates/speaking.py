"""What each voice of a document has said of time, as one goes through it: a quotation has a memory of its own."""

import bisect
import re
from collections.abc import Sequence

from msgspec import Struct, structs

from assay.draft.dates.datelines import RULE as AT_HEAD
from assay.draft.dates.datelines import is_dateline
from assay.draft.dates.filling import Said
from assay.draft.dates.grounds import Place
from assay.draft.dates.leading import is_heading, leaves_behind, looks_aside, looks_back
from assay.draft.dates.memory import Memory, Stand
from assay.draft.dates.occasions import OF_A_NAME, Days
from assay.draft.dates.told import is_birth, is_told
from assay.draft.dates.values import Day, Expression, Meaning, Shift, write
from assay.model.voices import Quoted

_IS_LATE = re.compile(r"(?:.*\s)?(?:middle|end|close|late|autumn|winter)\b", re.IGNORECASE | re.DOTALL)
_PART_OF_YEAR = "year, part of it"
_ERA = re.compile(r"\b(?:times?|days|years|era|period|age|reign)\s+of\b", re.IGNORECASE)
_SAME_SENTENCE = re.compile(r"[\"”’']?[^.!?\n]{1,80}")


class Speaking(Struct):
    """The memory of each voice that is speaking, the innermost last; they change as one goes through the document."""

    body: str
    found: Sequence[Expression]
    quoted: Sequence[Quoted]
    """What is said in quotation marks, or in turns."""
    breaks: Sequence[int]
    """Where works begin."""
    days: Days
    memories: list[Memory]
    talk: Memory
    opened: int = 0
    section: int = 0

    def move_to(self, number: int) -> None:
        """Go on to an expression: to its work, into the quotations that have begun, out of those that have ended."""
        one = self.found[number]
        at = one.span.start
        if bisect.bisect_right(self.breaks, at) != self.section:
            self.section = bisect.bisect_right(self.breaks, at)
            self.memories, self.talk = [Memory(len(self.body) + 1)], Memory(0, is_talk=True)
            self.days = [day for day in self.days if day[2].start >= self.breaks[self.section - 1]]
        while self.opened < len(self.quoted) and self.quoted[self.opened].span.start <= at:
            self._open(self.quoted[self.opened], number)
            self.opened += 1
        while len(self.memories) > 1 and (self.memories[-1].end <= at or is_heading(self.body, one)):
            self.memories.pop()
        _note_eras(self.body, self.found[number - 1].span.end if number else 0, at, self.memories)

    def _open(self, quoted: Quoted, number: int) -> None:
        while self.memories[-1].end <= quoted.span.start and len(self.memories) > 1:
            self.memories.pop()
        if quoted.setting == "turn":  # who answers goes on from what was asked and answered before
            self.talk.end = quoted.span.end
            self.memories.append(self.talk)
        else:
            end = quoted.span.end
            self.memories.append(Memory(end, _said_behind(self.body, self.found, number, end)))

    def learn(self, one: Expression, said: Said, here: Place) -> None:
        """Remember what an expression was found to say, for those that come."""
        if said.meaning is None:
            for memory in self.memories:
                memory.undated = one.span.start
                memory.lost = one.span.start if leaves_behind(one) else memory.lost
        if is_heading(self.body, one):
            self.memories[-1].turn()
        _remember(one, said, self.memories[-1], here)
        if is_dateline(self.body, one):
            self.memories[-1].dateline = one.meaning.start, one.span


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


def _only_points_back(shift: Shift) -> bool:
    is_same = shift.count == 0 and shift.unit in {"year", "month"} and shift.month is None
    return shift.unit == "time" or shift.reaches or is_same


def _reached(meaning: Meaning, memory: Memory, place: Place) -> Day | None:
    """*In 1932 he came, and worked there until 1937*: from when, where a sentence tells both ends."""
    last, until = memory.last, meaning.start.year
    if meaning.open != "until" or last is None or last.sentence != place.sentence or until is None:
        return None
    return last.day if (last.day.year or until) < until else None


def _remember(one: Expression, said: Said, memory: Memory, place: Place) -> None:
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
