"""The whole way from a case to its findings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from assay.examine.channels import lineage
from assay.examine.clashes import Scene, find_clashes
from assay.examine.evidence import Evidence, beside, gather
from assay.examine.hearsay import with_hearsay
from assay.examine.settling import Settling
from assay.examine.sides import Weighing
from assay.examine.strikes import UnknownSelectorError, strike
from assay.model.case import Case
from assay.model.findings import (
    ClaimFinding,
    Clash,
    Findings,
    Route,
    ScenarioFinding,
    Shift,
    Side,
    Standing,
)


class _Settled(Struct, frozen=True):
    """A case with every claim settled."""

    case: Case
    weighing: Weighing
    evidence: Mapping[str, Evidence]
    clashes: Sequence[Clash]
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
        claims, tuple(settled.clashes), scenarios, len(settled.case.statements), channels, bottleneck, struck
    )


def _settle(case: Case) -> _Settled:
    weighing = Weighing(case)
    evidence = gather(case, weighing)
    heard = {claim: found.only_reported for claim, found in evidence.items() if found.pro.firmness > 0}
    clashes = list(find_clashes(Scene(case, heard)))
    settling = Settling(evidence, weighing, clashes)
    return _Settled(case, weighing, evidence, clashes, settling, settling.settle())


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
        clashes=tuple(clash for clash in settled.clashes if id_ in clash.members),
        beside=tuple(dict.fromkeys(beside(case, id_, pro, settled.evidence[id_].contra))),
        channel=_only_channel(case, pro.routes or contra.routes),
        differs=tuple(_differences(settled, id_)),
    )


def _differences(settled: _Settled, id_: str) -> Iterator[str]:
    """Say how a claim would stand without a condition that is known only by another claim.

    A recorded condition holds whatever becomes of that claim, so that a strike never makes anything firmer; this is
    said beside it.
    """
    found = settled.evidence[id_]
    known_by = {
        (taint.what, taint.per) for route in found.pro.routes for taint in route.taints if taint.per is not None
    }
    for what, per in sorted(known_by, key=str):
        assert per is not None
        pro = settled.weighing.side([_lifted(route, what, per) for route in found.pro.routes], found.pro.accepted_by)
        standing = settled.settling.outcome(id_, settled.standings, pro)
        kind, _, by = what.partition(" by ")
        known = f"“{settled.case.called(per)}” [{per}], which is {settled.standings.get(per, 'not described')}"
        rests = f"that there was {kind} by {settled.case.called(by)} is known from {known}"
        if standing != settled.standings[id_]:
            yield f"{rests}; without it this would be {standing}"
        else:
            yield rests


def _lifted(route: Route, what: str, per: str) -> Route:
    taints = tuple(taint for taint in route.taints if (taint.what, taint.per) != (what, per))
    return structs.replace(route, taints=taints)


def _only_channel(case: Case, routes: Sequence[Route]) -> str | None:
    """Return the author, else the work, through whom every route reaches us; None for a witness's own work."""
    if not routes or not all(route.channels for route in routes):
        return None
    passed = [{channel.work, *channel.authors} for route in routes for channel in route.channels]
    common = set.intersection(*passed)
    for name in (*routes[0].channels[0].authors, routes[0].channels[0].work):
        if name in common and not all(case.statements[route.statement].witness == name for route in routes):
            return name
    return None


def _channels(case: Case) -> tuple[tuple[tuple[str, int], ...], str | None]:
    """Count the statements that reach us through one work only, and find a work through which all of them do."""
    alone: Counter[str] = Counter()
    common: set[str] | None = None
    for statement in case.statements.values():
        works = {cite.source for cite in statement.cites}
        if len(works) == 1:
            alone[works.pop()] += 1
        for cite in statement.cites:
            line = set(lineage(case.sources, cite.source))
            common = line if common is None else common & line
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
    return ScenarioFinding(id_, title, tuple(strikes), fallen, tuple(_shifts(before, after)))


def _shifts(before: _Settled, after: _Settled) -> Iterator[Shift]:
    for claim in before.case.claims:
        sides: tuple[Side, Side] = (before.evidence[claim].pro, after.evidence[claim].pro)
        standings = (before.standings[claim], after.standings[claim])
        if standings[0] != standings[1] or sides[0].roots != sides[1].roots:
            left = (after.case.statements[route.statement].witness for route in sides[1].routes)
            yield Shift(claim, *standings, sides[0].roots, sides[1].roots, tuple(dict.fromkeys(left)))
