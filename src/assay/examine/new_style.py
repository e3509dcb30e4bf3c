"""A case with all its dates in New Style, so that they can be put in order and subtracted."""

from msgspec import structs

from assay.examine.clashes.calendar import Calendars
from assay.model.case import Case
from assay.model.entries import Claim, Condition, Source, Statement


def in_new_style(case: Case) -> Case:
    """Return a case in which every date that is taken from an Old Style work is moved to the day that it means.

    The words of the dates stay as they are. Births and deaths are in no work, and are taken to be in New Style.
    """
    if not case.old_style:
        return case
    moved = _Moved(case)
    return structs.replace(
        case,
        sources={id_: moved.source(source) for id_, source in case.sources.items()},
        claims={id_: moved.claim(claim) for id_, claim in case.claims.items()},
        statements={id_: moved.statement(statement) for id_, statement in case.statements.items()},
    )


class _Moved:
    def __init__(self, case: Case) -> None:
        self._case, self._calendars = case, Calendars(case)

    def source(self, source: Source) -> Source:
        under = tuple(structs.replace(c, since=self._case.began(c, source.id)) for c in source.under)
        return structs.replace(source, calendar="", under=under)

    def claim(self, claim: Claim) -> Claim:
        facts, assumed = (self._calendars.facts(claim.id, facts)[0] for facts in (claim.facts, claim.assumed))
        return structs.replace(claim, facts=facts, assumed=assumed)

    def statement(self, statement: Statement) -> Statement:
        return structs.replace(
            statement,
            date=self._case.said_on(statement),
            under=self._begun(statement, statement.under),
            despite=self._begun(statement, statement.despite),
        )

    def _begun(self, statement: Statement, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(structs.replace(c, since=self._case.began(c, statement.id)) for c in conditions)
