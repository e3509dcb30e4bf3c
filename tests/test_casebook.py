"""The casebook language: what is read, what is complained of, what is laid out, what is renamed."""

import inspect

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from assay.casebook import format_text, parse_text
from assay.casebook.assembly import item_at
from assay.casebook.edits import Edit, apply_edits, rename_edits
from assay.casebook.references import references
from assay.casebook.slots import slots
from assay.examine import examine
from assay.model.entries import Citation, Condition, Knowledge, Statement
from assay.model.location import Span
from assay.model.locators import Locator
from conftest import ROOT, book, case

EXAMPLE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "examples/copenhagen/casebook").glob("*.case")))
LANGUAGE = (ROOT / "tests/casebooks/language.case").read_text("utf-8")


def entries(text: str) -> list[Struct]:
    return [placed.entry for placed in parse_text(text).entries]


def statement(text: str) -> Statement:
    (found,) = case(text).statements.values()
    return found


def test_a_statement_reads_as_a_sentence() -> None:
    """
    1936-08 goltsman affirms meeting #court
      setting: court
      in: trial
      knows: from usher from judge
      to: trotsky, sedov
      via: chuyev
      under: torture by nkvd since 1936-07 per beaten
      interest: own defence
      words: reported
      cite: study pp. 25-60
        > As he testified,
        > he met them.
      cite: study
        > Again.
    """
    found = statement(inspect.cleandoc(test_a_statement_reads_as_a_sentence.__doc__ or ""))
    assert (found.id, found.witness, found.act, found.claim) == ("court", "goltsman", "affirms", "meeting")
    assert found.knows == Knowledge("hearsay", ("usher", "judge"))
    assert found.to == ("trotsky", "sedov")
    assert (found.record, found.via, found.words) == ("trial", ("chuyev",), "reported")
    assert found.in_own_defence
    (condition,) = found.under
    assert isinstance(condition, Condition)
    assert (condition.kind, condition.by, condition.per) == ("torture", "nkvd", "beaten")
    assert condition.since is not None
    assert condition.since.text == "1936-07"
    first = Citation("study", Locator("page", "25", "60"), "As he testified, he met them.")
    assert found.cites == (first, Citation("study", None, "Again."))


@pytest.mark.parametrize(
    ("words", "knows"),
    [
        ("saw", Knowledge("saw")),
        ("took part", Knowledge("took part")),
        ("from anna from boris", Knowledge("hearsay", ("anna", "boris"))),
        ("from anna from unknown", Knowledge("hearsay", ("anna",), origin_known=False)),
        ("from unknown", Knowledge("hearsay", (), origin_known=False)),
        ("from records", Knowledge("records")),
        ("inferred", Knowledge("inferred")),
        ("unknown", Knowledge("unknown", (), origin_known=False)),
    ],
)
def test_how_a_witness_knows(words: str, knows: Knowledge) -> None:
    assert statement(f"1936 anna affirms fire\n  knows: {words}").knows == knows


def test_words_are_never_cut_at_a_mark() -> None:
    """YAML reads `quote: see exhibit # 5` as `see exhibit`."""
    text = "1936 anna affirms fire\n  cite: memoir p. 2\n    > see exhibit # 5; then: go"
    assert statement(text).cites[0].words == "see exhibit # 5; then: go"


def test_unlabelled_statements_get_stable_ids() -> None:
    ids = list(
        case("1936 anna affirms fire\n\n1936 anna affirms fire\n\n1936 anna denies #1936-anna-affirms-fire").statements
    )
    assert ids == ["1936-anna-affirms-fire", "1936-anna-affirms-fire~2", "1936-anna-denies-1936-anna-affirms-fire"]


def test_denying_a_statement_is_denying_its_claim() -> None:
    found = case("1936 anna affirms fire #a\n\n1937 boris denies #a #b\n\n1938 anna retracts #a").statements
    assert found["b"].claim == "fire"
    assert found["1938-anna-retracts-a"].claim == "fire"


def test_entries_are_extended_from_elsewhere() -> None:
    found = case('person anna "Anna"\n  alias: Nyura\n\nextend person anna\n  alias: A. in memoir\n  died: 1950\n')
    assert [alias.name for alias in found.persons["anna"].aliases] == ["Nyura", "A."]
    assert found.persons["anna"].aliases[1].source == "memoir"
    assert found.persons["anna"].died is not None


def test_an_alias_may_end_like_a_scope() -> None:
    found = case('person anna "Anna"\n  alias: "the woman in red"\n').persons["anna"]
    assert (found.aliases[0].name, found.aliases[0].source) == ("the woman in red", None)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("16 accused", 16, 16), ("~4000000 dead", 3500000, 4500000), ("10/20 men", 10, 20), ("../16 men", None, 16)],
)
def test_counts(written: str, low: int | None, high: int | None) -> None:
    count = case(f'claim toll "How many"\n  count: {written}').claims["toll"].facts.count
    assert count is not None
    assert (count.low, count.high) == (low, high)


