"""What people judged of those by whom a claim reached us: what is doubted of each, and what is vouched for.

It is shown beside each link and changes nothing: how much a doubt weighs is for the reader to judge.
"""

from collections.abc import Iterable, Mapping, Sequence

from assay.examine.evidence import in_a_line
from assay.examine.identity import Identity
from assay.model.case import Case
from assay.model.entries import ASPECTS, Judgement
from assay.model.findings import Assessed, Assessment, Route

Assessments = Mapping[str, Sequence[Judgement]]
"""The judgements on links, by the statement whose links they are."""


def assessments(case: Case) -> Assessments:
    """Collect what is judged of the links of each statement."""
    found: dict[str, list[Judgement]] = {}
    for judgement in case.judgements:
        if judgement.aspect is not None:
            found.setdefault(judgement.subjects[0].removeprefix("#"), []).append(judgement)
    return found


def assessed(case: Case, identity: Identity, routes: Iterable[Route], known: Assessments) -> tuple[Assessed, ...]:
    """Say what is judged of the links of routes, those routes only of which something is."""
    found = (_of_route(case, identity, route, known.get(route.statement, ())) for route in routes)
    return tuple(one for one in found if one.assessments)


def _of_route(case: Case, identity: Identity, route: Route, judged: Sequence[Judgement]) -> Assessed:
    found: list[Assessment] = []
    for link in route.links:
        same = [j for j in judged if j.whose is not None and identity.one(j.whose) == identity.one(link.id)]
        for aspect in ASPECTS:
            doubting, vouching = (
                tuple(in_a_line(case, j) for j in same if j.verb == verb and j.aspect == aspect)
                for verb in ("doubt", "vouch")
            )
            if doubting or vouching:
                found.append(Assessment(link.id, aspect, doubting, vouching))
    return Assessed(route.statement, tuple(found), _weakest(route, found))


def _weakest(route: Route, found: Sequence[Assessment]) -> tuple[str, ...]:
    """Name the links of which most is doubted, and of these the ones of which least is vouched for.

    What one doubts and another vouches for is doubted. Where all links are alike, none is the weakest.
    """

    def strength(link: str) -> tuple[int, int]:
        own = [one for one in found if one.link == link]
        doubted = [one for one in own if one.doubted_by]
        return -len(doubted), len(own) - len(doubted)

    links = [link.id for link in route.links]
    least = min(map(strength, links))
    weakest = tuple(link for link in links if strength(link) == least)
    return weakest if len(weakest) < len(links) and least[0] else ()
