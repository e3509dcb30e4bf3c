"""What claims say of time, as bounds on unknown days.

The day on which a claim happened has the claim's id for a name; a span (`existed`, `none`) is the days `id<` and `id>`
on which it begins and ends. Days lie within the outer bounds of the dates, so that what is found impossible is
impossible under every reading.
"""

from collections.abc import Iterator, Sequence

from assay.examine.clashes.events import kind_of_event
from assay.examine.clashes.journeys import journeys
from assay.examine.clashes.orders import ordered
from assay.examine.clashes.said import Said, atoms, happens
from assay.examine.clashes.scene import Grade, Reading, Scene
from assay.examine.network import DAY, RANK, Atom, Constraint, Edge, day_edge
from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating
from assay.model.findings import Clash


def bounds(scene: Scene, pairs: Sequence[Clash]) -> Iterator[Said]:
    """Yield all that the claims of a scene say of time, and the clashes of two that are known to be sure."""
    happenings = [reading for reading in scene.readings if happens(reading)]
    further = [*_between(scene, happenings, pairs)]
    named = {name for one in further for name in unknowns(one.constraint)}
    # The date of what nothing else is said of binds nobody.
    yield from _dates(scene, [one for one in happenings if one.subject in named or one.claim.id in named])
    yield from further


def _between(scene: Scene, happenings: Sequence[Reading], pairs: Sequence[Clash]) -> Iterator[Said]:
    yield from _lives(scene, happenings)
    yield from _existence(scene, happenings)
    yield from _nothing(scene, happenings)
    yield from journeys(scene, happenings)
    for constraint, readings in ordered(scene):
        yield Said(constraint, "order" if constraint.alternatives else "excludes", readings)
    by_id = {reading.claim.id: reading for reading in reversed(scene.readings)}
    for clash in pairs:
        if clash.must:
            owners = frozenset(("claim", member) for member in clash.members)
            readings = tuple(by_id[member] for member in clash.members)
            yield Said(Constraint(owners, (), clash.kind), "pair", readings, clash.because)


def unknowns(constraint: Constraint) -> list[str]:
    """Name the claims in whose name a bound is, and those of whose days it is."""
    days = (name.rstrip("<>") for way in constraint.alternatives for edge in way for name in edge[:2] if name)
    claims = (id_ for kind, id_ in constraint.owners if kind != "register")
    return list(dict.fromkeys([*sorted(claims), *days]))


def _doubted(reading: Reading, date: Dating | None) -> frozenset[Atom]:
    return frozenset({("date", reading.subject)}) if date is not None and date.doubtful else frozenset()


def from_day(name: str, day: int) -> Edge:
    """Say that an unknown lies on a day or after it."""
    return ("", name, day * DAY)


def until_day(name: str, day: int) -> Edge:
    """Say that an unknown lies on a day or before it."""
    return (name, "", -day * DAY - RANK)


def _dates(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    for reading in happenings:
        date = reading.facts.when
        if date is not None and date.is_known and not _repeats(scene, reading):
            edges = (from_day(reading.subject, date.earliest), until_day(reading.subject, date.latest))
            yield Said(Constraint(atoms(reading) | _doubted(reading, date), (edges,), ""), "date", (reading,))


def _repeats(scene: Scene, reading: Reading) -> bool:
    """Say whether a date stands in the words already, and is not what is assumed."""
    return bool(reading.assumes) and scene.case.claims[reading.subject].assumed.when is None


def _span(reading: Reading) -> tuple[Edge, ...]:
    """The days on which something that lasted began and ended, as vague as its date leaves them."""
    date = reading.facts.existed or reading.facts.when
    assert date is not None
    begin, end = f"{reading.subject}<", f"{reading.subject}>"
    return (
        from_day(begin, date.earliest),
        until_day(begin, min(date.sure_from, DISTANT_FUTURE)),
        from_day(end, max(date.sure_to, DISTANT_PAST)),
        until_day(end, date.latest),
        day_edge(begin, end, 0),
    )


def _spans(reading: Reading, date: Dating) -> Said:
    return Said(Constraint(atoms(reading) | _doubted(reading, date), (_span(reading),), ""), "span", (reading,))


def _existence(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    standing: dict[str, list[Reading]] = {}
    for reading in scene.readings:
        if reading.facts.existed is not None and reading.facts.where is not None:
            standing.setdefault(scene.gazetteer.one(reading.facts.where), []).append(reading)
            yield _spans(reading, reading.facts.existed)
    for reading in happenings:
        if reading.facts.where is None:
            continue
        here = scene.gazetteer.one(reading.facts.where)
        for place in (here, *sorted(scene.gazetteer.around(here))):
            for other in standing.get(place, ()):
                name = other.subject
                edges = (day_edge(f"{name}<", reading.subject, 0), day_edge(reading.subject, f"{name}>", 0))
                yield Said(Constraint(atoms(reading, other), (edges,), ""), "existed", (reading, other), place)
            known = scene.case.places.get(place)
            if known is not None and known.existed is not None:
                day, existed = reading.subject, known.existed
                edges = (from_day(day, existed.earliest), until_day(day, existed.latest))
                owners = atoms(reading) | {("register", place)}
                yield Said(Constraint(owners, (edges,), ""), "register", (reading,), place)


def _lives(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    for reading in happenings:
        for name in dict.fromkeys(map(scene.identity.one, reading.facts.who)):
            person = scene.case.persons.get(name)
            edges: list[Edge] = []
            if person is not None and person.born is not None:
                edges.append(from_day(reading.subject, person.born.earliest))
            if person is not None and person.died is not None:
                edges.append(until_day(reading.subject, person.died.latest))
            if edges:
                owners = atoms(reading) | {("register", name)}
                yield Said(Constraint(owners, (tuple(edges),), ""), "life", (reading,), name)


def _nothing(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    windows: dict[str, list[Reading]] = {}
    for reading in scene.readings:
        if reading.facts.none is not None and reading.facts.when is not None:
            windows.setdefault(kind_of_event(reading.facts.none), []).append(reading)
            yield _spans(reading, reading.facts.when)
    for reading in happenings:
        for window in windows.get(kind_of_event(reading.facts.event or ""), ()):
            there = set(map(scene.identity.one, reading.facts.who))
            wanted = set(map(scene.identity.one, window.facts.who))
            if wanted <= there and scene.lie(reading.facts.where, window.facts.where) is Grade.MUST:
                ways = (
                    (day_edge(reading.subject, f"{window.subject}<", 1),),
                    (day_edge(f"{window.subject}>", reading.subject, 1),),
                )
                yield Said(Constraint(atoms(reading, window), ways, ""), "none", (reading, window))
