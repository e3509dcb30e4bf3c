"""What is not said: recorded omissions, silences that are candidates for one, searches that found nothing."""

from typing import Literal

from msgspec import Struct

from assay.model.sayings import Said

Position = Literal["named in the claim", "took part", "saw"]


class Ground(Struct, frozen=True, order=True):
    """Why a witness was in a position to know a claim.

    Where he took part in, or saw, what another claim tells, `claim` and `statement` are that claim and his words.
    """

    position: Position
    claim: str
    statement: str | None = None


class Candidate(Struct, frozen=True):
    """A witness who speaks at length of a matter, may have known a claim of it, and is nowhere recorded to speak of it.

    `said` is what he says of the matter in `work`, which is held whole; `matters` are the issue and themes that these
    have in common with the claim, as `issue X` and `about Y`. `heard_from` are the statements that make the claim.
    """

    claim: str
    witness: str
    work: str
    grounds: tuple[Ground, ...]
    matters: tuple[str, ...]
    said: tuple[Said, ...]
    heard_from: tuple[str, ...]


class Omission(Struct, frozen=True):
    """A recorded omission, and which of the works that it cites or comes from are known in excerpts only."""

    said: Said
    in_excerpts: tuple[str, ...]
    heard_from: tuple[str, ...]


class FoundNothing(Struct, frozen=True, order=True):
    """A search that found nothing."""

    work: str
    locator: str
    sought: str
    person: str
    date: str
    whole: bool
    """Whether the work is held whole: what is not in excerpts may be in the work."""


class Silences(Struct, frozen=True):
    """All that is recorded, or may be worth looking into, of what was not said."""

    omissions: tuple[Omission, ...]
    candidates: tuple[Candidate, ...]
    searches: tuple[FoundNothing, ...]
    whole: tuple[str, ...]
    """The cited works that are in hand and whole: candidates are looked for in these only."""
    not_whole: tuple[str, ...]
