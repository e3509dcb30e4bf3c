"""How firm one side of a claim is."""

from collections.abc import Iterator, Sequence

from assay.examine.identity import Identity
from assay.examine.independence import Joined, most_independent, smallest_cuts
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

    @property
    def judged(self) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
        """The statements judged dependent, and those judged independent, two by two."""
        return self._dependent, self._independent

    def judges_like(self, other: "Weighing") -> bool:
        """Say whether the same statements are judged dependent, and independent."""
        return self.judged == other.judged

    def side(self, routes: Sequence[Route], accepted_by: Sequence[str] = ()) -> Side:
        """Count the roots of routes, and say how firm they make a side."""
        clean = [route for route in routes if not route.is_tainted]
        roots, exact = self.roots(routes)
        untainted, untainted_exact = (roots, exact) if len(clean) == len(routes) else self.roots(clean)
        cuts, all_cuts = self._cuts(routes)
        return Side(
            _firmness(bool(routes), untainted, accepted_by),
            tuple(routes),
            roots,
            untainted,
            cuts,
            tuple(accepted_by),
            exact and untainted_exact and all_cuts,
        )

    def firmness(self, routes: Sequence[Route], accepted_by: Sequence[str] = ()) -> Firmness:
        """Say how firm routes make a side, and nothing more."""
        untainted = (0, 0) if accepted_by else self.roots([route for route in routes if not route.is_tainted])[0]
        return _firmness(bool(routes), untainted, accepted_by)

    def roots(self, routes: Sequence[Route]) -> tuple[tuple[int, int], bool]:
        """Return the fewest and the most independent roots that the routes may have, and whether both are exact.

        A route whose origin is unknown may go back to any other, unless somebody judged the two independent: the
        lower end takes it that it does.
        """
        if not routes:
            return (0, 0), True
        if len(routes) == 1:
            return (1, 1), True
        shared = Joined(len(routes))
        shared.by_names(self.identity.footprint([*(link.id for link in r.links), *r.shares]) for r in routes)
        independent = set(self._judged(routes, self._independent))
        dependent = list(self._dependences(routes))
        opaque = [number for number, route in enumerate(routes) if not route.origin_known]
        if not dependent and not opaque:
            low = most_independent(shared)
            return low, low[0] == low[1]
        surely, perhaps = shared.also(p for p in dependent if p not in independent), shared.also(dependent)
        for one in opaque:
            perhaps.join(
                (one, o) for o in range(len(routes)) if o != one and (min(one, o), max(one, o)) not in independent
            )
        low, high = most_independent(perhaps), most_independent(surely)
        return (low[0], high[1]), low[0] == low[1] and high[0] == high[1]

    def _dependences(self, routes: Sequence[Route]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of routes of which one is judged dependent on the other, or on what that echoes."""
        yield from self._judged(routes, self._dependent)
        for one, route in enumerate(routes):
            if route.dependent_on:
                for other, against in enumerate(routes):
                    if other != one and not route.dependent_on.isdisjoint((against.statement, *against.echoes)):
                        yield min(one, other), max(one, other)

    def _judged(self, routes: Sequence[Route], pairs: frozenset[frozenset[str]]) -> Iterator[tuple[int, int]]:
        if not pairs:
            return
        for other, route in enumerate(routes):
            for one in range(other):
                if frozenset((routes[one].statement, route.statement)) in pairs:
                    yield one, other

    def _cuts(self, routes: Sequence[Route]) -> tuple[tuple[tuple[str, ...], ...], bool]:
        """Whoever disbelieves a group disbelieves its members."""
        own = [frozenset(self.identity.one(link.id) for link in route.links) for route in routes]
        names = frozenset[str]().union(*own)
        return smallest_cuts([frozenset[str]().union(*map(self.identity.covered_by, route)) & names for route in own])


def _firmness(heard: bool, untainted: tuple[int, int], accepted_by: Sequence[str]) -> Firmness:  # noqa: FBT001
    if accepted_by:
        return Firmness.ACCEPTED
    if not heard:
        return Firmness.NOTHING
    if untainted[0] == 0:
        return Firmness.TAINTED
    return Firmness.ASSERTED if untainted[0] == 1 else Firmness.CORROBORATED


def _pairs(judgements: Sequence[Judgement], verb: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(subject.removeprefix("#") for subject in judgement.subjects)
        for judgement in judgements
        if judgement.verb == verb
    )
