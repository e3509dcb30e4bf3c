"""Places as proposed entries."""

import pytest

from assay.casebook.parser import parse_text
from assay.draft.document import documents
from assay.draft.names.spelling import plain
from assay.draft.places import PlaceLedger, places, proposals
from assay.model.proposals import Proposal
from assay.model.text import Piece, Text
from assay.voices import Grammar, best_grammar, english
from assay.voices.hearing import ROUGH

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
