"""How routes are told: from which works a work was made, what is not known, and how many cuts there are."""

import pytest

from assay.examine import examine
from assay.model.findings import MOST_CUTS
from assay.report.words import cuts, links
from conftest import case
from readings import printed

PEOPLE = (
    'person anna "Anna"\nperson boris "Boris"\nclaim fire "It burned"\nsource original "The original"\n  by: boris\n'
)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("  from: translation of original", "The book (a translation of the original), p. 1"),
        ("  from: copy of original", "The book (a copy of the original), p. 1"),
        ("  from: excerpt of original", "The book (an excerpt of the original), p. 1"),
        ("  from: original", "The book (made from the original), p. 1"),
        ("", "The book, p. 1"),
    ],
)
def test_a_derived_work_says_from_what_it_was_made(made: str, told: str) -> None:
    text = f'{PEOPLE}\nsource book "The book"\n  held: no\n{made}\n\n1931 anna affirms fire\n  cite: book p. 1\n    > It burned\n'
    shown = printed(case(text), "examine fire")
    assert told in shown
    (finding,) = examine(case(text)).claims
    assert finding.pro.routes[0].channels[0].around == (("original", "boris") if made else ())
    assert [link.id for link in finding.pro.routes[0].links] == ["anna"]


def test_a_strike_of_what_a_work_was_made_from_takes_the_work_along() -> None:
    text = f'{PEOPLE}\nsource book "The book"\n  from: copy of original\n\n1931 anna affirms fire\n  cite: book p. 1\n'
    assert examine(case(text), ["boris"]).claims[0].standing == "unsupported"


def test_an_unknown_origin_is_said_where_it_makes_a_difference() -> None:
    saw, heard = "1931 anna affirms fire\n  knows: saw\n", "1932 boris affirms fire #heard\n  knows: from unknown\n"
    both = printed(case(f"{PEOPLE}\n{saw}\n{heard}"), "examine fire")
    said = "where Boris has it from is not known (#heard): it may have one origin with the others"
    assert said in " ".join(both.split())
    assert "is not known" not in printed(case(f"{PEOPLE}\n{heard}"), "examine fire")
    judged = "2024 anna independent #1931-anna-affirms-fire #heard\n  because: he was abroad\n"
    assert "is not known" not in printed(case(f"{PEOPLE}\n{saw}\n{heard}\n{judged}"), "examine fire")


def test_more_cuts_than_are_listed_are_said_to_be_more() -> None:
    """Five pairs of people on five routes: thirty-two smallest sets, of which 24 are listed."""
    people = "\n".join(f'person p{n} "P{n}"\nperson q{n} "Q{n}"' for n in range(5))
    said = "\n".join(f"1931 p{n} affirms fire\n  knows: from q{n}\n" for n in range(5))
    world = case(f"{PEOPLE}\n{people}\n\n{said}")
    side = examine(world).claims[0].pro
    assert len(side.cuts) == MOST_CUTS
    assert f"or at least {MOST_CUTS - 4} more such sets" in cuts(world, side)


def test_what_is_judged_of_a_link_is_told_with_what_is_open() -> None:
    text = f"{PEOPLE}\n1931 anna affirms fire #a\n\n2024 boris vouch #a memory of anna\n  because: she wrote it down\n"
    world = case(text)
    (found,) = examine(world).claims[0].assessed
    assert list(links(world, found)) == [
        "Anna: memory vouched for by Boris, 2024: she wrote it down; perception, sincerity and meaning are open"
    ]
