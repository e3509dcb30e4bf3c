"""Who speaks, by the grammar of the sentence: sieve by sieve, with a parser and without; and voices without marks."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from assay.cli.app import app
from assay.model.voices import Name
from assay.sources import Profile, fingerprint, read_plain, read_source
from assay.voices import ROUGH, best_grammar, english, unmarked, voices
from assay.voices.english import PipelineError, missing

REGISTER = [Name("Anna Berg", "anna", "Anna Berg"), Name("Boris Lund", "boris", "Boris Lund")]
PARSED = best_grammar()

BY_GRAMMAR = [
    ('Noting that the mill had burned, Berg told the court: "I saw it."', "Anna Berg", "explicit"),
    ('Anna Berg came home late. That night she wrote to her sister: "I saw it burn."', "Anna Berg", "anaphoric"),
    ('Berg described the barn to the court. "It burned all night," she said.', "Anna Berg", "anaphoric"),
    ('According to Boris Lund, the mill "was on fire before the soldiers had come."', "Boris Lund", "explicit"),
    ('"I saw it burn," wrote Anna Berg. "Then I ran away."', "Anna Berg", None),
    ('Lund said that the mill was old and that "nobody had used it for years."', "Boris Lund", "explicit"),
]  # fmt: skip
ONLY_PARSED = [
    ('In Berg\'s letter to the court it said that the mill "had burned down in one night."', "Anna Berg"),
    ('Berg spoke of a letter by Boris Lund. The letter said: "The mill is safe."', "Boris Lund"),
    ('Someone in the crowd shouted: "Put it out!"', "Someone in the crowd"),
    ('The tenth, the miller Boris Lund, said: "I was asleep that night."', "Boris Lund"),
    ('Its director, Anna Berg, was tired. The director said: "We were all asleep."', "Anna Berg"),
    ('Boris Lund lost his mill. Anna Berg sold her barn. He wrote: "I shall not forget it."', "Boris Lund"),
    ('My father hated the mill. "It will burn one day," he said.', "My father"),
    ('The judge asked Anna Berg about the barn. "It was empty," she said.', "Anna Berg"),
    ('Witness 14 came late. "I saw nothing," she testified.', "Witness 14"),
    ('She was told by Boris Lund that the guards had been ordered to "shut the gates at once."', "Boris Lund"),
    ('The council met on Monday. In June it wrote: "We know of no fire."', "council"),
    ('The clerk was called Boris Lund. "I only wrote it down," the clerk said.', "Boris Lund"),
    ('"We were not even there," its manager, Anna Berg, told the paper.', "Anna Berg"),
    ('The barn was gone. "Nobody will miss it," Anna Berg declared after the fire.', "Anna Berg"),
    ('"Your letter," Boris Lund\'s letter runs, "has been read with care."', "Boris Lund"),
    ('Captain Lund came late. The Captain said that he had "seen nothing of a fire that night."', "Boris Lund"),
    ('Lund explained that he was tired.\n\nIt was late. "The mill was mine."', "Boris Lund"),
]  # fmt: skip


def heard(text: str, grammar: object = PARSED) -> list[tuple[str | None, str, str]]:
    read = read_plain(text, Profile("a.txt"))
    return [(voice.speaker, voice.certainty, voice.speaker_rule) for voice in voices(read, REGISTER, grammar)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "speaker", "certainty"), BY_GRAMMAR)
@pytest.mark.parametrize("grammar", [PARSED, ROUGH], ids=["parsed", "rough"])
def test_the_sentence_says_who_speaks(text: str, speaker: str, certainty: str | None, grammar: object) -> None:
    for found, how, rule in heard(text, grammar):
        assert found == speaker, rule
        assert certainty in {how, None}


@pytest.mark.parametrize(("text", "speaker"), ONLY_PARSED)
def test_a_parser_finds_more(text: str, speaker: str) -> None:
    assert heard(text)[-1][0] == speaker


def test_what_is_carried_over_is_shown_as_our_inference() -> None:
    (_, (speaker, certainty, rule)) = heard('"I saw it burn," said Anna Berg. She wept. "The mill is gone."')
    assert (speaker, certainty) == ("Anna Berg", "carried")
    assert rule


def test_nothing_said_in_one_work_is_carried_into_the_next() -> None:
    text = '(1) First\n\n"I saw it burn," said Anna Berg.\n\n(2) Second\n\n"It was an accident."\n'
    read = read_plain(text, Profile("a.txt", section=r"^\((\d+)\) "))
    assert [voice.speaker for voice in voices(read, REGISTER, PARSED)] == ["Anna Berg", None]


def test_where_two_quotations_open_together_the_sentence_speaks_of_the_inner_one() -> None:
    text = "Anna Berg relates that a miller lost all he had. Boris Lund shouted to the crowd: \"'Put it out!' And nobody came.\""
    outer, inner = heard(text)
    assert outer[0] == "Anna Berg"
    assert inner[0] == "Boris Lund"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Berg wrote on the report: "untrue," "nonsense," and "lies."', {"mixed"}),
        ('Lund called the mill "a rotten barn" and left.', {"mixed"}),
        ('The "mill" was a barn, and the "young" miller was old.', {"scare"}),
        ('Lund tried to fill in these "gaps" in the report.', {"scare"}),
    ],
)
def test_a_few_words_are_somebodys_where_a_verb_says_so(text: str, kind: set[str]) -> None:
    read = read_plain(text, Profile("a.txt"))
    assert {voice.kind for voice in voices(read, REGISTER, PARSED)} == kind


def test_who_is_alleged_to_have_said_something_is_named_with_the_hedge() -> None:
    read = read_plain('Anna Berg is alleged to have said, "I burned the mill that night."', Profile("a.txt"))
    (voice,) = voices(read, REGISTER, PARSED)
    assert voice.speaker_id == "anna"
    assert voice.speaker_rule == "who is alleged to have said it"


WORDS = ["Berg", "Lund", "she", "he", "said", "wrote", "that", '"', '"', "'", ".", ",", ":", "\n\n", "letter", "the", "who", "According", "to", "’s"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(deadline=None)
def test_any_text_can_be_listened_to_and_every_speaker_is_named_in_it(text: str) -> None:
    read = read_plain(text, Profile("a.txt"))
    for voice in voices(read, (), ROUGH):
        assert (voice.speaker is None) == (voice.certainty == "none")
        if voice.speaker is not None:
            assert all(word in text for word in re.findall(r"\w+", voice.speaker))


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(deadline=None, max_examples=25)
def test_a_parser_changes_neither_the_spans_nor_their_order(text: str) -> None:
    read = read_plain(text, Profile("a.txt"))
    assert [v.quoted for v in voices(read, (), PARSED)] == [v.quoted for v in voices(read, (), ROUGH)]


def test_a_pipeline_that_is_not_the_known_one_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    english.pipeline.cache_clear()
    monkeypatch.setattr(english, "_SHA256", "0" * 64)
    with pytest.raises(PipelineError, match="not those of version"):
        english.pipeline()
    monkeypatch.undo()
    english.pipeline.cache_clear()


def test_without_the_extra_the_output_says_which_sieves_are_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(english, "find_spec", lambda _name: None)
    assert "pip install" in missing()
    (tmp_path / "a.txt").write_text('Anna Berg said: "It burned."')
    done = CliRunner().invoke(app, ["voices", str(tmp_path / "a.txt")])
    assert done.exit_code == 0
    assert "Anna Berg: “It burned.”" in done.stdout
    assert "sieves are off" in done.stderr
    assert "earlier" in done.stderr


DIALOGUE = """\
Berg: Where were you that night?

