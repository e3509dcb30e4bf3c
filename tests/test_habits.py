"""How a document is laid out beyond its pages: what is guessed, and what is not claimed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from assay.cli.app import app
from assay.sources import Profile, habits, read_plain

FILLER = "The mill stood by the river and nobody had used it for years. " * 20


def told(words: str) -> list[str]:
    return list(habits(read_plain(words, Profile("a.txt")), words))


@pytest.mark.parametrize(
    ("heading", "pattern"),
    [
        ("({}) The mill", r"^\((\d+)\) "),
        ("Chapter {}", "(?:CHAPTER|Chapter|Kapitel|Chapitre)"),
        ("{}. The mill", r"^(\d+)\.[ \t]+"),
    ],
)
def test_headings_are_guessed_by_their_numbers(heading: str, pattern: str) -> None:
    words = "".join(f"{heading.format(number)}\n\n{FILLER}\n\n" for number in range(1, 5))
    (line,) = told(words)
    assert "Sections seem to begin like" in line
    assert pattern in line


def test_roman_numbers_rise_too() -> None:
    words = "".join(f"{number}. THE MILL\n\n{FILLER}\n\n" for number in ("I", "II", "III", "IV", "V"))
    assert "I. Title: 5" in told(words)[0]


@pytest.mark.parametrize(
    "words",
    [
        "".join(f"{number}. a short item of a list\n" for number in range(1, 9)),  # close together
        "".join(f"({number}) The mill\n\n{FILLER}\n\n" for number in (3, 9, 4)),  # do not rise
        FILLER,
        "",
    ],
)
def test_what_does_not_rise_far_apart_is_no_heading(words: str) -> None:
    assert told(words) == []


def test_signatures_notes_and_blocks_are_told() -> None:
    words = (
        "It burned [the mill - A. B.] at night.1 Then it fell [so - A. B.] down.2 He left.3 She\n\n"
        "{quote} It was old. {end quote}\n\n* A note.\n\n{One} and {two} and {three}.\n"
    )
    lines = " ".join(told(words))
    assert "signed A. B.: 2" in lines
    assert "those of notes: 3" in lines
    assert "begin with * or † seem to be notes: 1" in lines
    assert "between {quote} and {end quote}: 1" in lines
    assert "compiler = " in lines


def test_the_guesses_are_shown_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("".join(f"({number}) The mill\n\n{FILLER}\n\n" for number in range(1, 5)))
    assert "Sections seem" in CliRunner().invoke(app, ["read", str(path), "--explain"]).output
    assert "Sections seem" not in CliRunner().invoke(app, ["read", str(path)]).output
