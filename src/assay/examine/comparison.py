"""Two examinations side by side: what stands otherwise, and what clashes otherwise."""

from collections.abc import Iterator, Sequence

from assay.examine.examined import Examined
from assay.model.findings import Clash
from assay.model.turns import ClashTurn, StandingTurn, Sure

_Sure = dict[tuple[str, tuple[str, ...]], bool]


def turns(now: Examined, then: Examined) -> Iterator[StandingTurn]:
    """Yield the claims that stand otherwise then, or on another number of roots."""
    for claim, before in now.standings.items():
        roots, found = now.evidence[claim].pro.roots, then.evidence[claim].pro.roots
        if before != then.standings[claim] or roots != found:
            yield StandingTurn(claim, before, then.standings[claim], roots, found)


def clashes(now: Examined, then: Examined) -> Iterator[ClashTurn]:
    """Yield the claims that clash more surely then, less surely, or no longer."""
    if now.found.clashes is then.found.clashes:
        return
    before, after = _sure(now.found.clashes), _sure(then.found.clashes)
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