def test_the_whole_language_is_read_without_complaint() -> None:
    found = book(LANGUAGE)
    assert not found.complaints
    assert not found.duplicates
    assert not found.strays


@given(st.text(st.characters(codec=None), max_size=400))
def test_the_parser_never_raises(text: str) -> None:
    parse_text(text)
    format_text(text)


LINES = st.sampled_from(
    [*LANGUAGE.split("\n"), "", "\t", " x", "    > ", ";", '"', "  cite:", "1936 anna affirms", "extend"]
)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_the_parser_never_raises_on_shuffled_lines_and_laying_out_changes_nothing_said(text: str) -> None:
    once = format_text(text)
    assert format_text(once) == once
    assert entries(once) == entries(text)
    comments = [line.strip() for line in text.split("\n") if line.lstrip().startswith(";")]
    assert [line.strip() for line in once.split("\n") if line.lstrip().startswith(";")] == comments


@pytest.mark.parametrize("text", [EXAMPLE, LANGUAGE])
def test_the_example_is_laid_out(text: str) -> None:
    assert format_text(text) == text.strip("\n") + "\n"


def test_line_ends_are_kept() -> None:
    text = 'person anna "Anna"\r\n  alias:   Nyura\r\n\r\n\r\nperson boris "Boris"\r\n'
    assert format_text(text) == 'person anna "Anna"\r\n  alias: Nyura\r\n\r\nperson boris "Boris"\r\n'
    assert entries(text) == entries(text.replace("\r\n", "\n"))


DAMAGE = st.characters(codec="utf-8", exclude_categories=["Cs"])


def lost(before: str, after: str) -> int:
    """How many entries of the text are no longer read as they were."""
    left = entries(after)
    missing = 0
    for entry in entries(before):
        if entry in left:
            left.remove(entry)
        else:
            missing += 1
    return missing


@settings(max_examples=600)
@given(st.integers(0, len(LANGUAGE) - 1), DAMAGE, st.sampled_from(["change", "delete", "insert"]))
@example(0, "\n", "insert")
def test_one_damaged_character_costs_at_most_one_entry(at: int, letter: str, how: str) -> None:
    rest = LANGUAGE[at:] if how == "insert" else LANGUAGE[at + 1 :]
    damaged = LANGUAGE[:at] + ("" if how == "delete" else letter) + rest
    breaks = "\n" in LANGUAGE[at : at + (how != "insert")] or (letter == "\n" and how != "delete")
    assert lost(LANGUAGE, damaged) <= (2 if breaks else 1)


def test_edits_are_refused_where_they_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", [Edit("f", Span(0, 3), "x"), Edit("f", Span(2, 4), "y")])


def renamed(text: str, old: str, new: str) -> str:
    return apply_edits(text, rename_edits(book(text), old, new))


def test_a_person_is_renamed_everywhere_and_nowhere_else() -> None:
    text = """person anna "anna who saw"
  note: anna is not renamed here
source anna-letters "Letters"
  by: anna
  held: no
claim fire "anna saw the fire"
  who: anna, boris
  event: meeting of anna and boris
1936 anna affirms fire
  knows: from anna
  under: threat by anna per fire
1937 boris denies #1936-anna-affirms-fire
scenario without "Without anna"
  strike: anna
  strike: under threat by anna
"""
    expected = """person ann "anna who saw"
  note: anna is not renamed here
source anna-letters "Letters"
  by: ann
  held: no
claim fire "anna saw the fire"
  who: ann, boris
  event: meeting of anna and boris
1936 ann affirms fire
  knows: from ann
  under: threat by ann per fire
1937 boris denies #1936-ann-affirms-fire
scenario without "Without anna"
  strike: ann
  strike: under threat by ann
"""
    assert renamed(text, "anna", "ann") == expected
    assert renamed(expected, "ann", "anna") == text


def test_renaming_changes_nothing_that_is_concluded_but_the_name() -> None:
    there = renamed(EXAMPLE, "goltsman", "holtsman")
    before = {claim.id: claim for claim in examine(case(EXAMPLE)).claims}
    after = {claim.id: claim for claim in examine(case(there)).claims}
    assert {id_: claim.standing for id_, claim in before.items()} == {
        id_: claim.standing for id_, claim in after.items()
    }
    assert "goltsman" not in case(there).persons
    assert renamed(there, "holtsman", "goltsman") == EXAMPLE


@pytest.mark.parametrize("text", [EXAMPLE, LANGUAGE])
def test_every_name_that_an_entry_uses_has_its_place_in_the_text(text: str) -> None:
    """What is checked as a reference is what is renamed."""
    for spot, entry in book(text).entries:
        named = {name for _, _, name in slots(item_at(text.split("\n"), spot.line))}
        assert {reference.name for reference in references(entry)} <= named
