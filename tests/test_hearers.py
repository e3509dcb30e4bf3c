"""To whom something is said, on made-up sentences of an interview, a newspaper, letters, a court."""

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


def _told(words: str) -> list[list[str]]:
    return [[party.name for party in one.to] for one in _said(words)]


TOLD = [
    ("Osman told the members of the commission that they had come at night.", ["members of the commission"]),
    ("Lund told his cellmates that the mill had burned.", ["his cellmates"]),
    ("Berg turned to the jury and said that the mill was empty.", ["jury"]),
    ("Addressing the crowd, Lund declared that the strike was over.", ["crowd"]),
    ("Lund sent a letter to the bishop in which he complained that the bells were gone.", ["bishop"]),
    ("In a statement sent to the Labour Office, Lund said that nobody had been paid.", ["Labour Office"]),
    ("At the Spring Congress of the Millers, Lund said that nobody had been paid.", ["Spring Congress of the Millers"]),
    ('Lund said at a union meeting: "The mill was burned down by its owner."', ["union meeting"]),
    ("Asked by the prosecutor, Eskil Holm, whether she knew him, Berg replied that she did not.", ["Eskil Holm"]),
    ("In reply to Holm's questions, Lund said that he had no money.", ["Holm"]),
    ("The clerk asked Berg where she had been. She answered that she had been at home.", ["clerk"]),
]


@pytest.mark.parametrize(("words", "expected"), TOLD)
def test_whoever_is_told_is_named_or_described(words: str, expected: list[str]) -> None:
    """By the verb, by the letter, by the meeting, by the question."""
    assert _told(words) == [expected]


UNTOLD = [
    "Lund turned to the left and said that he was tired.",
    "Lund said that he had spoken at the Spring Congress.",
    "Recalling a speech at the Spring Congress, Lund said that nobody had been paid.",
    "After the press had said that the mill was sold, Lund sent a letter to the bishop.",
]


@pytest.mark.parametrize("words", UNTOLD)
def test_where_nobody_is_told_nobody_is(words: str) -> None:
    """Another's letter, another's speech, and the left are no hearers."""
    assert _told(words) == [[]]


def test_whoever_asks_in_a_dialogue_is_told_the_answer() -> None:
    """And whoever only says something is not."""
    words = "Lund: Where were you in May?\n\nBerg: I was at the mill.\n\nHolm: She was at the mill with me."
    assert _told(words) == [["Lund"], []]


RECORDS = [
    (
        "RECORD OF INTERVIEW\n\nPresent: the applicant; the interviewing officer.\n\nThe applicant stated that he was held.",
        ["interviewing officer"],
    ),
    ("REPORT OF THE COMMISSION OF INQUIRY INTO THE FIRE\n\nWitness 7 stated that the gate was shut.", ["commission"]),
    ("IN THE HIGH COURT OF MALVIK\n\nMr Lund, a miller, testified that the gate was shut.", ["court"]),
    ("REPORT OF THE COMMISSION OF INQUIRY INTO THE FIRE\n\nThe Ministry stated that the gate was shut.", []),
    ("REPORT OF THE COMMISSION OF INQUIRY INTO THE FIRE\n\nBerg told her son that the gate was shut.", ["her son"]),
    ("A report was made later. Berg said that the gate was shut.", []),
]


@pytest.mark.parametrize(("words", "expected"), RECORDS)
def test_a_record_says_in_its_heading_who_is_told(words: str, expected: list[str]) -> None:
    """A witness tells it to the commission, and a ministry writes it."""
    assert _told(words) == [expected]


HELD = [
    "Lund told his cellmates that the mill had burned.",
    "The prisoners declared that they had no bread.",
    "Arrested in May, Lund told his brother that the mill had burned.",
]


@pytest.mark.parametrize("words", HELD)
def test_whoever_speaks_as_a_prisoner_or_to_prisoners_is_held(words: str) -> None:
    """It is told by who they are."""
    (one,) = _said(words)
    assert [under.kind for under in one.under] == ["custody"]
