"""Who says nothing of what."""

import json
from pathlib import Path

import jsonschema
import pytest

from assay.examine.silence import silences
from assay.model.silences import Silences
from conftest import case
from readings import printed
from test_cli import SNAPSHOTS, run, schema

SCENE = """
person ann "Ann"
person bob "Bob"
person cid "Cid"
place town "Town"
place port "Port"
issue night "What happened in the night?"
source diary "Diary"
  by: ann
  file: sources/diary.txt
claim dance "Ann and Bob danced"
  issue: night
  who: ann, bob
  where: town
  when: 1931-05-03
claim supper "There was a supper"
  issue: night
  when: 1931-05-03
claim quarrel "Bob quarrelled"
  issue: night
  who: bob
  where: town
  when: 1931-05-03

1931-05-04 ann affirms dance #danced
  knows: took part
  cite: diary p. 1
    > words

1931-05-04 ann affirms supper #supped
  cite: diary p. 1
    > words

1932 cid affirms quarrel #row
"""


def found(world: str) -> Silences:
    return silences(case(world))


def test_a_candidate_has_its_reasons() -> None:
    (candidate,) = found(SCENE).candidates
    assert (candidate.witness, candidate.claim, candidate.work) == ("ann", "quarrel", "diary")
    assert [(ground.position, ground.statement) for ground in candidate.grounds] == [("took part", "danced")]
    assert candidate.matters == ("issue night", "who bob")
    assert [one.statement for one in candidate.said] == ["danced", "supped"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("  file: sources/diary.txt", "  file: sources/diary.txt\n  whole: no"),
        ("  file: sources/diary.txt", "  held: no"),
        ("#danced\n", "#danced\n  words: reported\n"),
        ("#supped\n", "#supped\n  via: cid\n"),
        ("knows: took part", "knows: from cid"),
        ("  who: bob\n  where: town\n", "  who: bob\n  where: port\n"),
        ("  who: bob\n  where: town\n  when: 1931-05-03", "  who: bob\n  where: town\n  when: 1931-05-05"),
        ("#row\n", "#row\n  knows: from ann\n"),
        ("#row\n", "#row\n\n1933 ann doubts quarrel\n"),
        ("1932 cid affirms", "1932 cid doubts"),
        ("affirms supper", "doubts supper"),
    ],
)
def test_without_one_of_the_reasons_there_is_no_candidate(was: str, now: str) -> None:
    assert was in SCENE
    assert not found(SCENE.replace(was, now)).candidates


def test_a_work_inside_a_whole_one_is_whole() -> None:
    inside = SCENE.replace("  file: sources/diary.txt", '  in: box\nsource box "Box"\n  file: sources/box.txt')
    assert len(found(inside).candidates) == 1
    assert not found(inside.replace("box.txt", "box.txt\n  whole: no")).candidates


def test_a_claim_may_name_the_witness() -> None:
    named = SCENE.replace("  who: bob\n", "  who: ann, bob\n").replace("knows: took part", "knows: inferred")
    assert [ground.position for ground in found(named).candidates[0].grounds] == ["named in the claim"]


def test_omissions_and_searches_say_what_is_not_whole() -> None:
    more = """
2024 cid searched diary p. 3
  for: any quarrel

1933 bob omits quarrel
  in: minutes

source minutes "Minutes"
  held: no
"""
    silent = found(f"{SCENE}\n{more}")
    assert silent.searches[0].whole
    assert silent.omissions[0].in_excerpts == ("minutes",)
    assert silent.omissions[0].heard_from == ("row",)


def test_what_is_struck_is_neither_silent_nor_kept_silent() -> None:
    assert "quarrelled" not in printed(case(SCENE), "silence", "cid")
    assert "Ann" not in printed(case(SCENE), "silence", "ann")


def test_the_command(example: Path) -> None:
    report = json.loads(run("silence", example, "--format", "json").output)
    jsonschema.validate(report, schema("silence"))
    assert report["silences"]["whole"] == ["cuttings", "inquiry", "minutes"]


def test_the_scene_reads_as_it_did() -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    shown = printed(case(SCENE), "silence")
    snapshot = SNAPSHOTS / "silence.txt"
    if not snapshot.exists():
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")
