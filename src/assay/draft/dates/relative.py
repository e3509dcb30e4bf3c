"""Dates that count from another: *the next day*, *two years later*, *that autumn*, *three months after his arrest*."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from assay.draft.dates import words
from assay.draft.dates.units import Found
from assay.draft.dates.values import Meaning, Shift, Unit
from assay.draft.dates.words import DAY, MONTH, NUMBER, SEASON
from assay.model.location import Span

_DAYTIME = r"(?P<unit>day|date|morning|evening|night|afternoon|week|month|year)\b"
_UNITS = r"(?P<unit>day|week|month|year|night|decade)s?\b(?P<more>\s+and\s+a\s+half\b)?"
_FEW = r"half|several|a\s+few|some|many|a\s+couple\s+of|a\s+number\s+of"
_HOW_MANY = rf"(?P<count>{NUMBER}|{_FEW})(?P<half>\s+and\s+(?:a|one)[\s-]half|\s+an?\b)?"
_NEXT, _LAST = r"(?:very\s+)?(?:next|following|ensuing|subsequent)", r"(?:previous|preceding)"
_POINT = rf"(?:(?P<same>same|that|that\s+very|that\s+same|this\s+same)|(?P<next>{_NEXT})|(?P<last>{_LAST}))"
_WHOSE = r"(?:the|his|her|their|my|our|its|this|that|these|[A-Z][\w'’-]+)"
_ENDS = r"(?=\s*[.,;:()!?—–\"]|\s+(?:he|she|they|it|I|we|and|the\s+\w+\s+\w+ed|to|in|at|when|[A-Z])|\s*$)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SPEAKERS_TIME = "counted from when it was said"
_UNIT: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}


class Row(Struct, frozen=True):
    """A way to count from a date."""

    rule: str
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Meaning | None]


def _direction(match: re.Match[str]) -> int:
    return 1 if match["next"] else -1 if match["last"] else 0


def _unit(match: re.Match[str]) -> Unit:
    return _UNIT.get(match["unit"].lower(), "day")


def _neighbour(match: re.Match[str]) -> Meaning:
    unit, count = _unit(match), _direction(match)
    return Meaning(shift=Shift(unit, count, is_vague=unit == "week" and count == 0))


def _within(match: re.Match[str]) -> Meaning:
    month = words.month(match["month"])
    day = words.day(match["day"]) if match["day"] else None
    return Meaning(shift=Shift("year", _direction(match), month=month, day=day))


def _season(match: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("season", _direction(match), month=words.season(match["season"])))


def _counted(match: re.Match[str]) -> Meaning | None:
    unit = match["unit"].lower()
    many, half = " ".join(match["count"].lower().split()), match["half"]
    back = bool(match["back"])
    if many == "half":
        return Meaning(shift=Shift("month", -6 if back else 6, is_vague=True)) if unit == "year" else None
    if half is not None and "half" not in half:
        return None
    if many == "a couple of":
        count: int | None = 2
    elif many in {"several", "a few", "some", "many", "a number of"}:
        count = None
    else:
        count = words.number(many)
    if unit == "decade":
        unit, count = "year", None if count is None else count * 10
    is_vague = bool(half) or bool(match["more"]) or many == "a couple of"
    if count is not None and back:
        count = -count
    return Meaning(shift=Shift(_UNIT.get(unit, "day"), count, is_vague))


def _moot(_: re.Match[str]) -> Meaning:
    return Meaning(is_moot=True)


def _row(rule: str, pattern: str, make: Callable[[re.Match[str]], Meaning | None]) -> Row:
    return Row(
        rule,
        re.compile(rf"(?<!\w)(?:{pattern.replace(' ', chr(92) + 's+')})", re.IGNORECASE if rule[0] != "d" else 0),
        make,
    )


ROWS: tuple[Row, ...] = (
    _row(
        "day in a year spoken of",
        rf"(?:(?P<day>{DAY}) )?(?P<month>{MONTH})(?: of|,)? (?:of |in )?(?:the )?{_POINT} year\b",
        _within,
    ),
    _row(
        "counted from what has no date here",
        rf"(?:(?:for|only|just|almost|nearly|about|exactly|less than|more than) )*{_HOW_MANY} {_UNITS} "
        rf"(?:after|before|since|prior to|following) (?!that\b|this\b(?! )){_WHOSE} (?!{MONTH})[\w'’-]+",
        _moot,
    ),
    _row(
        "counted from a date before",
        rf"(?:(?:only|just|exactly|some|about) )*{_HOW_MANY} {_UNITS} "
        rf"(?:(?P<back>earlier|before|previously|prior)|later|afterwards?|after that|thereafter|after)\b{_ENDS}",
        _counted,
    ),
    _row(
        "counted from a date before",
        rf"after {_HOW_MANY} {_UNITS}(?=\s*,)(?P<back>zzz)?",
        _counted,
    ),
    _row("counted from what has no date here", rf"within {_HOW_MANY} {_UNITS} (?:of|after)\b", _moot),
    _row(SPEAKERS_TIME, rf"{_HOW_MANY} {_UNITS} ago\b", _moot),
    _row("season spoken of", rf"(?:the )?{_POINT} (?P<season>{SEASON})", _season),
    _row(
        "the same",
        r"(?:the (?P<same>same)|(?P<same2>that)(?: very| same)?|the very same)(?P<next>zzz)?(?P<last>zzz)? " + _DAYTIME,
        _neighbour,
    ),
    _row("the next", rf"(?:the )?(?P<next>{_NEXT})(?P<last>zzz)? {_DAYTIME}", _neighbour),
    _row("the one before", rf"the (?P<last>{_LAST})(?P<next>zzz)? {_DAYTIME}", _neighbour),
    _row(
        "the one before",
        rf"the (?P<unit>day|night|evening|week|month|year) (?P<last>before)(?P<next>zzz)?\b{_ENDS}",
        _neighbour,
    ),
    _row(
        "the next",
        r"the (?P<unit>day|night|evening|week|month|year) (?P<next>after)(?P<last>zzz)?\b(?=\s*[.,;:])",
        _neighbour,
    ),
    _row(SPEAKERS_TIME, r"(?:yesterday|tomorrow)\b", _moot),
    _row(
        "counted from when it was said",
        rf"(?<!the\s)(?:last|this) (?:night|week|month|year|{SEASON}|{_WEEKDAY})\b",
        _moot,
    ),
    _row("day or month counted from when it was said", rf"(?<!the\s)(?:[Ll]ast|[Tt]his) {MONTH}\b", _moot),
    _row("day of the week", rf"(?:[Oo]n|[Ll]ast|[Nn]ext) (?:a )?{_WEEKDAY}(?!,? (?:\d|{MONTH}|the \d))\b", _moot),
)


def relatives(body: str) -> Iterator[Found]:
    """Find dates that count from another, none within another, in order."""
    found = [
        (match.start(), -match.end(), number, row, match)
        for number, row in enumerate(ROWS)
        for match in row.pattern.finditer(body)
    ]
    done = 0
    for start, end, _, row, match in sorted(found, key=lambda one: one[:3]):
        try:
            meaning = row.make(match) if start >= done else None
        except (ValueError, KeyError):
            meaning = None
        if meaning is not None:
            done = -end
            yield Found(Span(start, -end), meaning, row.rule)
