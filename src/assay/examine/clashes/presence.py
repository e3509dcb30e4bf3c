"""One person in two places at once."""

from collections.abc import Iterator

from msgspec import Struct

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.examine.places import Lie
from assay.model.dates import Dating
from assay.model.findings import Clash


class _Presence(Struct, frozen=True):
    person: str
    where: str
    when: Dating
    reading: Reading


def find(scene: Scene) -> Iterator[Clash]:
    """Find persons who were in two places, neither in the other, on one day.

    A day is the finest that the casebook knows: on the same day, in two places, must clash, and that the journey may
    have been made within the day is among the ways out. Vaguer dates that can share a day might clash.
    """
    by_person: dict[str, list[_Presence]] = {}
    for reading in scene.readings:
        facts = reading.facts
        if facts.where is None or facts.when is None or not facts.when.is_known:
            continue
        if facts.none is not None or facts.existed is not None or facts.count is not None:
            continue
        for name in facts.who:
            person = scene.identity.one(name)
            by_person.setdefault(person, []).append(_Presence(person, facts.where, facts.when, reading))
    found: list[tuple[Grade, Clash]] = []
    for presences in by_person.values():
        found += _sweep(scene, presences)
    yield from strongest(found)


def _sweep(scene: Scene, presences: list[_Presence]) -> Iterator[tuple[Grade, Clash]]:
    """Go through the presences by date, comparing each with those that are not over yet."""
    presences.sort(key=lambda presence: (presence.when.earliest, presence.when.latest, presence.reading.claim.id))
    open_: list[_Presence] = []
    for presence in presences:
        open_ = [other for other in open_ if other.when.latest >= presence.when.earliest]
        for other in open_:
            if other.reading.claim.id == presence.reading.claim.id:
                continue
            if scene.gazetteer.lie(other.where, presence.where) is Lie.APART:
                grade = Grade.MUST if other.when.is_one_day and presence.when.is_one_day else Grade.MIGHT
                yield grade, _clash(scene, other, presence, grade)
        open_.append(presence)


def _clash(scene: Scene, one: _Presence, other: _Presence, grade: Grade) -> Clash:
    who, here, there = scene.case.called(one.person), scene.place(one.where), scene.place(other.where)
    ways_out = [f"two different persons are meant by {who} (mistaken identity)", f"{here} and {there} are not apart"]
    if grade is Grade.MUST:
        because = f"{who} was at {here} and at {there} on the same day, {when(one.when)}"
        ways_out.append("the journey between them was made within the day")
    else:
        because = (
            f"{who} was at {here} ({when(one.when)}) and at {there} ({when(other.when)}), which may be the same day"
        )
        ways_out.append("the dates, more exactly known, are different days")
    return scene.clash("two places at once", grade, (one.reading, other.reading), because, ways_out)
