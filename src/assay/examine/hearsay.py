"""Who has a claim from whom, beyond what each statement says of itself.

If Fay has it from Ann, and Ann's own statement says that she has it from Bob, then Fay's depends on Bob too. And an
echo of a witness counts as that witness's own statement: it adds a voice and no root.

Both are taken from the whole case, before anything is struck, and carried along: a dependence that was recorded once
holds whatever is struck, so that a strike never makes anything firmer.
"""

from collections.abc import Mapping

from msgspec import structs

from assay.examine.channels import conditions
from assay.model.case import Case, Inherited
from assay.model.entries import Statement

_FIRST_HAND = frozenset({"saw", "took part", "records", "inferred"})
_Key = tuple[str, str, str]  # claim, act, person


def with_hearsay(case: Case) -> Case:
    """Return the case with what each statement inherits; unchanged where that is known already."""
    if case.inherited is not None:
        return case
    tracing = _Tracing(case)
    return structs.replace(case, inherited={id_: tracing.inherited(id_) for id_ in case.statements})


def own_links(case: Case, statement: Statement) -> tuple[str, ...]:
    """Name everybody on whom a statement depends by its own words and conditions."""
    chain = () if statement.knows is None else statement.knows.chain
    pressed = (c.by for c, _ in conditions(case, statement) if c.by is not None and c.kind != "custody")
    return tuple(dict.fromkeys((*chain, statement.witness, *pressed, *statement.via)))


class _Tracing:
    """Follows hearsay from statement to statement."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._links = {id_: own_links(case, statement) for id_, statement in case.statements.items()}
        self._by_witness: dict[_Key, list[Statement]] = {}
        self._by_link: dict[_Key, list[str]] = {}
        for id_, statement in case.statements.items():
            self._by_witness.setdefault((statement.claim, statement.act, statement.witness), []).append(statement)
            for link in self._links[id_]:
                self._by_link.setdefault((statement.claim, statement.act, link), []).append(id_)
        self._dependent = _judged_dependent(case)

    def inherited(self, id_: str) -> Inherited:
        statement = self._case.statements[id_]
        echoed = self._echoed(statement)
        shares = {link for other in echoed for link in self._links[other]} | self._said_before(statement)
        direct = self._direct(statement)
        unknown = [not _origin_known(self._case.statements[other]) for other in direct or self._stated_by(statement)]
        return Inherited(
            links=tuple(sorted(self._behind(statement) - set(self._links[id_]))),
            shares=frozenset(shares),
            opaque=bool(unknown) and all(unknown),
            dependent_on=frozenset().union(*(self._dependent.get(other, frozenset()) for other in echoed)),
        )

    def _direct(self, statement: Statement) -> list[str]:
        """Return the statements in which those occur from whom this one has it."""
        chain = () if statement.knows is None else statement.knows.chain
        found = (self._by_link.get((statement.claim, statement.act, link), ()) for link in chain)
        return [other for others in found for other in others if other != statement.id]

    def _stated_by(self, statement: Statement) -> list[str]:
        """Return the witness's other statements that say how he knows, where this one does not."""
        if not _is_unstated(statement):
            return []
        own = self._by_witness[statement.claim, statement.act, statement.witness]
        return [other.id for other in own if other.id != statement.id and other.knows is not None]

    def _echoed(self, statement: Statement) -> set[str]:
        """Return every statement that this one may echo, through however many hands."""
        seen: set[str] = set()
        todo = self._direct(statement)
        while todo:
            other = todo.pop()
            if other not in seen and other != statement.id:
                seen.add(other)
                todo += self._direct(self._case.statements[other])
        return seen

    def _said_before(self, statement: Statement) -> set[str]:
        """Whoever says not how he knows has it from whom he has it elsewhere."""
        return self._chain_of(statement, statement.witness, set()) if _is_unstated(statement) else set()

    def _behind(self, statement: Statement) -> set[str]:
        """Return those behind the last one named, by that one's own statements."""
        if statement.knows is not None and statement.knows.chain:
            return self._chain_of(statement, statement.knows.chain[-1], set())
        return self._said_before(statement)

    def _chain_of(self, statement: Statement, person: str, seen: set[str]) -> set[str]:
        """Return everybody from whom a person always has it; nobody where he once says that he knows it himself."""
        own = [s for s in self._by_witness.get((statement.claim, statement.act, person), ()) if s.id != statement.id]
        if person in seen or any(s.knows is not None and s.knows.basis in _FIRST_HAND for s in own):
            return set()
        chains = [
            {*s.knows.chain} | self._chain_of(s, s.knows.chain[-1], seen | {person})
            for s in own
            if s.knows is not None and s.knows.chain
        ]
        return set.intersection(*chains) if chains else set()


def _is_unstated(statement: Statement) -> bool:
    return statement.knows is None or statement.knows.basis == "unknown"


def _origin_known(statement: Statement) -> bool:
    return statement.knows is None or statement.knows.origin_known


def _judged_dependent(case: Case) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for judgement in case.judgements:
        if judgement.verb == "dependent":
            one, other = (subject.removeprefix("#") for subject in judgement.subjects)
            found[one] = found.get(one, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {one}
    return found
