"""Statements into routes: on whom each depends, and what taints it."""

from collections.abc import Iterator

from assay.examine.channels import channel, conditions, pressing
from assay.model.case import Case, Inherited, Taint
from assay.model.entries import Statement
from assay.model.findings import Link, Role, Route


def route(case: Case, statement: Statement) -> Route:
    """Trace the path by which a statement reached us, from whoever perceived the matter to the page.

    The case is one `with_hearsay`.
    """
    inherited = case.inherited[statement.id] if case.inherited is not None else Inherited()
    knows = statement.knows
    hand = None if knows is None or knows.basis == "unknown" else 1 + len(knows.chain) + (not knows.origin_known)
    links = (*(Link(name, "origin") for name in inherited.links), *_links(case, statement))
    return Route(
        statement=statement.id,
        claim=statement.claim,
        links=_once_each(links),
        channels=tuple(channel(case, cite) for cite in statement.cites),
        record=statement.record,
        hand=hand,
        origin_known=(knows is None or knows.origin_known) and not inherited.opaque,
        taints=() if statement.despite else tuple(dict.fromkeys((*taints(case, statement), *inherited.taints))),
        despite=bool(statement.despite),
        known_by=tuple(dict.fromkeys(Taint(str(c), on, c.per) for c, on in conditions(case, statement) if c.per)),
        shares=inherited.shares,
        echoes=inherited.echoes,
        dependent_on=inherited.dependent_on,
    )


def depends_on(case: Case, statement: Statement) -> tuple[str, ...]:
    """Name everybody on whom a statement depends: the links of its route."""
    behind = () if case.inherited is None else case.inherited[statement.id].links
    return (*behind, *(link.id for link in _links(case, statement)))


def _links(case: Case, statement: Statement) -> Iterator[Link]:
    if statement.knows is not None:
        furthest: Role = "origin" if statement.knows.origin_known else "relay"
        for place, name in enumerate(reversed(statement.knows.chain)):
            yield Link(name, furthest if place == 0 else "relay")
    yield Link(statement.witness, "witness")
    yield from (Link(name, "interrogator") for name in pressing(case, statement))
    yield from (Link(name, "relay") for name in statement.via)


def _once_each(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Keep one link per person: the first part that he played."""
    first: dict[str, Link] = {}
    for link in links:
        first.setdefault(link.id, link)
    return tuple(first.values())


def taints(case: Case, statement: Statement) -> Iterator[Taint]:
    """Yield what taints a statement by its own words and conditions. Words spoken despite pressure are not tainted."""
    if statement.despite:
        return
    for condition, on in conditions(case, statement):
        if condition.taints:
            yield Taint(str(condition), on, condition.per)
    if statement.in_own_defence:
        yield Taint("own defence", statement.id)
