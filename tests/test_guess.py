"""Page marks of kinds that nobody described."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.sources import Profile, guess_page_marks, read_plain

SENTENCES = [
    "The mill burned in the night.",
    "Nobody had seen it, he said.",
    "In 1931 there were 16 of them.",
    "It rained.",
]


def document(mark: str, first: int, last: int, seed: int = 1) -> str:
    draw = random.Random(seed)
    pages = []
    for number in range(first, last + 1):
        words = " ".join(draw.choices(SENTENCES, k=30))
        pages.append(mark.replace("N", str(number)) + words)
    return "".join(pages)


MARKS = ["|N| ", "\n-- N --\n", " — N — ", "\n- N -\n", "{N} ", "[N] ", "\nPage N\n", "\fTHE TRIAL N\n", "\fN THE TRIAL\n", "\nN\n",
         "[p. N] ", "{p. N} ", "<N>"]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_pages_are_found_by_their_rising_numbers(mark: str) -> None:
    text = read_plain(document(mark, 17, 40), Profile("a.txt"))
    assert [page.labels[0].first for page in text.pages] == [str(number) for number in range(17, 41)]
    assert "TRIAL" not in text.body  # running heads are no words of the text


@pytest.mark.parametrize("mark", MARKS)
def test_where_pages_are_left_out_the_marks_are_still_theirs(mark: str) -> None:
    raw = document(mark, 3, 9) + document(mark, 30, 36, 2)
    assert [page.labels[0].first for page in read_plain(raw, Profile("a.txt")).pages][6:8] == ["9", "30"]


@pytest.mark.parametrize(
    "text",
    ["", "No marks at all. " * 200, "[1] one [2] two [3] three [4] four", "In 1936, in 1937 and in 1938. " * 50,
     "\n".join(f"{n}. A numbered line." for n in range(40)), "It was so.[1] And so.[2] " * 60],
)  # fmt: skip
def test_what_are_no_page_marks(text: str) -> None:
    assert guess_page_marks(text) is None
    assert not read_plain(text, Profile("a.txt")).pages


@given(st.text(st.sampled_from("ab 123|{}[]-\n\f.p"), max_size=300))
def test_any_text_is_read(text: str) -> None:
    read = read_plain(text, Profile("a.txt"))
    assert all(
        read.body[piece.at : piece.at + piece.length] == text[piece.raw : piece.raw + piece.length]
        for piece in read.pieces
    )


def test_a_few_usual_marks_are_called_what_they_are() -> None:
    text = "".join(f"{{p. {page}}} {'words that stand on a page ' * 20}\n\n" for page in (41, 42, 43))
    guess = guess_page_marks(text)
    assert guess is not None
    assert guess.usual
    assert guess.way == "{p. 12} or [p. 12]"
