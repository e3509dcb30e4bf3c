"""What is found on one claim: where it stands, with everything that is shown beside it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from assay.examine.assessments import Assessments, assessed
from assay.examine.channels import conditions, makers
from assay.examine.evidence import Evidence, beside
from assay.examine.pairs import Pairs, told
from assay.examine.settling import Settling
from assay.examine.sides import Weighing
from assay.model.case import Case, within
from assay.model.findings import Channel, ClaimFinding, Clash, Firmness, Route, Side, Standing


class Settled(Struct, frozen=True):
    """A case with every claim settled: all that a finding is put together from."""

    case: Case
    weighing: Weighing
    evidence: Mapping[str, Evidence]
    clashes_of: Mapping[str, Sequence[Clash]]
    settling: Settling
    standings: Mapping[str, Standing]
    doubts: Mapping[str, Sequence[str]]
    assessments: Assessments
    pairs: Pairs


def finding(settled: Settled, id_: str) -> ClaimFinding:
    """Put together what is found on a claim."""
    case, claim = settled.case, settled.case.claims[id_]
    pro, contra = settled.evidence[id_].pro, settled.settling.contra(id_, settled.standings)
    own = (*pro.routes, *settled.evidence[id_].contra.routes)
    return ClaimFinding(
        id=id_,
        title=claim.title,
        issue=claim.issue,
        standing=settled.standings[id_],
        pro=pro,
        contra=contra,
        clashes=tuple(settled.clashes_of.get(id_, ())),
        beside=tuple(
            dict.fromkeys(
                (
                    *_excluded(settled, id_),
                    *_own_channels(case, pro.routes),
                    *told(case, settled.weighing, settled.pairs, pro.routes),
                    *told(case, settled.weighing, settled.pairs, settled.evidence[id_].contra.routes),
                    *beside(case, settled.weighing.identity, id_, own, settled.doubts.get(id_, ())),
                )
            )
        ),
        channel=_only_channel(case, pro.routes or contra.routes),
        differs=tuple(_differences(settled, id_)),
        assessed=assessed(case, settled.weighing.identity, own, settled.assessments) if settled.assessments else (),
    )


def _excluded(settled: Settled, id_: str) -> Iterator[str]:
    for other in settled.settling.excluders(id_, {}):
        claim = settled.case.claims[other]
        yield f"“{claim.title}” [{other}], which is {settled.standings[other]}, excludes it, as the casebook has it"


def _own_channels(case: Case, routes: Sequence[Route]) -> Iterator[str]:
    """Say where a witness is also the way by which another one's words reach us: channels are no links."""
    authors = {author for route in routes for channel in route.channels for author in channel.authors}
    speaking = authors & {case.statements[route.statement].witness for route in routes}
    for route in routes if speaking else ():
        witness = case.statements[route.statement].witness
        for name in sorted(speaking & {author for channel in route.channels for author in channel.authors} - {witness}):
            said = f"{case.called(name)} speaks for it, and is the channel of {case.called(witness)}'s words, too"
            yield f"{said}: write via: {name} if they depend on that"


def _differences(settled: Settled, id_: str) -> Iterator[str]:
    """Say how a claim would stand without a condition that is known only by another claim.

    A recorded condition holds whatever becomes of that claim, so that a strike never makes anything firmer; this is
    said beside it.
    """
    found = settled.evidence[id_]
    routes = (*found.pro.routes, *found.contra.routes)
    known_by = {(condition.what, condition.per or "") for route in routes for condition in route.known_by}
    for what, per in sorted(known_by):
        pro, contra = (_without_condition(settled, side, what, per) for side in (found.pro, found.contra))
        excluding = settled.settling.contra(id_, settled.standings)
        if excluding is not found.contra:
            contra = max(contra, excluding.firmness)
        standing = settled.settling.outcome(id_, settled.standings, pro, contra)
        known = f"“{settled.case.called(per)}” [{per}], which is {settled.standings.get(per, 'not described')}"
        kind, by, whom = what.partition(" by ")
        rests = f"{kind}{by}{within(settled.case.called(whom))} rests on {known}"
        if standing != settled.standings[id_]:
            yield f"{rests}; without that pressure, this claim would be {standing}"
        else:
            yield rests


def _without_condition(settled: Settled, side: Side, what: str, per: str) -> Firmness:
    routes = [_lifted(settled.case, route, what, per) for route in side.routes]
    return settled.weighing.firmness(routes, side.accepted_by)


def _lifted(case: Case, route: Route, what: str, per: str) -> Route:
    """Return a route as if a condition had not been recorded: without its taint, and without the link it made."""
    if not any((condition.what, condition.per) == (what, per) for condition in route.known_by):
        return route
    by = what.partition(" by ")[2]
    weighing = (c for c, _ in conditions(case, case.statements[route.statement]))
    still_there = any(c.by == by and (str(c), c.per) != (what, per) for c in weighing)
    return structs.replace(
        route,
        taints=tuple(taint for taint in route.taints if (taint.what, taint.per) != (what, per)),
        links=tuple(link for link in route.links if still_there or link.role != "interrogator" or link.id != by),
    )


def _only_channel(case: Case, routes: Sequence[Route]) -> str | None:
    """Return through whom or what every route reaches us: an author, a work, a record, a compiler, the first of these.

    Nothing where it is the witness's own work: that he wrote it down himself is no bottleneck.
    """
    if not routes or not all(route.channels for route in routes):
        return None
    passed = [_passed(case, route, channel) for route in routes for channel in route.channels]
    common = set.intersection(*map(set, passed))
    witnesses = {case.statements[route.statement].witness for route in routes}
    return next((name for name in passed[0] if name in common and {name} != witnesses), None)


def _passed(case: Case, route: Route, channel: Channel) -> list[str]:
    """Name what a route passes through on the way to us, the nearest page first."""
    record = [] if route.record is None else [route.record, *makers(case.sources[route.record])]
    return [*channel.authors, channel.work, *record, *channel.around]
