"""Dates in the words of a document: the table of what is written how, and what must never happen."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.draft.dates import dates, governing
from assay.draft.document import Document, Paragraph, documents
from assay.model.dates import parse_date
from assay.model.location import Span
from assay.model.text import Piece, Text
from assay.voices.hearing import ROUGH


def read(body: str) -> Document:
    text = Text("a.txt", body, (Piece(0, 0, len(body)),))
    return next(documents(text, (), ROUGH, lambda _: "diary"))


def found(body: str) -> list[tuple[str, str | None]]:
    return [(one.words, one.edtf) for one in dates(read(body))]


ALONE = [
    ("He came on 5 December 1932.", "1932-12-05"),
    ("He came on December 5, 1932.", "1932-12-05"),
    ("He came on the 5th of December, 1932.", "1932-12-05"),
    ("He came on Dec. 5, 1932.", "1932-12-05"),
    ("He came in December 1932.", "1932-12"),
    ("He came in 1932.", "1932"),
    ("They met in the middle of July 1936.", "1936-07~"),
    ("They met at the end of November 1932.", "1932-11~"),
    ("They met in late 1932.", "1932~"),
    ("They met in mid-July 1936.", "1936-07~"),
    ("They met in July 1936 or so.", "1936-07~"),
    ("They met around 1932.", "1932~"),
    ("They met perhaps in 1932.", "1932?"),
    ("They met in the spring of 1932.", "1932-21"),
    ("They met in the fall of 1932.", "1932-23"),
    ("Life in the 1930s was hard.", "193X"),
    ("Life in the nineteen-thirties was hard.", "193X"),
    ("Life in the 19th century was hard.", "18XX"),
    ("The dissidents of the 1960s-1980s wrote.", "1960/1989"),
    ("It lasted between 19 and 24 August 1936.", "1936-08-19/1936-08-24"),
    ("It lasted from 28 April to 3 May 1936.", "1936-04-28/1936-05-03"),
    ("The trial (23-30 January 1937) was short.", "1937-01-23/1937-01-30"),
    ("He stayed from September 1935 to May 1936.", "1935-09/1936-05"),
    ("He stayed from December to January 1937.", "1936-12/1937-01"),
    ("He stayed from 1932 until 1936.", "1932/1936"),
    ("The war of 1936-1938 was long.", "1936/1938"),
    ("The war of 1936-38 was long.", "1936/1938"),
    ("The house stood until 1917.", "../1917"),
    ("He came back at the end of 1917 and the beginning of 1918.", "1917-12~/1918-01~"),
    ("They met in 1917 and 1918.", "1917/1918"),
    ("It burned in the middle of 1917.", "1917-06~"),
    ("From the end of 1917 to the middle of 1919 he was silent.", "1917-12~/1919-06~"),
    ("The house stood until the end of 1917.", "../1917-12~"),
    ("The house stood until the middle of the 1930s.", "../1939"),
    ("It has been so since 1929.", "1929/.."),
    ("From 1929 he lived there.", "1929/.."),
    ("In the first half of 1936 he was ill.", "1936-01/1936-06"),
    ("It is dated 1936-08-19.", "1936-08-19"),
    ("It is dated 19.8.1936.", "1936-08-19"),
    ("It is dated 3/4/1932.", "1932"),
    ("It is dated 23/4/1932.", "1932-04-23"),
    ("It is dated 5.XII.1932.", "1932-12-05"),
    ("He came in I936.", "1936"),
    ("He came in 193 6.", "1936"),
    ("He came in l936.", "1936"),
    ("It was 5 (18) January 1918.", "1918-01-18"),
    ("It was 25 October (7 November) 1917.", "1917-11-07"),
    ("It was 25 October 1917 (O.S.).", "1917-11-07"),
    ("He came on the night of 19-20 August 1936.", "1936-08-19/1936-08-20"),
    ("See the memoirs (Paris, Plon, 1937).", "1937"),
]


@pytest.mark.parametrize(("words", "edtf"), ALONE)
def test_what_says_everything_itself_needs_no_anchor(words: str, edtf: str) -> None:
    (one,) = dates(read(words))
    assert one.edtf == edtf
    assert one.anchor is None


ANCHORED = [
    ("He came in July 1936. On 5 August he left.", "5 August", "1936-08-05", "July 1936"),
    ("He came on 5 August 1936. On the 23rd he left.", "the 23rd", "1936-08-23", "5 August 1936"),
    ("He came on 31 August 1936. The next day he left.", "The next day", "1936-09-01", "31 August 1936"),
    ("He came on 31 August 1936. The day before, it rained.", "The day before", "1936-08-30", "31 August 1936"),
    ("He came on 31 August 1936. That same day he left.", "That same day", "1936-08-31", "31 August 1936"),
    ("He came on 3 May 1936. Two weeks later he left.", "Two weeks later", "1936-05-17~", "3 May 1936"),
    ("He came on 3 May 1936. A few days later he left.", "A few days later", "1936-05~", "3 May 1936"),
    ("He came in 1932. That autumn he left.", "That autumn", "1932-23", "1932"),
    ("He came in February 1932. The following spring he left.", "The following spring", "1932-21", "February 1932"),
    ("He came in May 1932. A year later he left.", "A year later", "1933", "May 1932"),
    ("He came in 1932. In March of the following year he left.", "March of the following year", "1933-03", "1932"),
    ("He came in 1932. Twenty years later he wrote.", "Twenty years later", "1952~", "1932"),
    ("He came in 1932. In the thirties all came.", "thirties", "193X", "1932"),
    ("He came in 1932. It is dated 5.XII.32.", "5.XII.32", "1932-12-05", "1932"),
    ("He came on 28 December 1936. On 9 January he left.", "9 January", "1937-01-09", "28 December 1936"),
    ("At the June plenum of the league in 1934 he spoke.", "June", "1934-06", "1934"),
    ("He came in 1871. In the summer of '68 he left.", "summer of '68", "1868-22", "1871"),
    (
        'It was 2015. "In January I knew nothing," he told the paper on 9 March 2021.',
        "January",
        "2021-01",
        "9 March 2021",
    ),
    ("On 5 May he came, and on 7 May 1931 he left.", "5 May", "1931-05-05", "7 May 1931"),
]


@pytest.mark.parametrize(("body", "words", "edtf", "anchor"), ANCHORED)
def test_what_a_date_does_not_say_comes_from_another_that_is_shown(
    body: str, words: str, edtf: str, anchor: str
) -> None:
    one = next(one for one in dates(read(body)) if one.words == words)
    assert one.edtf == edtf
    assert one.anchor is not None
    assert body[one.anchor.start : one.anchor.end] == anchor


@pytest.mark.parametrize(
    "words",
    [
        "Two and a half months after his arrest he spoke.",
        "A year and a half after the pamphlet was printed he wrote.",
        "The next day he left.",
        "On 5 December he left.",
        "He had seen him yesterday.",
        "On 4 September 1871 he wrote. He had been there in July. He had heard nothing since the 1st.",
        "It was sixty years ago.",
        "On Sunday he left.",
        "In 1931 they slept, and in winter they worked.",
    ],
)
def test_where_nobody_can_say_there_is_no_date(words: str) -> None:
    *_, last = dates(read(words))
    assert last.edtf is None
    assert last.anchor is None


@pytest.mark.parametrize(
    "words",
    [
        "See p. 1936 and no. 1937.",
        "There were 1500 officers and 1937 people.",
        "They arrested 1800 men.",
        "He may go, and I may march on.",
        "The October Revolution was far away.",
        "It cost $1932.",
        "After the fall of the city he fled.",
        "It lasted for six months.",
        "At 12.30 he took 5 or 6 of them.",
    ],
)
def test_what_is_no_date_is_left_out(words: str) -> None:
    assert found(words) == []


def test_a_quotation_is_dated_by_itself_and_does_not_date_the_narrative() -> None:
    body = (
        'In July 1936 it began. Berg wrote: "On 3 March 1921 we came to the river. On 4 April we left it behind us." '
        "On 5 May the hearing ended."
    )
    said = dict(found(body))
    assert said["4 April"] == "1921-04-04"
    assert said["5 May"] == "1936-05-05"


def test_a_year_far_away_dates_its_own_sentence_only() -> None:
    body = "In July 1936 it began. In 1956 Berg spoke of it again, on 2 June. On 5 August he left."
    assert found(body)[-2:] == [("2 June", "1956-06-02"), ("5 August", "1936-08-05")]


def test_an_occasion_called_by_its_months_has_the_year_that_is_said_once() -> None:
    body = "At the June-July Plenum of the league in 1934 he spoke.\n\nIn 1931 he was ill. At the June-July Plenum he lied."
    assert found(body)[-1] == ("June-July", "1934-06/1934-07")


def test_last_year_is_counted_from_when_it_was_said() -> None:
    assert found("In 1936 it began. Last year, in May, it went on.")[1:] == [("Last year", None), ("May", None)]


def test_without_its_grammar_a_document_gives_the_same_dates() -> None:
    whole = read("He came on 31 August 1936. The next day he left. On 5 May he returned.")
    bare = [Paragraph(one.start, one.end, ()) for one in whole.paragraphs]
    plain = Document(whole.text, whole.voices, tuple(bare), (), whole.work_at)
    assert list(dates(plain)) == list(dates(whole))


def test_a_saying_has_the_date_of_the_sentence_that_reports_it() -> None:
    body = "On 5 May 1936 Berg said that he had come in 1931. He never spoke again. Lind was silent."
    document = read(body)
    dated = governing(document, tuple(dates(document)))
    start = body.index("that he had come")
    said = dated(Span(start, body.index(". He never")), ())
    assert said is not None
    assert (said[0], said[1]) == ("1936-05-05", Span(3, 13))
    assert dated(Span(body.index("Lind"), len(body)), ()) is None


_PIECES = ["5 ", "December", " ", "1932", "the ", "next ", "day", "'36", "(18)", "-", "/", ".", "\n\n", '"', "spring", "from ",
           "to ", "between ", "and ", "until ", "a few ", "months ", "later", "1930s", "that ", "year", "XII", "O.S.", "99", "0",
           "winter 1932-33", "31 ", "February ", "l936", "end of ", "first half of ", "century", "twentieth "]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join) | st.text(max_size=60))
def test_nothing_raises_every_date_parses_and_none_says_more_than_its_words(body: str) -> None:
    for one in dates(read(body)):
        assert one.words == body[one.evidence.span.start : one.evidence.span.end]
        if one.edtf is None:
            continue
        assert parse_date(one.edtf) is not None, (one.words, one.edtf)
        has_day = re.search(r"-\d\d-\d\d", one.edtf) is not None
        if has_day:
            assert re.search(r"\d|day|week|night|morning", one.words)
        if re.fullmatch(r"\d{4}", one.words.strip()):
            assert re.fullmatch(r"\d{4}", one.edtf)


@given(st.integers(1700, 2049))
@settings(max_examples=50, deadline=None)
def test_a_year_alone_stays_a_year(year: int) -> None:
    assert found(f"It was in {year}.") == [(str(year), str(year))]
