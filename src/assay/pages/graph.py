"""A picture of who stands between the world and the page, laid out in columns; drawn on the server, without a script.

Columns are by the longest way from the world, as in Sugiyama's layered drawings; within a column, nodes stand in the
order of the mean of what leads to them, swept once forward and once back.
"""

import textwrap
from collections.abc import Mapping, Sequence

from msgspec import Struct

_WIDE, _HIGH, _GAP_X, _GAP_Y, _EDGE = 148, 46, 46, 16, 12
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
    """A node with its place, and its label in lines."""

    node: Node
    x: int
    y: int
    lines: tuple[str, ...]


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
    _ordered(columns, arrows)
    most = max(map(len, columns), default=1)
    height = 2 * _EDGE + most * _HIGH + (most - 1) * _GAP_Y
    at = {
        id_: (_EDGE + number * (_WIDE + _GAP_X), (height - _tall(len(ids))) // 2 + row * (_HIGH + _GAP_Y))
        for number, ids in enumerate(columns)
        for row, id_ in enumerate(ids)
    }
    placed = tuple(Placed(node, *at[node.id], _lines(node.label)) for node in nodes)
    width = 2 * _EDGE + len(columns) * _WIDE + (len(columns) - 1) * _GAP_X
    return Drawn(width, height, _WIDE, _HIGH, placed, tuple((_path(at, arrow), arrow.tainted) for arrow in arrows))


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


def _path(at: Mapping[str, tuple[int, int]], arrow: Arrow) -> str:
    (x0, y0), (x1, y1) = at[arrow.start], at[arrow.end]
    x0, y0, x1, y1 = x0 + _WIDE, y0 + _HIGH // 2, x1 - 6, y1 + _HIGH // 2
    bend = max(_GAP_X // 2, abs(x1 - x0) // 3)
    return f"M{x0} {y0} C{x0 + bend} {y0} {x1 - bend} {y1} {x1} {y1}"


def _lines(label: str) -> tuple[str, ...]:
    lines = textwrap.wrap(label, _LETTERS) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _LETTERS - 1].rstrip()}…"]
    return tuple(line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…" for line in lines)
