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
        ('Petra Holm handed back the sheet with the words "far too late".', ["mixed"]),
        ('She said that the "short list" was kept in a drawer.', ["scare"]),
    ],
)  # fmt: skip
def test_a_phrase_in_what_somebody_says_is_said(text: str, kinds: list[str]) -> None:
    assert [voice.kind for voice in heard(text)] == kinds


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The widow Kern wept. "It was late." Anna Holm, who knew her, said that nobody believed it.', "Kern"),
        ('The Minister of Roads, Petra Holm, replied: "There is no bridge."', "Petra Holm"),
        ('The Deputy Keeper of Maps, Jonas Lind, testified that he had seen "not a single page of it".', "Jonas Lind"),
        ('The defence objected that the witness was "confusing two carts".', "defence"),
        ('The tribunal found that the mayor had acted "in full knowledge of the law".', "tribunal"),
        ('The Council for Old Roads called the bridge "a danger to the whole valley".', "Council for Old Roads"),
        ('The Ministry of Inland Waters declared: "There was no flood."', "Ministry of Inland Waters"),
        ('Her son, Witness K-12, was in the yard. "They took the cart," he said.', "Witness K-12"),
        ('Witness 9, a porter, came at noon. According to the witness, "nobody had locked the gate that day".', "Witness 9"),
        ('Jonas Lind testified for an hour. He was tired. The witness said: "Ask the porter."', "Jonas Lind"),
        ('Ms Holm, for the claimant, objected. Learned counsel said: "The letter is a copy."', "Ms Holm"),
        ('Petra Holm met Jonas Lind at the gate. The former said: "You are late."', "Petra Holm"),
        ('Petra Holm met Jonas Lind at the gate. "I had to walk," the latter replied.', "Jonas Lind"),
        ('"I never slept there," said the man with the lamp.', "man with the lamp"),
        ('A spokesman for the harbour called it "a matter of small importance".', "spokesman for the harbour"),
    ],
)  # fmt: skip
def test_whoever_speaks_is_named_as_the_text_names_him(text: str, speaker: str | None) -> None:
    assert heard(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('A notice on the gate declared: "No person may fish here."', "notice on the gate"),
        ('Section 4 of the Bridges Act provides: "Every bridge shall be inspected."', "Bridges Act"),
        ('On Monday a press release promised "the full restoration of the old harbour".', "press release"),
        ('In the ruling it is held that the widow was "a tenant by her own consent".', "ruling"),
        (
            'It was said in the Court of Cassation that a deed must be "clear to whoever signs it".',
            "Court of Cassation",
        ),
        ('Petra Holm sent a letter which said that the bridge "would not last the winter".', "Petra Holm"),
    ],
)
def test_what_is_written_speaks_for_itself_where_nobody_is_named(text: str, speaker: str) -> None:
    assert heard(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('A petition lay on the table. It ran: "Give us the bridge back."', "petition"),
        ('Petra Holm spoke of a letter by Jonas Lind. It begins: "Dear friends of the bridge."', "Jonas Lind"),
        ('I asked the engineer, Petra Holm, what it meant. "Nothing at all," came the reply.', "Petra Holm"),
        ('"Who rang the bell?" asked Jonas Lind. Petra Holm smiled. "The wind," was the answer.', "Petra Holm"),
        (
            '"We lost it all," said Petra Holm. I asked whether the mayor had come. "Never," was the answer.',
            "Petra Holm",
        ),
        ('The coroner, Dr Moe, asked the ferryman what he had seen. "Two lights," he said.', "ferryman"),
        ('"It sank," said Petra Holm. The coroner asked whether anybody had called. "Not a soul came."', "Petra Holm"),
        ('She rang her aunt, who told her to wait. "Let him sleep."', "her aunt"),
        (
            'Petra Holm was late. The harbour report describes the ferry as "a danger to everybody aboard".',
            "harbour report",
        ),
        (
            'Petra Holm spoke for an hour. On the steps a reporter asked her whether she was glad. "Hardly," she said.',
            "Petra Holm",
        ),
        ('One of them had left a statement. "I want the cart back," it reads.', "One of them"),
        ('Its manager was less glad. "They will not come," the latter noted in the margin.', "Its manager"),
        ('Jonas Lind told it otherwise. Petra Holm was asked whether she would sell. "To whom?"', "Petra Holm"),
    ],
)
def test_a_reply_is_by_whoever_is_asked_and_it_is_what_was_spoken_of(text: str, speaker: str) -> None:
    assert heard(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Petra Holm spoke of Jonas Lind. "I saw him at the gate," she said. "He told me: \'Go home before the flood.\'"', "Jonas Lind"),
        ('Ivar Moe had drowned. His son, Witness C-4, wept. "He kept saying, \'It will hold, it will hold.\'"', "Ivar Moe"),
    ],
)  # fmt: skip
def test_a_pronoun_within_a_quotation_is_somebody_spoken_of_around_it(text: str, speaker: str) -> None:
    assert heard(text)[-1].speaker == speaker


LETTER = (
    'Dear Mr Holm,\n\nI met the mayor there. "It is shut," I told him.\n\n{foot}\n\nThe gate is described elsewhere.'
)


@pytest.mark.parametrize(
    "foot", ["Yours sincerely,\nJonas Lind", "With kind regards, Jonas Lind", "Ever yours,\n\nJonas Lind"]
)
def test_who_says_i_in_a_letter_is_who_signs_it(foot: str) -> None:
    (voice,) = heard(LETTER.format(foot=foot))
    assert (voice.speaker, voice.certainty) == ("Jonas Lind", "anaphoric")


@pytest.mark.parametrize("foot", ["", "He was yours, Jonas Lind said.", "Jonas Lind"])
def test_a_text_that_nobody_signs_names_nobody_who_says_i(foot: str) -> None:
    assert heard(LETTER.format(foot=foot))[0].speaker is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('The magistrate, a thin man called Verhoeven, kept Tomas standing. "Who paid?" the magistrate asked.', ["Verhoeven"]),
        ('On Monday Verhoeven sent for her. He offered her a chair. "Sit down, please," he told her.', ["Verhoeven"]),
        ('My source for it is his wife, Irena. She was let in once. "He did not look up," she told me.', ["Irena"]),
        ('"I wept," she told me. "He said, \'Give it back.\'" I asked Irena Holm what it meant. "That he had given up," she said.',
         [None, None, None, "Irena Holm"]),
        ('A man in the crowd shouted: "Ask the guards!" Police asked him to move on.', ["man in the crowd"]),
        ('In her opinion the gate had been "kept shut by habit". Petra Holm left.', [None]),
        ('Petra Holm saw the sluice. In her opinion it had been "kept closed by habit".', ["Petra Holm"]),
        ('Jonas Lind, who had typed it, summarised the report as "unhelpful".', ["Jonas Lind"]),
    ],
)  # fmt: skip
def test_who_is_meant_follows_from_the_sentences_around(text: str, speakers: list[str | None]) -> None:
    assert [voice.speaker for voice in heard(text)] == speakers
