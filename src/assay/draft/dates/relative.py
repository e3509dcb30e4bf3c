"""Dates that count from another: *the next day*, *two years later*, *that autumn*, *three months after his arrest*."""

import re
from collections.abc import Iterator

from assay.draft.dates import words
from assay.draft.dates.counting import FEW, NO_DATE_HERE, SPEAKERS_DAY, SPEAKERS_TIME, Row, how_many, moot, row
from assay.draft.dates.events import EVENTS
from assay.draft.dates.standing import STANDING
from assay.draft.dates.units import Found
from assay.draft.dates.values import Meaning, Shift, Unit
from assay.draft.dates.words import DAY, MONTH, NUMBER, SEASON
from assay.model.location import Span

_DAYTIME = r"(?P<unit>day|date|morning|evening|night|afternoon|week|month|year)\b"
_UNITS = r"(?P<unit>day|week|month|year|night|decade)s?\b(?P<more>\s+and\s+a\s+half\b)?"
_HOW_MANY = rf"(?P<count>{NUMBER}|half|{FEW})(?P<half>\s+and\s+(?:a|one)[\s-]half|(?<=half)\s+an?\b)?"
_NEXT, _LAST = r"(?:very\s+)?(?:next|following|ensuing|subsequent)", r"(?:previous|preceding)"
_POINT = rf"(?:(?P<same>same|that|that\s+very|that\s+same|this\s+same)|(?P<next>{_NEXT})|(?P<last>{_LAST}))"
_WHOSE = r"(?:the|his|her|their|my|our|its|this|that|these|[A-Z][\w'’-]+)"
_ENDS = r"(?=\s*[.,;:()!?—–\"]|\s+(?:he|she|they|it|I|we|and|the\s+\w+\s+\w+ed|to|in|at|when|[A-Z])|\s*$)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}


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
    count = how_many(many)
    if unit == "decade":
        unit, count = "year", None if count is None else count * 10
    is_vague = (
        match[0].lower().startswith(("about", "some")) or bool(half) or bool(match["more"]) or many == "a couple of"
    )
    if count is not None and back:
        count = -count
    return Meaning(shift=Shift(_UNIT.get(unit, "day"), count, is_vague))


def _fortnight(match: re.Match[str]) -> Meaning:
    weeks = 4 if match["two"] else 2
    return Meaning(shift=Shift("week", -weeks if match["back"] else weeks))


def _century(match: re.Match[str]) -> Meaning:
    years = 50 if match["part"].lower().startswith("half") else 25
    return Meaning(shift=Shift("year", -years if match["back"] else years, is_vague=True))


def _month(match: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("season", _direction(match), month=words.month(match["month"])))


def _uncounted(match: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift(_UNIT.get(match["unit"].lower()[:-1], "day"), None))


