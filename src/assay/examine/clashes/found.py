"""All that clashes in a case; and finding it again where little differs.

Whether two claims clash depends on what they say and on who speaks for them, on nothing else; several that hang
together by days are a part of their own. So where some claims differ, only they are compared with their neighbours,
and only the parts that these are in are searched anew. Where somebody is in so many claims that not all of his
presences are compared, everything is.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from assay.examine.clashes import counts, events, existence, life, presence, together
from assay.examine.clashes.neighbours import Neighbours
from assay.examine.clashes.scene import Scene
from assay.model.case import Case
from assay.model.findings import Clash, Tangle

_KINDS = (existence, events, presence, counts, life)


class Found(Struct, frozen=True):
    """What clashes in a case, and how that was found."""

    heard: Mapping[str, bool]
    """The claims that somebody stands for, each with whether all who do are only reported."""
    pairs: tuple[Clash, ...]
    parts: tuple[together.Part, ...]
    stopped: tuple[str, ...]
    """Where the search among pairs and journeys stopped."""
    limited: frozenset[str]
    """Of whom some clashes that only might be are not listed."""
    neighbours: Neighbours
    clashes: tuple[Clash, ...] = ()
    """All that clashes, the sure ones first."""

    @property
    def tangles(self) -> tuple[Tangle, ...]:
        """What hangs together, with its ways out."""
        return tuple(sorted((t for part in self.parts for t in part.tangles), key=lambda tangle: tangle.members))

    @property
    def limits(self) -> tuple[str, ...]:
        """Where a search stopped, and what is not listed."""
        return tuple(sorted({*self.stopped, *(said for part in self.parts for said in part.limits)}))


def find_clashes(case: Case, heard: Mapping[str, bool], neighbours: Neighbours | None = None) -> Found:
    """Find the clashes of every kind between the claims that are heard, and what hangs together."""
    scene = Scene(case, heard)
    pairs = _pairs(scene)
    parts = tuple(together.find(scene, pairs))
    stopped = [said for said in scene.limits if not any(said in part.limits for part in parts)]
    return _put_together(
        Found(heard, pairs, parts, tuple(stopped), frozenset(scene.limited), neighbours or Neighbours(case))
    )


def find_clashes_again(
    before: Found, case: Case, heard: Mapping[str, bool], differ: Iterable[str], *, same_claims: bool
) -> Found:
    """Find the clashes of a case of which only some claims differ from the case that was searched before.

    Args:
        before: what was found there.
        case: the case.
        heard: the claims that somebody stands for in it, each with whether all who do are only reported.
        differ: the claims of which something differs.
        same_claims: whether all claims say what they said; if not, everything is searched.
    """
    neighbours = before.neighbours
    changed = {claim for claim in differ if claim in heard or claim in before.heard}
    if not changed and same_claims:
        return before
    if not same_claims:
        return find_clashes(case, heard, neighbours if same_claims else None)
    around = neighbours.of(changed)
    around |= {claim for part in before.parts if not around.isdisjoint(part.claims) for claim in part.claims}
    if neighbours.is_crowded(around):
        return find_clashes(case, heard, neighbours)
    scene = Scene(case, {claim: reported for claim, reported in heard.items() if claim in around})
    again = [clash for clash in _pairs(scene) if not changed.isdisjoint(clash.members)]
    if not neighbours.persons_in(changed).isdisjoint(before.limited | scene.limited):
        return find_clashes(case, heard, neighbours)
    pairs = (*(clash for clash in before.pairs if changed.isdisjoint(clash.members)), *again)
    local = [clash for clash in pairs if around.issuperset(clash.members)]
    parts = tuple(together.find(scene, local))
    kept = (part for part in before.parts if around.isdisjoint(part.claims))
    return _put_together(Found(heard, pairs, (*kept, *parts), before.stopped, before.limited, neighbours))


def _pairs(scene: Scene) -> tuple[Clash, ...]:
    return tuple(clash for kind in _KINDS for clash in kind.find(scene))


def _put_together(found: Found) -> Found:
    """Leave out what only might be between two claims where it is told of them with their days, and sort."""
    several = [clash for part in found.parts for clash in part.clashes]
    replaced = {frozenset(clash.members) for clash in several}
    kept = [clash for clash in found.pairs if clash.must or frozenset(clash.members) not in replaced]
    return structs.replace(found, clashes=tuple(sorted([*kept, *several], key=_sure_first)))


def _sure_first(clash: Clash) -> tuple[bool, str, Sequence[str], str]:
    return not clash.must, clash.kind, clash.members, clash.because
