"""Through which works the statements of a case reach us, counted."""

from collections import Counter
from collections.abc import Iterable

from assay.model.case import Case
from assay.model.entries import Statement

Ways = Counter[tuple[str, ...]]
"""How many statements reach us through the same works, whichever of their citations one reads."""


def counted(case: Case, statements: Iterable[Statement]) -> Ways:
    """Count statements by the works through which each reaches us by all its citations, the nearest first."""
    return Counter(_shared(case, statement) for statement in statements)


def _shared(case: Case, statement: Statement) -> tuple[str, ...]:
    lines = [case.lineages.get(cite.source, ()) for cite in statement.cites]
    if len(lines) == 1:
        return lines[0]
    return tuple(work for work in lines[0] if all(work in line for line in lines)) if lines else ()


def alone(ways: Ways) -> tuple[tuple[str, int], ...]:
    """Count the statements that reach us through one work only, most first."""
    found: Counter[str] = Counter()
    for works, count in ways.items():
        if works:
            found[works[0]] += count
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def bottleneck(case: Case, ways: Ways) -> str | None:
    """Find a work through which all statements reach us."""
    common = set.intersection(*map(set, ways)) if ways else set()
    narrow = sorted(common, key=lambda work: (case.sources[work].within is not None, work))
    return narrow[0] if narrow else None
