"""A question before its effects are known, and what the kinds of questions share."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, structs

from assay.model.case import Case
from assay.model.entries import Claim, Facts, Person, Place, Statement
from assay.model.findings import ClaimFinding, Clash, Findings, Standing
from assay.model.questions import QuestionKind

Edit = Callable[[Case], Case]
"""Makes the case as it would be if an answer were so."""
OPEN: frozenset[Standing] = frozenset({"asserted", "tainted only", "disputed", "denied", "contradicted"})


def as_it_is(case: Case) -> Case:
    """Return the case: the answer is what the casebook has."""
    return case


class Asked(Struct, frozen=True):
    """A question, its answers, each with the case that it makes, and the statements that it is about."""

    kind: QuestionKind
    words: str
    answers: tuple[tuple[str, Edit], ...]
    statements: tuple[str, ...] = ()


class Inquiry:
    """An examined case, and what in it is open."""

    def __init__(self, findings: Findings) -> None:
        """Take an examination."""
        self.case, self.findings = findings.case, findings

    @property
    def open(self) -> Iterator[ClaimFinding]:
        """Yield the claims of which it is open whether they are so, by id."""
        yield from sorted((one for one in self.findings.claims if one.standing in OPEN), key=lambda one: one.id)

    @property
    def clashes(self) -> list[Clash]:
        """Return all clashes in the order of their members."""
        return sorted(self.findings.clashes, key=lambda clash: (clash.members, clash.kind))

    def title(self, claim: str) -> str:
        """Name a claim with its id."""
        return f"“{self.case.called(claim)}” [{claim}]"

    def names(self, ids: Iterable[str]) -> str:
        """Name several within a sentence."""
        *most, last = [self.name(id_) for id_ in ids]
        return f"{', '.join(most)} and {last}" if most else last

    def name(self, id_: str) -> str:
        """Name somebody or something within a sentence: an article that opens it loses its capital."""
        called = self.case.called(id_)
        first, space, rest = called.partition(" ")
        return f"{first.lower()}{space}{rest}" if space and first in ("The", "A", "An") else called

    def affirming(self, *claims: str) -> tuple[str, ...]:
        """Name the statements that affirm claims."""
        return tuple(sorted(s.id for id_ in claims for s in self.case.by_claim.get(id_, ()) if s.act == "affirms"))


def with_claim(case: Case, claim: Claim) -> Case:
    """Put a claim in the place of the one that has its id."""
    return structs.replace(case, claims={**case.claims, claim.id: claim})


def with_facts(id_: str, facts: Callable[[Facts], Facts], assumed: Facts | None = None) -> Edit:
    """Change what a claim says, and what it assumes where that is given."""

    def edit(case: Case) -> Case:
        claim = case.claims[id_]
        assumes = claim.assumed if assumed is None else assumed
        return with_claim(case, structs.replace(claim, facts=facts(claim.facts), assumed=assumes))

    return edit


def with_statement(case: Case, statement: Statement) -> Case:
    """Add a statement, or put it in the place of the one that has its id."""
    return structs.replace(case, statements={**case.statements, statement.id: statement}, inherited=None)


def elsewhere(case: Case, within: tuple[str, ...]) -> tuple[Case, str]:
    """Add a place of which nothing is known but what it lies in."""
    id_ = _unused(case, "elsewhere")
    return structs.replace(case, places={**case.places, id_: Place(id_, id_, within)}), id_


def somebody(case: Case) -> tuple[Case, str]:
    """Add a person of whom nothing is known."""
    id_ = _unused(case, "somebody")
    return structs.replace(case, persons={**case.persons, id_: Person(id_, id_)}), id_


def _unused(case: Case, word: str) -> str:
    """Return a name that no casebook can have, since ids hold no spaces."""
    number = 1
    while f"{word} {number}" in case.places or f"{word} {number}" in case.persons:
        number += 1
    return f"{word} {number}"
