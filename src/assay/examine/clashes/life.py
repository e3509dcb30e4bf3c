"""People outside their lives: nobody meets anybody, or testifies, before birth or after death."""

from collections.abc import Iterator

from assay.examine.clashes.scene import Grade, Reading, Scene, strongest, when
from assay.model.dates import Dating, in_words
from assay.model.entries import Person, Statement
from assay.model.findings import Clash


def find(scene: Scene) -> Iterator[Clash]:
    """Find what is told of people, or by people, who on no reading of the dates were alive.

    Births and deaths stand in the register, for which nobody speaks: such a clash only might be. Dates that merely
    overlap are not called.
    """
    found: list[tuple[Grade, Clash]] = []
    for reading in scene.readings:
        facts = reading.facts
        if facts.when is None or facts.none is not None or facts.existed is not None or facts.count is not None:
            continue
        for name in dict.fromkeys(map(scene.identity.one, facts.who)):
            person = scene.case.persons.get(name)
            outside = None if person is None else _outside(person, facts.when)
            if person is not None and outside is not None:
                found.append((Grade.MIGHT, _clash(scene, reading, person, outside)))
    yield from strongest(found)
    yield from _testimony(scene)


def _outside(person: Person, date: Dating) -> str | None:
    if person.died is not None and person.died.surely_before(date):
        return f"died {when(person.died)}"
    if person.born is not None and date.surely_before(person.born):
        return f"was born {when(person.born)}"
    return None


def _clash(scene: Scene, reading: Reading, person: Person, outside: str) -> Clash:
    assert reading.facts.when is not None
    because = (
        f"{person.title} {outside} by the register, for which nobody speaks; “{reading.claim.title}”,"
        f" {when(reading.facts.when)}"
    )
    ways_out = [f"the register is wrong about {person.title}", f"somebody else is meant by {person.title}"]
    return scene.clash("outside a life", Grade.MIGHT, (reading,), because, ways_out)


def _testimony(scene: Scene) -> Iterator[Clash]:
    seen: set[str] = set()
    for reading in scene.readings:
        if reading.assumes or reading.of or reading.claim.id in seen:
            continue
        for statement in scene.case.by_claim.get(reading.claim.id, ()):
            witness = scene.case.persons.get(statement.witness)
            if witness is None or (witness.born is None and witness.died is None) or statement.act != "affirms":
                continue
            outside = _outside(witness, scene.dated(statement))
            if outside is not None:
                seen.add(reading.claim.id)
                yield _too_late(scene, reading, statement, f"{witness.title} {outside}")
                break


def _too_late(scene: Scene, reading: Reading, statement: Statement, outside: str) -> Clash:
    because = f"{outside} by the register, and is said to have spoken for it {in_words(statement.date.text)}"
    ways_out = ["the words were published later than they were said", "somebody else is the witness"]
    return scene.clash("testimony outside a life", Grade.MIGHT, (reading,), because, ways_out)
