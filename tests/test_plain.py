"""Plain text with page marks: every character keeps its place in the file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Profile, ProfileError, UndecodableError, decode, read_plain

PARTS = st.sampled_from(
    ["{p. 1}", "{p. 2}", "{p, 7}", "{hbk p. 3, pbk p. 4}", "[p. 9]", "{a note}", "word", "pre-", "sented", "Eis-",
     "Mont", " ", "\n", "\n\n", "(4) ", ".", "é", "{", "}", "𝔸"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=40).map("".join)
PROFILE = Profile("a.txt", compiler="myers", section=r"^\((\d+)\) ")


@given(TEXTS)
def test_every_character_of_the_body_stands_in_the_file(raw: str) -> None:
    text = read_plain(raw, PROFILE)
    for at, letter in enumerate(text.body):
        span = text.raw(Span(at, at + 1))
        assert raw[span.start : span.end] == letter
        assert text.in_body(span.start) == at


@given(TEXTS)
def test_nothing_is_dropped_but_marks_spaces_and_hyphens(raw: str) -> None:
    text = read_plain(raw, PROFILE)
    kept = set[int]()
    for piece in text.pieces:
        kept |= set(range(piece.raw, piece.raw + piece.length))
    for aside in text.asides:
        kept |= set(range(aside.raw.start, aside.raw.end))
    dropped = "".join(letter for at, letter in enumerate(raw) if at not in kept)
    assert set(re.sub(r"\{[^{}]*p[.,] \d[^{}]*\}|\[p\. 9\]", "", dropped)) <= set(" \n-")


@given(TEXTS)
def test_pages_follow_one_another(raw: str) -> None:
    text = read_plain(raw, PROFILE)
    for page, following in zip(text.pages, text.pages[1:], strict=False):
        assert page.at <= page.end <= following.at


def pages(raw: str, **profile: str) -> list[str]:
    return [" / ".join(map(str, page.labels)) for page in read_plain(raw, Profile("a.txt", **profile)).pages]


def test_words_are_joined_over_a_page_and_names_keep_their_hyphen() -> None:
    text = read_plain(
        "it was pre-\n\n{p. 7} sented by A. P. Smirnov-\n\n{p. 8} Eismont. He\n\n{p. 9} left.", Profile("a")
    )
    assert text.body == "it was presented by A. P. Smirnov-Eismont. He left."


def test_where_marks_skip_the_page_is_a_range() -> None:
    assert pages("{p. 25} a {p. 61} b {p. 62} c") == ["pp. 25-60", "p. 61", "p. 62 or later"]


def test_roman_pages_run_in_their_own_series() -> None:
    assert pages("{p. xi} a {p. xxix} b {p. 2} c") == ["pp. xi-xxviii", "p. xxix or later", "p. 2 or later"]


def test_two_editions_are_kept_apart() -> None:
    raw = "{hbk p. 351, pbk p. 427} a {hbk p. 352, pbk p. 429} b"
    assert pages(raw) == ["hbk p. 351 / pbk pp. 427-428", "hbk p. 352 or later / pbk p. 429 or later"]


def test_sections_are_works_of_their_own() -> None:
    raw = "A head.\n\n(1) One\n\n{p. 5} First.\n\n(2) Two\n\n{p. 9} Second.\n"
    text = read_plain(raw, PROFILE)
    assert [(s.number, s.title, text.body[s.at : s.end].strip()) for s in text.sections] == [
        ("1", "One", "First."),
        ("2", "Two", "Second."),
    ]
    assert [str(page.labels[0]) for page in text.pages] == ["p. 5 or later", "p. 9 or later"]


def test_a_compilers_comments_are_another_voice() -> None:
    text: Text = read_plain("He said {twice - P. M.} that it was so.", PROFILE)
    assert text.body == "He said that it was so."
    assert [aside.words for aside in text.asides] == ["twice - P. M."]
    assert read_plain("He said {twice}.", Profile("a")).body == "He said {twice}."


def test_a_dossier_states_its_own_page_marks() -> None:
    assert pages("-- 12 -- a -- 13 -- b", page=r"-- (\d+) --") == ["p. 12", "p. 13 or later"]


@pytest.mark.parametrize("pattern", ["(", "no group"])
def test_a_pattern_that_cannot_be_used_is_named(pattern: str) -> None:
    with pytest.raises(ProfileError, match="page = "):
        read_plain("a", Profile("a.txt", page=pattern))


def test_bytes_that_do_not_fit_are_named_with_their_line() -> None:
    with pytest.raises(UndecodableError, match="line 2 is not in utf-8"):
        decode(b"one\ntwo \xe9")
    assert decode(b"\xe9", "cp1252") == "é"
    with pytest.raises(UndecodableError, match="no encoding"):
        decode(b"", "utf-99")
    with pytest.raises(UndecodableError, match="no encoding of text"):
        decode(b"", "zip")


def test_a_reference_to_another_page_is_no_page_mark() -> None:
    text = "[p. 12] It rained. See my notes at [p. 345] on this.\n[p. 13] Then it cleared, as I say [p. 2] above.\n[p. 14] End."
    read = read_plain(text, Profile("a.txt"))
    assert [page.labels[0].first for page in read.pages] == ["12", "13", "14"]
    assert "[p. 345]" in read.body
