"""Which statements of a claim may have one origin, and who judged that they do or do not: with the evidence."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assay.examine.evidence import in_a_line
from assay.examine.sides import Weighing
from assay.model.case import Case, Likeness, within
from assay.model.entries import Judgement
from assay.model.findings import Route

_TWO = 2


class Pairs(Struct, frozen=True):
    """What is known of two statements together, by the one and by the other."""

    judged: Mapping[str, Sequence[Judgement]]
    alike: Mapping[str, Sequence[Likeness]]


def pairs(case: Case) -> Pairs:
    """Collect the judgements on two statements, and the words that two share. What was struck is in neither."""
    judged: dict[str, list[Judgement]] = {}
    for judgement in case.judgements:
        if judgement.verb in ("dependent", "independent"):
            one, other = (subject.removeprefix("#") for subject in judgement.subjects)
            if one in case.statements and other in case.statements:
                judged.setdefault(one, []).append(judgement)
    alike: dict[str, list[Likeness]] = {}
    for likeness in case.alike:
        if likeness.one in case.statements and likeness.other in case.statements:
            alike.setdefault(likeness.one, []).append(likeness)
    return Pairs(judged, alike)


def told(case: Case, weighing: Weighing, known: Pairs, routes: Sequence[Route]) -> Iterator[str]:
    """Say which of these routes share words or were judged, where they have not somebody in common anyway."""
    if len(routes) < _TWO or not (known.judged or known.alike or any(not route.origin_known for route in routes)):
        return
    by_statement = {route.statement: route for route in routes}
    yield from _of_unknown_origin(case, weighing, routes)
    for route in routes:
        judged = [j for j in known.judged.get(route.statement, ()) if _other(j) in by_statement]
        for judgement in judged:
            one, other = judgement.subjects
            yield f"{one} and {other} are judged {judgement.verb} by {in_a_line(case, judgement)}"
        named = {*map(_other, judged)} | {
            one for one in by_statement if route.statement in map(_other, known.judged.get(one, ()))
        }
        for likeness in known.alike.get(route.statement, ()):
            also = by_statement.get(likeness.other)
            if also is None or (likeness.other not in named and weighing.roots([route, also])[0] == (1, 1)):
                continue
            works = " and ".join(within(case.called(work)) for work in likeness.works)
            said = f"#{likeness.one} and #{likeness.other} are in the same words, in {works}: “{likeness.words}”"
            unknown = "; whether they have one origin is not known, and they count as one root or two"
            yield said if likeness.other in named else said + unknown


def _of_unknown_origin(case: Case, weighing: Weighing, routes: Sequence[Route]) -> Iterator[str]:
    """Say of which routes it is not known where they come from, where that makes a difference."""
    for route in routes:
        others = [other for other in routes if other is not route]
        if not route.origin_known and any(weighing.roots([route, other])[0] == (1, 2) for other in others):
            who = case.called(case.statements[route.statement].witness)
            said = f"where {who} has it from is not known (#{route.statement}): it may have one origin with the others"
            yield f"{said}, and independence is not assumed"


def _other(judgement: Judgement) -> str:
    return judgement.subjects[1].removeprefix("#")
