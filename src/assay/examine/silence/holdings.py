"""Which works are in hand, and whole."""

from assay.model.case import Case, lineage
from assay.model.entries import Statement


def is_whole(case: Case, work: str) -> bool:
    """Say whether a work is in hand from its first word to its last: it, or the work that contains it, has a file."""
    seen: set[str] = set()
    while (source := case.sources.get(work)) is not None and work not in seen:
        seen.add(work)
        if not (source.held and source.whole):
            return False
        if source.file is not None or source.within is None:
            return source.file is not None
        work = source.within.source
    return False


def spoken_in(case: Case, statement: Statement) -> tuple[str, ...]:
    """Return the whole works in which a witness's own words stand: not those in which others report them.

    What passed through a record that is not in hand stands in excerpts, however whole the work that prints them is.
    """
    if statement.words == "reported" or statement.via or (statement.record and not is_whole(case, statement.record)):
        return ()
    return tuple(dict.fromkeys(cite.source for cite in statement.cites if is_whole(case, cite.source)))


def in_excerpts(case: Case, statement: Statement) -> tuple[str, ...]:
    """Return the works behind a statement that are not held whole."""
    works = [work for cite in statement.cites for work in lineage(case.sources, cite.source)[:1]]
    works += [] if statement.record is None else [statement.record]
    return tuple(work for work in dict.fromkeys(works) if not is_whole(case, work))
