"""A dossier's own patterns for pages and sections."""

import pytest

from assay.model.location import Span
from assay.model.voices import Name
from assay.sources import Profile, ProfileError, read_plain
from assay.voices import ROUGH, unmarked, voices


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (r"(\d+", "is no regular expression"),
        (r"\d+", "needs a group"),
        (r"(a|aa)+$", "takes too long"),
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(page: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assay.sources.profile._PATIENCE", 0.2)
    with pytest.raises(ProfileError, match=said):
        read_plain("a" * 60 + "b", Profile("a.txt", page=page))


def test_sections_and_pages_are_those_of_the_patterns() -> None:
    read = read_plain(
        "§ 1 Fire\n~3~ It burned.\n§ 2 Water\n~4~ It rained.", Profile("a.txt", section=r"^§ (\d) ", page=r"~(\d+)~")
    )
    assert [(section.number, section.title) for section in read.sections] == [("1", "Fire"), ("2", "Water")]
    assert [page.labels[0].first for page in read.pages] == ["3", "4"]


def test_what_leads_to_a_note_is_no_word_and_every_letter_keeps_its_place() -> None:
    written = "It burned[12] all\nnight.[13] So\n{p. 2} they say.\n"
    read = read_plain(written, Profile("a.txt", note=r"\[\d+\]"))
    assert "[" not in read.body
    at = read.body.index("night")
    assert written[read.raw(Span(at, at + 5)).start :].startswith("night")
    assert [page.labels[0].first for page in read.pages if page.labels] == ["2"]


def test_block_quotations_are_what_stands_between_the_marks_that_are_described() -> None:
    written = "She wrote.\n<<\nI saw it.\n>>\nSo it was.\n<<\nNever closed.\n"
    read = read_plain(written, Profile("a.txt", quote="^<<$", quote_end="^>>$"))
    assert [read.body[run.at : run.end] for run in read.marked] == ["I saw it."]
    (voice,) = voices(read, (), ROUGH)
    assert read.body[voice.quoted.span.start : voice.quoted.span.end] == "I saw it."
    with pytest.raises(ProfileError, match="give both"):
        read_plain(written, Profile("a.txt", quote="^<<$"))


def test_signed_brackets_are_the_editors() -> None:
    read = read_plain("It burned [in May - X. Y.] down.", Profile("a.txt", editor="anna"))
    (voice,) = unmarked(read, [Name("Anna Berg", "anna", "Anna Berg")])
    assert voice.speaker_id == "anna"
