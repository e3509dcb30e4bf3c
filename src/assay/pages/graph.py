"""A picture of who stands between the world and the page, laid out in columns; drawn on the server, without a script.

Columns are by the longest way from the world, as in Sugiyama's layered drawings; within a column, nodes stand in the
order of the mean of what leads to them, swept once forward and once back.
"""

import itertools
import textwrap
from collections.abc import Mapping, Sequence

from msgspec import Struct

_WIDE, _HIGH, _GAP_X, _GAP_Y, _EDGE, _TIP = 148, 46, 46, 16, 12, 6
_LETTERS = 20  # to a line
_LINES = 2


class Node(Struct, frozen=True):
    """Somebody or something in the picture. `sort` says how it looks; `strike` what takes it out, if anything."""

    id: str
    label: str
    sort: str
    strike: str = ""
    cut: bool = False
    """Whether it is one of those whom one would have to disbelieve."""
    note: str = ""


class Arrow(Struct, frozen=True):
    """A step of a route. Tainted where no route that takes it is free of taint."""

    start: str
    end: str
    tainted: bool = False


class Placed(Struct, frozen=True):
    """A node with its place."""

    node: Node
    x: int
    y: int


class Drawn(Struct, frozen=True):
    """A picture: its size, its nodes, and its arrows as SVG paths."""

    width: int
    height: int
    wide: int
    high: int
    nodes: tuple[Placed, ...]
    arrows: tuple[tuple[str, bool], ...]


def draw(nodes: Sequence[Node], arrows: Sequence[Arrow]) -> Drawn:
    """Lay a picture out. Arrows that go round in a circle are drawn backward where the circle is closed."""
    column = _columns([node.id for node in nodes], arrows)
    columns: list[list[str]] = [[] for _ in range(max(column.values(), default=0) + 1)]
    for node in nodes:
        columns[column[node.id]].append(node.id)
    ways = [_way(number, arrow, column, columns) for number, arrow in enumerate(arrows)]
    _ordered(columns, [Arrow(start, end) for way in ways for start, end in itertools.pairwise(way)])
    most = max(map(len, columns), default=1)
    height = 2 * _EDGE + most * _HIGH + (most - 1) * _GAP_Y
    at = {
        id_: (_EDGE + number * (_WIDE + _GAP_X), (height - _tall(len(ids))) // 2 + row * (_HIGH + _GAP_Y))
        for number, ids in enumerate(columns)
        for row, id_ in enumerate(ids)
    }
    placed = tuple(Placed(node, *at[node.id]) for node in nodes)
    width = 2 * _EDGE + len(columns) * _WIDE + (len(columns) - 1) * _GAP_X
    paths = tuple((_path(at, way), arrow.tainted) for way, arrow in zip(ways, arrows, strict=True))
    return Drawn(width, height, _WIDE, _HIGH, placed, paths)


def _way(number: int, arrow: Arrow, column: Mapping[str, int], columns: list[list[str]]) -> list[str]:
    """Keep a place free for an arrow in every column that it passes, so that it does not run through others' nodes."""
    between = range(column[arrow.start] + 1, column[arrow.end])
    bends = [f"bend {number} {at}" for at in between]
    for at, bend in zip(between, bends, strict=True):
        columns[at].append(bend)
    return [arrow.start, *bends, arrow.end]


def _tall(rows: int) -> int:
    return rows * _HIGH + (rows - 1) * _GAP_Y


def _columns(ids: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    column = dict.fromkeys(ids, 0)
    for _ in range(len(ids)):
        moved = False
        for arrow in arrows:
            if column[arrow.end] < column[arrow.start] + 1 < len(ids):
                column[arrow.end], moved = column[arrow.start] + 1, True
        if not moved:
            break
    used = {number: place for place, number in enumerate(sorted(set(column.values())))}
    return {id_: used[number] for id_, number in column.items()}


def _ordered(columns: list[list[str]], arrows: Sequence[Arrow]) -> None:
    before: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for arrow in arrows:
        before.setdefault(arrow.end, []).append(arrow.start)
        behind.setdefault(arrow.start, []).append(arrow.end)
    for sweep, neighbours in ((columns[1:], before), (columns[-2::-1], behind), (columns[1:], before)):
        rank = {id_: row - len(ids) / 2 for ids in columns for row, id_ in enumerate(ids)}
        for ids in sweep:
            ids.sort(key=lambda id_: _mean(rank, neighbours.get(id_, ()), rank[id_]))
            rank.update({id_: row - len(ids) / 2 for row, id_ in enumerate(ids)})


def _mean(rank: Mapping[str, float], ids: Sequence[str], own: float) -> float:
    return sum(rank[id_] for id_ in ids) / len(ids) if ids else own


def _path(at: Mapping[str, tuple[int, int]], way: Sequence[str]) -> str:
    """Write an arrow as an SVG path, through the places that were kept free for it."""
    points = [(at[way[0]][0] + _WIDE, at[way[0]][1] + _HIGH // 2)]
    for bend in way[1:-1]:
        x, y = at[bend][0], at[bend][1] + _HIGH // 2
        points += [(x, y), (x + _WIDE, y)]
    points.append((at[way[-1]][0] - _TIP, at[way[-1]][1] + _HIGH // 2))
    written = f"M{points[0][0]} {points[0][1]}"
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        bend_by = max(_GAP_X // 2, abs(x1 - x0) // 3)
        written += f" L{x1} {y1}" if y0 == y1 else f" C{x0 + bend_by} {y0} {x1 - bend_by} {y1} {x1} {y1}"
    return written


def in_lines(label: str) -> tuple[str, ...]:
    """Break a node's label into the lines that fit into it."""
    lines = textwrap.wrap(label, _LETTERS) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _LETTERS - 1].rstrip()}…"]
    return tuple(line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…" for line in lines)
