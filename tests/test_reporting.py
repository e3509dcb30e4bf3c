"""Ways in which English reports and quotes, on made-up sentences of several fields: who says what, one rule at a time."""

import pytest

from assay.draft.sayings import Saying, sayings
from assay.model.text import Text
from assay.voices import best_grammar, hear
from assay.voices.english import missing

pytestmark = pytest.mark.skipif(bool(missing()), reason="the extra [nlp] is not installed")


def _said(words: str) -> list[Saying]:
    text = Text("a.txt", words, ())
    grammar = best_grammar()
    return sayings(text, hear(text, (), grammar), grammar)


def _shown(words: str) -> list[tuple[str, str]]:
    return [(one.witness.name, words[one.span.start : one.span.end].rstrip(".,")) for one in _said(words)]


def test_a_clause_before_a_semicolon_is_not_what_is_said() -> None:
    """The clause behind the verb is."""
    words = "Lund said that it burned. Lund had come late; later, he declared that the mill was closed."
    assert _shown(words)[1:] == [("Lund", "the mill was closed")]


def test_two_quotations_side_by_side_are_two() -> None:
    """Nobody interrupts them: they are two entries of a diary, or two answers."""
    words = 'Berg wrote in her diary: "The roof fell in on Monday." "The cellar was dry until the end of the week."'
    assert [said for _, said in _shown(words)] == [
        "The roof fell in on Monday",
        "The cellar was dry until the end of the week",
    ]


def test_what_is_reported_and_then_quoted_are_two() -> None:
    """The quotation stands for itself."""
    words = 'Berg testified that the guards were drunk. "They had been drinking since noon in the yard."'
    assert [one.words for one in _said(words)] == ["reported", "own"]


def test_an_attribution_within_a_quotation_leaves_it_one() -> None:
    """He said it in one breath."""
    words = '"The mill burned," Lund said. "Nobody had been inside since noon."'
    assert len(_said(words)) == 1
