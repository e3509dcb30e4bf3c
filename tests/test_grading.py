"""Quotations beside their sources: each kind, the hard boundary between a misreading and another word, and properties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.library import Letters, Volume
from assay.model.location import Span
from assay.model.locators import parse_locator
from assay.model.verdicts import Kind
from assay.quotation import fold
from assay.quotation.misreading import is_misread
from assay.sources import Profile, read_plain

BOOK = """\
{p. 1} The commission sat in the modern building from March until June. Nobody in the party had heard of the letter, and
the minister was not told of it. The witnesses came one by one; each of them swore that he had seen Belenko in 1936.

{p. 2} Belenko denied it. He had been abroad in that year, he said, and could prove it with the stamps in his pass-

{p. 3} port. The prosecutor laughed at this. In the end tbe court believed the witnesses, all sixteen of them,
and the accused was led away. Über die Brücke ging er nicht; он не был в Москве; ἐν ἀρχῇ ἦν ὁ λόγος."""


def volume(raw: str, language: str = "en") -> Volume:
    text = read_plain(raw, Profile("book.txt"))
    return Volume("book", text, (Span(0, len(text.body)),), Letters(text), language)


BOOKS = volume(BOOK)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The prosecutor laughed at this.", Kind.EXACT),
        ("with the stamps in his passport", Kind.EXACT),
        ("He could prove it", Kind.SILENTLY_ELIDED),
        ("in the end the court believed the witnesses", Kind.ORTHOGRAPHIC),
        ("The comrnission sat in the modern building", Kind.ORTHOGRAPHIC),
        ("the miniſter was not told of it", Kind.ORTHOGRAPHIC),
        ("THE PROSECUTOR LAUGHED AT THIS", Kind.ORTHOGRAPHIC),
        ("sat in the modem building", Kind.ALTERED),
        ("sat in the modern building form March until June", Kind.ALTERED),
        ("he had seen Belenko in 1938", Kind.ALTERED),
        ("he had seen Belenko in I936", Kind.ORTHOGRAPHIC),
        ("the minister was told of it", Kind.ALTERED),
        ("the minister was now told of it", Kind.ALTERED),
        ("each of them swore that he had seen Savenko in 1936", Kind.ALTERED),
        ("Nobody in the party had heard of the letter ... not told of it", Kind.ELIDED),
        ("The witnesses came one by one * * * that he had seen Belenko", Kind.ELIDED),
        ("The witnesses came one by one (…) that he had seen Belenko", Kind.ELIDED),
        ("The witnesses came one by one that he had seen Belenko in 1936", Kind.SILENTLY_ELIDED),
        ("He [Belenko] had been abroad in that year", Kind.INTERPOLATED),
        ("The prosecutor laughed at this ... The commission sat in the modern building", Kind.STITCHED),
        ("a violet umbrella was eaten by the zebra", Kind.ABSENT),
        ("uber die Brucke ging er nicht", Kind.ORTHOGRAPHIC),
        ("он был в Москве", Kind.ALTERED),
        ("он не был в Москве", Kind.EXACT),
        ("εν αρχη ην ο λογος", Kind.ORTHOGRAPHIC),
    ],
)
def test_kind(quote: str, kind: Kind) -> None:
    assert BOOKS.quote_on(quote, None).kind is kind


@pytest.mark.parametrize(
    ("there", "read"),
    [("government", "govemment"), ("the", "tbe"), ("clear", "dear"), ("himself", "bimself"), ("all", "al1")],
)
def test_what_scanners_confuse(there: str, read: str) -> None:
    assert is_misread(there, read)


@pytest.mark.parametrize(
    ("there", "read"),
    [("accused", "acquitted"), ("1936", "1937"), ("legal", "illegal"), ("believes", "believed"), ("just", "unjust")],
)
def test_what_no_scanner_confuses(there: str, read: str) -> None:
    assert not is_misread(there, read)


def test_what_is_left_out_silently_is_kept_in_full() -> None:
    verdict = BOOKS.quote_on("The witnesses came one by one that he had seen Belenko in 1936", None)
    assert verdict.omitted == ("each of them swore",)


def test_a_cited_page_with_misreadings_comes_before_another_to_the_letter() -> None:
    twice = volume("{p. 1} He saw tbe old mill on the hill. {p. 2} He saw the old mill on the hill.")
    verdict = twice.quote_on("He saw the old mill on the hill", parse_locator("p. 1"))
    assert [page.labels[0].first for page in verdict.pages] == ["1"]
    assert verdict.kind is Kind.ORTHOGRAPHIC
    assert len(verdict.others) == 1


@pytest.mark.parametrize(
    ("sentence", "is_flagged"),
    [
        ("I do not believe that the miller lit the fire.", True),
        ("The miller lit the fire, unless we are all mistaken.", True),
        ("Nobody was there. The miller lit the fire.", False),
        ("In the spring the miller lit the fire and went home.", False),
    ],
)
def test_a_qualification_cut_off_is_flagged(sentence: str, *, is_flagged: bool) -> None:
    from assay.audit.grading import graded  # noqa: PLC0415

    _, verdict = graded(volume(f"It rained. {sentence} It was late."), "the miller lit the fire", None)
    assert any(flag.code == "truncated" for flag in verdict.flags) == is_flagged


WORDS = sorted(
    {
        fold(word)
        for word in "".join(letter if letter.isalpha() else " " for letter in BOOK.split("Über", maxsplit=1)[0]).split()
    }
    - {"tbe", "pass", "port", "p"}
)


@given(st.data())
def test_a_slice_of_the_source_is_never_absent(data: st.DataObject) -> None:
    words = BOOKS.text.body.split()
    start = data.draw(st.integers(0, len(words) - 4))
    end = data.draw(st.integers(start + 3, len(words)))
    assert BOOKS.quote_on(" ".join(words[start:end]), None).kind in (Kind.EXACT, Kind.ORTHOGRAPHIC)


@settings(max_examples=200)
@given(st.data())
def test_another_word_of_the_source_is_never_taken_for_a_misreading(data: st.DataObject) -> None:
    sentence = [
        "the",
        "witnesses",
        "came",
        "one",
        "by",
        "one",
        "each",
        "of",
        "them",
        "swore",
        "that",
        "he",
        "had",
        "seen",
        "belenko",
    ]
    at = data.draw(st.integers(0, len(sentence) - 1))
    word = data.draw(st.sampled_from([word for word in WORDS if word != sentence[at]]))
    verdict = BOOKS.quote_on(" ".join([*sentence[:at], word, *sentence[at + 1 :]]), None)
    assert not verdict.kind.is_faithful


@given(st.integers(0, 8), st.booleans())
def test_capitals_and_marks_are_not_compared(start: int, is_upper: bool) -> None:  # noqa: FBT001
    words = [
        "The",
        "prosecutor",
        "laughed",
        "at",
        "this.",
        "In",
        "the",
        "end",
        "tbe",
        "court",
        "believed",
        "the",
        "witnesses",
    ][start:]
    plain = BOOKS.quote_on(" ".join(words), None)
    dressed = BOOKS.quote_on(f"“{', '.join(word.upper() if is_upper else word.lower() for word in words)}”", None)
    assert plain.spans == dressed.spans
    assert dressed.kind in (Kind.EXACT, Kind.ORTHOGRAPHIC)
