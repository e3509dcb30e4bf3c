"""How firm one side of a claim is."""

from collections.abc import Sequence

from assay.examine.identity import Identity
from assay.examine.independence import most_independent, smallest_cuts
from assay.model.case import Case
from assay.model.entries import Judgement
from assay.model.findings import Firmness, Route, Side


class Weighing:
    """Weighs the routes of a side; knows who is who and which statements somebody judged dependent."""

    def __init__(self, case: Case) -> None:
        """Read the judgements of a case."""
        self.identity = Identity(case)
        self._dependent = _pairs(case.judgements, "dependent")
        # Independence is claimed, never assumed: without a reason the claim counts for nothing.
        self._independent = _pairs([j for j in case.judgements if j.because], "independent")

    def side(self, routes: Sequence[Route], accepted_by: Sequence[str] = ()) -> Side:
        """Count the roots of routes, and say how firm they make a side."""
        clean = [route for route in routes if not route.is_tainted]
        roots, exact = self.roots(routes)
        untainted, untainted_exact = (roots, exact) if len(clean) == len(routes) else self.roots(clean)
        cuts, all_cuts = self._cuts(routes)
        if accepted_by:
            firmness = Firmness.ACCEPTED
        elif not routes:
            firmness = Firmness.NOTHING
        elif untainted[0] == 0:
            firmness = Firmness.TAINTED
        else:
            firmness = Firmness.ASSERTED if untainted[0] == 1 else Firmness.CORROBORATED
        return Side(
            firmness, tuple(routes), roots, untainted, cuts, tuple(accepted_by), exact and untainted_exact and all_cuts
        )

    def roots(self, routes: Sequence[Route]) -> tuple[tuple[int, int], bool]:
        """Return the fewest and the most independent roots that the routes may have, and whether both are exact.

        A route whose origin is unknown may go back to any other, unless somebody judged the two independent: the
        lower end takes it that it does.
        """
        if not routes:
            return (0, 0), True
        if len(routes) == 1:
            return (1, 1), True
        footprints = [self.identity.footprint([*(link.id for link in route.links), *route.shares]) for route in routes]

        def shares(a: int, b: int) -> bool:
            return bool(footprints[a] & footprints[b])

        def judged(a: int, b: int, pairs: frozenset[frozenset[str]]) -> bool:
            return frozenset((routes[a].statement, routes[b].statement)) in pairs

        def dependent(a: int, b: int) -> bool:
            inherited = routes[a].dependent_on & {routes[b].statement, *routes[b].echoes}
            inherited |= routes[b].dependent_on & {routes[a].statement, *routes[a].echoes}
            return bool(inherited) or judged(a, b, self._dependent)

        def surely_joined(a: int, b: int) -> bool:
            return shares(a, b) or (dependent(a, b) and not judged(a, b, self._independent))

        def perhaps_joined(a: int, b: int) -> bool:
            known = routes[a].origin_known and routes[b].origin_known
            opaque = not known and not judged(a, b, self._independent)
            return shares(a, b) or opaque or dependent(a, b)

        low, high = most_independent(len(routes), perhaps_joined), most_independent(len(routes), surely_joined)
        return (low[0], high[1]), low[0] == low[1] and high[0] == high[1]

    def _cuts(self, routes: Sequence[Route]) -> tuple[tuple[tuple[str, ...], ...], bool]:
        """Whoever disbelieves a group disbelieves its members."""
        names = {self.identity.one(link.id) for route in routes for link in route.links}
        met_by: list[frozenset[str]] = []
        for route in routes:
            own = {self.identity.one(link.id) for link in route.links}
            met_by.append(frozenset(name for name in names if self.identity.covers(name) & own))
        return smallest_cuts(met_by)


def _pairs(judgements: Sequence[Judgement], verb: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(subject.removeprefix("#") for subject in judgement.subjects)
        for judgement in judgements
        if judgement.verb == verb
    )