LUND (rising): At the mill.

Q: And then?

A: I ran.

Note: this is no turn of a dialogue.

She put it in writing:

    I was at home all night.
    I slept.

> An angled block.

Present: Berg and Lund.

— Where were you?

— At home.

— a list of things

He came [to the mill - A. B.] and left [sic].
"""


def test_turns_blocks_and_signed_brackets_are_voices_without_marks() -> None:
    read = read_plain(DIALOGUE, Profile("a.txt"))
    found = [
        (
            voice.quoted.setting,
            voice.speaker_id,
            " ".join(read.body[voice.quoted.span.start : voice.quoted.span.end].split()),
        )
        for voice in unmarked(read, REGISTER)
    ]
    assert found == [
        ("turn", "anna", "Where were you that night?"),
        ("turn", "boris", "At the mill."),
        ("turn", None, "And then?"),
        ("turn", None, "I ran."),
        ("block", None, "I was at home all night. I slept."),
        ("block", None, "An angled block."),
        ("turn", None, "Where were you?"),
        ("turn", None, "At home."),
        ("brackets", "anna", "to the mill"),
    ]


def test_unmarked_voices_are_listed_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIALOGUE)
    plain = CliRunner().invoke(app, ["voices", str(tmp_path / "a.txt"), "--format", "jsonl"])
    more = CliRunner().invoke(app, ["voices", str(tmp_path / "a.txt"), "--format", "jsonl", "--unmarked"])
    assert len(plain.stdout.splitlines()) == 0
    assert len(more.stdout.splitlines()) == 9


FLOATING = """\
{p. 1} Anna Berg wrote: "I saw the mill burn and the people run, and I

* Lund denied this in court: "There was no fire."

