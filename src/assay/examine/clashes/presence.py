"""One person in two places at once, or sooner than anybody could have come from the one to the other."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.examine.clashes.sweep import sweep
from assay.examine.places import Lie
from assay.examine.travel import Journey
from assay.model.dates import Dating
from assay.model.findings import Clash

MOST_MIGHTS = 40
"""How many clashes that only might be are listed of one person, the narrowest dates first; the rest are counted."""
_LONGEST = 20038
"""Half the way around the world, in kilometres."""


class Presence(Struct, frozen=True):
    """A person, in a place, on some day within a date."""

    person: str
    where: str
    when: Dating
    reading: Reading


def find(scene: Scene) -> Iterator[Clash]:
    """Find persons who were in two places, neither in the other, with no time for the journey between.

    A day is the finest that the casebook knows. Where the way is not known (no coordinates), two places on one day must
    clash; where it is, only what takes longer than the days allow. Vaguer dates that can share a day might clash.
    """
    presences = tuple(presences_of(scene))
    persons = {name: number for number, name in enumerate(dict.fromkeys(one.person for one in presences))}
    if len(presences) == len(persons):
        return  # nobody was anywhere twice
    found: dict[str, list[tuple[Grade, Clash, int]]] = {}
    pairs, meetings = _near(scene, presences, persons)
    for one, other in pairs:
        graded = _compared(scene, one, other)
        if graded is not None:
            found.setdefault(one.person, []).append(graded)
    listed = [
        clash for person in sorted(found) for clash in _listed(scene, person, found[person], meetings[persons[person]])
    ]
    # Two people who were together clash once.
    yield from strongest([(Grade.MUST if clash.must else Grade.MIGHT, clash) for clash in listed])


def presences_of(scene: Scene) -> Iterator[Presence]:
    """Yield who was where and when. A group is in no one place."""
    for reading in scene.readings:
        facts = reading.facts
        if facts.where is None or facts.when is None or not facts.when.is_known:
            continue
        if facts.none is not None or facts.existed is not None or facts.count is not None:
            continue
        for name in dict.fromkeys(map(scene.identity.one, facts.who)):
            if name not in scene.case.groups:
                yield Presence(name, facts.where, facts.when, reading)


def _near(
    scene: Scene, presences: Sequence[Presence], persons: dict[str, int]
) -> tuple[list[tuple[Presence, Presence]], Sequence[int]]:
    """Pair the presences that lie close enough in time; say how many pairs of each person may share a day."""
    import numpy as np  # noqa: PLC0415 - only where somebody was in two places

    names: dict[str, int] = {}
    place = np.array([names.setdefault(scene.gazetteer.one(one.where), len(names)) for one in presences])
    person = np.array([persons[one.person] for one in presences])
    first = np.array([one.when.earliest for one in presences])
    last = np.array([one.when.latest for one in presences])
    slowest = scene.gazetteer.journey("", "", int(last.min())).speed
    reach = _LONGEST // (slowest * 24) + 1 if scene.gazetteer.has_coordinates else 1
    swept = sweep(person, first, last, place, reach)
    numbers = zip(swept.one.tolist(), swept.other.tolist(), strict=True)
    return [(presences[one], presences[other]) for one, other in numbers], swept.of_person.tolist()


def _compared(scene: Scene, one: Presence, other: Presence) -> tuple[Grade, Clash, int] | None:
    """Compare two presences; the number tells how wide their dates are."""
    if one.reading.claim.id == other.reading.claim.id or scene.gazetteer.lie(one.where, other.where) is not Lie.APART:
        return None
    journey = scene.gazetteer.journey(one.where, other.where, max(one.when.latest, other.when.latest))
    if journey.is_short:
        return None
    nearest = max(other.when.earliest - one.when.latest, one.when.earliest - other.when.latest)
    widest = max(other.when.latest - one.when.earliest, one.when.latest - other.when.earliest)
    if nearest >= max(journey.days_apart, 1):
        return None
    doubtful = one.when.doubtful or other.when.doubtful
    grade = Grade.MUST if widest < journey.days_apart and not doubtful else Grade.MIGHT
    one, other = sorted((one, other), key=lambda p: (p.when.earliest, p.when.latest, p.reading.claim.id, p.where))
    return grade, _clash(scene, one, other, grade, journey), widest


def _listed(scene: Scene, person: str, clashes: list[tuple[Grade, Clash, int]], meetings: int) -> Iterator[Clash]:
    """List what must be, and of what only might be the narrowest; say how much is left out."""
    kept = {id(clash): width for _, clash, width in clashes}
    best = list(strongest([(grade, clash) for grade, clash, _ in clashes]))
    yield from (clash for clash in best if clash.must)
    might = sorted((clash for clash in best if not clash.must), key=lambda c: (kept[id(c)], c.members))
    yield from might[:MOST_MIGHTS]
    left = len(might) - MOST_MIGHTS + max(0, meetings - len(best))
    if len(might) > MOST_MIGHTS:
        scene.limited.add(person)
        scene.limits.append(
            f"{scene.case.called(person)}: only the {MOST_MIGHTS} narrowest of the pairs of vague dates that may be the"
            f" same day are listed; up to {left} more are not"
        )


def _clash(scene: Scene, one: Presence, other: Presence, grade: Grade, journey: Journey) -> Clash:
    who, here, there = scene.case.called(one.person), scene.place(one.where), scene.place(other.where)
    ways_out = [
        f"two different persons are meant by {who} (mistaken identity)",
        "one of the two places lies in the other, which the casebook does not have",
    ]
    same_day = one.when.is_one_day and one.when.same_days(other.when)
    if same_day:
        because = f"{who} was at {here} and at {there} on the same day, {when(one.when)}"
    else:
        because = f"{who} was at {here} ({when(one.when)}) and at {there} ({when(other.when)})"
        if grade is Grade.MIGHT:
            because += (
                ", and no date excludes the same day"
                if journey.days_apart <= 1
                else ", which may be too close together"
            )
    if grade is Grade.MIGHT and not same_day:
        ways_out.append("these were different days")
    if journey.hours is None:
        ways_out += ["the journey between them was made within the day"] if same_day else []
    else:
        because += f"; {_way(journey)}"
        faster = f"they travelled at more than {journey.speed} km/h"
        ways_out.append(faster if grade is Grade.MUST else "the journey was made in time")
    return scene.clash("two places at once", grade, (one.reading, other.reading), because, ways_out)


def _way(journey: Journey) -> str:
    return f"the {journey.kilometres:,.0f} km between them take {journey.hours:,.0f} hours at {journey.speed} km/h"
