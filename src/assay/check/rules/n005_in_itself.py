"""An entry contains, follows from or excludes itself.

## What it checks

No place lies in itself, no group is its own member, no work is contained in or made from itself, directly or through
others, and no claim excludes itself.

## Why it matters

Nothing can be concluded from a circle; it is a slip of the pen.

## Example

    place mill "The mill"
      in: village

    place village "The village"
      in: mill

## Write instead

    place mill "The mill"
      in: village

    place village "The village"
"""

from collections.abc import Iterator, Mapping

from assay.check.context import Context
from assay.model.case import Case
from assay.model.diagnostics import Diagnostic

CODE = "N005"


def check(context: Context) -> Iterator[Diagnostic]:
    """Follow each relation from each entry, and report what comes back to it."""
    for field, said, relation in _relations(context.case):
        for id_ in relation:
            if id_ in _reached(id_, relation):
                message = f"{id_} {said} itself"
                yield Diagnostic(CODE, message, context.at(id_, field), "one of the lines in this circle is wrong")


def _relations(case: Case) -> Iterator[tuple[str, str, Mapping[str, tuple[str, ...]]]]:
    yield "in", "lies in", {id_: place.within for id_, place in case.places.items()}
    yield "members", "is a member of", {id_: group.members for id_, group in case.groups.items()}
    within = {id_: (s.within.source,) if s.within is not None else () for id_, s in case.sources.items()}
    yield "in", "is contained in", within
    yield "from", "is made from", {id_: tuple(o.source for o in s.made_from) for id_, s in case.sources.items()}
    excluding = {id_: (id_,) if id_ in claim.excludes else () for id_, claim in case.claims.items()}
    yield "excludes", "excludes", excluding


def _reached(start: str, relation: Mapping[str, tuple[str, ...]]) -> set[str]:
    seen: set[str] = set()
    todo = list(relation[start])
    while todo:
        id_ = todo.pop()
        if id_ not in seen:
            seen.add(id_)
            todo += relation.get(id_, ())
    return seen
