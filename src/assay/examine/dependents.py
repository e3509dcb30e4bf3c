"""Which statements a strike may touch, found without looking at all of them.

A statement is entered under everything by which it, or one of its citations, might fall. What is found here is more
than what falls (of two citations, one may stand): each is looked at again by whoever strikes. So what is entered once
serves every case that is left after a strike, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from assay.examine.channels import conditions_cited, conditions_said, passed_through
from assay.examine.identity import Identity
from assay.examine.routes import depends_on
from assay.model.case import Case
from assay.model.entries import Statement
from assay.model.selectors import Selector

_NAME = "dependents"
Key = tuple[str, str]


class Dependents:
    """The statements of a case by whom and what they depend on."""

    def __init__(self, case: Case) -> None:
        """Take a case, with its hearsay traced."""
        self._case, self._identity = case, Identity(case)

    @cached_property
    def _under(self) -> Mapping[Key, list[str]]:
        through = {work: tuple(dict.fromkeys(passed_through(self._case, work))) for work in self._case.sources}
        found: dict[Key, list[str]] = {}
        for statement in self._case.statements.values():
            for key in dict.fromkeys(self._keys(statement, through)):
                found.setdefault(key, []).append(statement.id)
        return found

    def _keys(self, statement: Statement, through: Mapping[str, Iterable[str]]) -> Iterator[Key]:
        case, one = self._case, self._identity.one
        for name in depends_on(case, statement):
            yield "name", one(name)
        for work in (statement.record, *(cite.source for cite in statement.cites)):
            for name in through.get(work or "", ()):
                yield "name", one(name)
        weighing = [*conditions_said(case, statement)]
        weighing += [found for cite in statement.cites for found in conditions_cited(case, statement, cite)]
        for condition, _ in weighing:
            yield "under", condition.kind
            if condition.by is not None:
                yield "name", one(condition.by)
        if statement.setting:
            yield "setting", statement.setting
        if statement.target is not None:
            yield "target", statement.target

    def named_by(self, case: Case, selector: Selector) -> Iterable[str]:
        """Return the ids of all statements of a case that may fall, whole or in part, with what a selector names."""
        if selector.sort == "label":
            return (selector.value,)
        if selector.sort == "about":
            claims = [claim.id for claim in case.claims.values() if selector.value in claim.about]
        else:
            claims = [selector.value] if selector.sort == "name" and selector.value in case.claims else []
        if claims or selector.sort == "about":
            return (statement.id for claim in claims for statement in case.by_claim.get(claim, ()))
        if selector.sort == "name":
            names = self._identity.covers(selector.value)
            return (id_ for name in sorted(names) for id_ in self._under.get(("name", name), ()))
        return self._under.get((selector.sort, selector.value), ())

    def aiming_at(self, label: str) -> Iterable[str]:
        """Return the ids of the statements that deny or retract a statement."""
        return self._under.get(("target", label), ())


def dependents(case: Case) -> Dependents:
    """Return whom and what the statements of a case depend on, worked out once."""
    known = case.remembered.get(_NAME)
    if isinstance(known, Dependents):
        return known
    case.remembered[_NAME] = made = Dependents(case)
    return made


def hand_on(case: Case, left: Case) -> None:
    """Hand what is known of a case on to what is left of it after a strike."""
    left.remembered[_NAME] = dependents(case)
