"""An event inside a window in which there was none."""

from collections.abc import Iterator

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.model.findings import Clash


def find(scene: Scene) -> Iterator[Clash]:
    """Find events that fall, surely or perhaps, where and when there was none of their kind."""
    windows: dict[str, list[Reading]] = {}
    for reading in scene.readings:
        if reading.facts.none is not None and reading.facts.when is not None:
            windows.setdefault(kind_of_event(reading.facts.none), []).append(reading)
    found: list[tuple[Grade, Clash]] = []
    for reading in scene.readings:
        if reading.facts.event is None or reading.facts.when is None:
            continue
        for window in windows.get(kind_of_event(reading.facts.event), []):
            grade = _grade(scene, reading, window)
            if grade is not Grade.NO and window.claim.id != reading.claim.id:
                found.append((grade, _clash(scene, reading, window, grade)))
    yield from strongest(found)


def kind_of_event(words: str) -> str:
    """Events are the same kind where their words are, capitals and spaces aside."""
    return " ".join(words.casefold().split())


def _grade(scene: Scene, event: Reading, window: Reading) -> Grade:
    happened, none = event.facts.when, window.facts.when
    assert happened is not None
    assert none is not None
    if not happened.may_meet(none):
        return Grade.NO
    in_time = Grade.MUST if none.surely_covers(happened) else Grade.MIGHT
    return min(in_time, scene.lie(event.facts.where, window.facts.where), _concerns(scene, event, window))


def _concerns(scene: Scene, event: Reading, window: Reading) -> Grade:
    """A window for certain people says nothing of an event without them."""
    wanted = {scene.identity.one(name) for name in window.facts.who}
    there = {scene.identity.one(name) for name in event.facts.who}
    if wanted <= there:
        return Grade.MUST
    return Grade.MIGHT


def _clash(scene: Scene, event: Reading, window: Reading, grade: Grade) -> Clash:
    assert event.facts.when is not None
    assert window.facts.when is not None
    at = f" at {scene.place(event.facts.where)}" if event.facts.where and not event.assumes else ""
    not_at = f"at {scene.place(window.facts.where)}" if window.facts.where else "anywhere"
    because = f"“{event.facts.event}”{at} is dated {when(event.facts.when)}; the other claim says that there was none"
    because += f" {not_at}, for {when(window.facts.when)}"
    ways_out: list[str] = []
    ways_out.append(f"“{event.facts.event}” does not mean the same in both")
    if window.facts.where and not event.assumes:
        ways_out.append(
            f"the place meant is another than {scene.place(window.facts.where)} (mistaken identity of the place)"
        )
    if window.facts.who:
        who = " or ".join(map(scene.case.called, window.facts.who))
        ways_out.append(f"somebody else is meant by {who} (mistaken identity)")
    if grade is Grade.MIGHT:
        ways_out.append("the date or the place of the event, more exactly known, lies outside the window")
    return scene.clash("event against none", grade, (event, window), because, ways_out)
