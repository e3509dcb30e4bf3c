"""Time that is pointed at from the date just spoken of: *at that time*, *soon after*, *within three days*."""

import re

from assay.draft.dates.counting import FEW, NO_DATE_HERE, SPEAKERS_DAY, SPEAKERS_TIME, Row, how_many, moot, row
from assay.draft.dates.values import Meaning, Shift, Unit
from assay.draft.dates.words import DAY_WORD, MONTH, NUMBER

_SPAN = r"(?P<unit>day|week|month|year|decade)(?P<many>s)?\b"
_MANY = rf"(?P<count>{NUMBER}|{FEW}|few)"
_OVER = r"(?:over|in|within|during|for|through(?:out)?) (?:the (?:course|space|span) of )?"
_ALL = r"(?! of\b)"
_STOPS = r"(?=\s*[.,;:()!?—–\"”]|\s+(?:he|she|they|it|I|we|you|the|a|an|and|but|[A-Z])\b|\s*$)"
_UNIT: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_THOSE = r"(?:(?:those|these)(?: same| very)?|the same)"
_NTH = rf"{DAY_WORD}|[a-z-]+th|\d+(?:st|nd|rd|th)"
_RULE = "the time spoken of"


def _then(_: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("time", 0))


def _about(_: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("time", 0, is_vague=True))


def _since(_: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("time", 0), open="since")


def _until(_: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift("time", 0), open="until")


def _counted(match: re.Match[str], sign: int, *, is_speakers: bool = False) -> Meaning:
    groups = match.groupdict()
    count, unit = how_many(" ".join((groups.get("count") or "one").lower().split())), match["unit"].lower()
    if count is None or (groups["many"] and not groups["count"]):
        return Meaning(is_moot=True)
    if unit == "decade":
        unit, count = "year", count * 10
    return Meaning(shift=Shift(_UNIT[unit], sign * count, reaches=True, is_speakers=is_speakers))


def _part(match: re.Match[str]) -> Meaning:
    return Meaning(shift=Shift(_UNIT[match["unit"].lower()], 0, is_vague=True), mark="~")


def _on(match: re.Match[str]) -> Meaning:
    return _counted(match, 1)


def _back(match: re.Match[str]) -> Meaning:
    return _counted(match, -1)


STANDING: tuple[Row, ...] = (
    row(_RULE, rf"(?:at|(?:just )?about|around|by|during) (?:that|this)(?: very| same)? time\b{_ALL}(?! last)", _then),
    row(_RULE, rf"(?:at )?(?:about|around|roughly|approximately) the same time\b{_ALL}(?! as\b)", _about),
    row(f"dated by {_RULE}", r"At the time(?=,)", _then),
    row(_RULE, rf"by then{_STOPS}", _then),
    row(
        _RULE,
        rf"(?:very )?(?:soon|shortly|not long|a (?:bit|little)(?: while)?) "
        rf"(?:after(?:wards?)?|before(?:hand)?|earlier|later|thereafter)\b{_STOPS}(?!,? [A-Z]\w+['’]s )",
        _about,
    ),
    row(_RULE, r"(?:very )?(?:soon|shortly|not long) (?:after|before) (?:this|that)(?: time)?\b" + _STOPS, _about),
    row(
        "part of the time spoken of",
        r"(?:the )?(?:beginning|middle|end|close) of the (?P<unit>year|month)\b" + _ALL,
        _part,
    ),
    row(
        "the period spoken of",
        r"(?:in|during|over|throughout|within) (?:this|that|the same)(?: whole| entire| very)? (?:period|time span)\b"
        + _ALL,
        lambda _: Meaning(shift=Shift("time", 0, reaches=True)),
    ),
    row(SPEAKERS_DAY, r"(?:until (?:very |quite )?recently|not long ago)\b", moot),
    row(_RULE, r"(?:ever )?since (?:then|that time|that day)\b", _since),
    row(_RULE, r"from (?:that (?:time|day|moment)|then)(?: on(?:wards?)?)?\b", _since),
    row(_RULE, r"(?:until|till|up to) (?:then|that (?:time|day|moment))\b", _until),
    row(
        _RULE,
        rf"(?:in|during) (?:those|these|the same)(?: same| very)?(?: {NUMBER})? (?:years|months|weeks|days)\b(?! of\b)",
        lambda _: Meaning(shift=Shift("time", 0, reaches=True)),
    ),
    row(
        SPEAKERS_DAY, r"(?:in|over|during) (?:the )?(?:most )?recent (?:years|months|weeks|days|times|decades)\b", moot
    ),
    row(
        SPEAKERS_TIME,
        rf"{_OVER}(?:the|these) (?:last|past) (?:{_MANY} )?{_SPAN}{_ALL}",
        lambda match: _counted(match, -1, is_speakers=True),
    ),
    row(_RULE, rf"{_OVER}the (?:previous|preceding) (?:{_MANY} )?{_SPAN}{_ALL}", _back),
    row(
        _RULE,
        rf"{_OVER}the (?:next|following|ensuing|coming) (?:{_MANY} )?{_SPAN}{_ALL}",
        lambda match: _counted(match, 1),
    ),
    row(_RULE, rf"within (?:only |just )?{_MANY} {_SPAN}(?! (?:of|after)\b)", _on),
    row(
        NO_DATE_HERE,
        rf"on the (?:{_NTH}) (?:day|night)\b(?! of {MONTH})",
        moot,
    ),
)
