"""A letter, diary or report that says when it was written: *yesterday*, *on Monday*, *last year* count from it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import structs

from assay.draft.dates import words
from assay.draft.dates.filling import Said
from assay.draft.dates.leading import line_of
from assay.draft.dates.memory import Memory
from assay.draft.dates.values import MONTHS, Day, Expression, Meaning

RULE = "counted from the day at its head"
_NAME = r"(?![a-z])[^\W\d_][\w.'’-]*"
_PLACE = rf"(?:{_NAME}(?:\s{_NAME}){{0,3}},?\s+)?(?:the\s+)?"
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEK = 7
_TURN = re.compile(r"\b(?:shall|will|['’]ll|going\s+to|hope|plan|expect|intend|next)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|came|saw|went|wrote|told|said|left|got|took|met|gave|began|heard|brought|found|sent|fell|sold|kept|lost|held|stood|knew|thought"
    r"|spoke|made|paid|read|ran|sat|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_DAY = {"yesterday": -1, "last night": -1, "tomorrow": 1}
_AGO = re.compile(rf"(?P<count>{words.NUMBER})\s+(?P<unit>day|week|month|year)s?\s+ago", re.IGNORECASE)
_UNIT = re.compile(r"(?P<which>last|this)\s+(?P<unit>week|month|year)", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?:on|last)\s+(?P<name>{'|'.join(_WEEKDAYS)})day", re.IGNORECASE)


def is_dateline(body: str, one: Expression) -> bool:
    """Say whether a line gives a day, with or without a place, and nothing else: *Riga, 3 May 1941*."""
    start = one.meaning.start
    if start.day is None or start.needs_year or one.meaning.end is not None or one.meaning.open:
        return False
    line = line_of(body, one.span).strip()
    return re.fullmatch(rf"{_PLACE}{re.escape(body[one.span.start : one.span.end])}[.:,;]?", line) is not None


def from_dateline(said: str, sentence: str, day: Day) -> Meaning | None:
    """Count from the day on which something was written; None where the words do not say so plainly.

    >>> from_dateline("on Thursday", "I saw him on Thursday.", Day(1904, 5, 9)).start
    Day(year=1904, month=5, day=5, fixed='')
    """
    said = " ".join(said.lower().split())
    written = date(day.year or 1, day.month or 1, day.day or 1)
    if said in _DAY:
        return _exactly(written + timedelta(_DAY[said]))
    if (weekday := _WEEKDAY.fullmatch(said)) is not None:
        if _TURN.search(sentence) or not _PAST.search(sentence):
            return None
        back = (written.weekday() - _WEEKDAYS.index(weekday["name"])) % _WEEK or _WEEK
        return _exactly(written - timedelta(back))
    if (ago := _AGO.fullmatch(said)) is not None:
        return _back(written, words.number(ago["count"]), ago["unit"])
    if (unit := _UNIT.fullmatch(said)) is not None:
        return _back(written, int(unit["which"] == "last"), unit["unit"])
    return None


def _exactly(then: date) -> Meaning:
    return Meaning(Day(then.year, then.month, then.day))


def _back(written: date, count: int, unit: str) -> Meaning:
    if unit == "year":
        return Meaning(Day(written.year - count))
    if unit == "month":
        whole = written.year * MONTHS + written.month - 1 - count
        return Meaning(Day(whole // MONTHS, whole % MONTHS + 1))
    then = written - timedelta(count * (_WEEK if unit == "week" else 1))
    meaning = _exactly(then)
    return meaning if unit == "day" else Meaning(meaning.start, mark="~")


def before_it(meaning: Meaning, sentence: str, day: Day, *, in_month: bool) -> Meaning | None:
    """Give a month or day its year, or month, in what was written on a day: it had been, or was to come.

    A day by itself, where another month was spoken of (`in_month`), may be of either: only the year is said.

    >>> before_it(Meaning(Day(None, 11)), "He came in November.", Day(1904, 5, 9), in_month=False).start.year
    1903
    """
    start = meaning.start
    if day.year is None or day.month is None or day.day is None:
        return None
    months = day.year * MONTHS + day.month - 1
    if start.needs_month:
        turn = _turn(sentence, (start.day or 0) - day.day)
        if turn is None:
            return Meaning(is_moot=True)
        year, month = divmod(months + turn, MONTHS)
        return Meaning(Day(year) if in_month else Day(year, month + 1, start.day))
    if start.month is None or start.month > MONTHS:
        return None
    turn = _turn(sentence, start.month - day.month or (start.day or day.day) - day.day, is_past=bool(meaning.open))
    return (
        Meaning(is_moot=True)
        if turn is None
        else structs.replace(meaning, start=structs.replace(start, year=day.year + turn))
    )


def _turn(sentence: str, later: int, *, is_past: bool = False) -> int | None:
    """Return -1 for the month or year before, 1 for the next; None where no tense tells which."""
    if is_past:
        return -int(later > 0)
    if _TURN.search(sentence):
        return int(later < 0)
    if later > 0 and not _PAST.search(sentence):
        return None
    return -int(later > 0)


def counted_from(
    memories: Sequence[Memory], said: str, sentence: str, one: Expression, place: tuple[int, int]
) -> Said | None:
    """Say what is counted from the day on which these words were written, where no other year was spoken of since.

    What is quoted without a date is taken for said in the year before that day, too; *yesterday* in it is not.
    """
    depth = next((depth for depth, memory in enumerate(reversed(memories)) if memory.dateline or memory.last), 0)
    memory, meaning = memories[-1 - depth], one.meaning
    if memory.dateline is None or any(one.is_talk for one in memories[-depth:] if depth):
        return None
    (day, span), stand = memory.dateline, memory.year_for(*place)
    if meaning.is_moot and not depth:
        then = from_dateline(said, sentence, day)
    elif stand is not None and stand.source == span and _is_bare(meaning):
        then = before_it(meaning, sentence, day, in_month=stand.day.day is None)
    else:
        return None
    return None if then is None else Said(None if then.is_moot else then, span, f"{one.rule}; {RULE}")


def _is_bare(meaning: Meaning) -> bool:
    is_whole = not (meaning.start.needs_year or meaning.start.needs_month)
    is_one = meaning.shift is None and meaning.short_year is None and meaning.end is None
    return is_one and not is_whole and meaning.open != "until"
