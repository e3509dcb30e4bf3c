"""Statements and claims drafted from a document: entries that can be kept, with their words on their page."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from assay.casebook.parser import parse_text
from assay.cli.app import app
from assay.draft.document import Document
from assay.draft.sayings import sayings
from assay.draft.sayings.entries import Book
from assay.draft.sayings.naming import Named, Names
from assay.draft.statements import Drafted, drafted
from assay.model.entries import Statement
from assay.model.location import Span
from assay.model.text import Text
from assay.voices import best_grammar, hear
from assay.voices.english import missing
from drafting import dossier

pytestmark = pytest.mark.skipif(bool(missing()), reason="the extra [nlp] is not installed")
WORDS = (
    "Clara Berg testified that the mill in Malvik burned in the night of the flood. Under torture, Lund admitted that he "
    "had burned the barn. Dora Holm wrote to Clara Berg that the mill in Malvik burned in the night of the flood. "
    "A spokesman said that 12 horses died. The newspaper wrote that 40 horses died."
)


def _drafted(words: str) -> Drafted:
    text, grammar = Text("a.txt", words, ()), best_grammar()
    document = Document(text, (), (), (), lambda _: "book")
    named = [
        Named(Span(at, at + len(name)), name.split()[-1].lower(), name)
        for name in ("Clara Berg", "Dora Holm", "Lund")
        if (at := words.find(name)) >= 0
    ]
    found = sayings(text, hear(text, (), grammar), grammar)
    return drafted(document, found, Names(named), Book({one.id for one in named}))


def test_every_entry_can_be_read() -> None:
    """What is proposed is the language of the casebook, one entry to a proposal."""
    for proposal in _drafted(WORDS).proposals:
        parsed = parse_text(proposal.text + "\n")
        assert not parsed.complaints, proposal.text
        assert len(parsed.entries) == 1


def test_a_statement_cites_the_words_that_tell_it() -> None:
    """The quotation is a run of the document, letter by letter."""
    for proposal in _drafted(WORDS).proposals:
        entry = parse_text(proposal.text + "\n").entries[0].entry
        if isinstance(entry, Statement):
            assert entry.cites[0].words in WORDS


def test_sayings_about_one_thing_share_a_claim() -> None:
    """Two witnesses of the same fire speak to one claim, and it says what joined them."""
    made = _drafted(WORDS)
    joined = [one for one in made.proposals if one.part == "claims" and "because:" in one.text and "claim " in one.text]
    (claim,) = joined
    speaking = [one for one in made.proposals if f" affirms {claim.id} " in one.text]
    assert {one.text.split()[1] for one in speaking} == {"berg", "holm"}


def test_torture_is_cited() -> None:
    """A pressure that taints comes with the words that tell it."""
    (tainted,) = [one for one in _drafted(WORDS).proposals if "under: torture" in one.text]
    assert "under: torture by unknown cite book" in tainted.text


def test_figures_that_differ_stand_side_by_side() -> None:
    """Twelve horses, or forty: an issue names both."""
    (issue,) = [one for one in _drafted(WORDS).proposals if one.text.startswith("issue ")]
    assert "12 horses" in issue.text
    assert "40 horses" in issue.text


def test_whoever_is_no_person_of_the_register_is_described() -> None:
    """A spokesman and a newspaper speak, and get an entry."""
    groups = [one.text.split("\n")[0] for one in _drafted(WORDS).proposals if one.text.startswith("group ")]
    assert groups == ['group spokesman "Spokesman"', 'group newspaper "Newspaper"']


def test_rows_have_the_names_that_a_reader_would_write() -> None:
    """Witness, hearers and conditions, in words."""
    rows = _drafted(WORDS).mentions
    assert [row.witness for row in rows] == ["Clara Berg", "Lund", "Dora Holm", "Spokesman", "Newspaper"]
    assert rows[2].to == ("Clara Berg",)
    assert rows[1].conditions == ("torture",)


def test_a_court_is_the_setting_and_no_body_to_describe() -> None:
    """Nobody needs an entry for *the court* or *reporters*; a body with a name is one."""
    words = "Anna Lund told the court that the mill had burned. Anna Lund told the Harbour Board that it was insured."
    made = _drafted(words).proposals
    assert [one.text.split("\n")[0] for one in made if one.text.startswith("group ")] == [
        'group harbour-board "Harbour Board"'
    ]
    assert sum("\n  to: " in one.text for one in made) == 1


def test_a_claim_is_named_by_what_is_said() -> None:
    """By the words quoted, whatever stands between them; a thing alone by who spoke of it, too."""
    words = 'Clara Berg denied the charges. "The old mill burned," Dora Holm added, "in the middle of May."'
    claims = [one.text.split("\n")[0] for one in _drafted(words).proposals if one.text.startswith("claim ")]
    assert claims[0] == 'claim charges-clara-berg "Charges (Clara Berg)"'
    assert "The old mill burned, in the middle of May" in claims[1]
    assert "this" not in claims[1].lower()


def test_what_nobody_can_have_said_is_no_entry_and_a_person_may_be_called_as_a_word_is() -> None:
    made = _drafted(
        "Lund denied it. The arrest said that the mill had burned. Lund said that the mill had burned."
    ).proposals
    assert [one.text.split()[1] for one in made if one.text.startswith("undated") and "affirms" in one.text] == ["lund"]
    words = "Stone said that the mill had burned."
    text, grammar = Text("a.txt", words, ()), best_grammar()
    document = Document(text, (), (), (), lambda _: "book")
    found = sayings(text, hear(text, (), grammar), grammar)
    stone = Names([Named(Span(0, 5), "stone", "Stone")])
    assert any(
        one.text.startswith("undated stone affirms")
        for one in drafted(document, found, stone, Book({"stone"})).proposals
    )
    nobody = drafted(document, found, Names([]), Book(set()))
    assert not any(one.part == "statements" for one in nobody.proposals)


def test_a_work_without_pages_is_cited_by_its_paragraphs(tmp_path: Path) -> None:
    words = "A letter from the mill.\n\nIt was a cold night.\n\nAnna Berg said that the mill had burned.\n"
    made = dossier(tmp_path / "case", {"letter.txt": words})
    result = CliRunner().invoke(app, ["draft", str(made.root), "--rough", "--format", "case"])
    assert "cite: letter ¶ 3\n" in result.output
    assert CliRunner().invoke(app, ["show", str(made.root), "letter", "¶", "3"]).output.count("Anna Berg said") == 1
