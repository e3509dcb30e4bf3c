"""The whole way from a case to its findings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from assay.examine.channels import conditions, makers
from assay.examine.clashes import Scene, find_clashes
from assay.examine.evidence import Evidence, beside, gather
from assay.examine.hearsay import with_hearsay
from assay.examine.settling import Settling
from assay.examine.sides import Weighing
from assay.examine.strikes import UnknownSelectorError, strike
from assay.model.case import Case, within
from assay.model.findings import (
    Channel,
    ClaimFinding,
    Clash,
    Findings,
    Route,
    ScenarioFinding,
    Shift,
    Side,
    Standing,
    Tangle,
)


class _Settled(Struct, frozen=True):
    """A case with every claim settled."""

    case: Case
    weighing: Weighing
    evidence: Mapping[str, Evidence]
    clashes: Sequence[Clash]
    tangles: Sequence[Tangle]
    limits: Sequence[str]
    clashes_of: Mapping[str, Sequence[Clash]]
    settling: Settling
    standings: Mapping[str, Standing]


def examine(case: Case, without: Sequence[str] = ()) -> Findings:
    """Find what can be believed, with everything that the selectors name left out.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    case = with_hearsay(case)
    settled = whole = _settle(case)
    struck: ScenarioFinding | None = None
    if without:
        settled = _settle(strike(case, without))
        struck = _compared(whole, settled, "", "", without)
    scenarios = tuple(_scenarios(settled))
    claims = tuple(_finding(settled, claim) for claim in settled.case.claims)
    channels, bottleneck = _channels(settled.case)
    return Findings(
        settled.case,
        claims,
        tuple(settled.clashes),
        scenarios,
        len(settled.case.statements),
        channels,
        bottleneck,
        struck,
        tuple(settled.tangles),
        tuple(settled.limits),
    )


def _settle(case: Case) -> _Settled:
    weighing = Weighing(case)
    evidence = gather(case, weighing)
    heard = {claim: found.only_reported for claim, found in evidence.items() if found.pro.firmness > 0}
    scene = Scene(case, heard)
    found = list(find_clashes(scene))
    clashes = [one for one in found if isinstance(one, Clash)]
    tangles = [one for one in found if isinstance(one, Tangle)]
    clashes_of: dict[str, list[Clash]] = {}
    for clash in clashes:
        for member in clash.members:
            clashes_of.setdefault(member, []).append(clash)
    settling = Settling(evidence, clashes)
    limits = tuple(dict.fromkeys(scene.limits))
    return _Settled(case, weighing, evidence, clashes, tangles, limits, clashes_of, settling, settling.settle())


def _finding(settled: _Settled, id_: str) -> ClaimFinding:
    case, claim = settled.case, settled.case.claims[id_]
    pro, contra = settled.evidence[id_].pro, settled.settling.contra(id_, settled.standings)
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
                    *beside(case, id_, pro, settled.evidence[id_].contra),
                )
            )
        ),
        channel=_only_channel(case, pro.routes or contra.routes),
        differs=tuple(_differences(settled, id_)),
    )


def _excluded(settled: _Settled, id_: str) -> Iterator[str]:
    for other in settled.settling.excluders(id_, {}):
        claim = settled.case.claims[other]
        yield f"“{claim.title}” [{other}], which is {settled.standings[other]}, excludes it"


def _own_channels(case: Case, routes: Sequence[Route]) -> Iterator[str]:
    """Say where a witness is also the way by which another one's words reach us: channels are no links."""
    witnesses = {case.statements[route.statement].witness for route in routes}
    for route in routes:
        witness = case.statements[route.statement].witness
        for name in sorted(
            witnesses & {author for channel in route.channels for author in channel.authors} - {witness}
        ):
            said = f"{case.called(name)} speaks for it, and is the channel of {case.called(witness)}'s words, too"
            yield f"{said}: write via: {name} if they depend on that"


def _differences(settled: _Settled, id_: str) -> Iterator[str]:
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
        if excluding is not found.contra and excluding.firmness > contra.firmness:
            contra = excluding
        standing = settled.settling.outcome(id_, settled.standings, pro, contra)
        known = f"“{settled.case.called(per)}” [{per}], which is {settled.standings.get(per, 'not described')}"
        kind, by, whom = what.partition(" by ")
        rests = f"{kind}{by}{within(settled.case.called(whom))} is recorded on the strength of {known}"
        if standing != settled.standings[id_]:
            yield f"{rests}; without it this would be {standing}"
        else:
            yield rests


def _without_condition(settled: _Settled, side: Side, what: str, per: str) -> Side:
    return settled.weighing.side([_lifted(settled.case, route, what, per) for route in side.routes], side.accepted_by)


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


def _channels(case: Case) -> tuple[tuple[tuple[str, int], ...], str | None]:
    """Count the statements that reach us through one work only, and find a work through which all of them do."""
    alone: Counter[str] = Counter()
    common: set[str] | None = None
    for statement in case.statements.values():
        lines = [case.lineages.get(cite.source, ()) for cite in statement.cites]
        shared = [work for work in lines[0] if all(work in line for line in lines)] if lines else []
        if shared:
            alone[shared[0]] += 1
        common = set(shared) if common is None else common & set(shared)
    narrow = sorted(common or (), key=lambda work: (case.sources[work].within is not None, work))
    return tuple(alone.most_common()), narrow[0] if narrow else None


def _scenarios(settled: _Settled) -> Iterator[ScenarioFinding]:
    case = settled.case
    for scenario in case.scenarios.values():
        try:
            struck = _settle(strike(case, scenario.strikes))
        except UnknownSelectorError:
            continue  # `assay check` says so
        yield _compared(settled, struck, scenario.id, scenario.title, scenario.strikes)


def _compared(before: _Settled, after: _Settled, id_: str, title: str, strikes: Sequence[str]) -> ScenarioFinding:
    fallen = tuple(id_ for id_ in before.case.statements if id_ not in after.case.statements)
    return ScenarioFinding(
        id_, title, tuple(strikes), fallen, len(before.case.statements), tuple(_shifts(before, after))
    )


def _shifts(before: _Settled, after: _Settled) -> Iterator[Shift]:
    for claim in before.case.claims:
        sides: tuple[Side, Side] = (before.evidence[claim].pro, after.evidence[claim].pro)
        standings = (before.standings[claim], after.standings[claim])
        if standings[0] != standings[1] or sides[0].roots != sides[1].roots:
            left = (after.case.statements[route.statement].witness for route in sides[1].routes)
            yield Shift(claim, *standings, sides[0].roots, sides[1].roots, tuple(dict.fromkeys(left)))
