"""The whole account of one witness."""

from collections.abc import Iterator, Sequence

from assay.examine.identity import Identity
from assay.examine.new_style import in_new_style
from assay.examine.witness.changes import changes
from assay.examine.witness.circumstances import circumstances, custody
from assay.examine.witness.contacts import Contacts
from assay.examine.witness.occasions import Occasion, occasions, surely_before
from assay.model.accounts import Account, Agreement, Contact, Order, Seen, Version
from assay.model.case import Case
from assay.model.entries import Statement
from assay.model.sayings import said


def account(case: Case, person: str) -> Account:
    """Put together what a witness said over time, under all names that are judged to be the same person's."""
    case = in_new_style(case)
    identity = Identity(case)
    own = [s for s in case.statements.values() if identity.one(s.witness) == identity.one(person)]
    told = occasions(case, own)
    return Account(
        witness=person,
        versions=tuple(_version(case, told, at) for at in range(len(told))),
        custody=custody(case, own),
        heard_by=tuple(said(s) for s in _heard_by(case, identity, person)),
        agreements=tuple(_agreements(case, told)),
    )


def _version(case: Case, told: Sequence[Occasion], at: int) -> Version:
    now = told[at]
    return Version(
        date=now.first.date.text,
        said=tuple(map(said, now.statements)),
        circumstances=circumstances(now),
        changes=changes(case, told, at),
        unordered=tuple(place + 1 for place in range(at) if not surely_before(told[place], now)),
    )


def _heard_by(case: Case, identity: Identity, person: str) -> list[Statement]:
    """Return the statements of others who have it from this witness himself."""
    return sorted(
        (
            s
            for s in case.statements.values()
            if s.knows is not None
            and s.knows.chain
            and identity.one(s.knows.chain[0]) == identity.one(person) != identity.one(s.witness)
        ),
        key=_in_order,
    )


def _in_order(statement: Statement) -> tuple[bool, int, int, str]:
    date = statement.date
    return not date.is_known, date.earliest, date.latest, statement.id


def _agreements(case: Case, told: Sequence[Occasion]) -> Iterator[Agreement]:
    """Compare the first time that the witness said something with the first time that each other said the same."""
    contacts = Contacts(case)
    first: dict[tuple[str, str], Statement] = {}
    for occasion in told:
        for s in occasion.statements:
            if s.act in ("affirms", "denies") and not s.aside:
                first.setdefault((s.claim, s.act), s)
    for (claim, act), own in sorted(first.items()):
        others: dict[str, Statement] = {}
        for s in sorted(case.by_claim.get(claim, ()), key=_in_order):
            if s.act == act and not s.aside and contacts.identity.one(s.witness) != contacts.identity.one(own.witness):
                others.setdefault(contacts.identity.one(s.witness), s)
        for other in others.values():
            met = contacts.between(own, other)
            yield Agreement(claim, own.id, said(other), _order(own, other), _contact(met), met)


def _order(own: Statement, other: Statement) -> Order:
    if other.date.surely_before(own.date):
        return "before"
    return "after" if own.date.surely_before(other.date) else "unknown"


def _contact(met: Sequence[Contact]) -> Seen | None:
    """Sum the contacts up: one that came first is enough for "after"; "before" only where all came later."""
    seen = {contact.when for contact in met}
    if not seen:
        return None
    if "after" in seen:
        return "after"
    return "before" if seen == {"before"} else "unknown"
