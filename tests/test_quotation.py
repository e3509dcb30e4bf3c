"""Quotations on pages: found however marked, near misses shown and never accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.library import Letters, Volume
from assay.model.location import Span
from assay.model.locators import parse_locator
from assay.model.verdicts import Change, Kind
from assay.quotation import Folded, fold
from assay.quotation.near import differences
from assay.sources import Profile, read_plain
from conftest import Make

PAGES = """\
{p. 1} The old man had never intended to leave the country, he told them. "There was nothing to leave," he added.

He said: "I was under-

{p. 2} ground for three years."7 Then the commission asked for the figures: 16 were accused, and 16 were shot.

The Ministère kept a ﬁle. It was not the ﬁrst. Smirnov-

{p. 3} Eismont was its name. And a long pause followed . . . before anyone spoke [aloud].

He said nothing of it again; and he said nothing of it again.
"""


def volume(text: str) -> Volume:
    read = read_plain(text, Profile("memoir.txt"))
    return Volume("memoir", read, (Span(0, len(read.body)),), Letters(read))


MEMOIR = volume(PAGES)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The old man had never intended to leave the country", Kind.EXACT),
        ("“There was nothing to leave,” he added.", Kind.EXACT),
        ("THE OLD MAN had never intended", Kind.ORTHOGRAPHIC),
        ("I was underground for three years.", Kind.EXACT),
        ("for three years. Then the commission asked", Kind.ORTHOGRAPHIC),
        ("The Ministere kept a file", Kind.ORTHOGRAPHIC),
        ("The Ministe\u0300re kept a", Kind.EXACT),
        ("Smirnov-Eismont was its name", Kind.EXACT),
        ("The old man ... told them", Kind.ELIDED),
        ("The old man […] told them", Kind.ELIDED),
        ("a long pause followed . . . before anyone spoke [aloud]", Kind.EXACT),
        ("It [the file] was not the first", Kind.INTERPOLATED),
        ("The old man [Trotsky] ... told them", Kind.ELIDED),
    ],
)
def test_what_the_source_says_is_found(quote: str, kind: Kind) -> None:
    verdict = MEMOIR.quote_on(quote, None)
    assert verdict.kind is kind
    assert verdict.kind.is_faithful


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("had ever intended to leave the country", [("never", "ever")]),
        ("16 were accused, and 15 were shot", [("16", "15")]),
        ("It was the first", [("not", "")]),
        ("ntended to leave the country", [("intended", "ntended")]),
        ("he told us", [("them", "us")]),
        ("I was underground for three years # 5", [("7", "5")]),
        ("told them ... the old man had never intended", [("", "told them")]),
    ],
)
def test_a_changed_word_is_never_accepted_and_is_named(quote: str, changes: list[tuple[str, str]]) -> None:
    verdict = MEMOIR.quote_on(quote, None)
    assert verdict.kind is Kind.ALTERED
    assert not verdict.kind.is_faithful
    assert [(change.source, change.quoted) for change in verdict.changes] == changes


def test_nothing_like_it_is_absent() -> None:
    assert MEMOIR.quote_on("the zebra ate a violet umbrella in July", None).kind is Kind.ABSENT


@pytest.mark.parametrize("quote", ["...", "[words]", "", "—", "... [ ] ..."])
def test_a_quotation_without_words_is_not_found(quote: str) -> None:
    assert not MEMOIR.quote_on(quote, None).kind.is_faithful


def test_what_was_left_out_is_kept() -> None:
    verdict = MEMOIR.quote_on("The old man ... he told them", None)
    assert verdict.omitted == ("had never intended to leave the country,",)


def test_the_cited_place_is_preferred_and_the_others_are_listed() -> None:
    read = volume("{p. 1} He said nothing of it. {p. 2} He said nothing of it. {p. 3} The end.")
    verdict = read.quote_on("He said nothing of it", parse_locator("p. 2"))
    assert [page.labels[0].first for page in verdict.pages] == ["2"]
    assert len(verdict.others) == 1


def test_pieces_in_another_order_are_stitched() -> None:
    assert MEMOIR.quote_on("he told them ... the old man had never intended", None).kind is Kind.STITCHED


def test_pieces_from_distant_places_are_stitched() -> None:
    read = volume("{p. 1} It began so. " + "And it rained. " * 1500 + "{p. 9} It ended so.")
    assert read.quote_on("It began so ... It ended so", None).kind is Kind.STITCHED


def test_a_quotation_over_a_page_break_touches_both() -> None:
    verdict = MEMOIR.quote_on("I was underground for three years", None)
    assert [page.labels[0].first for page in verdict.pages] == ["1", "2"]


WORDS = st.lists(st.text("abcdeéßﬁ’", min_size=1, max_size=6), min_size=3, max_size=30)


@given(WORDS, st.data())
def test_whatever_stands_in_a_text_is_found_in_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    verdict = volume(text).quote_on(quote, None)
    if any(letter.isalnum() for letter in quote):
        assert verdict.kind.is_faithful
        (span,) = verdict.spans
        assert fold(text[span.start : span.end]) == fold(quote)


@given(st.text(max_size=80))
def test_letters_lead_back_to_their_words(text: str) -> None:
    folded = Folded(text)
    whole = folded.bounds(Span(0, len(text)))
    assert whole == Span(0, len(folded.letters))
    if folded.letters:
        body = folded.body(Span(0, len(folded.letters)))
        assert fold(text[body.start : body.end]) == folded.letters


def test_differences_pass_over_marks_and_capitals() -> None:
    assert differences("He said: “No.”", "he said no") == ()
    assert differences("He said yes", "He said no") == (Change("yes", "no"),)


def test_check_names_page_and_words(make: Make) -> None:
    dossier = make("1931 boris affirms fire\n  cite: memoir p. 1\n    > I saw the mill burn\n")
    verdict = dossier.library.volume("memoir")
    assert verdict is not None
    assert [page.labels[0].first for page in verdict.quote_on("I saw the mill burn", parse_locator("p. 1")).pages] == [
        "2"
    ]
