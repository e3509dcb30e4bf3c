"""Who has a claim from whom, beyond what each statement says of itself.

If Fay has it from Ann, and Ann's own statement says that she has it from Bob, then Fay's depends on Bob too. An echo
of a witness counts as that witness's own statement: it adds a voice and no root, and it is tainted where all that the
witness says himself is. Each side of a claim is followed from person to person, so that the time grows with the people.

All of this is taken from the whole case, before anything is struck, and carried along: a dependence that was recorded
once holds whatever is struck, so that a strike never makes anything firmer.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import structs

from assay.examine.channels import pressing
from assay.examine.differing import differing
from assay.examine.identity import Identity
from assay.examine.routes import taints
from assay.model.case import Case, Inherited, Taint
from assay.model.entries import Statement

_FIRST_HAND = frozenset({"saw", "took part", "records", "inferred"})


def with_hearsay(case: Case, like: Case | None = None) -> Case:
    """Return the case with what each statement inherits; unchanged where that is known already.

    Of a case whose hearsay was traced, and that is `like` this one, what concerns claims that are the same is taken.
    """
    if case.inherited is not None:
        return case
    differ = None if like is None or like.inherited is None else differing(like, case)
    if differ is None or like is None or like.inherited is None:
        return structs.replace(case, inherited=_traced(case, case.by_claim))
    known = {id_: found for id_, found in like.inherited.items() if id_ in case.statements}
    return structs.replace(case, inherited=known | _traced(case, differ))


def _traced(case: Case, claims: Iterable[str]) -> dict[str, Inherited]:
    """Trace what the statements on some claims inherit."""
    identity, dependent = Identity(case), _judged_dependent(case)
    inherited: dict[str, Inherited] = {}
    for claim in claims:
        sides: dict[str, list[Statement]] = {}
        for statement in case.by_claim.get(claim, ()):
            sides.setdefault(statement.act, []).append(statement)
        for said in sides.values():
            if len(said) > 1:
                side = _Side(case, identity, dependent, said)
                inherited |= {statement.id: side.inherited(statement) for statement in said}
            else:
                inherited[said[0].id] = _NOTHING
    return inherited


class _Side:
    """All that is said on one side of a claim. Persons are found under all their names, and in their groups."""

    def __init__(
        self, case: Case, identity: Identity, dependent: Mapping[str, frozenset[str]], said: list[Statement]
    ) -> None:
        self._identity, self._dependent, self._said = identity, dependent, said
        self._own_taints = {s.id: tuple(taints(case, s)) for s in said}
        self._own: dict[str, list[Statement]] = {}
        for statement in said:
            for name in identity.covers(statement.witness):
                self._own.setdefault(name, []).append(statement)
        self._chains = {s.id: self._chain(s) for s in said}
        self._links = {s.id: {s.witness, *self._chains[s.id], *pressing(case, s), *s.via} for s in said}
        self._with: dict[str, list[Statement]] = {}
        for statement in said:
            for name in identity.footprint(self._links[statement.id]):
                self._with.setdefault(name, []).append(statement)
        self._tainted = self._tainted_together()
        self._reached: dict[str, frozenset[str]] = {}
        self._shared: dict[str, frozenset[str]] = {}
        self._opaque: dict[str, bool] = {}
        self._taints: dict[str, frozenset[Taint]] = {}

    def inherited(self, statement: Statement) -> Inherited:
        """Collect what one statement inherits."""
        chain = self._chains[statement.id]
        own = () if statement.knows is None else statement.knows.chain
        others = [s.id for s in self._own_of(statement.witness) if s.id != statement.id] if self._dependent else []
        echoed = self._echoed(chain) if self._dependent else frozenset()
        judged = (self._dependent.get(id_, frozenset()) for id_ in (*echoed, *others))
        return Inherited(
            links=tuple(sorted(self._behind(own) - self._links[statement.id])) if own else (),
            shares=frozenset().union(chain, *(self._shares(name) for name in chain)),
            opaque=self._is_opaque(statement),
            taints=tuple(sorted(frozenset().union(*(self._taints_of(name) for name in own)), key=_in_order)),
            dependent_on=frozenset().union(*judged),
            echoes=frozenset((*echoed, *others)) & self._dependent.keys(),
        )

    def _chain(self, statement: Statement) -> tuple[str, ...]:
        """Name from whom a statement has it; whoever says not how he knows has it from all whom he names elsewhere."""
        if statement.knows is not None and statement.knows.basis != "unknown":
            return statement.knows.chain
        before = (s.knows.chain for s in self._own_of(statement.witness) if s.knows is not None)
        return tuple(dict.fromkeys(name for chain in before for name in chain))

    def _behind(self, chain: tuple[str, ...]) -> set[str]:
        """Return those from whom the last one named always has it, by his own words."""
        own = self._own_of(chain[-1])
        chains = [{*s.knows.chain} for s in own if s.knows is not None and s.knows.chain]
        if not chains or any(s.knows is not None and s.knows.basis in _FIRST_HAND for s in own):
            return set()
        return set.intersection(*chains)

    def _own_of(self, person: str) -> list[Statement]:
        found = (s for name in self._identity.covers(person) for s in self._own.get(name, ()))
        return list({s.id: s for s in found}.values())

    def _naming(self, person: str) -> Iterable[Statement]:
        found = (s for name in self._identity.covers(person) for s in self._with.get(name, ()))
        return {s.id: s for s in found}.values()

    def _reach(self, person: str) -> frozenset[str]:
        """Return a person and everybody behind him, through all statements in which he occurs."""
        if person not in self._reached:
            self._reached[person] = _closure(
                person, lambda one: (n for s in self._naming(one) for n in self._chains[s.id])
            )
        return self._reached[person]

    def _shares(self, person: str) -> frozenset[str]:
        if person not in self._shared:
            met = {s.id for one in self._reach(person) for s in self._naming(one)}
            self._shared[person] = frozenset().union(*(self._links[id_] for id_ in met))
        return self._shared[person]

    def _echoed(self, chain: tuple[str, ...]) -> frozenset[str]:
        return frozenset(s.id for name in chain for one in self._reach(name) for s in self._naming(one))

    # -- origins that nobody knows

    def _is_opaque(self, statement: Statement) -> bool:
        """Say whether all that is recorded of where this comes from leads to somebody unknown, and something does."""
        if statement.knows is not None and statement.knows.chain:
            return self._leads_to_unknown(statement.knows.chain[-1])
        return statement.knows is None and self._leads_to_unknown(statement.witness)

    def _leads_to_unknown(self, person: str) -> bool:
        if person not in self._opaque:
            self._opaque[person] = self._followed(person)
        return self._opaque[person]

    def _followed(self, person: str) -> bool:
        todo, seen, unknown = [person], {person}, False
        while todo:
            further = self._evidence(todo.pop())
            if further is None or not further:
                return False
            for name in further:
                unknown = unknown or name == _UNKNOWN
                if name not in seen and name != _UNKNOWN:
                    seen.add(name)
                    todo.append(name)
        return unknown

    def _evidence(self, person: str) -> set[str] | None:
        """Return from whom a person has it by all records, or None where one says that he knows it himself."""
        names = self._identity.covers(person)
        further: set[str] = set()
        for statement in self._naming(person):
            knows = statement.knows
            is_witness = bool(names & self._identity.covers(statement.witness))
            if knows is not None and not knows.origin_known:
                further.add(_UNKNOWN)
            elif knows is None:
                further |= set() if is_witness else {statement.witness}
            elif not knows.chain:
                return None
            elif not names & self._identity.covers(knows.chain[-1]):
                further.add(knows.chain[-1])
        return further

    # -- taint

    def _tainted_together(self) -> frozenset[str]:
        """Return the statements that are tainted themselves, or echo only what is: the most that can be."""
        tainted = {s.id for s in self._said if self._own_taints[s.id] or (s.knows is not None and s.knows.chain)}
        while True:
            free = {
                s.id
                for s in self._said
                if s.id in tainted
                and not self._own_taints[s.id]
                and (s.despite or not any(self._all_in(name, tainted) for name in (s.knows.chain if s.knows else ())))
            }
            if not free:
                return frozenset(tainted)
            tainted -= free

    def _all_in(self, person: str, tainted: set[str] | frozenset[str]) -> bool:
        own = self._own_of(person)
        return bool(own) and all(s.id in tainted for s in own)

    def _taints_of(self, person: str) -> frozenset[Taint]:
        """Return what taints all that a person says himself, or those from whom he has it."""
        if person not in self._taints:
            reached = _closure(person, self._tainted_sources)
            own = (s for one in reached if self._all_in(one, self._tainted) for s in self._own_of(one))
            self._taints[person] = frozenset(taint for s in own for taint in self._own_taints[s.id])
        return self._taints[person]

    def _tainted_sources(self, person: str) -> Iterable[str]:
        if not self._all_in(person, self._tainted):
            return ()
        return (name for s in self._own_of(person) if s.knows is not None for name in s.knows.chain)


_UNKNOWN = ""
_NOTHING = Inherited()


def _closure(start: str, step: Callable[[str], Iterable[str]]) -> frozenset[str]:
    seen, todo = {start}, [start]
    while todo:
        fresh = {name for name in step(todo.pop()) if name not in seen}
        seen |= fresh
        todo += sorted(fresh)
    return frozenset(seen)


def _in_order(taint: Taint) -> tuple[str, str, str]:
    return taint.what, taint.on, taint.per or ""


def _judged_dependent(case: Case) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for judgement in case.judgements:
        if judgement.verb == "dependent":
            one, other = (subject.removeprefix("#") for subject in judgement.subjects)
            found[one] = found.get(one, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {one}
    return found
