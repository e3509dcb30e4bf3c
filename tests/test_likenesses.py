"""Statements in the same words: found, shown, and counted as one root or two."""

import pytest
from msgspec import structs

from assay.dossier import Dossier
from assay.examine import examine
from assay.examine.questions import what_would_decide
from assay.model.case import Case
from assay.model.findings import ClaimFinding
from assay.report.words import roots
from conftest import Make

WORKS = """
source gazette "The Gazette"
  file: sources/gazette.txt

source herald "The Herald"
  file: sources/herald.txt

source letter "A letter"
  held: no

person anna "Anna"
person boris "Boris"
person clara "Clara"
claim burned "The mill burned"
"""
GAZETTE = "From our own man.\n\nAnna was at the weir when the old mill by the river burned down to its very stones. So much for her."
HERALD = (
    "From abroad.\n\nWe hear that the old mill by the river burned down to its very stones, and that nobody was hurt."
)
ANNA = "1931 anna affirms burned #a\n  knows: saw\n  cite: gazette\n    > {}\n"
BORIS = "1931 boris affirms burned #b\n  knows: saw\n  cite: herald\n    > {}\n"


def dossier(make: Make, *entries: str) -> Dossier:
    return make(whole="\n".join([WORKS, *entries]), sources={"gazette.txt": GAZETTE, "herald.txt": HERALD})


def found(case: Case) -> ClaimFinding:
    return next(claim for claim in examine(case).claims if claim.id == "burned")


def test_same_words_are_one_root_or_two_and_are_shown(make: Make) -> None:
    book = dossier(
        make,
        ANNA.format("the old mill by the river burned down"),
        BORIS.format("by the river burned down to its very stones"),
    )
    claim = found(book.compared)
    assert (roots(claim.pro.roots), claim.standing) == ("1 to 2 roots", "asserted")
    (said,) = claim.beside
    assert "the old mill by the river burned down to its very stones" in said
    assert "The Gazette" not in said
    assert "in the Gazette and the Herald" in said
    assert found(book.case).standing == "corroborated"


@pytest.mark.parametrize(
    ("anna", "boris"),
    [
        ("Anna was at the weir when the old mill by", "burned down to its very stones"),  # no words that both quote
        ("Anna was at the weir", "nobody was hurt"),
        ("the old mill", "We hear that the old mill by the river"),  # both quote ten letters of what their works share
    ],
)
def test_words_beside_are_not_shared_words(make: Make, anna: str, boris: str) -> None:
    alike = dossier(make, ANNA.format(anna), BORIS.format(boris)).compared.alike
    assert [likeness.letters for likeness in alike] == ([45] if anna == "the old mill" else [])


def test_a_work_that_is_not_in_hand_is_compared_by_its_quotation(make: Make) -> None:
    letter = BORIS.replace("herald", "letter")
    book = dossier(
        make,
        ANNA.format("the old mill by the river burned down"),
        letter.format("the Old Mill, by the river, burned down"),
    )
    assert [likeness.words for likeness in book.compared.alike] == []
    longer = letter.format("I saw it: the Old Mill, by the river, burned down to its stones")
    book = dossier(make, ANNA.format("the old mill by the river burned down to its"), longer)
    assert [likeness.letters for likeness in book.compared.alike] == [35]


@pytest.mark.parametrize(
    ("verb", "counted", "standing"), [("dependent", "1 root", "asserted"), ("independent", "2 roots", "corroborated")]
)
def test_a_judgement_decides_and_the_words_stay_shown(make: Make, verb: str, counted: str, standing: str) -> None:
    quoted = "the old mill by the river burned down to its very stones"
    judged = f"2024 clara {verb} #a #b\n  because: I asked them\n"
    claim = found(dossier(make, ANNA.format(quoted), BORIS.format(quoted), judged).compared)
    assert (roots(claim.pro.roots), claim.standing) == (counted, standing)
    first, second = claim.beside
    assert first == f"#a and #b are judged {verb} by Clara, 2024: I asked them"
    assert second.endswith("to its very stones”")


def test_an_echo_of_either_is_no_root_more(make: Make) -> None:
    quoted = "the old mill by the river burned down to its very stones"
    entries = (
        ANNA.format(quoted),
        BORIS.format(quoted),
        "1932 clara affirms burned #c\n  knows: from anna\n  cite: letter\n    > so I heard\n",
    )
    claim = found(dossier(make, *entries).compared)
    assert roots(claim.pro.roots) == "1 to 2 roots"


def test_who_has_it_from_the_other_needs_no_such_line(make: Make) -> None:
    quoted = "the old mill by the river burned down to its very stones"
    echo = BORIS.replace("knows: saw", "knows: from anna").format(quoted)
    claim = found(dossier(make, ANNA.format(quoted), echo).compared)
    assert roots(claim.pro.roots) == "1 root"
    assert not any("same words" in said for said in claim.beside)


def test_it_is_asked_whether_they_have_one_origin(make: Make) -> None:
    quoted = "the old mill by the river burned down to its very stones"
    asked = what_would_decide(dossier(make, ANNA.format(quoted), BORIS.format(quoted)).compared).questions
    (question,) = [one for one in asked if one.kind == "independence"]
    assert [(turn.claim, turn.after) for answer in question.answers for turn in answer.turns] == [
        ("burned", "asserted"), ("burned", "corroborated")
    ]  # fmt: skip


def test_what_is_struck_is_not_shown(make: Make) -> None:
    quoted = "the old mill by the river burned down to its very stones"
    book = dossier(make, ANNA.format(quoted), BORIS.format(quoted))
    (claim,) = examine(book.compared, ["#a"]).claims
    assert not claim.beside
    assert structs.replace(book.compared, alike=()) == book.case
