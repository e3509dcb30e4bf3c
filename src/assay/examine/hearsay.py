"""Who has a claim from whom, beyond what each statement says of itself.

If Fay has it from Ann, and Ann's own statement says that she has it from Bob, then Fay's depends on Bob too. An echo
of a witness counts as that witness's own statement: it adds a voice and no root, and it is tainted where all that the
witness says himself is.

All of this is taken from the whole case, before anything is struck, and carried along: a dependence that was recorded
once holds whatever is struck, so that a strike never makes anything firmer.
"""

from collections.abc import Mapping
from functools import cached_property

from msgspec import structs

from assay.examine.channels import pressing
from assay.examine.identity import Identity
from assay.examine.routes import taints
from assay.model.case import Case, Inherited, Taint
from assay.model.entries import Statement

_FIRST_HAND = frozenset({"saw", "took part", "records", "inferred"})
_Key = tuple[str, str, str]  # claim, act, person


def with_hearsay(case: Case) -> Case:
    """Return the case with what each statement inherits; unchanged where that is known already."""
    if case.inherited is not None:
        return case
    tracing = _Tracing(case)
    return structs.replace(case, inherited={id_: tracing.inherited(statement) for id_, statement in tracing.all})


class _Tracing:
    """Follows hearsay from statement to statement. Persons are found under all their names, and in their groups."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._identity = Identity(case)
        self.all = list(case.statements.items())
        self._links = {id_: _own_links(case, statement) for id_, statement in self.all}
        self._by_witness: dict[_Key, list[Statement]] = {}
        self._by_link: dict[_Key, list[Statement]] = {}
        self._by_side: dict[tuple[str, str], list[Statement]] = {}
        for id_, statement in self.all:
            self._by_side.setdefault((statement.claim, statement.act), []).append(statement)
            for name in self._identity.covers(statement.witness):
                self._by_witness.setdefault((statement.claim, statement.act, name), []).append(statement)
            for name in self._identity.footprint(self._links[id_]):
                self._by_link.setdefault((statement.claim, statement.act, name), []).append(statement)
        self._dependent = _judged_dependent(case)
        self._sources: dict[tuple[str, str], dict[str, set[str]]] = {}

    def inherited(self, statement: Statement) -> Inherited:
        """Collect what one statement inherits."""
        echoed = self._echoed(statement)
        if not echoed and not self._others_of(statement, statement.witness):
            return _NOTHING
        shares = {link for other in echoed.values() for link in self._links[other.id]} | self._said_before(statement)
        return Inherited(
            links=tuple(sorted(self._behind(statement) - {*self._links[statement.id]})),
            shares=frozenset(shares),
            opaque=self._is_opaque(statement),
            taints=tuple(sorted(self._inherited_taints(statement), key=_in_order)),
            dependent_on=frozenset().union(*(self._dependent.get(other, frozenset()) for other in echoed)),
        )

    def _direct(self, statement: Statement) -> dict[str, Statement]:
        """Return the statements in which those occur from whom this one has it."""
        chain = () if statement.knows is None else statement.knows.chain
        names = self._identity.footprint(chain)
        found = (self._by_link.get((statement.claim, statement.act, name), ()) for name in names)
        return {other.id: other for others in found for other in others if other.id != statement.id}

    def _echoed(self, statement: Statement) -> dict[str, Statement]:
        """Return every statement that this one may echo, through however many hands."""
        seen: dict[str, Statement] = {}
        todo = list(self._direct(statement).values())
        while todo:
            other = todo.pop()
            if other.id not in seen and other.id != statement.id:
                seen[other.id] = other
                todo += self._direct(other).values()
        return seen

    def _others_of(self, statement: Statement, person: str) -> list[Statement]:
        """Return what a person says of the same claim himself, this statement left out."""
        names = self._identity.covers(person)
        found = (self._by_witness.get((statement.claim, statement.act, name), ()) for name in names)
        return list({other.id: other for others in found for other in others if other.id != statement.id}.values())

    def _is_opaque(self, statement: Statement) -> bool:
        """Say whether all that is recorded of where this comes from leads to somebody unknown, and something does."""
        todo, seen = [statement], set[str]()
        leads_to_unknown = False
        while todo:
            one = todo.pop()
            if one.id in seen:
                continue
            seen.add(one.id)
            if one.knows is not None and not one.knows.origin_known:
                leads_to_unknown = True
                continue
            further = self._told_by_others(one)
            if not further or (one.id != statement.id and self._ends_here(one)):
                return False
            todo += further
        return leads_to_unknown

    def _ends_here(self, statement: Statement) -> bool:
        """Say whether a witness says that he knows it himself."""
        return statement.knows is not None and not statement.knows.chain

    def _told_by_others(self, statement: Statement) -> list[Statement]:
        """Return the other records of how the last one that a statement names came by the claim."""
        knows = statement.knows
        if knows is not None and not knows.chain:
            return []
        person = statement.witness if knows is None else knows.chain[-1]
        names = self._identity.covers(person)
        found: dict[str, Statement] = {}
        for name in names:
            for other in self._by_link.get((statement.claim, statement.act, name), ()):
                is_witness = bool(names & self._identity.covers(other.witness))
                if other.id != statement.id and not (is_witness and other.knows is None):
                    found[other.id] = other
        return list(found.values())

    def _inherited_taints(self, statement: Statement) -> set[Taint]:
        """Return what taints all that somebody says himself from whom this statement has it."""
        found: set[Taint] = set()
        todo, seen = [statement], set[str]()
        while todo:
            one = todo.pop()
            if one.id in seen:
                continue
            seen.add(one.id)
            for own in self._told(one):
                if own and all(other.id in self._tainted for other in own):
                    found |= {taint for other in own for taint in self._own_taints[other.id]}
                    todo += own
        return found

    def _told(self, statement: Statement) -> list[list[Statement]]:
        """Return, for each one from whom a statement has it, what that one says himself."""
        chain = () if statement.knows is None or statement.despite else statement.knows.chain
        return [self._others_of(statement, person) for person in chain]

    @cached_property
    def _own_taints(self) -> Mapping[str, tuple[Taint, ...]]:
        return {id_: tuple(taints(self._case, statement)) for id_, statement in self.all}

    @cached_property
    def _tainted(self) -> frozenset[str]:
        """Statements that are tainted themselves, or as echoes of what is tainted altogether."""
        tainted = {id_ for id_, found in self._own_taints.items() if found}
        echoes = [s for _, s in self.all if s.id not in tainted and s.knows is not None and s.knows.chain]
        while True:
            more = {
                s.id
                for s in echoes
                if s.id not in tainted and any(own and all(o.id in tainted for o in own) for own in self._told(s))
            }
            if not more:
                return frozenset(tainted)
            tainted |= more

    def _said_before(self, statement: Statement) -> set[str]:
        """Whoever says not how he knows has it from whom he has it elsewhere."""
        unstated = statement.knows is None or statement.knows.basis == "unknown"
        return self._sources_of(statement, statement.witness) if unstated else set()

    def _behind(self, statement: Statement) -> set[str]:
        """Return those behind the last one named, by that one's own statements."""
        if statement.knows is not None and statement.knows.chain:
            return self._sources_of(statement, statement.knows.chain[-1])
        return self._said_before(statement)

    def _sources_of(self, statement: Statement, person: str) -> set[str]:
        """Return everybody from whom a person always has it; nobody where he once says that he knows it himself."""
        key = (statement.claim, statement.act)
        if key not in self._sources:
            self._sources[key] = self._settled_sources(*key)
        return self._sources[key].get(person, set())

    def _settled_sources(self, claim: str, act: str) -> dict[str, set[str]]:
        """Follow all hearsay of one side of a claim, further and further back until nothing is added."""
        said = self._by_side[claim, act]
        tellers = {s.knows.chain[-1] for s in said if s.knows is not None and s.knows.chain} | {s.witness for s in said}
        chains = {person: self._chains_of(claim, act, person) for person in tellers}
        sources: dict[str, set[str]] = {person: set() for person in tellers}
        while True:
            further = {
                person: set.intersection(*({*chain} | sources[chain[-1]] for chain in found)) if found else set()
                for person, found in chains.items()
            }
            if further == sources:
                return sources
            sources = further

    def _chains_of(self, claim: str, act: str, person: str) -> list[tuple[str, ...]]:
        names = self._identity.covers(person)
        own = {s.id: s for name in names for s in self._by_witness.get((claim, act, name), ())}.values()
        if any(s.knows is not None and s.knows.basis in _FIRST_HAND for s in own):
            return []
        return [s.knows.chain for s in own if s.knows is not None and s.knows.chain]


_NOTHING = Inherited()


def _in_order(taint: Taint) -> tuple[str, str, str]:
    return taint.what, taint.on, taint.per or ""


def _own_links(case: Case, statement: Statement) -> tuple[str, ...]:
    """Name everybody on whom a statement depends by its own words and conditions."""
    chain = () if statement.knows is None else statement.knows.chain
    return tuple(dict.fromkeys((*chain, statement.witness, *pressing(case, statement), *statement.via)))


def _judged_dependent(case: Case) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for judgement in case.judgements:
        if judgement.verb == "dependent":
            one, other = (subject.removeprefix("#") for subject in judgement.subjects)
            found[one] = found.get(one, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {one}
    return found
