"""The scorer of drafts, against counts that were made by hand."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
import draft_scores as scores


def name(start: int, end: int, person: str) -> dict[str, Any]:
    return {"sort": "name", "start": start, "end": end, "person": person}


def test_each_label_is_paired_with_what_overlaps_it_best() -> None:
    gold = [name(0, 10, "A"), name(20, 25, "B")]
    found = [name(2, 4, "x"), name(0, 9, "y"), name(40, 45, "z")]
    assert [(g["person"], f["person"]) for g, f in scores.matched(gold, found)] == [("A", "y")]


def test_b_cubed_by_hand() -> None:
    gold = [name(0, 1, "A"), name(2, 3, "A"), name(4, 5, "B"), name(6, 7, "B")]
    found = [name(0, 1, "x"), name(2, 3, "x"), name(4, 5, "x"), name(6, 7, "y")]
    got = scores.b_cubed(scores.pages(gold, found, [(0, 10)], "name"))
    precision = (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    recall = (1 + 1 + 1 / 2 + 1 / 2) / 4
    assert got["B³ precision"] == pytest.approx(precision)
    assert got["B³ recall"] == pytest.approx(recall)
    assert got["B³ F"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_all_in_one_cluster_is_no_good_draft() -> None:
    gold = [name(0, 1, "A"), name(2, 3, "B")]
    found = [name(0, 1, "x"), name(2, 3, "x")]
    got = scores.b_cubed(scores.pages(gold, found, [(0, 10)], "name"))
    assert (got["B³ precision"], got["B³ recall"]) == (0.5, 1.0)


def test_missed_and_surplus_mentions_count_strictly() -> None:
    gold = [name(0, 1, "A"), name(2, 3, "B")]
    got = scores.b_cubed(scores.pages(gold, [name(0, 1, "x")], [(0, 10)], "name"))
    assert got["B³ F"] == 1.0
    assert got["B³ F, missed and surplus mentions counted"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("label", "said", "right", "false"),
    [
        ("1936", "1936", True, False),
        ("1936", "1936-07", False, True),
        ("1936-07", "1936", False, False),
        (None, "1936", False, True),
        (None, None, True, False),
        ("1936", None, False, False),
        ("1936-07", "1937-08", False, False),
        ("193X", "1936-07-05", False, True),
    ],
)
def test_a_date_is_right_wrong_or_falsely_precise(
    label: str | None, said: str | None, *, right: bool, false: bool
) -> None:
    gold: dict[str, Any] = {"edtf": label, "alt": []}
    row: dict[str, Any] = {"edtf": said}
    assert scores.date_is_right(gold, row) is right
    assert scores.is_falsely_precise(gold, row) is false


def test_an_alias_is_the_same_two_names_at_the_same_place() -> None:
    gold: list[dict[str, Any]] = [{"sort": "alias", "start": 0, "end": 9, "alias": "Korvath", "person": "I. Lindqvist"}]
    there: dict[str, Any] = {
        "sort": "alias",
        "start": 2,
        "end": 9,
        "alias": "Korvath",
        "person": "Lindqvist",
        "rule": "",
    }
    elsewhere = {**there, "start": 20, "end": 30}
    counts, missed, surplus = scores.alias_counts(gold, [there, elsewhere])
    assert counts == {"aliases, recall": (1, 1), "aliases, precision": (1, 2)}
    assert (missed, surplus) == ([], [elsewhere])


def test_a_statement_is_counted_by_its_parts() -> None:
    base = {
        "sort": "statement",
        "start": 0,
        "end": 9,
        "act": "affirms",
        "to": [],
        "chain": ["A", "B"],
        "conditions": [],
    }
    label = {**base, "witness": "Anna Lindqvist", "words": "own", "date": None}
    row = {**base, "witness": "Lindqvist", "words": "reported", "date": None, "act": "denies"}
    (page,) = scores.pages([label], [row], [(0, 10)], "statement")
    counts = scores.statement_counts(page)
    wanted = {
        "witness right, of those labelled": (1, 1),
        "act right, of those labelled": (0, 1),
        "chain right, of two and more links": (1, 1),
        "own or reported right, of those found": (0, 1),
    }
    assert {name: counts[name] for name in wanted} == wanted


def test_intervals_hold_the_score() -> None:
    pages = [
        scores.Page((name(0, 1, "A"),), (name(0, 1, "x"),), scores.matched([name(0, 1, "A")], [name(0, 1, "x")])),
        scores.Page((name(0, 1, "A"),), (), ()),
    ]
    low, high = scores.drawn_again(pages, scores.fractions(scores.mentions))["mentions, recall"]
    assert low <= 0.5 <= high
