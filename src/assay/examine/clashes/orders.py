"""What is said to have come after what, and what excludes what by implication."""

from collections.abc import Iterator

from assay.examine.clashes.said import atoms
from assay.examine.clashes.scene import Reading, Scene
from assay.examine.network import DAY, RANK, Constraint, Edge, day_edge
from assay.model.entries import Order


def ordered(scene: Scene) -> Iterator[tuple[Constraint, tuple[Reading, ...]]]:
    """Yield the order of claims in time, each in the name of those who speak for the one and for the other."""
    plain = [reading for reading in scene.readings if not reading.assumes]
    by_subject: dict[str, list[Reading]] = {}
    for reading in plain:
        by_subject.setdefault(reading.subject, []).append(reading)
    for reading in plain:
        claim = scene.case.claims[reading.subject]
        for order in claim.after:
            for other in by_subject.get(order.claim, ()):
                yield _constraint(reading, other, _edges(order, order.claim, claim.id))
        for order in claim.before:
            for other in by_subject.get(order.claim, ()):
                yield _constraint(reading, other, _edges(order, claim.id, order.claim))
        for excluded in claim.excludes:
            for other in by_subject.get(excluded, ()):
                # Whom nobody's implication brings in is denied, which is no clash.
                if (reading.of or other.of) and reading.claim.id != other.claim.id:
                    yield Constraint(atoms(reading, other), (), ""), (reading, other)


def _constraint(reading: Reading, other: Reading, edges: tuple[Edge, ...]) -> tuple[Constraint, tuple[Reading, ...]]:
    return Constraint(atoms(reading, other), (edges,), ""), (reading, other)


def _edges(order: Order, earlier: str, later: str) -> tuple[Edge, ...]:
    """Bounds on the way from the earlier to the later: later at all, at least so many days, at most so many."""
    edges = [(earlier, later, 1)]
    if order.at_least is not None:
        edges.append(day_edge(earlier, later, order.at_least))
    if order.at_most is not None:
        edges.append((later, earlier, -order.at_most * DAY - RANK))
    return tuple(edges)
