"""Who speaks in texts of many fields: two invented sentences to a rule, of hearings, newspapers, memoirs and letters."""

import pytest

from assay.model.voices import Voice
from assay.sources import Profile, read_plain
from assay.voices import best_grammar, voices

PARSED = best_grammar()


def heard(text: str) -> list[Voice]:
    return list(voices(read_plain(text, Profile("a.txt")), (), PARSED))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('The inspector conceded that his own notes were "of little value".', ["mixed"]),
        ('The minister told parliament that the harbour had suffered from "an error without any consequences".', ["mixed"]),
        ('The nurse said that she kept a "private list" and that nobody "had ever asked for it before".', ["mixed", "mixed"]),
        ('Where the river bends stood the "old customs house of the counts", empty for years.', ["scare"]),
        ('She said that the "short list" was kept in a drawer.', ["scare"]),
    ],
)  # fmt: skip
def test_a_phrase_in_what_somebody_says_is_said(text: str, kinds: list[str]) -> None:
    assert [voice.kind for voice in heard(text)] == kinds
