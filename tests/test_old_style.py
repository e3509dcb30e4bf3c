"""Dates from works in Old Style, wherever dates are compared."""

import pytest

from assay.check import Context, check
from assay.examine import examine, strike
from assay.examine.new_style import in_new_style
from assay.examine.witness import account
from conftest import Make, case

WORKS = """
source gazette "The Gazette"
  held: no
  calendar: Julian

source memoir-2 "A memoir"
  held: no

person nina "Nina"
  born: 1917-11-01
  died: 1917-11-08

claim storm "A storm came up"
  when: 1917-11-05

claim beaten "They were beaten"
"""


def codes(make: Make, entries: str) -> list[str]:
    return [found.code for found in check(Context(make(f"{WORKS}\n{entries}"))) if found.code in ("D002", "D003")]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("1917-10-25 nina affirms fire\n  cite: gazette p. 1\n    > words", []),  # 7 November
        ("1917-10-25 nina affirms fire\n  cite: memoir-2 p. 1\n    > words", ["D002"]),
        ("1917-10-27 nina affirms fire\n  cite: gazette p. 1\n    > words", ["D002"]),  # 9 November
        ("1917-10-27 nina affirms fire\n  cite: gazette p. 1\n    > words\n  cite: memoir-2 p. 1\n    > words", []),
        ("1917-10-25 anna affirms storm\n  cite: memoir-2 p. 1\n    > words", ["D003"]),
        ("1917-10-25 anna affirms storm\n  cite: gazette p. 1\n    > words", []),  # the claim is moved with it
    ],
)
def test_rules_compare_days_and_not_dates(make: Make, entry: str, found: list[str]) -> None:
    if "gazette" in entry and "storm" in entry:
        entry = entry.replace("1917-10-25", "1917-11-06")
    assert codes(make, entry) == found


def test_said_before_it_happened_across_the_calendars(make: Make) -> None:
    """The gazette's 25 October is 7 November: after the 5th on which the memoir has the storm."""
    memoir = "1930 boris affirms storm\n  cite: memoir-2 p. 1\n    > words"
    early, late = (f"1917-10-{day} anna affirms storm\n  cite: gazette p. 1\n    > words" for day in (22, 25))
    assert codes(make, f"{memoir}\n\n{late}") == []
    assert codes(make, f"{memoir}\n\n{early}") == ["D003"]


PRESSED = """
person anna "Anna"
person boris "Boris"
claim fire "It burned"
source gazette "The Gazette"
  calendar: Julian
  under: torture by boris since {since} per fire
source memoir "A memoir"

{said} anna affirms fire #said
  cite: gazette p. 1
{more}"""


@pytest.mark.parametrize(
    ("since", "said", "more", "standing"),
    [
        ("1917-11-01", "1917-10-25", "", "asserted"),  # both in Old Style
        ("1917-10-01", "1917-10-25", "", "tainted only"),
        ("1917-11-01", "1917-10-25", "  under: torture by boris since 1917-11-01 per fire\n", "asserted"),
        ("1917-11-01", "1917-10-25", "  under: torture by boris since 1917-11-01 cite memoir p. 1\n", "tainted only"),
        ("1917-11-01", "1917-10-10", "  under: torture by boris since 1917-11-01 cite memoir p. 1\n", "asserted"),
    ],
)
def test_since(since: str, said: str, more: str, standing: str) -> None:
    world = case(PRESSED.format(since=since, said=said, more=more))
    assert {claim.standing for claim in examine(world).claims} == {standing}


def test_a_strike_does_not_lift_a_pressure_by_changing_the_calendar() -> None:
    """Cited from works of both kinds, the words may be of 7 November; that one work is struck dates them no better."""
    text = PRESSED.format(
        since="1917-12-01",
        said="1917-10-25",
        more="  cite: memoir p. 1\n  under: threat by boris since 1917-11-01 cite memoir p. 2\n",
    )
    world = case(text)
    assert examine(world).claims[0].standing == "tainted only"
    assert examine(world, ["gazette"]).claims[0].standing == "tainted only"
    assert strike(world, ["gazette"]).said_on(world.statements["said"]) == world.said_on(world.statements["said"])


def test_a_witness_is_told_in_new_style() -> None:
    world = case(
        'person anna "Anna"\nclaim fire "It burned"\nsource gazette "G"\n  calendar: Julian\nsource memoir "M"\n'
        "1917-10-25 anna affirms fire\n  under: custody since 1917-11-01 cite memoir p. 2\n  cite: gazette p. 1\n"
        "\n1917-11-03 anna denies fire\n  cite: memoir p. 1\n"
    )
    told = account(world, "anna")
    assert [version.date for version in told.versions] == ["1917-11-03", "1917-10-25"]
    assert told.custody.days == (6, 6)
    moved = in_new_style(world)
    assert in_new_style(moved) == moved
