"""Who speaks: marks into spans, whatever their damage; terms told from speech; speakers only where the sentence says so."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from assay.cli.app import app
from assay.model.voices import Name
from assay.sources import Profile, read_plain
from assay.voices import quoted_spans, voices
from conftest import Make


def quoted(text: str) -> list[str]:
    return [text[found.span.start : found.span.end] for found in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('She said: "It burned."', ["It burned."]),
        ("She said: 'It burned.'", ["It burned."]),
        ("She said: “It burned.”", ["It burned."]),
        ("It didn't burn, and the workers' mill wasn't his.", []),
        (
            "He told me: \"She said: 'It burned.' I believed her.\"",
            ["She said: 'It burned.' I believed her.", "It burned."],
        ),
        ('"It burned," she said, "and I saw it."', ["It burned,", "and I saw it."]),
        ('It was "the plan."14 Then he left.', ["the plan."]),
        ('She said: "It burned.\n\n"And then it fell." He left.', ['It burned.\n\n"And then it fell.']),
        ("She wrote: \"They call us 'traitors,\"' and left.", ["They call us 'traitors,", "traitors,"]),
        ('She said: "It burned. He left.\n\nIt rained.', ["It burned. He left."]),
        ("She called it a \"plan ' and left.", ["plan "]),
        ("In the '37 trial, 'tis said, it burned.", []),
    ],
)
def test_marks_are_read_as_they_were_meant(text: str, spans: list[str]) -> None:
    assert quoted(text) == spans


def test_a_span_whose_marks_can_be_read_otherwise_has_a_small_margin() -> None:
    (sure,) = quoted_spans('She said: "It burned." He left.')
    (unsure, *_) = quoted_spans('She said: "It burned. He left.')
    assert sure.margin > unsure.margin
    assert not sure.damage
    assert unsure.damage == "the closing mark is missing"


@given(st.text(st.sampled_from("ab .,\n\"'“”‘’17"), max_size=80))
def test_any_text_has_a_reading(text: str) -> None:
    found = quoted_spans(text)
    for span in found:
        assert 0 <= span.span.start <= span.span.end <= len(text)
        assert span.parent < len(found)
        if span.parent >= 0:
            assert found[span.parent].span.start <= span.span.start
    assert list(found) == sorted(found, key=lambda one: (one.span.start, -one.span.end))


REGISTER = [Name("Anna Berg", "anna", "Anna Berg"), Name("Boris Lund", "boris", "Boris Lund")]


def heard(text: str) -> list[tuple[str, str | None]]:
    read = read_plain(text, Profile("a.txt"))
    return [(voice.kind, voice.speaker) for voice in voices(read, REGISTER)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('That day Berg spoke to Lund. "I saw it burn," said Anna Berg.', [("speech", "Anna Berg")]),
        ('That day they asked Berg. In her letter, Berg wrote: "I saw it burn."', [("speech", "Anna Berg")]),
        ('The so-called "mill" of Lund was a barn.', [("scare", None)]),
        ('They read her article "The Night of the Fire" in court.', [("title", None)]),
        ('That day he spoke of Lund. He wrote: "I saw it burn."', [("speech", None)]),
    ],
)
def test_kinds_and_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert heard(text) == expected


def test_one_line_to_a_quotation_with_its_place_and_who_quotes_whom(example: Path) -> None:
    done = CliRunner().invoke(app, ["voices", str(example / "sources" / "minutes.txt"), "--format", "jsonl"])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.output.splitlines()]
    raw = (example / "sources" / "minutes.txt").read_text("utf-8")
    assert all(raw[row["start"] : row["end"]] == row["text"] for row in rows)
    first = rows[0]
    assert (first["work"], first["page"], first["kind"]) == ("minutes", "11", "speech")
    assert {
        "file",
        "work",
        "page",
        "page_end",
        "start",
        "end",
        "text",
        "kind",
        "speaker",
        "speaker_id",
        "stack",
    } <= set(first)
    assert {"class", "rule", "margin"} <= set(first)
    over_the_page = next(row for row in rows if row["text"].startswith("Goltsman told me"))
    assert over_the_page["page"] == "11"


def test_a_document_of_no_dossier_can_be_listened_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{p. 3} She said: "It burned."')
    done = CliRunner().invoke(app, ["voices", str(tmp_path / "a.txt")])
    assert "p. 3" in done.output
    assert "“It burned.”" in done.output


def test_a_page_is_shown_with_its_quotations_numbered(example: Path) -> None:
    done = CliRunner().invoke(app, ["show", str(example), "minutes", "p.", "11"])
    assert "¶" not in done.stdout
    assert done.exit_code == 0
    assert "⟨1 In Copenhagen, at the Hotel Bristol." in done.output.replace("\n", " ")
    assert "  1 speech" in done.output
    missing = CliRunner().invoke(app, ["show", str(example), "minutes", "p.", "99"])
    assert missing.exit_code == 2
    assert "minutes has no p. 99" in missing.output
    unknown = CliRunner().invoke(app, ["show", str(example), "minuets"])
    assert "did you mean minutes?" in unknown.output


def test_paragraphs_are_numbered_where_there_are_no_pages(make: Make) -> None:
    dossier = make(sources={"memoir.txt": "It burned.\n\n“It did,” said Anna.\n\nIt rained.\n"})
    whole = CliRunner().invoke(app, ["show", str(dossier.root), "memoir"]).stdout
    assert [line[:3] for line in whole.split("\n") if line.startswith("¶")] == ["¶ 1", "¶ 2", "¶ 3"]
    one = CliRunner().invoke(app, ["show", str(dossier.root), "memoir", "¶", "2"]).stdout
    assert "¶ 2" in one
    assert "¶ 3" not in one
