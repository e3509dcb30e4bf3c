"""What is otherwise in one examination than in another."""

from typing import Literal

from msgspec import Struct

from assay.model.findings import Standing

Sure = Literal["none", "might", "must"]
"""How surely claims clash."""


class StandingTurn(Struct, frozen=True, order=True):
    """A claim that would stand differently, or on another number of roots."""

    claim: str
    before: Standing
    after: Standing
    roots_before: tuple[int, int]
    roots_after: tuple[int, int]


class ClashTurn(Struct, frozen=True, order=True):
    """Claims that would clash more surely, less surely, or no longer."""

    kind: str
    members: tuple[str, ...]
    before: Sure
    after: Sure
