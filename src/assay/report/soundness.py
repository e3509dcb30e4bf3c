"""How far what is concluded from a casebook can be relied on."""

from msgspec import Struct


class Soundness(Struct, frozen=True):
    """The statements whose quotations do not stand as cited, and how many errors `check` finds."""

    unverified: frozenset[str] = frozenset()
    errors: int = 0
