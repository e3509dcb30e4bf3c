"""Through which works and people a statement reaches us."""

from collections.abc import Iterator, Mapping

from assay.model.case import Case
from assay.model.entries import Citation, Condition, Source, Statement
from assay.model.findings import Channel


def lineage(sources: Mapping[str, Source], source: str) -> tuple[str, ...]:
    """Return a work, the works that contain it and those it was made from, each once, itself first."""
    seen: dict[str, None] = {}
    todo = [source]
    while todo:
        id_ = todo.pop(0)
        entry = sources.get(id_)
        if id_ in seen or entry is None:
            continue
        seen[id_] = None
        todo += [entry.within.source] if entry.within is not None else []
        todo += [origin.source for origin in entry.made_from]
    return tuple(seen)


def makers(source: Source) -> tuple[str, ...]:
    """Return the people who made a work what it is: author, recorder, editor, translator."""
    return (*source.by, *source.recorded_by, *source.edited_by, *source.translated_by)


def channel(case: Case, cite: Citation) -> Channel:
    """Describe the way from a cited page to us."""
    works = lineage(case.sources, cite.source)
    entry = case.sources.get(cite.source)
    around: list[str] = []
    for work in works[1:]:
        around += [work, *makers(case.sources[work])]
    locator = "" if cite.locator is None else str(cite.locator)
    return Channel(cite.source, locator, () if entry is None else makers(entry), tuple(dict.fromkeys(around)))


def passed_through(case: Case, source: str) -> Iterator[str]:
    """Name every work and person that stands between a source's words and us."""
    for work in lineage(case.sources, source):
        yield work
        yield from makers(case.sources[work])


def conditions(case: Case, statement: Statement) -> Iterator[tuple[Condition, str]]:
    """Yield the conditions that hold for a statement, each with the id of the entry it is recorded on.

    What is stated on a record, or on a work it comes from, holds for everything said in it, from its `since` on. Words
    spoken `despite` lift what the proceeding brings with it. Of several citations, a condition must weigh on each.
    """
    yield from ((condition, statement.id) for condition in statement.under if _holds(condition, statement))
    if statement.despite:
        return
    found = set(_of_source(case, statement.record, statement)) if statement.record is not None else set()
    cited = [set(_of_source(case, cite.source, statement)) for cite in statement.cites]
    if cited:
        found |= set.intersection(*cited)
    yield from sorted(found, key=lambda pair: (pair[1], str(pair[0])))


def _of_source(case: Case, source: str, statement: Statement) -> Iterator[tuple[Condition, str]]:
    for work in lineage(case.sources, source):
        yield from ((condition, work) for condition in case.sources[work].under if _holds(condition, statement))


def _holds(condition: Condition, statement: Statement) -> bool:
    """A condition holds unless the words were surely spoken before it began."""
    return condition.since is None or not statement.date.surely_before(condition.since)
