"""A statement as a card: who says what, how they know, the words, and whether they stand where they are cited."""

from typing import TYPE_CHECKING

from msgspec import Struct

from assay.check.context import stands
from assay.model.case import Case
from assay.model.entries import Statement
from assay.model.findings import Route
from assay.report import words

if TYPE_CHECKING:
    from assay.pages.found import Found

ACTS = {
    "affirms": "says so",
    "denies": "denies it",
    "retracts": "takes it back",
    "doubts": "doubts it",
    "omits": "does not mention it",
}
"""What somebody does with a claim, beside its title."""


class Quote(Struct, frozen=True):
    """Quoted words, the work and place that are cited, and the leaf on which they stand, where they are found."""

    words: str
    work: str
    title: str
    locator: str
    leaf: str
    in_hand: bool
    stands: bool
    """Whether the work has these words, and at the place that is cited."""


class Card(Struct, frozen=True):
    """A statement. `through`, `knows` and `taints` are what is concluded of its route, as the reports write it."""

    id: str
    claim: str
    claim_title: str
    witness: str
    witness_name: str
    act: str
    does: str
    """What the witness does with the claim, in words."""
    said: str
    """Who speaks, when, where, to whom."""
    quotes: tuple[Quote, ...]
    through: str = ""
    knows: str = ""
    taints: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def card(found: "Found", statement: Statement, route: Route | None = None, case: Case | None = None) -> Card:
    """Make the card of a statement; with its route, what is concluded of it too.

    Where something is struck, `case` is what is left.
    """
    known = found.case if case is None else case
    return Card(
        id=statement.id,
        claim=statement.claim,
        claim_title=known.called(statement.claim),
        witness=statement.witness,
        witness_name=known.called(statement.witness),
        act=statement.act,
        does=ACTS[statement.act],
        said=words.speaker(known, statement),
        quotes=quotes(found, statement),
        through=words.channels(known, route) if route is not None else "",
        knows=words.knowledge(known, statement, route) if route is not None else "",
        taints=tuple(words.taint(known, taint) for taint in route.taints) if route is not None else (),
        despite=tuple(words.pressure(known, str(condition)) for condition in statement.despite),
        notes=statement.notes,
    )


def quotes(found: "Found", statement: Statement) -> tuple[Quote, ...]:
    """Return a statement's quotations, looked up. Of a statement with some citations struck, those that are left."""
    looked = [found.looked(found.case.statements[statement.id], nth) for nth in _numbers(found.case, statement)]
    return tuple(
        Quote(
            words=one.cite.words,
            work=one.cite.source,
            title=found.case.called(one.cite.source),
            locator="" if one.cite.locator is None else str(one.cite.locator),
            leaf=found.leaf_of(one),
            in_hand=one.volume is not None,
            stands=stands(one),
        )
        for one in looked
    )


def _numbers(case: Case, statement: Statement) -> list[int]:
    whole = case.statements[statement.id].cites
    return [number for number, cite in enumerate(whole) if cite in statement.cites]
