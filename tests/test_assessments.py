"""What is doubted of those by whom a claim reached us, and what is vouched for."""

import json

import pytest

from assay.casebook import format_text, parse_text
from assay.casebook.lexer import cut
from assay.casebook.references import references
from assay.casebook.slots import slots
from assay.examine import examine, strike
from assay.model.entries import Judgement
from assay.model.findings import Assessed, Assessment
from assay.report.findings_json import to_json
from assay.report.soundness import Soundness
from conftest import Make, case

PEOPLE = 'person anna "Anna"\nperson boris "Boris"\nperson clara "Clara"\nperson dora "Dora"\nclaim fire "It burned"\n'
HEARD = "1933 clara affirms fire #heard\n  knows: from boris from anna\n"
DOUBT = "2024 dora doubt #heard memory of boris\n  because: he was ninety\n"
VOUCH = "2024 dora vouch #heard memory of boris\n  because: he kept a diary\n"


def of_fire(*entries: str) -> tuple[Assessed, ...]:
    (claim,) = examine(case("\n".join([PEOPLE, HEARD, *entries]))).claims
    return claim.assessed


def test_a_doubt_stands_beside_its_link_and_changes_nothing() -> None:
    (found,) = of_fire(DOUBT)
    assert found == Assessed("heard", (Assessment("boris", "memory", ("Dora, 2024: he was ninety",), ()),), ("boris",))
    (with_it,), (without,) = (examine(case("\n".join([PEOPLE, HEARD, *more]))).claims for more in ([DOUBT], []))
    assert (with_it.standing, with_it.pro) == (without.standing, without.pro)
    assert not any("doubted by" in said for said in with_it.beside)


@pytest.mark.parametrize(
    ("judged", "weakest"),
    [
        ((), None),
        ((VOUCH,), ()),
        ((DOUBT, VOUCH), ("boris",)),
        ((DOUBT, DOUBT.replace("boris", "anna")), ("boris", "anna")),
        ((DOUBT, DOUBT.replace("boris", "anna"), DOUBT.replace("boris", "clara")), ()),
        ((DOUBT, DOUBT.replace("boris", "anna"), VOUCH.replace("memory of boris", "meaning of anna")), ("boris",)),
        ((DOUBT, DOUBT.replace("memory of boris", "meaning of anna"), DOUBT.replace("boris", "anna")), ("anna",)),
    ],
)
def test_the_weakest_link(judged: tuple[str, ...], weakest: tuple[str, ...] | None) -> None:
    found = of_fire(*judged)
    assert [set(one.weakest) for one in found] == ([] if weakest is None else [set(weakest)])


def test_a_judgement_on_a_link_falls_with_who_made_it() -> None:
    world = case(f"{PEOPLE}\n{HEARD}\n{DOUBT}")
    assert not strike(world, ["dora"]).judgements
    assert not strike(world, ["#heard"]).judgements
    assert strike(world, ["fire"]).judgements == ()


def test_it_is_in_the_json_and_what_is_open_is_not() -> None:
    findings = examine(case(f"{PEOPLE}\n{HEARD}\n{DOUBT}"))
    (route,) = json.loads(to_json("", findings, Soundness()))["claims"][0]["for"]["routes"]
    links = {link["id"]: link["assessed"] for link in route["links"]}
    assert links["boris"] == [{"aspect": "memory", "doubted_by": ["Dora, 2024: he was ninety"], "vouched_by": []}]
    assert links["anna"] == links["clara"] == []
    assert route["weakest"] == ["boris"]


def test_it_is_laid_out_and_its_names_are_references() -> None:
    text = "2024 dora  vouch #heard   sincerity of anna\n   because: she lost by it\n"
    assert format_text(text) == "2024 dora vouch #heard sincerity of anna\n  because: she lost by it\n"
    (placed,) = parse_text(format_text(text)).entries
    assert isinstance(placed.entry, Judgement)
    assert [one.name for one in references(placed.entry)] == ["dora", "heard", "anna"]


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("2024 dora vouch fire", "vouch takes #label memory of PERSON"),
        ("2024 dora doubt #heard memory boris", "doubt takes #label memory of PERSON"),
        ("2024 dora doubt fire memory of boris", "doubt takes #label memory of PERSON"),
        ("2024 dora doubt #heard memmory of boris", "“memmory” is nothing that can be doubted or vouched for"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(head: str, message: str) -> None:
    (complaint,) = parse_text(f"{head}\n  because: so\n").complaints
    assert complaint.message == message
    assert complaint.help


def test_a_person_is_renamed_there_too(make: Make) -> None:
    (item,) = cut(DOUBT).items
    assert [name for _, _, name in slots(item)] == ["dora", "heard", "boris"]
    dossier = make('\nperson dora "Dora"\n\n2024 dora doubt #anna-1931 memory of anna\n  because: so\n')
    assert dossier.case.judgements[0].whose == "anna"