{p. 2} never went back." Then she left.
"""


def test_a_note_at_the_foot_of_a_page_does_not_part_a_quotation() -> None:
    read = read_plain(FLOATING, Profile("a.txt"))
    found = [
        (voice.speaker_id, read.body[voice.quoted.span.start : voice.quoted.span.end], voice.quoted.damage)
        for voice in voices(read, REGISTER, PARSED)
    ]
    (outer_id, outer, damage), (note_id, note, _) = found
    assert (outer_id, note_id) == ("anna", "boris")
    assert outer.startswith("I saw the mill")
    assert outer.endswith("never went back.")
    assert not damage
    assert note == "There was no fire."


@given(
    st.lists(
        st.sampled_from(["{p. 1} ", "{p. 2} ", "\n\n* a note", "\n\n", "word ", '"', "and on, "]), max_size=20
    ).map("".join)
)
@settings(deadline=None)
def test_every_voice_leads_back_to_the_words_between_its_marks(text: str) -> None:
    read = read_plain(text, Profile("a.txt"))
    found = list(voices(read, (), ROUGH))
    assert [v.quoted.span for v in found] == sorted((v.quoted.span for v in found), key=lambda s: (s.start, -s.end))
    for voice in found:
        assert 0 <= voice.quoted.span.start <= voice.quoted.span.end <= len(read.body)
        assert voice.quoted.parent < len(found)


def test_what_a_compiler_quotes_in_a_comment_is_listed_as_his(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{p. 7} It burned. {Lund said: "There was no fire."} Then it fell.')
    done = CliRunner().invoke(app, ["new", str(tmp_path / "d")])
    assert done.exit_code == 0, done.output
    toml = (tmp_path / "d" / "dossier.toml").read_text()
    (tmp_path / "d" / "sources" / "a.txt").write_bytes((tmp_path / "a.txt").read_bytes())
    digest = fingerprint((tmp_path / "a.txt").read_bytes())
    (tmp_path / "d" / "dossier.toml").write_text(
        f'{toml}\n[[file]]\npath = "sources/a.txt"\nsha256 = "{digest}"\ncompiler = "anna"\n'
    )
    done = CliRunner().invoke(app, ["voices", str(tmp_path / "d"), "--format", "jsonl"])
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["text"], row["page"], row["speaker"]) == ("There was no fire.", "7", "Lund")


def test_what_stands_between_the_comments_quote_and_end_quote_is_a_block() -> None:
    read = read_plain("She wrote: {quote} It burned. {end quote} Then she left.", Profile("a.txt", compiler="c"))
    (block,) = unmarked(read, REGISTER)
    assert block.quoted.setting == "block"
    assert read.body[block.quoted.span.start : block.quoted.span.end].strip() == "It burned."


TEI = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>x</p></teiHeader><text><body><pb n="1"/>
<p>She came home. <said who="#anna">I saw it burn.</said> Then Boris Lund wrote: <q>The mill was mine.</q></p>
<p>In court <said who="#boris">"It was an <q>accident</q>,"</said> he said.</p>
</body></text></TEI>
"""


def test_what_a_document_marks_as_said_is_a_voice_and_typed_marks_are_not_counted_twice() -> None:
    read = read_source(TEI.encode(), Profile("a.xml"))
    found = [
        (read.body[v.quoted.span.start : v.quoted.span.end], v.speaker_id, v.quoted.setting, v.quoted.depth)
        for v in voices(read, REGISTER, PARSED)
    ]
    assert found == [
        ("I saw it burn.", "anna", "element", 0),
        ("The mill was mine.", "boris", "element", 0),
        ("It was an accident,", "boris", "marks", 0),
        ("accident", None, "element", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Anna Berg wept. Nobody said: "We shall burn it tonight."',
        '"Stop," said Anna Berg. "Two men," I said.',
        'Anna Berg spoke. Lund never said that "the police had the keys to it."',
    ],
)
def test_what_nobody_says_is_nobodys(text: str) -> None:
    assert heard(text)[-1][:2] == (None, "none")


def test_the_second_half_of_a_quotation_is_speech_too() -> None:
    read = read_plain('"The mill," wrote Anna Berg, "was lost."', Profile("a.txt"))
    assert [(voice.kind, voice.speaker_id) for voice in voices(read, REGISTER, PARSED)][1] == ("speech", "anna")


def test_a_wrong_pipeline_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text('Anna Berg said: "It burned."')
    english.pipeline.cache_clear()
    monkeypatch.setattr(english, "_SHA256", "0" * 64)
    done = CliRunner().invoke(app, ["voices", str(tmp_path / "a.txt")])
    monkeypatch.undo()
    english.pipeline.cache_clear()
    assert done.exit_code == 2
    assert "are not those of version" in done.stderr
    assert "pip install --force-reinstall" in done.stderr
