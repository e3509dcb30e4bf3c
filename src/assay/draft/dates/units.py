"""Single dates, as far as they are written: *5 December 1932*, *December 5*, *5.XII.32*, *spring of 1932*, *1930s*.

A table of patterns, the longest first where two begin at one place. `weak` ones are dates only in company: a month by
itself needs a word before it that makes it one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from assay.draft.dates import words
from assay.draft.dates.values import Day, Meaning
from assay.draft.dates.words import DASH, DAY, DECADE_WORD, MONTH, ORDINAL, ROMAN, SEASON, YEAR
from assay.model.calendars import lag
from assay.model.location import Span

_COMMA_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>{YEAR}))"
_SHORT = r"(?:,?\s+['’‘](?P<short>\d\d)(?!\d))"
_MAYBE_YEAR = rf"(?:{_COMMA_YEAR}|{_SHORT})?"
_STYLE = r"(?P<style>\s?[(\[]?(?:O\.\s?S\.|Old\sStyle|old\sstyle)[)\]]?)?"
_CENTURY = 100
_LONG_MONTH = 12


class Found(Struct, frozen=True):
    """A single date where it stands."""

    span: Span
    meaning: Meaning
    rule: str
    is_weak: bool = False


_Make = Callable[[Mapping[str, str | None]], Meaning | None]


class Row(Struct, frozen=True):
    """A way to write a date: the rule's name, the pattern, and what its parts say."""

    rule: str
    pattern: re.Pattern[str]
    make: _Make
    is_weak: bool = False


def _year(found: Mapping[str, str | None]) -> int | None:
    return words.year(found["year"] or "") if found.get("year") else None


def _short(found: Mapping[str, str | None]) -> int | None:
    return int(found["short"] or "") if found.get("short") else None


def _of(found: Mapping[str, str | None], name: str, read: Callable[[str], int]) -> int | None:
    return read(found[name] or "") if found.get(name) else None


def _days(found: Mapping[str, str | None]) -> Meaning | None:
    """Days of one month or of two, with the year or without."""
    year, month = _year(found), _of(found, "month", words.month)
    last_month = _of(found, "last_month", words.month) or month
    first, last = _of(found, "day", words.day), _of(found, "last", words.day)
    style = bool(found.get("style"))
    start = Day(year, month, first)
    if style and year is not None and month is not None and first is not None and last is None:
        return _in_new_style(year, month, first)
    if last is None:
        return Meaning(start, short_year=_short(found), julian=style)
    begins = year
    if month is not None and last_month is not None and last_month < month and year is not None:
        begins = year - 1
    return Meaning(Day(begins, month, first), Day(year, last_month, last), short_year=_short(found))


def _in_new_style(year: int, month: int, day: int) -> Meaning | None:
    try:
        then = date(year, month, day) + timedelta(days=lag(year, month))
    except (ValueError, OverflowError):
        return None
    return Meaning(Day(then.year, then.month, then.day))


def _two_styles(found: Mapping[str, str | None]) -> Meaning | None:
    """*5 (18) January 1918*, *25 October (7 November) 1917*: the second is what the Gregorian calendar says."""
    month = _of(found, "last_month", words.month) or _of(found, "month", words.month)
    return Meaning(Day(_year(found), month, _of(found, "last", words.day)))


def _years(found: Mapping[str, str | None]) -> Meaning | None:
    year, last = _year(found), found.get("last")
    assert year is not None
    if not last:
        return Meaning(Day(year))
    digits = re.sub(r"\D", "", last.translate(str.maketrans("IlOo", "1100")))
    end = int(str(year)[: 4 - len(digits)] + digits)
    return Meaning(Day(year), Day(end)) if end > year else None


def _decade(found: Mapping[str, str | None]) -> Meaning | None:
    return Meaning(Day(fixed=f"{words.year((found['digits'] or '') + '0') // 10}X"))


