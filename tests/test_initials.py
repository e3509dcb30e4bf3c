"""Initials, names turned around, and names that a space divides are withheld; what only looks like them is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.entries import Person
from assay.pages.export.secrets import secret
from assay.pages.export.withheld import Withheld

WITHHELD = Withheld([secret("A", [Person("berggren", "Nora Berggren")])])


@pytest.mark.parametrize(
    "written",
    [
        "N. B.",
        "N.B.",
        "N.\nB.",
        "Berggren, Nora",
        "Berggren, N.",
        "BERGGREN, N.",
        "Berg gren",
        "Berg\ngren",
        "Bergg rens",
    ],
)
def test_is_withheld(written: str) -> None:
    blanked = WITHHELD.blank(f"So {written} sang.")
    assert blanked in ("So [withheld A] sang.", "So [withheld A], [withheld A] sang.")
    assert not WITHHELD.is_in(blanked)


@pytest.mark.parametrize("written", ["n. b.", "B. N.", "A.N.B.", "N. Lund", "a berg grenade", "Berg, N.", "Nor a"])
def test_is_not_withheld(written: str) -> None:
    assert WITHHELD.blank(f"So {written} sang.") == f"So {written} sang."


@given(st.integers(1, 7), st.sampled_from([" ", "  ", "\n", " \n", "\t", "\u00a0"]), st.sampled_from(["", "s", "ns"]))
def test_wherever_a_space_divides_the_name_it_is_withheld(at: int, gap: str, ending: str) -> None:
    written = f"{'Berggren'[:at]}{gap}{'Berggren'[at:]}{ending}"
    assert WITHHELD.blank(f"So {written} sang.") == "So [withheld A] sang."


@given(st.text(alphabet="NBnb. \n,ergo", max_size=40))
def test_what_is_blanked_has_nothing_left(text: str) -> None:
    assert not WITHHELD.is_in(WITHHELD.blank(text))
