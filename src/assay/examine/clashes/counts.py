"""Numbers that disagree over the same scope."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.model.entries import Count
from assay.model.findings import Clash

_Scope = tuple[str, str | None, tuple[int, ...] | None, tuple[str, ...]]


def find(scene: Scene) -> Iterator[Clash]:
    """Find counts of the same unit, place and dates of which no number satisfies both.

    Where neither says of which dates, the scope is not known to be the same, and the clash only might be.
    """
    scopes: dict[_Scope, list[Reading]] = {}
    for reading in scene.readings:
        count, date = reading.facts.count, reading.facts.when
        if count is None:
            continue
        days = None if date is None else (date.earliest, date.latest, date.sure_from, date.sure_to)
        who = tuple(sorted(scene.identity.one(name) for name in reading.facts.who))
        where = None if reading.facts.where is None else scene.gazetteer.one(reading.facts.where)
        scopes.setdefault((" ".join(count.unit.casefold().split()), where, days, who), []).append(reading)
    found: list[tuple[Grade, Clash]] = list(_parts(scene, scopes))
    for readings in scopes.values():
        for one, other in itertools.combinations(readings, 2):
            if one.claim.id != other.claim.id and not _agree(one.facts.count, other.facts.count):
                grade = _grade(one, other)
                found.append((grade, _clash(scene, one, other, grade)))
    yield from strongest(found)


def _parts(scene: Scene, scopes: Mapping[_Scope, Sequence[Reading]]) -> Iterator[tuple[Grade, Clash]]:
    """Compare a count with those over a wider scope: in a part there are not more than in the whole.

    A part is the same place or one within it, on the same days or on some of them. It holds for what is added up and
    for what lasted throughout alike.
    """
    wholes: dict[tuple[str, tuple[str, ...], str | None], list[_Scope]] = {}
    for scope in scopes:
        wholes.setdefault((scope[0], scope[3], scope[1]), []).append(scope)
    for part in scopes:
        places = () if part[1] is None else (part[1], *sorted(scene.gazetteer.around(part[1])))
        for place in places:
            for whole in wholes.get((part[0], part[3], place), ()):
                if whole != part and _within(part, whole):
                    for one, other in itertools.product(scopes[part], scopes[whole]):
                        if one.claim.id != other.claim.id and _exceeds(one.facts.count, other.facts.count):
                            grade = min(_grade(one, one), _grade(other, other))
                            yield grade, _too_many(scene, one, other, grade)


def _within(part: _Scope, whole: _Scope) -> bool:
    """Say whether the days of the one are surely among those of the other, or neither says of which days it speaks."""
    if part[2] is None or whole[2] is None:
        return part[2] == whole[2]
    return part[2] == whole[2] or (whole[2][2] <= part[2][0] and part[2][1] <= whole[2][3])


def _exceeds(part: Count | None, whole: Count | None) -> bool:
    assert part is not None
    assert whole is not None
    return part.low is not None and whole.high is not None and part.low > whole.high


def _too_many(scene: Scene, part: Reading, whole: Reading, grade: Grade) -> Clash:
    said = [
        f"“{one.facts.count.text}” in {scene.place(one.facts.where)}"
        + (f", {when(one.facts.when)}" if one.facts.when is not None else "")
        for one in (part, whole)
        if one.facts.count is not None
    ]
    because = f"{said[0]}, are more than {said[1]}, of which they are a part"
    ways_out = [f"“{part.facts.count.unit}” was not counted alike"] if part.facts.count is not None else []
    if grade is Grade.MIGHT:
        ways_out.append("the two speak of different dates")
    return scene.clash("counts", grade, (part, whole), because, ways_out)


def _agree(one: Count | None, other: Count | None) -> bool:
    """Say whether some number satisfies both."""
    assert one is not None
    assert other is not None
    low = max((count.low for count in (one, other) if count.low is not None), default=None)
    high = min((count.high for count in (one, other) if count.high is not None), default=None)
    return low is None or high is None or low <= high


def _grade(one: Reading, other: Reading) -> Grade:
    dates = (one.facts.when, other.facts.when)
    if any(date is None or not date.is_sure for date in dates):
        return Grade.MIGHT
    return Grade.MUST


def _clash(scene: Scene, one: Reading, other: Reading, grade: Grade) -> Clash:
    assert one.facts.count is not None
    assert other.facts.count is not None
    at = f" in {scene.place(one.facts.where)}" if one.facts.where else ""
    date = f", {when(one.facts.when)}" if one.facts.when is not None else ""
    because = f"“{one.facts.count.text}” against “{other.facts.count.text}”{at}{date}: no number is both"
    ways_out = [f"“{one.facts.count.unit}” was not counted alike"]
    if grade is Grade.MIGHT:
        ways_out.append("the two speak of different dates")
    return scene.clash("counts", grade, (one, other), because, ways_out)