def _century(found: Mapping[str, str | None]) -> Meaning | None:
    number = words.ordinal(found["ordinal"] or "")
    return Meaning(Day(fixed=f"{number - 1:02}XX")) if 1 <= number <= _LONG_MONTH * 2 else None


def _figures(found: Mapping[str, str | None]) -> Meaning | None:
    """Day, month and year in figures. Where nobody can tell day from month, only the year is said."""
    day, month = int(found["day"] or 0), int(found["month"] or 0)
    is_plain = found["sign"] == "." or day > _LONG_MONTH or day == month
    if found["sign"] == "/" and month > _LONG_MONTH >= day:
        day, month, is_plain = month, day, True
    if not 1 <= month <= _LONG_MONTH:
        return None
    year, short = _year(found), _short(found)
    return Meaning(Day(year, month, day) if is_plain else Day(year), short_year=short)


def _row(rule: str, pattern: str, make: _Make, *, weak: bool = False) -> Row:
    spaced = pattern.replace(" ", r"\s+")
    return Row(rule, re.compile(rf"(?<![\w$£€])(?:{spaced})"), make, weak)


_M, _LM = rf"(?P<month>{MONTH})", rf"(?P<last_month>{MONTH})"
_D, _L = rf"(?P<day>{DAY})", rf"(?P<last>{DAY})"
_THE = r"(?:the\s)?"
_AND = rf"(?:{DASH}|\s+(?:to|through|until|till|and)\s+(?:the\s)?)"