ROWS: tuple[Row, ...] = (
    row(
        "day in a year spoken of",
        rf"(?:(?P<day>{DAY}) )?(?P<month>{MONTH})(?: of|,)? (?:of |in )?(?:the )?{_POINT} year\b",
        _within,
    ),
    row(
        "day in a year spoken of",
        rf"(?P<month>{MONTH}) (?P<day>{DAY}),? (?:of |in )?(?:the )?{_POINT} year\b",
        _within,
    ),
    row(
        NO_DATE_HERE,
        rf"(?:(?:for|only|just|almost|nearly|about|exactly|less than|more than) )*{_HOW_MANY} {_UNITS} "
        rf"(?:after|before|since|prior to|following) (?!that\b|this\b(?! )){_WHOSE} (?!{MONTH})[\w'’-]+",
        moot,
    ),
    row(
        "counted from a date before",
        rf"(?:(?:only|just|exactly|some|about) )*{_HOW_MANY} {_UNITS} "
        rf"(?:(?P<back>earlier|before|previously|prior)|later|afterwards?|after that|thereafter|after)\b{_ENDS}",
        _counted,
    ),
    row(
        "counted from a date before",
        rf"(?:a|(?P<two>two)) fortnights? (?:(?P<back>earlier|before|previously)|later|afterwards?|after)\b{_ENDS}",
        _fortnight,
    ),
    row(
        NO_DATE_HERE,
        rf"in {_HOW_MANY} {_UNITS}(?:['’] time\b|(?=,? (?:(?!\bhad\b|\bwas\b)[^.;:!?\n]){{0,40}}?\b(?:will|shall)\b))",
        moot,
    ),
    row(
        "counted from a date before",
        rf"after {_HOW_MANY} {_UNITS}(?=\s*,)(?P<back>zzz)?",
        _counted,
    ),
    row(
        "counted from a date before",
        rf"(?P<part>half|(?:a |one )?quarter of) a century (?:(?P<back>earlier|before)|later|afterwards?)\b{_ENDS}",
        _century,
    ),
    row("counted from a date before", rf"(?P<unit>days|weeks|years) (?:later|earlier)\b{_ENDS}", _uncounted),
    row(NO_DATE_HERE, rf"within {_HOW_MANY} {_UNITS} (?:of|after)\b", moot),
    row(SPEAKERS_TIME, rf"{_HOW_MANY} {_UNITS} ago\b", moot),
    row("season spoken of", rf"(?:the )?(?P<season>{SEASON}) of (?:the )?{_POINT} year\b", _season),
    row("season spoken of", rf"(?:the )?{_POINT} (?P<season>{SEASON})", _season),
    row("month spoken of", rf"the (?:(?P<next>{_NEXT})|(?P<last>{_LAST})) (?P<month>{MONTH})(?! \d)\b", _month),
    row(
        "the same",
        r"(?:the (?P<same>same)|(?P<same2>that)(?: very| same)?|the very same)(?P<next>zzz)?(?P<last>zzz)? " + _DAYTIME,
        _neighbour,
    ),
    row("the next", rf"(?:the )?(?P<next>{_NEXT})(?P<last>zzz)? {_DAYTIME}", _neighbour),
    row("the one before", rf"the (?P<last>{_LAST})(?P<next>zzz)? {_DAYTIME}", _neighbour),
    row(
        "the one before",
        rf"the (?P<unit>day|night|evening|week|month|year) (?P<last>before)(?P<next>zzz)?\b{_ENDS}",
        _neighbour,
    ),
    row(
        "the next",
        r"the (?P<unit>day|night|evening|week|month|year) (?P<next>after)(?P<last>zzz)?\b(?=\s*[.,;:])",
        _neighbour,
    ),
    row(SPEAKERS_DAY, r"(?:yesterday|tomorrow|(?:last|this) (?:night|week))\b", moot),
    row(
        SPEAKERS_TIME,
        rf"(?<!the\s)(?:last|this) (?:month|year|{SEASON}|{_WEEKDAY})\b",
        moot,
    ),
    row("day or month counted from when it was said", rf"(?<!the\s)(?:[Ll]ast|[Tt]his) {MONTH}\b", moot),
    row(
        "day of the week",
        rf"(?:(?:[Oo]n|[Ll]ast|[Nn]ext) (?:a )?|(?:[Aa]|[Oo]ne) (?:[a-z]+ )?){_WEEKDAY}(?!,? (?:\d|{MONTH}|the \d))\b",
        moot,
    ),
)


def relatives(body: str) -> Iterator[Found]:
    """Find dates that count from another, none within another, in order."""
    found = [
        (match.start(), -match.end(), number, way, match)
        for number, way in enumerate((*ROWS, *STANDING, *EVENTS))
        for match in way.pattern.finditer(body)
    ]
    done = 0
    for start, end, _, way, match in sorted(found, key=lambda one: one[:3]):
        try:
            meaning = way.make(match) if start >= done else None
        except (ValueError, KeyError):
            meaning = None
        if meaning is not None:
            done = -end
            yield Found(Span(start, -end), meaning, way.rule)
