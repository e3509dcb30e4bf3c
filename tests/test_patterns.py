"""A dossier's own patterns for pages and sections."""

import pytest

from assay.sources import Profile, ProfileError, read_plain


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