ROWS: tuple[Row, ...] = (
    _row("two styles", rf"{_D}\s?(?:\(|\[|/){_L}(?:\)|\])? {_M}{_COMMA_YEAR}?", _two_styles),
    _row("two styles", rf"{_D} {_M}\s?(?:\(|\[){_L} {_LM}(?:\)|\]){_COMMA_YEAR}?", _two_styles),
    _row("days of two months", rf"{_D} {_M}{_AND}{_L} {_LM}{_MAYBE_YEAR}", _days),
    _row("days of two months", rf"{_M} {_D}{_AND}{_LM} {_L}{_MAYBE_YEAR}", _days),
    _row("days of a month", rf"{_THE}{_D}{_AND}{_L}(?: of)? {_M}{_MAYBE_YEAR}", _days),
    _row("days of a month", rf"{_M} {_D}{_AND}{_L}(?! {MONTH}){_MAYBE_YEAR}", _days),
    _row("day and month", rf"{_THE}{_D}(?: of)? {_M}{_MAYBE_YEAR}{_STYLE}", _days),
    _row("day and month", rf"{_M} (?:the )?{_D}(?!\.\d){_MAYBE_YEAR}{_STYLE}", _days),
    _row("year, month and day", rf"(?P<year>{YEAR}),? {_M} {_D}", _days),
    _row(
        "year, month and day in figures",
        rf"(?P<year>{YEAR.removesuffix('(?!' + chr(92) + 'w)')})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?!\d)",
        lambda found: Meaning(Day(_year(found), int(found["month"] or 0), int(found["day"] or 0))),
    ),
    _row(
        "day, month and year in figures",
        rf"(?P<day>\d\d?)\s?(?P<sign>[./-])\s?(?P<month>\d\d?)\s?(?P=sign)\s?(?:(?P<year>{YEAR})|(?P<short>\d\d))(?![\d./-]\d)(?!\d)",
        _figures,
    ),
    _row(
        "month in Roman figures",
        rf"(?P<day>\d\d?)\s?(?P<sign>[./ -])\s?(?P<month>{ROMAN})\s?(?P=sign)\s?"
        rf"(?:(?P<year>{YEAR})|(?P<short>\d\d))(?!\d)",
        lambda found: Meaning(
            Day(_year(found), words.roman(found["month"] or ""), int(found["day"] or 0)), short_year=_short(found)
        ),
    ),
    _row(
        "months",
        rf"{_M}(?:{DASH}| (?:and|to|through|or) ){_LM}{_MAYBE_YEAR}",
        lambda found: _months(found),  # noqa: PLW0108 - the function stands below
        weak=True,
    ),
    _row(
        "month and year",
        rf"{_M}(?:{_COMMA_YEAR}|{_SHORT})",
        lambda found: Meaning(Day(_year(found), words.month(found["month"] or "")), short_year=_short(found)),
    ),
    _row("month", _M, lambda found: Meaning(Day(None, words.month(found["month"] or ""))), weak=True),
    _row(
        "season and years",
        rf"(?:the )?(?P<season>winter|Winter)(?: of|,| in)? (?P<year>{YEAR})\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?)(?!\d)",
        _years,
    ),
    _row(
        "season and year",
        rf"(?P<season>{SEASON})(?: of|,| in)? (?:(?P<year>{YEAR})|['’‘](?P<short>\d\d)(?!\d))",
        lambda found: Meaning(Day(_year(found), words.season(found["season"] or "")), short_year=_short(found)),
    ),
    _row(
        "season",
        rf"(?P<season>{SEASON})",
        lambda found: Meaning(Day(None, words.season(found["season"] or ""))),
        weak=True,
    ),
    _row("decade", r"(?P<digits>1[5-9]\d|20[0-4])[0oO]['’]?s(?!\w)", _decade),
    _row(
        "decade in words",
        rf"(?P<century>nineteen|eighteen)[- ](?P<word>{DECADE_WORD})",
        lambda found: Meaning(
            Day(fixed=f"{19 if found['century'] == 'nineteen' else 18}{words.decade(found['word'] or '')}X")
        ),
    ),
    _row(
        "decade in words",
        rf"(?P<word>{DECADE_WORD}|['’‘][2-9]0['’]?s(?!\w))",
        lambda found: _twenties(found["word"] or ""),
        weak=True,
    ),
    _row("century", rf"(?P<ordinal>{ORDINAL})[- ][Cc]entur(?:y|ies)", _century),
    _row(
        "years",
        rf"(?P<year>{YEAR.removesuffix('(?!' + chr(92) + 'w)')}){DASH}(?P<last>{YEAR}|\d\d(?![\d\w]))(?!-\d)",
        _years,
    ),
    _row("years", rf"(?P<year>{YEAR})/(?P<last>\d\d|\d{{4}})(?!\d|/)", _years),
    _row("year", rf"(?P<year>{YEAR})(?![.,:]\d|-\d)", _years, weak=True),
    _row(
        "year of two figures",
        r"['’‘](?P<short>[1-9]\d)(?!\d|s\b|\w)",
        lambda found: Meaning(short_year=_short(found)),
        weak=True,
    ),
    _row(
        "day alone",
        r"the (?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?!\w)(?! [a-z]+(?<!and)(?<!he)(?<!they)(?<!to)\b)(?! [A-Z])",
        lambda found: Meaning(Day(None, None, words.day(found["day"] or ""))),
        weak=True,
    ),
)


def _months(found: Mapping[str, str | None]) -> Meaning | None:
    first, last, year = words.month(found["month"] or ""), words.month(found["last_month"] or ""), _year(found)
    begins = year - 1 if year is not None and last < first else year
    return Meaning(Day(begins, first), Day(year, last), short_year=_short(found))


def _twenties(word: str) -> Meaning | None:
    """Which century is meant is not said; the narrative's year will tell."""
    tens = words.decade(word) if word[0].isalpha() else int(word[1])
    return Meaning(Day(fixed=f"??{tens}X"))


def units(body: str) -> Iterator[Found]:
    """Find single dates, none within another, in order."""
    found = [
        (match.start(), -match.end(), number, row, match)
        for number, row in enumerate(ROWS)
        for match in row.pattern.finditer(body)
    ]
    done = 0
    for start, end, _, row, match in sorted(found, key=lambda one: one[:3]):
        if start < done:
            continue
        try:
            meaning = row.make(match.groupdict())
        except ValueError:
            meaning = None
        if meaning is not None:
            done = -end
            yield Found(Span(start, -end), meaning, row.rule, row.is_weak)
