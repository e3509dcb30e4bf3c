"""The picture of a side's routes: the world, those who perceived and passed on, the works, the pages."""

import itertools

from msgspec import Struct

from assay.model.case import Case
from assay.model.findings import Route, Side
from assay.pages.graph import Arrow, Drawn, Node, draw

_ROLES = {"origin": "perceived it", "relay": "passed it on", "witness": "testifies", "interrogator": "pressed for it"}
_MOST = 60
"""Routes that are drawn; beyond, a picture says less than the table."""


class Picture(Struct, frozen=True):
    """A picture, and how many routes it leaves to the table."""

    drawn: Drawn
    left_out: int


def picture(case: Case, side: Side) -> Picture:
    """Draw the routes of one side. One person is one node, however many routes pass through him."""
    routes = side.routes[:_MOST]
    linchpins = {one[0] for one in side.cuts if len(one) == 1}
    cut = linchpins or {name for one in side.cuts[:1] for name in one}
    nodes: dict[str, Node] = {"world": Node("world", "what happened", "world")}
    arrows: dict[tuple[str, str], bool] = {}
    for route in routes:
        path = _path(case, route, cut, nodes)
        for start, end in path:
            arrows[start, end] = arrows.get((start, end), True) and route.is_tainted
    made = [Arrow(start, end, tainted) for (start, end), tainted in arrows.items()]
    return Picture(draw(list(nodes.values()), made), len(side.routes) - len(routes))


def _path(case: Case, route: Route, cut: set[str], nodes: dict[str, Node]) -> list[tuple[str, str]]:
    """Put a route's nodes into the picture, and return its steps."""
    steps = ["world"]
    if not route.origin_known:
        nodes.setdefault("unnamed", Node("unnamed", "somebody unnamed", "unknown"))
        steps.append("unnamed")
    for link in route.links:
        node = Node(link.id, case.called(link.id), link.role, link.id, link.id in cut, _ROLES[link.role])
        nodes.setdefault(link.id, node)
        steps.append(link.id)
    if route.record is not None:
        steps.append(_work(case, route.record, nodes))
    found = list(itertools.pairwise(steps))
    for channel in route.channels:
        last = _work(case, channel.work, nodes) if channel.work != route.record else steps[-1]
        page = f"page {channel.work} {channel.locator}"
        nodes.setdefault(page, Node(page, channel.locator or "no page given", "page"))
        found += [step for step in ((steps[-1], last), (last, page)) if step[0] != step[1]]
    return list(dict.fromkeys(found))


def _work(case: Case, id_: str, nodes: dict[str, Node]) -> str:
    key = f"work {id_}"
    nodes.setdefault(key, Node(key, case.called(id_), "work", id_, note="a work"))
    return key
