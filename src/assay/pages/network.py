"""Who told whom: everybody through whom something reached us, as far as the statements say."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from assay.pages.found import found
from assay.pages.graph import Arrow, Drawn, Node, draw

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.model.case import Case
    from assay.model.entries import Statement

How = Literal["has it from", "told", "passed on"]
_MOST = 60
"""Steps that are drawn, those of most statements first; the table has more."""


_LISTED = 1000


class Step(Struct, frozen=True):
    """Something went from one to another: how, and in which statements that is said."""

    start: str
    start_name: str
    end: str
    end_name: str
    how: tuple[How, ...]
    statements: tuple[tuple[str, str, str], ...]
    """Id, claim, and the claim's title."""


class Network(Struct, frozen=True):
    """Every step, and a picture of those of most statements."""

    title: str
    steps: tuple[Step, ...]
    of: int
    """How many steps there are; of very many, those of most statements are listed."""
    drawn: Drawn | None
    left_out: int


def network(dossier: "Dossier") -> Network:
    """Gather who told whom."""
    case = found(dossier).case
    gathered: dict[tuple[str, str], dict[tuple[How, str], None]] = {}
    for statement in case.statements.values():
        for how, start, end in _steps(statement):
            if start != end:
                gathered.setdefault((start, end), {})[how, statement.id] = None
    steps = sorted((_step(case, *ends, said) for ends, said in gathered.items()), key=lambda one: -len(one.statements))
    drawn = steps[:_MOST]
    names = {id_: name for one in drawn for id_, name in ((one.start, one.start_name), (one.end, one.end_name))}
    nodes = [Node(id_, name, "group" if id_ in case.groups else "witness", id_) for id_, name in names.items()]
    picture = draw(nodes, [Arrow(one.start, one.end) for one in drawn]) if drawn else None
    return Network(dossier.title, tuple(steps[:_LISTED]), len(steps), picture, len(steps) - len(drawn))


def _steps(statement: "Statement") -> Iterator[tuple[How, str, str]]:
    """Yield from whom to whom a statement went, on its way to the witness, and from him to us."""
    chain = (statement.witness, *(statement.knows.chain if statement.knows is not None else ()))
    for end, start in itertools.pairwise(chain):
        yield "has it from", start, end
    for whom in statement.to:
        yield "told", statement.witness, whom
    onward = (statement.witness, *statement.via)
    for start, end in itertools.pairwise(onward):
        yield "passed on", start, end


def _step(case: "Case", start: str, end: str, said: dict[tuple[How, str], None]) -> Step:
    ids = dict.fromkeys(id_ for _, id_ in said)
    return Step(
        start, case.called(start), end, case.called(end), tuple(dict.fromkeys(how for how, _ in said)),
        tuple((id_, case.statements[id_].claim, case.called(case.statements[id_].claim)) for id_ in ids),
    )  # fmt: skip
