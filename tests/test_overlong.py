"""What no sentence is as long as is cut, with every word in its place."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from assay.cli.app import app
from assay.voices import english, rough
from assay.voices.grammar import Sentence, Word
from assay.voices.overlong import MOST_LETTERS, MOST_WORDS, divided, pieces
from assay.voices.stretches import StandIn, Stretch
from conftest import Make

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
    assert max((len(sentence.words) for sentence in sentences), default=0) <= MOST_WORDS
    words = [word for sentence in sentences for word in sentence.words]
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert all(len(sentence.words) > word.head >= 0 for sentence in sentences for word in sentence.words)


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


@parses
def test_a_run_of_marks_ends_nothing_that_stands_beside_it(parse: Callable[[str], tuple[Sentence, ...]]) -> None:
    text = f"Anna Berg wrote it. {',' * 3000} Otto Lund read it."
    words = {text[word.start : word.end] for sentence in parse(text) for word in sentence.words}
    assert {"Anna", "Berg", "wrote", "Otto", "Lund", "read"} <= words


@pytest.mark.parametrize("rough", [(), ("--rough",)])
def test_a_draft_says_what_was_cut_or_left_unparsed(make: Make, rough: tuple[str, ...]) -> None:
    odd = f"{'the mill burned and ' * 300}\n\n{',' * 900}\n\nAnna Berg said that it burned.\n"
    dossier = make(whole="", sources={"odd.txt": odd})
    said = CliRunner().invoke(app, ["draft", str(dossier.root), "--stats", *rough]).output
    assert "1 paragraph (no sentence has more than 400 words: cut)" in said
    assert "1 paragraph (200 signs without a letter: not parsed)" in said


def test_quotations_of_a_sentence_are_looked_up() -> None:
    stand_ins = tuple(StandIn(number, at, at + 4, is_woven=False) for number, at in enumerate((2, 9, 9, 20)))
    stretch = Stretch("x" * 30, stand_ins, -1, 0)
    for start, end in ((0, 2), (2, 9), (9, 20), (3, 40), (21, 30)):
        assert list(stretch.quoted_in(start, end)) == [one for one in stand_ins if start <= one.start < end]
