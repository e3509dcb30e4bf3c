"""Nobody is in two places on one day: of two presences, one came first, and left time for the journey."""

from collections.abc import Iterator, Sequence

from assay.examine.clashes.presence import Presence
from assay.examine.clashes.said import Said, atoms
from assay.examine.clashes.scene import Reading, Scene
from assay.examine.network import Constraint, day_edge
from assay.examine.places import Lie
from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating

MOST_PRESENCES = 30
"""How many presences of one person are laid into the network pair by pair."""


def journeys(scene: Scene, happenings: Sequence[Reading]) -> Iterator[Said]:
    """Yield, of any two presences of one person that may come too close, that one was first, with time for the way."""
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
