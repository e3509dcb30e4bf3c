"""A name as written, divided into first names and surname."""

from msgspec import Struct

from assay.draft.names.firsts import FIRST_NAMES
from assay.draft.names.sightings import Sighting
from assay.draft.names.spelling import plain

WOMAN = "Mrs."
"""Stands for the first name of a woman of whom only a title is given."""
FIRST = frozenset(plain(name) for name in FIRST_NAMES)
_PATRONYMIC = ("ovich", "evich", "ovna", "evna", "ich", "yich")


class Form(Struct, frozen=True, order=True):
    """A name as written: first names and initials (`I.`), and the surname; empty where there is only a first name."""

    given: tuple[str, ...]
    last: str

    @property
    def words(self) -> str:
        """The name as a reader writes it."""
        return " ".join((*self.given, self.last)).strip()

    @property
    def full(self) -> int:
        """How many first names stand in full."""
        return sum(not one.endswith(".") for one in self.given)


def form_of(one: Sighting) -> Form:
    """Return the name as written; *Lev Davidovich* has no surname, and neither has a mere first name.

    A woman's title stands for a first name that is not said: *Mrs. Berg* need not be *Berg*.
    """
    if one.given and plain(one.given[0]) in FIRST and one.last.endswith(_PATRONYMIC) and len(one.given) == 1:
        return Form((*one.given, one.last), "")
    if not one.given and plain(one.last) in FIRST:
        return Form((one.last,), "")
    if not one.given and one.is_woman:
        return Form((WOMAN,), one.last)
    last = one.last.title() if one.last.isupper() else one.last
    return Form(tuple(word.title() if word.isupper() and len(word) > 1 else word for word in one.given), last)


def is_first_name(word: str) -> bool:
    """Say whether a word is on the list of first names."""
    return plain(word) in FIRST
