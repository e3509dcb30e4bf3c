"""Places as proposed entries."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from assay.casebook.parser import parse_text
from assay.cli.app import app
from assay.draft.document import documents
from assay.draft.folder import read_drafts
from assay.draft.names.spelling import plain
from assay.draft.places import PlaceLedger, places, proposals
from assay.model.proposals import Proposal
from assay.model.text import Piece, Text
from assay.voices import Grammar, best_grammar, english
from assay.voices.hearing import ROUGH
from drafting import dossier

needs_nlp = pytest.mark.skipif(bool(english.missing()), reason=english.missing())
STORY = (
    "Anna Berg met him at the Hotel Meridian in Lyon. She lived in Garden Street, Riga, and went to Oslo, Lyon and "
    "Paris. In Riga she stayed at the Hotel Meridian."
)


def drafted(body: str, grammar: Grammar, known: dict[str, str] | None = None) -> dict[str, Proposal]:
    ledger = PlaceLedger()
    text = Text("a.txt", body, (Piece(0, 0, len(body)),))
    for document in documents(text, (), grammar, lambda _: "diary"):
        for mention in places(document):
            assert body[mention.evidence.span.start : mention.evidence.span.end] == mention.words
            ledger.add(mention)
    made = proposals(ledger, known or {}, lambda words: plain(words).replace(" ", "-"))
    return {one.id: one for one in made}


@needs_nlp
def test_a_house_lies_in_the_town_that_the_words_put_it_in() -> None:
    made = drafted(STORY, best_grammar())
    assert "in: lyon" in made["hotel-meridian"].text
    assert "in: riga" in made["garden-street"].text
    assert "in:" not in made["oslo"].text
    assert STORY[made["riga"].evidence[0].span.start :].startswith("Riga, and went")
    for one in made.values():
        assert not parse_text(one.text + "\n").complaints


def test_without_a_parser_only_what_says_that_it_is_a_place_is_drafted() -> None:
    assert list(drafted(STORY, ROUGH)) == ["hotel-meridian", "garden-street"]


@needs_nlp
def test_what_the_casebook_has_is_not_drafted_and_can_hold_others() -> None:
    made = drafted(STORY, best_grammar(), {"lyon": "lyon-france"})
    assert "lyon" not in made
    assert "in: lyon-france" in made["hotel-meridian"].text


def test_drafting_a_dossier_proposes_its_places_and_lists_its_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "case"
    words = "In July 1936 they met at the Hotel Meridian. On 5 August they met at the Hotel Bellevue.\n"
    dossier(root, {"memoir.txt": words}, 'place hotel-bellevue "Hotel Bellevue, Riga"\n')
    listed = CliRunner().invoke(app, ["draft", str(root), "--rough", "--only", "places,dates", "--format", "jsonl"])
    assert listed.exit_code == 0, listed.output
    rows = [json.loads(line) for line in listed.output.splitlines() if line.startswith("{")]
    days = [(row["text"], row["edtf"], row["anchor"]) for row in rows if row.get("sort") == "date"]
    assert [day[:2] for day in days] == [("July 1936", "1936-07"), ("5 August", "1936-08-05")]
    assert days[0][2] is None
    assert days[1][2] is not None
    drafted_ = CliRunner().invoke(app, ["draft", str(root), "--rough", "--only", "places"])
    assert drafted_.exit_code == 0, drafted_.output
    assert [one.key for one in read_drafts(root).drafted] == ["hotel-meridian"]
