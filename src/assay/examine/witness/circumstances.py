"""Under which conditions a version was told, and how long they had lasted."""

from collections.abc import Sequence

from assay.examine.channels import conditions
from assay.examine.witness.occasions import Occasion
from assay.model.accounts import Circumstance, Custody
from assay.model.case import Case
from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating
from assay.model.entries import Statement

Days = tuple[int, int]


def circumstances(occasion: Occasion) -> tuple[Circumstance, ...]:
    """Return the conditions of an occasion, and the pressures against which its words were spoken."""
    date = occasion.first.date
    found = [
        Circumstance(str(c), on, c.since.text if c.since else "", c.per, days(c.since, date))
        for c, on in occasion.under
    ]
    against = [
        Circumstance(str(c), occasion.first.id, c.since.text if c.since else "", c.per, days(c.since, date), True)
        for c in occasion.first.despite
    ]
    return (*found, *against)


def days(since: Dating | None, until: Dating) -> Days | None:
    """Count the days between two dates, at least and at most; None where one is open, doubtful or not there.

    >>> from assay.model.dates import parse_date
    >>> days(parse_date("1936-05-20"), parse_date("1936-07"))
    (42, 72)
    >>> days(parse_date("1936-05-20"), parse_date("1936-07?")) is None
    True
    """
    if since is None or since.doubtful or until.doubtful:
        return None
    bounds = (since.earliest, since.latest, until.earliest, until.latest)
    if DISTANT_PAST in bounds or DISTANT_FUTURE in bounds or until.latest < since.earliest:
        return None
    return max(0, until.earliest - since.latest), until.latest - since.earliest


def custody(case: Case, statements: Sequence[Statement]) -> Custody:
    """Find how long a witness was in custody before he first affirmed anything there.

    Where the dates do not tell which was the first, the range takes in all that may have been.
    """
    held: dict[str, tuple[Statement, list[Dating | None]]] = {}
    for statement in statements:
        since = [
            c.since
            for c, _ in (*conditions(case, statement), *((c, "") for c in statement.despite))
            if c.kind == "custody"
        ]
        if since:
            held[statement.id] = (statement, since)
    affirmed = [(s, since) for s, since in held.values() if s.act == "affirms"]
    first = [(s, since) for s, since in affirmed if not any(o.date.surely_before(s.date) for o, _ in affirmed)]
    lasted = [days(date, s.date) for s, since in first for date in since]
    known = [range_ for range_ in lasted if range_ is not None]
    return Custody(
        bool(held),
        tuple(sorted(s.id for s, _ in first)),
        (min(low for low, _ in known), min(high for _, high in known)) if known and len(known) == len(lasted) else None,
    )
