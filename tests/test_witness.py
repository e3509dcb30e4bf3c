"""One witness over time."""

import json
from pathlib import Path

import jsonschema
import pytest

from assay.examine.witness import account
from assay.model.accounts import Account, Custody
from conftest import Make, case
from readings import printed
from test_cli import SNAPSHOTS, run, schema

PEOPLE = """
person ann "Ann"
person bob "Bob"
person cid "Cid"
group guild "The guild"
  members: cid
issue mill "What became of the mill?"
claim fire "The mill burned"
  issue: mill
claim flood "The mill was flooded"
  issue: mill
  excludes: fire
claim rats "There were rats"
  issue: mill
"""


def told(entries: str, person: str = "ann") -> Account:
    return account(case(f"{PEOPLE}\n{entries}"), person)


def turns(found: Account) -> list[list[tuple[str, str]]]:
    return [[(change.turn, change.claim) for change in version.changes] for version in found.versions]


def test_what_is_added_dropped_and_told_otherwise() -> None:
    found = told(
        "1931 ann affirms fire #a\n\n1931 ann affirms rats #b\n\n1932 ann affirms flood #c\n\n1933 ann denies flood #d"
    )
    assert turns(found) == [[], [("changed", "flood"), ("dropped", "rats")], [("changed", "flood")]]
    assert found.versions[1].changes[0].instead_of == "fire"


def test_what_is_not_in_order_only_differs() -> None:
    found = told("1931 ann affirms fire #a\n  to: bob\n\n1931 ann denies fire #b\n  to: cid")
    assert turns(found) == [[], [("differs", "fire")]]
    assert found.versions[1].unordered == (1,)


def test_what_may_have_been_said_before_is_not_added() -> None:
    first, other = "1930 ann affirms rats #a", "1931 ann affirms fire #b\n\n1931 ann affirms fire #c\n  setting: court"
    assert turns(told(f"{first}\n\n{other}")) == [[], [("dropped", "rats")], [("dropped", "rats")]]


def test_one_occasion_holds_what_is_said_in_different_interests() -> None:
    (version,) = told("1931 ann affirms fire #a\n  interest: own defence\n\n1931 ann affirms rats #b").versions
    assert [one.interest for one in version.said] == ["own defence", ""]


def test_who_takes_something_back_speaks_later_and_undated_words_come_last() -> None:
    found = told("1931 ann retracts #z\n\n1931 ann affirms fire #z\n\nundated ann affirms rats #u")
    assert [one.statement for version in found.versions for one in version.said] == ["z", "1931-ann-retracts-z", "u"]
    assert found.versions[1].unordered == ()
    assert found.versions[2].unordered == (1, 2)


@pytest.mark.parametrize(
    ("under", "date", "days"),
    [
        ("custody since 1931-05-01", "1931-05-11", (10, 10)),
        ("custody since 1931-05", "1931-06", (1, 60)),
        ("custody since 1931-05", "1931-05", (0, 30)),
        ("custody", "1931-05", None),
        ("custody since ../1931", "1931-05", None),
        ("custody since 1931-05?", "1931-06", None),
    ],
)
def test_days_in_custody(under: str, date: str, days: tuple[int, int] | None) -> None:
    assert told(f"{date} ann affirms fire #a\n  under: {under}").custody == Custody(True, ("a",), days)


def test_where_two_may_have_been_the_first_the_range_takes_in_both() -> None:
    first = "1931-06 ann affirms fire #a\n  under: custody since 1931-05-01"
    other = "1931-06-11 ann affirms rats #b\n  under: custody since 1931-05-01\n  setting: court"
    assert told(f"{first}\n\n{other}").custody == Custody(True, ("a", "b"), (31, 41))


@pytest.mark.parametrize(
    ("own", "others", "order", "contact", "kind"),
    [
        ("1932 ann affirms fire", "1931 bob affirms fire", "before", None, None),
        ("1932 ann affirms fire\n  knows: from bob", "1931 bob affirms fire", "before", "after", "has it from"),
        ("1932 ann affirms fire", "1931 bob affirms fire\n  to: ann", "before", "after", "told"),
        ("1932 ann affirms fire\n  to: bob", "1931 bob affirms fire", "before", "before", "told"),
        ("1931 ann affirms fire\n  to: bob", "1931 bob affirms fire", "unknown", "unknown", "told"),
        ("1931 ann affirms fire\n  via: bob", "1932 bob affirms fire", "after", "after", "passed on"),
        (
            "1931 ann affirms fire\n  under: threat by guild", "1931 bob affirms fire\n  under: interrogation by cid",
            "unknown", "after", "same hands",
        ),
        ("1931 ann affirms fire\n  knows: from cid", "1931 bob affirms fire\n  knows: from cid", "unknown", "after",
         "same informant"),
        ("1931 ann affirms fire\n  under: custody", "1931 bob affirms fire\n  under: custody", "unknown", None, None),
    ],
)  # fmt: skip
def test_after_contact_only_where_contact_is_recorded(
    own: str, others: str, order: str, contact: str | None, kind: str | None
) -> None:
    (found,) = told(f"{own}\n\n{others}").agreements
    assert (found.order, found.contact) == (order, contact)
    assert [one.kind for one in found.contacts] == ([] if kind is None else [kind])


def test_names_judged_the_same_are_one_witness() -> None:
    entries = "1931 ann affirms fire\n\n1932 bob denies fire\n\n2024 cid same ann bob\n  because: one hand"
    assert turns(told(entries)) == [[], [("changed", "fire")]]


def test_what_is_struck_is_not_among_the_versions() -> None:
    world = case(f"{PEOPLE}\n1931 ann affirms fire #a\n\n1932 ann denies fire #b\n\n1933 bob denies fire #c\n  to: ann")
    assert "#a" not in printed(world, "witness ann", "#a")
    assert "Bob" not in printed(world, "witness ann", "bob")


def test_the_command(example: Path) -> None:
    report = json.loads(run("witness", example, "goltsman", "--format", "json").output)
    jsonschema.validate(report, schema("witness"))
    assert report["account"]["heard_by"][0]["witness"] == "david"
    assert run("witness", example, "Fritz", "David").output == run("witness", example, "david").output
    assert "No statement of this witness is recorded." in run("witness", example, "judge").output
    wrong = run("witness", example, "goltzman")
    assert (wrong.exit_code, "did you mean goltsman?" in wrong.output) == (2, True)
    struck = run("witness", example, "goltsman", "--without", "under dictation").output
    assert "Bristol" not in struck


def test_a_quotation_that_does_not_stand_is_marked(make: Make) -> None:
    dossier = make("1931 boris affirms fire\n  cite: memoir p. 1\n    > I saw the mill burn\n")
    shown = run("witness", dossier.root, "boris").output
    assert "1 statement does not stand as cited" in shown
    assert "(NOT FOUND AS CITED)" in shown


def test_the_example_reads_as_it_did(example: Path) -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    shown = "\n".join(run("witness", example, person).output for person in ("goltsman", "david", "smirnov", "volkov"))
    snapshot = SNAPSHOTS / "witness.txt"
    if not snapshot.exists():
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")
