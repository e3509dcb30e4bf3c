"""A case with every claim settled; and another case, settled from it by looking again only at what differs.

What there is on a claim depends on its own statements, on what people judged of them, and on works and groups; so a
claim of which nothing of that differs is taken as it was. Clashes are looked for anew around the claims that differ.
Where a claim stands may change with whatever clashes with it or excludes it, and what stands in line behind that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from assay.examine.assessments import assessments
from assay.examine.clashes import Found, find_clashes, find_clashes_again
from assay.examine.differing import changed_claims, differing
from assay.examine.evidence import Evidence, Known, doubts, gather, gather_again
from assay.examine.finding import Settled, finding
from assay.examine.hearsay import with_hearsay
from assay.examine.pairs import pairs
from assay.examine.settling import Settling
from assay.examine.sides import Weighing
from assay.examine.ways import Ways, counted
from assay.model.case import Case
from assay.model.collecting import without_collecting
from assay.model.entries import Statement
from assay.model.findings import ClaimFinding, Clash, Standing


class Examined:
    """A case with every claim settled."""

    case: Case
    evidence: Mapping[str, Evidence]
    found: Found
    standings: Mapping[str, Standing]
    settled: Settled

    def __init__(self, case: Case, before: "Examined | None" = None) -> None:
        """Settle a case; from one that was settled before, where one is given, with the same result."""
        self.case = case = with_hearsay(case, None if before is None else before.case)
        differ = None if before is None else differing(before.case, case)
        self._before = before if differ is not None else None
        self._said_of = frozenset(case.by_claim) if differ is None else differ  # some may not be described
        self._differ = frozenset(case.claims) if differ is None else differ & case.claims.keys()
        with without_collecting():
            self._settle()

    def again(self, case: Case) -> "Examined":
        """Settle a case that was made from this one."""
        return Examined(case, self)

    def _settle(self) -> None:
        case, before = self.case, self._before
        weighing = Weighing(case)
        if before is None:
            evidence = gather(case, weighing)
        else:
            evidence = gather_again(
                case, weighing, Known(before.case, before.settled.weighing, before.evidence), self._differ
            )
        heard = {claim: one.only_reported for claim, one in evidence.items() if one.pro.firmness > 0}
        if before is None:
            self.found = find_clashes(case, heard)
        else:
            same = not changed_claims(before.case, case)
            self.found = find_clashes_again(before.found, case, heard, self._differ, same_claims=same)
        self.evidence = evidence
        settling = Settling(evidence, self.found.clashes)
        self._moved = self._claims_that_may_move(settling)
        standings = settling.settle(self._moved)
        if before is not None:
            standings = {claim: standings.get(claim) or before.standings[claim] for claim in case.claims}
        self.standings = standings
        clashes_of = _by_member(self.found.clashes)
        judged = doubts(case), assessments(case), pairs(case)
        self.settled = Settled(case, weighing, evidence, clashes_of, settling, standings, *judged)

    def _claims_that_may_move(self, settling: Settling) -> frozenset[str] | None:
        """Return the claims that differ, and all that hang together with them by exclusion and clashes."""
        before = self._before
        if before is None:
            return None
        todo = list(self._differ | self._clashing_otherwise(before))
        seen = set(todo)
        while todo:
            claim = todo.pop()
            for other in (*settling.beside(claim), *before.settled.settling.beside(claim)):
                if other not in seen and other in self.evidence:
                    seen.add(other)
                    todo.append(other)
        return frozenset(seen)

    def _clashing_otherwise(self, before: "Examined") -> frozenset[str]:
        if self.found.clashes is before.found.clashes:
            return frozenset()
        old, new = set(before.found.clashes), set(self.found.clashes)
        return frozenset(member for clash in old ^ new for member in clash.members) & self.evidence.keys()

    @cached_property
    def findings(self) -> Mapping[str, ClaimFinding]:
        """What is found on each claim."""
        before = self._before
        if before is None:
            return {claim: finding(self.settled, claim) for claim in self.case.claims}
        changed = self._shown_otherwise(before)
        with without_collecting():
            return {
                claim: finding(self.settled, claim) if claim in changed else before.findings[claim]
                for claim in self.case.claims
            }

    def _shown_otherwise(self, before: "Examined") -> set[str]:
        """Return the claims of which something else may be said: also where another one stands otherwise."""
        assert self._moved is not None
        moved = {claim for claim in self._moved if self.standings[claim] != before.standings.get(claim)}
        moved |= changed_claims(before.case, self.case)
        found = moved | self._differ | self._clashing_otherwise(before)
        for claim in tuple(found):
            found.update(self.settled.settling.beside(claim), before.settled.settling.beside(claim))
        for claim in moved:
            found |= before.known_by.get(claim, frozenset())
        return found & self.case.claims.keys()

    @cached_property
    def known_by(self) -> Mapping[str, frozenset[str]]:
        """The claims by which conditions are known, with the claims on which something was said under these."""
        found: dict[str, set[str]] = {}
        for claim, evidence in self.evidence.items():
            for route in (*evidence.pro.routes, *evidence.contra.routes):
                for condition in route.known_by:
                    found.setdefault(condition.per or "", set()).add(claim)
        return {per: frozenset(claims) for per, claims in found.items()}

    @cached_property
    def ways(self) -> Ways:
        """Through which works the statements reach us."""
        if self._before is None:
            return counted(self.case, self.case.statements.values())
        then, now = self._before.case, self.case
        ways = self._before.ways - counted(then, _said_only(then, now, self._said_of))
        return ways + counted(now, _said_only(now, then, self._said_of))


def _said_only(case: Case, other: Case, claims: Iterable[str]) -> Iterator[Statement]:
    """Yield the statements on some claims that are not the same in another case."""
    said = (statement for claim in claims for statement in case.by_claim.get(claim, ()))
    return (statement for statement in said if other.statements.get(statement.id) is not statement)


def _by_member(clashes: Sequence[Clash]) -> dict[str, list[Clash]]:
    found: dict[str, list[Clash]] = {}
    for clash in clashes:
        for member in clash.members:
            found.setdefault(member, []).append(clash)
    return found
