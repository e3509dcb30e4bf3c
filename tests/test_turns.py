"""Two who speak by turns, and who is meant where a title, an office or half a name stands for somebody."""

import pytest

from assay.sources import Profile, read_plain
from assay.voices import ROUGH, best_grammar, voices

PARSED = best_grammar()


def speakers(text: str) -> list[str | None]:
    return [voice.speaker for voice in voices(read_plain(text, Profile("a.txt")), (), PARSED)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            '"Who rang the bell?" asked Mr Lund.\n\n"I did," said Anna Holm.\n\n"At what hour?"\n\n"Before five."',
            ["Mr Lund", "Anna Holm", "Mr Lund", "Anna Holm"],
        ),
        (
            '"You were there?"\n\n"All night."\n\n"Who saw you?" asked Mr Lund.\n\n"Nobody," said Anna Holm.',
            ["Mr Lund", "Anna Holm", "Mr Lund", "Anna Holm"],
        ),
        (
            'Mrs Kern asked Jonas Lind whether he had the key.\n\n"I never had it."\n\n"Who had it, then?" asked Mrs Kern.',
            ["Jonas Lind", "Mrs Kern"],
        ),
        (
            "‘Two tickets,’ I said.\n\n‘For the ferry?’ asked Herr Voss.\n\n‘For the ferry.’\n\n‘There is none.’",
            [None, "Herr Voss", None, "Herr Voss"],
        ),
        (
            '"Is it deep?" asked Petra Holm.\n\n"Deep enough," said Jonas Lind.\n\n"Then we walk," she said.\n\n"Yes."',
            ["Petra Holm", "Jonas Lind", "Petra Holm", "Jonas Lind"],
        ),
    ],
)
def test_every_second_paragraph_is_the_other_ones(text: str, wanted: list[str | None]) -> None:
    assert speakers(text) == wanted


def test_where_only_one_of_two_is_named_the_other_is_nobody() -> None:
    text = 'It was late.\n\n"Who is there?"\n\n"Only me," said Anna Holm.\n\n"Come in."'
    assert speakers(text) == [None, "Anna Holm", None]


def test_a_row_of_quotations_without_a_question_is_no_exchange() -> None:
    text = 'Anna Holm wrote of the flood.\n\n"The water came at night," she wrote.\n\n"We sat on the roof."'
    assert speakers(text) == ["Anna Holm", "Anna Holm"]


def test_words_of_one_person_one_below_the_other_are_no_exchange() -> None:
    text = 'Anna Holm wrote: "They sat on the roof."\n\n"The boat came late."\n\n"Nobody slept."'
    assert speakers(text) == ["Anna Holm"] * 3


@pytest.mark.parametrize(
    "text",
    [
        'It was thought that the speech was aimed at the "excesses" of the council.',
        'Jonas Lind considered that there was mention of the "excessive" number of mills.',
    ],
)
def test_a_term_somewhere_in_a_view_is_nobodys(text: str) -> None:
    assert speakers(text) == [None]


def test_turns_say_that_they_are_an_inference() -> None:
    text = '"Who rang?" asked Mr Lund.\n\n"I did," said Anna Holm.\n\n"When?"'
    last = list(voices(read_plain(text, Profile("a.txt")), (), PARSED))[-1]
    assert (last.certainty, last.speaker_rule) == ("carried", "by turns with whoever is named near by")


@pytest.mark.parametrize("grammar", [PARSED, ROUGH])
def test_an_attribution_may_go_over_the_end_of_a_line(grammar: object) -> None:
    text = '"Is this the whole of\nthe list?" asked\nMr Lund.'
    assert [voice.speaker for voice in voices(read_plain(text, Profile("a.txt")), (), grammar)] == ["Mr Lund"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Wim Holm kept the weir. In the morning Wim said, "It is rising."', "Wim Holm"),
        ('Lady Strand had a parrot. Lady S. said, "It never sleeps."', "Lady Strand"),
        ('Berta Kern came, and Berta Holm. Then Berta said, "I saw it."', "Berta"),
        ('Jonas Lind denies six counts of fraud. The defendant said: "I was at sea."', "Jonas Lind"),
        ('Petra Holm gave evidence in the morning. The witness said: "It was locked."', "Petra Holm"),
        ('Anna Holm, a detective, came. "I went to the priest, and he told me, \'Go home.\'" she said.', "priest"),
        ('Every chair had a coat on it. Jonas Lind had slept. He said, "Not there."', "Jonas Lind"),
        ('The dentist was new. His name was Jonas Lind. He had a drill. "Open," he said.', "Jonas Lind"),
        ('Jonas Lind, on the other hand, found it "a shade too neat".', "Jonas Lind"),
        ('Petra Holm took the letter to be "a mere form of words".', "Petra Holm"),
        ('He asked, as Anna Holm recalled, "Which of you is it?" Jonas Lind laughed.', None),
        ('Jonas Lind ended his note with the sentence: "We drew what is not there."', "Jonas Lind"),
    ],
)  # fmt: skip
def test_whoever_is_meant_is_found_by_what_was_told(text: str, wanted: str | None) -> None:
    assert speakers(text)[-1] == wanted
