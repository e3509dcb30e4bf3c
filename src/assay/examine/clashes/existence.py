"""A place outside its existence."""

import itertools
from collections.abc import Iterator

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.model.dates import Dating
from assay.model.findings import Clash


def find(scene: Scene) -> Iterator[Clash]:
    """Find what is said to have happened in a place when it did not stand.

    What nobody testifies to, a place's own `existed` in the register, makes a clash that only might be.
    """
    standing: dict[str, list[Reading]] = {}
    for reading in scene.readings:
        if reading.facts.existed is not None and reading.facts.where is not None:
            standing.setdefault(scene.gazetteer.one(reading.facts.where), []).append(reading)
    found: list[tuple[Grade, Clash]] = []
    for reading in scene.readings:
        facts = reading.facts
        if (
            facts.where is None
            or facts.when is None
            or facts.existed is not None
            or facts.none is not None
            or facts.count
        ):
            continue
        here = scene.gazetteer.one(facts.where)
        for place in (here, *sorted(scene.gazetteer.around(here))):
            for other in standing.get(place, []):
                assert other.facts.existed is not None
                grade = _grade(facts.when, other.facts.existed)
                if grade is not Grade.NO and other.claim.id != reading.claim.id:
                    found.append((grade, _clash(scene, reading, other, place, grade)))
            existed = scene.case.places[place].existed if place in scene.case.places else None
            if existed is not None and _grade(facts.when, existed) is not Grade.NO:
                found.append((Grade.MIGHT, _by_register(scene, reading, place, existed)))
    for place, readings in standing.items():
        for one, other in itertools.combinations(readings, 2):
            found += _two_spans(scene, one, other, place)
    yield from strongest(found)


def _two_spans(scene: Scene, one: Reading, other: Reading, place: str) -> Iterator[tuple[Grade, Clash]]:
    """What existed at one time, and at no other, did not exist at a time apart from it."""
    first, second = one.facts.existed, other.facts.existed
    assert first is not None
    assert second is not None
    may_lie_apart = first.sure_to < second.sure_from or second.sure_to < first.sure_from
    if one.claim.id != other.claim.id and may_lie_apart:
        surely = not (first.may_meet(second) or first.doubtful or second.doubtful)
        grade = Grade.MUST if surely else Grade.MIGHT
        name = scene.place(place)
        because = f"{name} existed {when(first)} by the one and {when(second)} by the other"
        ways_out = [f"there were two places called {name} (mistaken identity of the place)"]
        if grade is Grade.MIGHT:
            because += ", which may lie apart"
            ways_out.append("the dates, more exactly known, meet")
        yield grade, scene.clash("outside its existence", grade, (one, other), because, ways_out)


def _grade(happened: Dating, existed: Dating) -> Grade:
    if not happened.may_meet(existed):
        return Grade.MIGHT if happened.doubtful or existed.doubtful else Grade.MUST
    return Grade.NO if existed.surely_covers(happened) else Grade.MIGHT


def _clash(scene: Scene, there: Reading, other: Reading, place: str, grade: Grade) -> Clash:
    assert there.facts.when is not None
    assert other.facts.existed is not None
    name = scene.place(place)
    because = f"{name} existed {when(other.facts.existed)}; “{there.claim.title}” is dated {when(there.facts.when)}"
    ways_out = [f"the place meant is another than {name} (mistaken identity of the place)"]
    if grade is Grade.MIGHT:
        ways_out.append("the dates, more exactly known, agree")
    return scene.clash("outside its existence", grade, (there, other), because, ways_out)


def _by_register(scene: Scene, there: Reading, place: str, existed: Dating) -> Clash:
    assert there.facts.when is not None
    name = scene.place(place)
    because = (
        f"{name} existed {when(existed)} by the register, for which nobody speaks; “{there.claim.title}”"
        f" is dated {when(there.facts.when)}"
    )
    ways_out = [f"the register is wrong about {name}: make it a claim, and cite who says so"]
    return scene.clash("outside its existence", Grade.MIGHT, (there,), because, ways_out)
