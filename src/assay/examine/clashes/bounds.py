"""What claims say of time, as bounds on unknown days.

The day on which a claim happened has the claim's id for a name; a span (`existed`, `none`) is the days `id<` and `id>`
on which it begins and ends. Days lie within the outer bounds of the dates, so that what is found impossible is
impossible under every reading.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.examine.clashes.events import kind_of_event
from assay.examine.clashes.orders import ordered
from assay.examine.clashes.presence import Presence
from assay.examine.clashes.scene import Grade, Reading, Scene
from assay.examine.network import DAY, RANK, Atom, Constraint, Edge, day_edge
from assay.examine.places import Lie
from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating
from assay.model.findings import Clash


class Said(Struct, frozen=True):
    """A constraint, and what it comes from: the sort of bound, and the readings that bring it in."""

    constraint: Constraint
    sort: str
    readings: tuple[Reading, ...]
    about: str = ""
    """The person or place concerned."""


def bounds(scene: Scene, pairs: Sequence[Clash]) -> Iterator[Said]:
    """Yield all that the claims of a scene say of time, and the clashes of two that are known to be sure."""
    happenings = [reading for reading in scene.readings if happens(reading)]
    yield from _dates(scene, happenings)
    yield from _lives(scene, happenings)
    yield from _existence(scene, happenings)
    yield from _nothing(scene, happenings)
    yield from _presences(scene, happenings)
    for constraint, readings in ordered(scene, atoms):
        yield Said(constraint, "order" if constraint.alternatives else "excludes", readings)
    by_id = {reading.claim.id: reading for reading in reversed(scene.readings)}
    for clash in pairs:
        if clash.must:
            owners = frozenset(("claim", member) for member in clash.members)
            readings = tuple(by_id[member] for member in clash.members)
            yield Said(Constraint(owners, (), clash.kind), "pair", readings, clash.because)


def happens(reading: Reading) -> bool:
    """Say whether a reading tells of something that happened at some time, not of a state or a number."""
    facts = reading.facts
    return facts.none is None and facts.existed is None and facts.count is None


def atoms(*readings: Reading) -> frozenset[Atom]:
    """Return what must be believed for readings to hold."""
    found: set[Atom] = set()
    for reading in readings:
        found.add(("claim", reading.claim.id))
        if reading.assumes:
            found.add(("assumption", reading.subject))
    return frozenset(found)


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


MOST_PRESENCES = 30
"""How many presences of one person are laid into the network pair by pair."""


def _presences(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    timed = scene.timed
    by_person: dict[str, list[Presence]] = {}
    for reading in happenings:
        if reading.facts.where is not None and (reading.facts.when is not None or reading.subject in timed):
            date = reading.facts.when
            sure = Dating("", DISTANT_PAST, DISTANT_FUTURE, 0, 0) if date is None or date.doubtful else date
            for name in dict.fromkeys(map(scene.identity.one, reading.facts.who)):
                if name not in scene.case.groups:
                    by_person.setdefault(name, []).append(Presence(name, reading.facts.where, sure, reading))
    for name, presences in by_person.items():
        presences.sort(key=lambda p: (p.when.earliest, p.when.latest, p.reading.claim.id, p.reading.assumes))
        if len(presences) > MOST_PRESENCES and any(not p.when.is_one_day for p in presences):
            scene.limits.append(
                f"{scene.case.called(name)} is said to have been in a place {len(presences)} times: these were compared"
                " two by two, and not for whether there was time for several journeys together"
            )
            continue
        for number, one in enumerate(presences[: MOST_PRESENCES * 100]):
            yield from _apart(scene, one, presences[number + 1 : number + 1 + MOST_PRESENCES])


def _apart(scene: Scene, one: Presence, following: Sequence[Presence]) -> Iterator[Said]:
    for other in following:
        if one.reading.subject == other.reading.subject or one.reading.claim.id == other.reading.claim.id:
            continue
        if scene.gazetteer.lie(one.where, other.where) is not Lie.APART:
            continue
        days = scene.gazetteer.journey(one.where, other.where, max(one.when.latest, other.when.latest)).days_apart
        if days and other.when.earliest - one.when.latest < days:
            here, there = one.reading.subject, other.reading.subject
            ways = ((day_edge(here, there, days),), (day_edge(there, here, days),))
            owners = atoms(one.reading, other.reading)
            yield Said(Constraint(owners, ways, ""), "apart", (one.reading, other.reading), one.person)
