"""What one witness said over time: versions of the story, what changed between them, who else says the same."""

from typing import Literal

from msgspec import Struct

from assay.model.sayings import Said

Turn = Literal["added", "repeated", "changed", "dropped", "retracted", "differs"]
"""`differs`: two versions say opposite things, and the dates do not tell which came first."""
Order = Literal["before", "after", "unknown"]
Seen = Literal["after", "before", "unknown"]
"""Whether words came after a contact, before it, or nobody knows."""


class FactChange(Struct, frozen=True, order=True):
    """A fact of a claim that is told otherwise: `field` is who, where, when ..., in the words of the casebook."""

    field: str
    before: str
    after: str


class Change(Struct, frozen=True):
    """What became of a claim between earlier versions and this one.

    `earlier` are the statements compared with. `instead_of` is the claim that was told before in the place of this one.
    """

    turn: Turn
    claim: str
    statement: str | None
    earlier: tuple[str, ...]
    instead_of: str | None = None
    facts: tuple[FactChange, ...] = ()


class Circumstance(Struct, frozen=True):
    """A condition under which a version was told, and the entry on which it is recorded.

    `days` is how long it had lasted: at least and at most; None where the dates do not say. `despite`: the words were
    spoken against it.
    """

    what: str
    on: str
    since: str = ""
    per: str | None = None
    days: tuple[int, int] | None = None
    despite: bool = False


class Version(Struct, frozen=True):
    """All that a witness said on one occasion."""

    date: str
    said: tuple[Said, ...]
    circumstances: tuple[Circumstance, ...]
    changes: tuple[Change, ...]
    unordered: tuple[int, ...]
    """Versions shown before this one, counted from 1, of which the dates do not tell whether they came first."""


class Custody(Struct, frozen=True):
    """How long a witness was in custody before he first affirmed anything there; None where the dates do not say."""

    recorded: bool = False
    statements: tuple[str, ...] = ()
    days: tuple[int, int] | None = None


class Agreement(Struct, frozen=True):
    """Another witness's statement that says the same. `order`: when he said it, seen from this witness's first.

    `contact` is "after" where a contact is recorded that came before the later of the two statements, "before" where
    all that is recorded came later, "unknown" where its date does not say, None where none is recorded.
    """

    claim: str
    own: str
    other: Said
    order: Order
    contact: Seen | None
    contacts: tuple["Contact", ...] = ()


class Contact(Struct, frozen=True, order=True):
    """A recorded contact of two witnesses: by what, through whom, and the statement that records it."""

    kind: Literal["has it from", "told", "passed on", "same hands", "same informant"]
    who: str
    """Who told, has it, or pressed."""
    whom: str
    statement: str
    when: Seen


class Account(Struct, frozen=True):
    """A witness over time. `heard_by` are statements of others who say that they have it from this witness."""

    witness: str
    versions: tuple[Version, ...]
    custody: Custody
    heard_by: tuple[Said, ...]
    agreements: tuple[Agreement, ...]
