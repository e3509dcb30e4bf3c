"""What no sentence is as long as is cut, with every word in its place."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.voices import english, rough
from assay.voices.grammar import Sentence, Word
from assay.voices.overlong import MOST_LETTERS, MOST_WORDS, divided, pieces

parses = pytest.mark.parametrize(
    "parse",
    [
        rough.sentences,
        pytest.param(
            lambda text: next(english.parsed([text])),
            marks=pytest.mark.skipif(bool(english.missing()), reason="no parser is installed"),
        ),
    ],
)


@parses
@pytest.mark.parametrize(
    "text",
    ["the mill burned and " * 700, "(" * 3000, "Anna Berg, " * 900, "It burned. " * 5000, "'" * 900 + " he said"],
)
def test_words_of_cut_sentences_stand_where_they_stood(parse: Callable[[str], tuple[Sentence, ...]], text: str) -> None:
    sentences = parse(text)
    assert max(len(sentence.words) for sentence in sentences) <= MOST_WORDS
    words = [word for sentence in sentences for word in sentence.words]
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert {len(sentence.words) > word.head >= 0 for sentence in sentences for word in sentence.words} == {True}


@pytest.mark.skipif(bool(english.missing()), reason="no parser is installed")
def test_stretches_come_back_one_by_one() -> None:
    found = list(english.parsed(["It burned. " * 4000, "", "Anna saw it."]))
    assert [len(parse) > 0 for parse in found] == [True, False, True]
    assert found[2] == next(english.parsed(["Anna saw it."]))


@given(st.lists(st.sampled_from(["word ", "x" * 150, "(", ". ", "\n", "z" * 9000]), max_size=30))
def test_pieces_join_to_the_whole(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(pieces(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= 2 * MOST_LETTERS for start, end in found)
    assert all(len(run) <= 400 for start, end in found for run in text[start:end].split())


def test_what_depends_across_a_cut_stands_alone() -> None:
    words = tuple(Word(n, n + 1, "x", "x", "X", "dep", 0) for n in range(MOST_WORDS + 2))
    first, second = divided(Sentence(words))
    assert len(first.words) == MOST_WORDS
    assert [word.head for word in second.words] == [0, 1]
    assert list(divided(first)) == [first]
