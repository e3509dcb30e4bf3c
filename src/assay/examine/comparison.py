"""Two examinations side by side: what stands otherwise, and what clashes otherwise."""

from collections.abc import Iterator, Sequence

from assay.model.findings import Clash, Findings
from assay.model.turns import ClashTurn, StandingTurn, Sure

_Sure = dict[tuple[str, tuple[str, ...]], bool]


def turns(now: Findings, then: Findings) -> Iterator[StandingTurn]:
    """Yield the claims that stand otherwise then, or on another number of roots."""
    after = {claim.id: claim for claim in then.claims}
    for before in now.claims:
        found = after[before.id]
        if (before.standing, before.pro.roots) != (found.standing, found.pro.roots):
            yield StandingTurn(before.id, before.standing, found.standing, before.pro.roots, found.pro.roots)


def clashes(now: Findings, then: Findings) -> Iterator[ClashTurn]:
    """Yield the claims that clash more surely then, less surely, or no longer."""
    before, after = _sure(now.clashes), _sure(then.clashes)
    for kind, members in before.keys() | after.keys():
        was, is_ = before.get((kind, members)), after.get((kind, members))
        if was != is_:
            yield ClashTurn(kind, members, _word(was), _word(is_))


def _sure(clashes: Sequence[Clash]) -> _Sure:
    found: _Sure = {}
    for clash in clashes:
        key = clash.kind, tuple(sorted(clash.members))
        found[key] = found.get(key, False) or clash.must
    return found


def _word(sure: bool | None) -> Sure:  # noqa: FBT001 - one of three
    return "none" if sure is None else "must" if sure else "might"
