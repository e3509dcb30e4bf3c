"""What falls with a strike, and which would change most."""

import json
from pathlib import Path

import jsonschema

from assay.examine import examine, strike
from assay.examine.blast import blast, scenario_table, single_strikes
from conftest import case
from readings import printed
from test_cli import SNAPSHOTS, run, schema

WORLD = """
person ann "Ann"
person bob "Bob"
person cid "Cid"
source diary "Diary"
  by: ann
  held: no
claim fire "The mill burned"
claim flood "The mill was flooded"

1931 ann affirms fire #a
  cite: diary p. 1
    > words

1932 bob affirms fire #b
  knows: from ann

1933 cid affirms fire #c

1933 cid affirms flood #d

scenario one "Without Ann"
  strike: ann

scenario other "Without Bob"
  strike: bob
"""


def test_what_falls_and_what_loses_a_root() -> None:
    found = blast(case(WORLD), ["ann"])
    assert (found.fallen, found.of) == (("a", "b"), 4)
    assert [(turn.claim, turn.before, turn.after) for turn in found.stand_otherwise] == [
        ("fire", "corroborated", "asserted")
    ]
    more = f'{WORLD}\n1934 dot affirms fire\n\nperson dot "Dot"\n'
    (turn,) = blast(case(more), ["ann"]).lose_a_root
    assert (turn.claim, turn.after, turn.roots_before, turn.roots_after) == ("fire", "corroborated", (3, 3), (2, 2))


def test_what_would_change_most_comes_first() -> None:
    found = single_strikes(case(WORLD))
    assert [one.strikes for one in found] == [("cid",), ("ann",), ("bob",), ("diary",)]
    assert [len(one.stand_otherwise) for one in found] == [2, 1, 0, 0]


def test_strikes_that_do_the_same_are_one_line() -> None:
    world = case(WORLD.replace("#d", "#d\n  setting: court"))
    world = strike(world, ["#c"])
    assert ("cid", "setting court") in [one.strikes for one in single_strikes(world)]


def test_every_claim_under_every_scenario() -> None:
    table = scenario_table(examine(case(WORLD)))
    assert table.scenarios == ("one", "other")
    assert [(row.claim, row.now, row.then) for row in table.rows] == [
        ("fire", "corroborated", ("asserted", "corroborated"))
    ]
    assert table.unchanged == ("flood",)


def test_many_scenarios_stand_in_several_tables() -> None:
    more = "\n\n".join(f'scenario s{number} "S{number}"\n  strike: ann' for number in range(12))
    shown = printed(case(f"{WORLD}\n{more}"), "strikes")
    assert max(map(len, shown.split("\n"))) <= 100
    assert shown.count("now") == 3


def test_what_was_struck_before_does_not_fall_again() -> None:
    assert "Bob" not in printed(case(WORLD), "strikes ann", "bob").replace("Without Bob", "")


def test_the_command(example: Path) -> None:
    report = json.loads(run("strikes", example, "--format", "json").output)
    jsonschema.validate(report, schema("strikes"))
    assert report["strikes"][0]["strikes"] == ["inquiry"]
    assert report["scenarios"]["scenarios"] == ["palimpsest", "without-inquiry"]
    one = json.loads(run("strikes", example, "under", "dictation", "--format", "json").output)
    assert [blast["strikes"] for blast in one["strikes"]] == [["under dictation"]]
    wrong = run("strikes", example, "goltzman")
    assert (wrong.exit_code, "did you mean goltsman?" in wrong.output) == (2, True)


def test_the_example_reads_as_it_did(example: Path) -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    shown = run("strikes", example).output + run("strikes", example, "goltsman").output
    snapshot = SNAPSHOTS / "strikes.txt"
    if not snapshot.exists():
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")
