"""Who has a claim from whom, beyond what each statement says of itself.

If Fay has it from Ann, and Ann's own statement says that she has it from Bob, then Fay's depends on Bob too. An echo
of a witness counts as that witness's own statement: it adds a voice and no root, and it is tainted where all that the
witness says himself is.

All of this is taken from the whole case, before anything is struck, and carried along: a dependence that was recorded
once holds whatever is struck, so that a strike never makes anything firmer.
"""

from collections.abc import Mapping

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
        for id_, statement in self.all:
            for name in self._identity.covers(statement.witness):
                self._by_witness.setdefault((statement.claim, statement.act, name), []).append(statement)
            for name in self._identity.footprint(self._links[id_]):
                self._by_link.setdefault((statement.claim, statement.act, name), []).append(statement)
        self._dependent = _judged_dependent(case)

    def inherited(self, statement: Statement) -> Inherited:
        """Collect what one statement inherits."""
        echoed = self._echoed(statement)
        if not echoed and not self._others_of(statement, statement.witness):
            return _NOTHING
        shares = {link for other in echoed.values() for link in self._links[other.id]} | self._said_before(statement)
        return Inherited(
            links=tuple(sorted(self._behind(statement) - {*self._links[statement.id]})),
            shares=frozenset(shares),
            opaque=self._is_opaque(statement, frozenset()),
            taints=tuple(sorted(set(self._taints(statement, set())))),
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

    def _is_opaque(self, statement: Statement, seen: frozenset[str]) -> bool:
        """Say whether all that is recorded of where this comes from leads to somebody unknown."""
        knows = statement.knows
        if knows is not None and not knows.origin_known:
            return True
        if knows is not None and not knows.chain:
            return False
        if statement.id in seen:
            return False
        person = statement.witness if knows is None else knows.chain[-1]
        told = self._leads_to_unknown(statement, person, seen | {statement.id})
        return bool(told) and all(told)

    def _leads_to_unknown(self, statement: Statement, person: str, seen: frozenset[str]) -> list[bool]:
        """Say of each other record of how a person came by the claim whether it leads to somebody unknown."""
        names = self._identity.covers(person)
        found: list[bool] = []
        for other in {s.id: s for name in names for s in self._by_link.get(_key(statement, name), ())}.values():
            chain = () if other.knows is None else other.knows.chain
            is_witness = bool(names & self._identity.covers(other.witness))
            if other.id == statement.id or (is_witness and other.knows is None):
                continue
            if not is_witness and chain and names & self._identity.covers(chain[-1]):
                found.append(not other.knows.origin_known if other.knows is not None else False)
            else:
                found.append(self._is_opaque(other, seen))
        return found

    def _taints(self, statement: Statement, seen: set[str]) -> list[Taint]:
        """Return what taints everything that somebody says himself from whom this statement has it."""
        found: list[Taint] = []
        for person in () if statement.knows is None else statement.knows.chain:
            own = [other for other in self._others_of(statement, person) if other.id not in seen]
            tainted = [
                [*taints(self._case, other), *([] if other.despite else self._taints(other, seen | {statement.id}))]
                for other in own
            ]
            if tainted and all(tainted):
                found += (taint for taints_ in tainted for taint in taints_)
        return found

    def _said_before(self, statement: Statement) -> set[str]:
        """Whoever says not how he knows has it from whom he has it elsewhere."""
        unstated = statement.knows is None or statement.knows.basis == "unknown"
        return self._chain_of(statement, statement.witness, set()) if unstated else set()

    def _behind(self, statement: Statement) -> set[str]:
        """Return those behind the last one named, by that one's own statements."""
        if statement.knows is not None and statement.knows.chain:
            return self._chain_of(statement, statement.knows.chain[-1], set())
        return self._said_before(statement)

    def _chain_of(self, statement: Statement, person: str, seen: set[str]) -> set[str]:
        """Return everybody from whom a person always has it; nobody where he once says that he knows it himself."""
        own = self._others_of(statement, person)
        if person in seen or any(s.knows is not None and s.knows.basis in _FIRST_HAND for s in own):
            return set()
        chains = [
            {*s.knows.chain} | self._chain_of(s, s.knows.chain[-1], seen | {person})
            for s in own
            if s.knows is not None and s.knows.chain
        ]
        return set.intersection(*chains) if chains else set()


_NOTHING = Inherited()


def _key(statement: Statement, person: str) -> _Key:
    return statement.claim, statement.act, person


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
