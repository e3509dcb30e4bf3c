"""What would decide."""

import json
from pathlib import Path

import jsonschema
import pytest

from assay.examine import examine
from assay.examine.questions import deciding, what_would_decide
from assay.model.questions import Question
from conftest import case
from readings import printed
from test_cli import SNAPSHOTS, run, schema

PEOPLE = """
person ann "Ann"
person bob "Bob"
person cid "Cid"
person dot "Dot"
place town "Town"
place inn "Inn"
  in: town
place port "Port"
source minutes "Minutes"
  held: no
source trial "Trial"
  held: no
  under: torture by cid per beaten
claim beaten "They were beaten"
claim fire "The inn burned"
"""


def of_kind(entries: str, kind: str, *without: str) -> list[Question]:
    found = what_would_decide(case(f"{PEOPLE}\n{entries}"), without).questions
    return [question for question in found if question.kind == kind]


def effects(question: Question) -> dict[str, list[tuple[str, str]]]:
    return {answer.answer: [(turn.claim, turn.after) for turn in answer.turns] for answer in question.answers}


def clashes(question: Question) -> dict[str, list[str]]:
    return {answer.answer: [turn.after for turn in answer.clashes] for answer in question.answers}


WINDOW = """
claim landing "A boat landed"
  event: landing
  where: {where}
  when: {when}
{assumes}
claim nothing "No boat landed"
  none: landing
  where: inn
  when: 1932-05-01/1932-06-30

1933 ann affirms landing

1933 bob affirms nothing

1933 dot affirms nothing
"""


def test_a_date_is_asked_for_in_the_parts_that_make_a_difference() -> None:
    (question,) = of_kind(WINDOW.format(where="inn", when="1932", assumes=""), "date")
    assert clashes(question) == {
        "1 January 1932 to 30 April 1932": ["none"],
        "1 May 1932 to 30 June 1932": ["must"],
        "1 July 1932 to 31 December 1932": ["none"],
    }
    assert effects(question)["1 May 1932 to 30 June 1932"] == [("landing", "refuted")]


def test_a_doubtful_date_is_asked_after() -> None:
    (question,) = of_kind(WINDOW.format(where="inn", when="1932-05?", assumes=""), "date")
    assert question.words == "Is the date of “A boat landed” [landing] right: perhaps May 1932?"
    assert clashes(question) == {"yes": ["must"], "no": ["none"]}


@pytest.mark.parametrize(
    ("where", "assumes", "words"),
    [
        ("town", "", "Was it at Inn, which lies in Town: “A boat landed” [landing]?"),
        ("town", "  assumes: where inn\n", "Is it so that it was at Inn? A clash takes it for granted; the words of “A boat landed” [landing] do not say it."),
    ],
)  # fmt: skip
def test_a_place_is_asked_for(where: str, assumes: str, words: str) -> None:
    (question,) = of_kind(WINDOW.format(where=where, when="1932-05", assumes=assumes), "place")
    assert question.words == words
    assert effects(question)["yes"] == [("landing", "refuted")]
    assert not effects(question)["no"]


def test_identity_of_place_and_person() -> None:
    (question,) = of_kind(WINDOW.format(where="inn", when="1932-05", assumes=""), "identity")
    assert (
        question.words == "Is Inn of “No boat landed” [nothing] the place that is meant in “A boat landed” [landing]?"
    )
    two = """
claim here "Ann was in town"
  who: ann
  where: town
  when: 1932-05-01
claim there "Ann was in the port"
  who: ann
  where: port
  when: 1932-05-01

1933 bob affirms here

1933 dot affirms there
"""
    (question,) = of_kind(two, "identity")
    assert (
        question.words
        == "Is Ann one and the same person in “Ann was in town” [here] and in “Ann was in the port” [there]?"
    )
    assert effects(question) == {"yes": [], "no": [("here", "asserted"), ("there", "asserted")]}


def test_pressure() -> None:
    (question,) = of_kind("1933 ann affirms fire\n  in: trial\n  cite: trial p. 1\n    > words", "pressure")
    assert (
        question.words == "Was the testimony in Trial obtained by torture by Cid, as “They were beaten” [beaten] says?"
    )
    assert effects(question) == {"yes": [], "no": [("fire", "asserted")]}
    (question,) = of_kind("1933 ann affirms fire #a\n  interest: own defence", "pressure")
    assert effects(question) == {"yes": [], "no": [("fire", "asserted")]}


def test_versions_records_and_origins() -> None:
    both = "1933 ann affirms fire #a\n\n1934 ann denies fire #b"
    (question,) = of_kind(both, "version")
    assert effects(question) == {"that it is so": [("fire", "asserted")], "that it is not so": [("fire", "denied")]}
    reported = "1933 ann affirms fire #a\n  in: minutes\n  words: reported"
    (question,) = of_kind(reported, "record")
    assert effects(question) == {"yes": [], "no": [("fire", "unsupported")]}
    unknown = "1933 ann affirms fire #a\n  knows: from unknown\n\n1933 bob affirms fire #b"
    (question,) = of_kind(unknown, "independence")
    assert effects(question) == {"yes": [("fire", "asserted")], "no": [("fire", "corroborated")]}


def test_who_else() -> None:
    (question,) = of_kind("1933 ann affirms fire", "witness")
    assert question.words == "Who else, under no pressure and independent of Ann, affirms “The inn burned” [fire]?"
    assert effects(question) == {"somebody": [("fire", "corroborated")], "nobody": []}


def test_what_is_settled_is_not_asked() -> None:
    assert "No claim is open." in printed(
        case(f"{PEOPLE}\n1933 ann affirms fire\n\n1934 bob affirms fire"), "questions"
    )


def test_what_is_struck_is_not_asked_about() -> None:
    entries = "1933 ann affirms fire #a\n  knows: from unknown\n\n1933 bob affirms fire #b"
    world = case(f"{PEOPLE}\n{entries}")
    (question,) = what_would_decide(world, ["bob"]).questions
    assert (question.kind, [one.statement for one in question.said]) == ("witness", ["a"])
    assert "Bob" not in question.words


def test_too_many_questions_are_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "_WORK", 2)
    monkeypatch.setattr(deciding, "_FEWEST", 1)
    world = case(f"{PEOPLE}\n1933 ann affirms fire\n\n1933 bob affirms beaten")
    assert what_would_decide(world).left_out == 1


def test_the_questions_leave_the_case_alone() -> None:
    world = case(f"{PEOPLE}\n{WINDOW.format(where='inn', when='1932', assumes='')}")
    before = examine(world)
    what_would_decide(world)
    assert examine(world) == before


def test_the_command(example: Path) -> None:
    report = json.loads(run("questions", example, "--format", "json").output)
    jsonschema.validate(report, schema("questions"))
    assert report["found"]["open_claims"] == ["judge-knew", "porter", "sedov-in-berlin"]
    assert "further question" in run("questions", example, "--limit", "1").output
    wrong = run("questions", example, "--without", "goltzman")
    assert (wrong.exit_code, "did you mean goltsman?" in wrong.output) == (2, True)


def test_the_example_reads_as_it_did(example: Path) -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    shown = run("questions", example).output
    snapshot = SNAPSHOTS / "questions.txt"
    if not snapshot.exists():
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")
