"""The case: all that a casebook records, put together."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from msgspec import Struct, structs

from assay.model.entries import (
    Claim,
    Condition,
    Described,
    Group,
    Issue,
    Judgement,
    Person,
    Place,
    Scenario,
    Search,
    Source,
    Statement,
)

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Taint(Struct, frozen=True, gc=False):
    """Why a route is tainted: a condition, on what it is recorded, and the claim by which we know of it."""

    what: str
    on: str
    per: str | None = None


class Inherited(Struct, frozen=True, gc=False):
    """On what a statement depends beyond its own words, since those from whom it has it say from whom they have it.

    `links` stand behind the last one that it names; `shares` are all on whom the statements depend that it may echo,
    for counting roots only; `opaque` where all of these go back to somebody unknown; `dependent_on` are the
    statements of which somebody judged an echoed one dependent.
    """

    links: tuple[str, ...] = ()
    shares: frozenset[str] = frozenset()
    opaque: bool = False
    dependent_on: frozenset[str] = frozenset()
    echoes: frozenset[str] = frozenset()
    """The statements that it may echo, of those that somebody judged dependent."""
    taints: tuple[Taint, ...] = ()
    """What taints everything that a witness says himself from whom this statement has it."""


class Case(Struct, frozen=True, dict=True):
    """What is recorded, by id. Striking testimony makes another case, in which what was struck does not occur.

    `struck` names the statements that were taken out, so that "unsupported" can be told from "never said"; nothing of
    what they said is left here.
    """

    sources: Mapping[str, Source] = _NOTHING
    persons: Mapping[str, Person] = _NOTHING
    groups: Mapping[str, Group] = _NOTHING
    places: Mapping[str, Place] = _NOTHING
    issues: Mapping[str, Issue] = _NOTHING
    claims: Mapping[str, Claim] = _NOTHING
    scenarios: Mapping[str, Scenario] = _NOTHING
    statements: Mapping[str, Statement] = _NOTHING
    judgements: tuple[Judgement, ...] = ()
    searches: tuple[Search, ...] = ()
    struck: frozenset[str] = frozenset()
    struck_claims: frozenset[str] = frozenset()
    """Claims of which statements were struck."""
    inherited: Mapping[str, Inherited] | None = None
    """What each statement inherits through hearsay, once it was traced. See `assay.examine.hearsay`."""

    @cached_property
    def described(self) -> Mapping[str, Described]:
        """Everything that has an id of its own, statements left out."""
        return {
            **self.sources,
            **self.persons,
            **self.groups,
            **self.places,
            **self.issues,
            **self.claims,
            **self.scenarios,
        }

    @cached_property
    def by_claim(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that speak to each claim, in the order of the casebook."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.claim, []).append(statement)
        return {claim: tuple(statements) for claim, statements in found.items()}

    @cached_property
    def lineages(self) -> Mapping[str, tuple[str, ...]]:
        """Each work with the works that contain it and those it was made from, each once, itself first."""
        return {source: lineage(self.sources, source) for source in self.sources}

    @cached_property
    def conditions_of(self) -> Mapping[str, tuple[tuple[Condition, str], ...]]:
        """The conditions that weigh on what is said in each work, with the work on which each is recorded."""
        return {
            source: tuple((condition, work) for work in works for condition in self.sources[work].under)
            for source, works in self.lineages.items()
        }

    @cached_property
    def remembered(self) -> dict[str, Any]:
        """What was worked out of this case once and need not be again. Nothing that anybody recorded is here."""
        return {}

    def with_statements(self, statements: Mapping[str, Statement], claims: Iterable[str], **more: Any) -> "Case":
        """Return the case with other statements, where only those of `claims` differ, and with what `more` states.

        What depends neither on these nor on statements of other claims is not worked out again.
        """
        by_claim = dict(self.by_claim)
        for claim in claims:
            left = tuple(statements[one.id] for one in by_claim.get(claim, ()) if one.id in statements)
            if left:
                by_claim[claim] = left
            else:
                by_claim.pop(claim, None)
        made = structs.replace(self, statements=statements, **more)
        made.__dict__.update(
            by_claim=by_claim,
            described=self.described,
            lineages=self.lineages,
            conditions_of=self.conditions_of,
        )
        return made

    def called(self, name: str) -> str:
        """Return the title of whatever has this id, or the id itself."""
        entry = self.described.get(name)
        return name if entry is None else entry.title


def within(name: str) -> str:
    """Write a title inside a sentence: an article that opens it loses its capital."""
    first, space, rest = name.partition(" ")
    return f"{first.lower()}{space}{rest}" if space and first in ("The", "A", "An") else name


def lineage(sources: Mapping[str, Source], source: str) -> tuple[str, ...]:
    """Return a work, the works that contain it and those it was made from, each once, itself first."""
    seen: dict[str, None] = {}
    todo = [source]
    while todo:
        id_ = todo.pop(0)
        entry = sources.get(id_)
        if id_ in seen or entry is None:
            continue
        seen[id_] = None
        todo += [entry.within.source] if entry.within is not None else []
        todo += [origin.source for origin in entry.made_from]
    return tuple(seen)
