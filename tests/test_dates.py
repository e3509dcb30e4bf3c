"""Dates as intervals, compared with the calendar and with an independent reader of EDTF."""

import datetime

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.dates import UNDATED, Dating, day_number, in_words, parse_date

EPOCH = datetime.date(1970, 1, 1)


def date(text: str) -> Dating:
    parsed = parse_date(text)
    assert parsed is not None, text
    return parsed


@given(st.dates())
def test_days_are_counted_as_the_calendar_counts(day: datetime.date) -> None:
    assert day_number(day.year, day.month, day.day) == (day - EPOCH).days
    assert date(day.isoformat()).is_one_day


@given(st.integers(-(10**9), 10**9))
def test_a_year_has_365_or_366_days_before_christ_too(year: int) -> None:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert day_number(year + 1, 1, 1) - day_number(year, 1, 1) == 365 + leap


@pytest.mark.parametrize(
    "text",
    ["1932", "1932-11", "1932-02-29", "193X", "19XX", "1935-09-19/1936-05-01", "1935/1936-05", "1936-08-19", "2004-XX"],
)
def test_bounds_agree_with_an_independent_reader(text: str) -> None:
    theirs = edtf.parse_edtf(text)
    ours = date(text)
    for bound, expected in ((ours.earliest, theirs.lower_strict()), (ours.latest, theirs.upper_strict())):
        assert bound == day_number(expected.tm_year, expected.tm_mon, expected.tm_mday)


DIGITS = st.text("0123456789X~?%/.-YT", max_size=14)


@given(DIGITS)
def test_nothing_is_a_date_for_us_that_is_none_for_them(text: str) -> None:
    if parse_date(text) is None or text == "undated":
        return
    if any(part.strip("~?%")[-2:] in ("21", "22", "23", "24") for part in text.split("/")) or "Y" in text:
        return  # seasons in intervals are ours; their long years have no bounds
    edtf.parse_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "1932-13", "1932-00", "1932-02-30", "1933-02-29", "193", "19320101", "1932/", "/", "../..", "1936/1935",
     "1932-8", "autumn 1932", "1932-08-19T25:00:00", "193X-05", "1932-21-05", "XXXX-12", "1932 ", "1932~~"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    if text == "1932/":
        assert date(text).earliest == day_number(1932, 1, 1)  # an interval whose end nobody recorded
        return
    assert parse_date(text) is None


def test_open_ends_and_unknown_ends_differ() -> None:
    until, unknown = date("../1917"), date("/1917")
    assert until.surely_covers(date("1812"))
    assert not unknown.surely_covers(date("1812"))
    assert until.surely_before(date("1918"))
    assert unknown.surely_before(date("1918"))


def test_an_interval_of_years_is_sure_only_between_them() -> None:
    window = date("1929/1937")
    assert window.surely_covers(date("1930/1936"))
    assert not window.surely_covers(date("1929-06"))
    assert window.may_meet(date("1929-06"))


def test_approximate_dates_widen_and_uncertain_ones_decide_nothing() -> None:
    assert date("1932~").may_meet(date("1933"))
    assert not date("1932~").may_meet(date("1934"))
    assert not date("1932?").surely_before(date("1990"))
    assert not date("1932?").is_one_day


def test_undated_excludes_nothing() -> None:
    assert not UNDATED.is_known
    assert UNDATED.may_meet(date("1932"))
    assert not UNDATED.surely_before(date("1932"))
    assert not date("1932").surely_before(UNDATED)


@given(st.dates(), st.dates())
def test_sure_means_sure(one: datetime.date, other: datetime.date) -> None:
    first, second = date(one.isoformat()), date(other.isoformat())
    assert first.surely_before(second) == (one < other)
    assert first.may_meet(second) == (one == other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1936-08-19", "19 August 1936"),
        ("1932-21", "spring 1932"),
        ("19XX", "the years 1900-1999"),
        ("1932-XX", "some month of 1932"),
        ("1936-05/..", "from May 1936 on"),
        ("1932?", "perhaps 1932"),
        ("undated", "undated"),
    ],
)
def test_dates_are_written_as_in_a_footnote(text: str, words: str) -> None:
    assert in_words(text) == words
