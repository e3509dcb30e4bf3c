"""Single dates, as far as they are written: *5 December 1932*, *December 5*, *5.XII.32*, *spring of 1932*, *1930s*.

A table of patterns, the longest first where two begin at one place. `weak` ones are dates only in company: a month by
itself needs a word before it that makes it one.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from assay.draft.dates import reading, words
from assay.draft.dates.values import Day, Meaning
from assay.draft.dates.words import DASH, DAY, DAY_WORD, DECADE_WORD, MONTH, NAMED_DAY, ORDINAL, ROMAN, SEASON, YEAR
from assay.model.location import Span

_COMMA_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>{YEAR}))"
_SHORT = r"(?:,?\s+['’‘](?P<short>\d\d)(?!\d))"
_MAYBE_YEAR = rf"(?:{_COMMA_YEAR}|{_SHORT})?"
_STYLE = r"(?P<style>\s?[(\[]?(?:O\.\s?S\.|Old\sStyle|old\sstyle)[)\]]?)?"


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


def _row(rule: str, pattern: str, make: _Make, *, weak: bool = False) -> Row:
    spaced = pattern.replace(" ", r"\s+")
    return Row(rule, re.compile(rf"(?<![\w$£€])(?:{spaced})"), make, weak)


_M, _LM = rf"(?P<month>{MONTH})", rf"(?P<last_month>{MONTH})"
_D, _L = rf"(?P<day>{DAY})", rf"(?P<last>{DAY})"
_NTH = rf"(?P<day>{DAY_WORD})"
_THE = r"(?:the\s)?"
_AND = rf"(?:{DASH}|\s+(?:to|through|until|till|and)\s+(?:the\s)?)"

_GOES_ON = (
    "and|he|she|it|they|we|you|to|there|nobody|that|a|an|the|has|had|was|were|is|when|while|because|but|or|with|from|by"
    "|my|his|her|our|their|its|your"
)

ROWS: tuple[Row, ...] = (
    _row("two styles", rf"{_D}\s?(?:\(|\[|/){_L}(?:\)|\])? {_M}{_COMMA_YEAR}?", reading.two_styles),
    _row("two styles", rf"{_D} {_M}\s?(?:\(|\[){_L} {_LM}(?:\)|\]){_COMMA_YEAR}?", reading.two_styles),
    _row("two styles", rf"{_D} {_M}\s?/\s?{_L} {_LM}{_COMMA_YEAR}?", reading.two_styles),
    _row("days of two months", rf"{_D} {_M}{_AND}{_L} {_LM}{_MAYBE_YEAR}", reading.days),
    _row("days of two months", rf"{_M} {_D}{_AND}{_LM} {_L}{_MAYBE_YEAR}", reading.days),
    _row("days of a month", rf"{_THE}{_D}{_AND}{_L}(?: of)? {_M}{_MAYBE_YEAR}", reading.days),
    _row("days of a month", rf"{_M} {_D}{_AND}{_L}(?! {MONTH}){_MAYBE_YEAR}", reading.days),
    _row("day and month", rf"{_THE}{_D}(?:(?: of)? |(?=[A-Z])){_M}{_MAYBE_YEAR}{_STYLE}", reading.days),
    _row("day and month", rf"(?:the )?{_NTH}(?: day)? of {_M}{_MAYBE_YEAR}", reading.days),
    _row(
        "day and month",
        rf"{_M} (?:the )?{_NTH}(?:{_COMMA_YEAR}|(?=[.,;:)]| (?:he|she|it|they|we|I)\b))",
        reading.days,
    ),
    _row("day and month", rf"{_M} (?:the )?{_D}(?!\.\d){_MAYBE_YEAR}{_STYLE}", reading.days),
    _row("year, month and day", rf"(?P<year>{YEAR}),? {_M} {_D}", reading.days),
    _row(
        "year, month and day in figures",
        rf"(?P<year>{YEAR.removesuffix('(?!' + chr(92) + 'w)')})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?!\d)",
        lambda found: Meaning(Day(reading.year_of(found), int(found["month"] or 0), int(found["day"] or 0))),
    ),
    _row(
        "day, month and year in figures",
        rf"(?P<day>\d\d?)\s?(?P<sign>[./-])\s?(?P<month>\d\d?)\s?(?P=sign)\s?(?:(?P<year>{YEAR})|(?P<short>\d\d))(?![\d./-]\d)(?!\d)",
        reading.figures,
    ),
    _row(
        "month in Roman figures",
        rf"(?P<day>\d\d?)\s?(?P<sign>[./ -])\s?(?P<month>{ROMAN})\s?(?P=sign)\s?"
        rf"(?:(?P<year>{YEAR})|(?P<short>\d\d))(?!\d)",
        lambda found: Meaning(
            Day(reading.year_of(found), words.roman(found["month"] or ""), int(found["day"] or 0)),
            short_year=reading.short_of(found),
        ),
    ),
    _row(
        "months",
        rf"{_M}(?:{DASH}| (?:and|to|through|or) ){_LM}{_MAYBE_YEAR}",
        reading.months,
        weak=True,
    ),
    _row(
        "month and year",
        rf"{_M}(?:{_COMMA_YEAR}|{_SHORT})",
        lambda found: Meaning(
            Day(reading.year_of(found), words.month(found["month"] or "")), short_year=reading.short_of(found)
        ),
    ),
    _row(
        "month and year",
        rf"{_M} [(\[](?P<year>{YEAR})[)\]]",
        lambda found: Meaning(Day(reading.year_of(found), words.month(found["month"] or ""))),
    ),
    _row("day with a name", rf"(?P<name>{NAMED_DAY})(?:{_COMMA_YEAR}|{_SHORT})", reading.named_day),
    _row("day with a name", rf"(?P<name>{NAMED_DAY})", reading.named_day, weak=True),
    _row("month", _M, lambda found: Meaning(Day(None, words.month(found["month"] or ""))), weak=True),
    _row(
        "season and years",
        rf"(?:the )?(?P<season>winter|Winter)(?: of|,| in)? (?P<year>{YEAR})\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?)(?!\d)",
        reading.years,
    ),
    _row(
        "season and year",
        rf"(?P<season>{SEASON})(?: (?:days|weeks|months|holidays|term))?(?: of|,| in)? "
        rf"(?:(?P<year>{YEAR})|['’‘](?P<short>\d\d)(?!\d))",
        lambda found: Meaning(
            Day(reading.year_of(found), words.season(found["season"] or "")), short_year=reading.short_of(found)
        ),
    ),
    _row(
        "season",
        rf"(?P<season>{SEASON})(?: (?:days|weeks|holidays))?",
        lambda found: Meaning(Day(None, words.season(found["season"] or ""))),
        weak=True,
    ),
    _row("decade", r"(?P<digits>1[5-9]\d|20[0-4])[0oO]['’]?[sS](?!\w)", reading.decade),
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
        lambda found: reading.twenties(found["word"] or ""),
        weak=True,
    ),
    _row("century", rf"(?P<ordinal>{ORDINAL})[- ][Cc]entur(?:y|ies)", reading.century),
    _row(
        "years",
        rf"(?P<year>{YEAR.removesuffix('(?!' + chr(92) + 'w)')}){DASH}(?P<last>{YEAR}|\d\d(?![\d\w]))(?!-\d)",
        reading.years,
    ),
    _row("years", rf"(?P<year>{YEAR})/(?P<last>\d\d|\d{{4}})(?!\d|/)", reading.years),
    _row("year", rf"(?P<year>{YEAR})(?![.,:]\d|-\d)", reading.years, weak=True),
    _row(
        "year of two figures",
        r"['’‘](?P<short>[1-9]\d)(?!\d|s\b|\w)",
        lambda found: Meaning(short_year=reading.short_of(found)),
        weak=True,
    ),
    _row(
        "day alone",
        r"the (?P<day>(?:3[01Il]|[12Il]?[\dIl])(?:st|nd|rd|th))(?!\w)"
        rf"(?! (?!(?:{_GOES_ON})\b)[a-z]+\b)(?! (?!I\b)[A-Z])",
        lambda found: Meaning(Day(None, None, words.day(found["day"] or ""))),
        weak=True,
    ),
)


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
