"""Dates that count from another: from which one, and what comes of it."""

from collections.abc import Sequence

from msgspec import structs

from assay.draft.dates.filling import Said
from assay.draft.dates.memory import Memory
from assay.draft.dates.values import MONTHS, Day, Expression, Meaning, Shift, moved

_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 12}
_NEAR_SENTENCES = 1
_LASTING = 3  # *from that day on*, said of a day


def shifted(one: Expression, shift: Shift, memories: Sequence[Memory], place: tuple[int, int]) -> Said:
    """Count from the date spoken of last, in the innermost voice that has one."""
    for depth, memory in enumerate(reversed(memories)):
        if shift.is_speakers and not depth:
            continue  # what was said before in the same words is not when they were said
        if shift.unit == "time" and shift.reaches:
            return _period(one, memory, place)
        is_long = shift.unit in {"year", "season"}
        is_pointed_at = shift.count == 0 and shift.unit in {"day", "week", "month"}
        is_near = shift.unit == "time" or (shift.reaches and not is_long) or is_pointed_at
        if is_near and (
            depth or not _is_near(memory, place, _LASTING if one.meaning.open == "since" else _NEAR_SENTENCES)
        ):
            continue
        if is_long and shift.count and not shift.reaches and memory.day_for(*place) is None:
            continue  # nobody counts from a date said long ago
        if shift.unit == "time" and memory.tells_apart():
            continue
        by_year = is_long and (shift.is_speakers or memory.day_for(*place) is None)
        stand = memory.year_for(*place) if by_year else memory.day_for(*place)
        if stand is not None and shift.count != 0 and memory.lost > stand.span.start:
            continue
        if stand is not None and is_long and shift.count == 0 and stand.is_aside and stand.sentence != place[0]:
            continue  # "that autumn" may be of the year that is told, or of that by the way
        if stand is None and memory.is_talk:
            break
        if stand is None or (shift.is_speakers and place[1] - stand.paragraph > 1):
            continue
        meaning = moved(stand.day, _next_season(shift, stand.day))
        if shift.unit == "time" and one.meaning.open:
            meaning = Meaning(stand.day)
        if meaning is not None and (one.meaning.mark or one.meaning.open):
            meaning = structs.replace(meaning, mark=one.meaning.mark or meaning.mark, open=one.meaning.open)
        around = ", around the quotation" if depth else ""
        anchor = stand.source if is_long else stand.span
        return Said(
            meaning,
            anchor,
            f"{one.rule}: {_gap(shift)}{around}" if meaning else f"{one.rule}; the date before is too vague",
        )
    return Said(None, None, f"{one.rule}; no date is said shortly before")


def _period(one: Expression, memory: Memory, place: tuple[int, int]) -> Said:
    """*During this period*: the span of time just spoken of."""
    if memory.period is not None and place[0] - memory.period[2] <= _NEAR_SENTENCES:
        meaning, span, _ = memory.period
        if memory.undated < span.start and (memory.last is None or memory.last.span.start <= span.start):
            return Said(meaning, span, f"{one.rule}: the same")
    return Said(None, None, f"{one.rule}; no span of time is said shortly before")


def _is_near(memory: Memory, place: tuple[int, int], near: int) -> bool:
    """Say whether the last date is what was spoken of just now."""
    stand = memory.day_for(*place)
    if stand is None or memory.undated > stand.span.start:
        return False
    return place[0] - stand.sentence <= (near if stand.day.day is not None else _NEAR_SENTENCES)


def _gap(shift: Shift) -> str:
    return (
        "the same" if shift.count == 0 else "some time on" if shift.count is None else f"{shift.count:+} {shift.unit}"
    )


def _next_season(shift: Shift, day: Day) -> Shift:
    """*The following spring*, said of February, is that of the same year; *the following April* likewise."""
    if shift.unit != "season" or not shift.count or day.month is None or day.month > MONTHS:
        return shift
    meant = shift.month or 24
    if meant <= MONTHS:
        is_same = day.month < meant if shift.count > 0 else meant < day.month
    else:
        is_same = shift.count > 0 and day.month < _SEASON_ENDS[meant] - 2
    return structs.replace(shift, count=0) if is_same else shift
