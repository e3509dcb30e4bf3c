"""Which names an entry uses: in which field, and of which kind they must be."""

from collections.abc import Iterator

from msgspec import Struct

from assay.model.entries import (
    Citation,
    Claim,
    Condition,
    Entry,
    Extension,
    Facts,
    Group,
    Judgement,
    Origin,
    Person,
    Place,
    Scenario,
    Search,
    Source,
    Statement,
)
from assay.model.selectors import Selector, parse_selector

ACTORS = ("person", "group")
ANY_SUBJECT = ("person", "group", "place", "source")


class Reference(Struct, frozen=True, array_like=True):
    """A name used in a field (`head` for the head), and the kinds it may be of. A `#label` is of kind `statement`."""

    name: str
    kinds: tuple[str, ...]
    field: str


def references(entry: Entry) -> Iterator[Reference]:
    """List every name that an entry uses, in the order of its fields."""
    match entry:
        case Extension():
            yield from references(entry.entry)
        case Source():
            yield from _of_source(entry)
        case Person() | Group():
            yield from (Reference(a.source, ("source",), "alias") for a in entry.aliases if a.source is not None)
            if isinstance(entry, Group):
                yield from (Reference(name, ACTORS, "members") for name in entry.members)
        case Place():
            yield from (Reference(name, ("place",), "in") for name in entry.within)
        case Claim():
            yield from _of_claim(entry)
        case Statement():
            yield from _of_statement(entry)
        case Judgement():
            yield from _of_judgement(entry)
        case Search():
            yield Reference(entry.person, ACTORS, "head")
            yield Reference(entry.source, ("source",), "head")
        case Scenario():
            for strike in entry.strikes:
                yield from _of_strike(strike)
        case _:
            return


def _of_source(source: Source) -> Iterator[Reference]:
    for field, names in (
        ("by", source.by),
        ("recorded by", source.recorded_by),
        ("edited by", source.edited_by),
        ("translated by", source.translated_by),
    ):
        yield from (Reference(name, ACTORS, field) for name in names)
    origins: tuple[tuple[str, Origin], ...] = tuple(("from", origin) for origin in source.made_from)
    if source.within is not None:
        origins = (("in", source.within), *origins)
    yield from (Reference(origin.source, ("source",), field) for field, origin in origins)
    yield from _of_conditions(source.under, "under")


def _of_claim(claim: Claim) -> Iterator[Reference]:
    if claim.issue is not None:
        yield Reference(claim.issue, ("issue",), "issue")
    yield from _of_facts(claim.facts, "who", "where")
    yield from _of_facts(claim.assumed, "assumes", "assumes")
    yield from (Reference(order.claim, ("claim",), "after") for order in claim.after)
    yield from (Reference(order.claim, ("claim",), "before") for order in claim.before)
    yield from (Reference(name, ("claim",), "implies") for name in claim.implies)
    yield from (Reference(name, ("claim",), "excludes") for name in claim.excludes)


def _of_facts(facts: Facts, who: str, where: str) -> Iterator[Reference]:
    yield from (Reference(name, ACTORS, who) for name in facts.who)
    if facts.where is not None:
        yield Reference(facts.where, ("place",), where)


def _of_statement(statement: Statement) -> Iterator[Reference]:
    yield Reference(statement.witness, ACTORS, "head")
    if statement.target is not None:
        yield Reference(statement.target, ("statement",), "head")
    else:
        yield Reference(statement.claim, ("claim",), "head")
    if statement.knows is not None:
        yield from (Reference(name, ACTORS, "knows") for name in statement.knows.chain)
    yield from (Reference(name, ACTORS, "to") for name in statement.to)
    if statement.record is not None:
        yield Reference(statement.record, ("source",), "in")
    yield from (Reference(name, ACTORS, "via") for name in statement.via)
    yield from _of_conditions(statement.under, "under")
    yield from _of_conditions(statement.despite, "despite")
    yield from _of_citations(statement.cites, "cite")


def _of_conditions(conditions: tuple[Condition, ...], field: str) -> Iterator[Reference]:
    for condition in conditions:
        if condition.by is not None:
            yield Reference(condition.by, ACTORS, field)
        if condition.per is not None:
            yield Reference(condition.per, ("claim",), field)
        if condition.cite is not None:
            yield from _of_citations((condition.cite,), field)


def _of_citations(cites: tuple[Citation, ...], field: str) -> Iterator[Reference]:
    yield from (Reference(cite.source, ("source",), field) for cite in cites)


def _of_strike(strike: str) -> Iterator[Reference]:
    match parse_selector(strike):
        case Selector("name", name):
            yield Reference(name, ("person", "group", "source", "claim"), "strike")
        case Selector("label", label):
            yield Reference(label, ("statement",), "strike")
        case Selector("under", _, str(by)):
            yield Reference(by, ACTORS, "strike")


def _of_judgement(judgement: Judgement) -> Iterator[Reference]:
    yield Reference(judgement.person, ACTORS, "head")
    for subject in judgement.subjects:
        if subject.startswith("#"):
            yield Reference(subject[1:], ("statement",), "head")
        elif judgement.verb in ("same", "distinct"):
            yield Reference(subject, ANY_SUBJECT, "head")
        else:
            yield Reference(subject, ("claim",), "head")
    if judgement.source is not None:
        yield Reference(judgement.source, ("source",), "head")
    if judgement.whose is not None:
        yield Reference(judgement.whose, ACTORS, "head")
    yield from (Reference(label, ("statement",), "rests on") for label in judgement.rests_on)
