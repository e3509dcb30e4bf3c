"""Through which works and people a statement reaches us."""

from collections.abc import Iterator

from assay.model.case import Case
from assay.model.entries import Citation, Condition, Source, Statement
from assay.model.findings import Channel


def makers(source: Source) -> tuple[str, ...]:
    """Return the people who made a work what it is: author, recorder, editor, translator."""
    return (*source.by, *source.recorded_by, *source.edited_by, *source.translated_by)


def channel(case: Case, cite: Citation) -> Channel:
    """Describe the way from a cited page to us."""
    works = case.lineages.get(cite.source, ())
    entry = case.sources.get(cite.source)
    around: list[str] = []
    for work in works[1:]:
        around += [work, *makers(case.sources[work])]
    locator = "" if cite.locator is None else str(cite.locator)
    return Channel(cite.source, locator, () if entry is None else makers(entry), tuple(dict.fromkeys(around)))


def passed_through(case: Case, source: str) -> Iterator[str]:
    """Name every work and person that stands between a source's words and us."""
    for work in case.lineages.get(source, ()):
        yield work
        yield from makers(case.sources[work])


Weighing = tuple[Condition, str]
"""A condition, and the id of the entry it is recorded on."""


def conditions(case: Case, statement: Statement) -> tuple[Weighing, ...]:
    """Return the conditions that weigh on a statement whichever of its citations one reads.

    What is stated on a record, or on a work it comes from, holds for everything said in it, from its `since` on. Words
    spoken `despite` pressure lift what the proceeding brings with it. Of several citations, a pressure by the same
    person must weigh on each; and where each brings some duress, all of it counts, since there is no way around.
    """
    if not is_weighed_on(case, statement):
        return ()
    said = tuple(conditions_said(case, statement))
    cited = [tuple(conditions_cited(case, statement, cite)) for cite in statement.cites]
    if not cited:
        return said
    if len(cited) == 1 or all(any(condition.taints for condition, _ in found) for found in cited):
        return tuple(dict.fromkeys((*said, *(one for found in cited for one in found))))
    common = set.intersection(*({(c.kind, c.by) for c, _ in found} for found in cited))
    weighing = ((c, on) for found in cited for c, on in found if (c.kind, c.by) in common)
    return tuple(dict.fromkeys((*said, *weighing)))


def is_weighed_on(case: Case, statement: Statement) -> bool:
    """Say whether any condition is recorded on a statement or on the works it stands in: of most there is none."""
    of = case.conditions_of
    return bool(
        statement.under
        or (statement.record is not None and of.get(statement.record))
        or any(of.get(cite.source) for cite in statement.cites)
    )


def pressing(case: Case, statement: Statement) -> tuple[str, ...]:
    """Name those who pressed the witness, whichever of the citations one reads: the links that conditions make."""
    if not is_weighed_on(case, statement):
        return ()
    said = _by(conditions_said(case, statement))
    cited = [_by(conditions_cited(case, statement, cite)) for cite in statement.cites]
    common = [name for name in cited[0] if all(name in found for found in cited)] if cited else []
    return tuple(dict.fromkeys((*said, *common)))


def _by(found: Iterator[Weighing]) -> list[str]:
    return [condition.by for condition, _ in found if condition.by is not None and condition.kind != "custody"]


def conditions_said(case: Case, statement: Statement) -> Iterator[Weighing]:
    """Yield the conditions of the words themselves: the statement's own, and those of its record."""
    yield from ((condition, statement.id) for condition in statement.under if _holds(condition, statement))
    if statement.record is not None and not statement.despite:
        yield from _of_source(case, statement.record, statement)


def conditions_cited(case: Case, statement: Statement, cite: Citation) -> Iterator[Weighing]:
    """Yield the conditions that one cited work brings."""
    if not statement.despite:
        yield from _of_source(case, cite.source, statement)


def _of_source(case: Case, source: str, statement: Statement) -> Iterator[Weighing]:
    for condition, work in case.conditions_of.get(source, ()):
        if _holds(condition, statement):
            yield condition, work


def _holds(condition: Condition, statement: Statement) -> bool:
    """A condition holds unless the words were surely spoken before it began."""
    return condition.since is None or not statement.date.surely_before(condition.since)
