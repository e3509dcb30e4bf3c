"""Conflicts of several claims in sentences, with the page on which each claim stands."""

from collections.abc import Iterator, Sequence

from assay.examine.clashes.said import Said
from assay.examine.clashes.scene import Reading, Scene, when
from assay.examine.network import Atom, Core, solve
from assay.examine.travel import Journey
from assay.model.dates import DISTANT_FUTURE
from assay.model.entries import Order
from assay.model.findings import Clash

_KINDS = {"order": "order of events", "apart": "no time for the journeys", "excludes": "excluded by what it implies"}


def as_clash(scene: Scene, component: Sequence[Said], conflict: frozenset[Atom]) -> Clash:
    """Put a conflict into words: each bound that it needs is a sentence."""
    needed = _needed([one for one in component if one.constraint.owners <= conflict])
    members = tuple(sorted({id_ for kind, id_ in conflict if kind == "claim"}))
    must = all(kind == "claim" for kind, _ in conflict)
    sorts = {one.sort for one in needed}
    kind = next((words for sort, words in _KINDS.items() if sort in sorts), "not all of these")
    telling = _Telling(scene)
    told = list(dict.fromkeys(sentence for one in needed for sentence in telling.sentences(one)))
    out = [_given_up(scene, atom) for atom in sorted(conflict, key=lambda atom: (atom[0] != "claim", atom))]
    out += dict.fromkeys(way for one in needed for way in _ways_out(scene, one))
    return Clash(
        kind,
        must,
        members,
        "; ".join(told) + ("; these cannot all be true" if len(members) > 1 else ""),
        tuple(out),
        must and any(scene.heard[member] for member in members),
    )


def _given_up(scene: Scene, atom: Atom) -> str:
    kind, id_ = atom
    match kind:
        case "claim":
            return f"“{scene.case.called(id_)}” is not so"
        case "assumption":
            return f"it is not so {scene.assumed(id_)}"
        case _:
            return f"{named(scene, atom)} is wrong"


def named(scene: Scene, atom: Atom) -> str:
    """Name something that can be given up."""
    kind, id_ = atom
    match kind:
        case "claim":
            return id_
        case "assumption":
            return f"the assumption {scene.assumed(id_)} (of {id_})"
        case "date":
            return f"the doubtful date of {id_}"
        case _:
            return f"what the register says of {scene.case.called(id_)}"


def _needed(said: Sequence[Said]) -> list[Said]:
    """Leave out every bound without which the rest cannot hold either."""
    kept = list(said)
    for one in said:
        less = [other for other in kept if other is not one]
        if isinstance(solve([other.constraint for other in less]), Core):
            kept = less
    order = {"date": 0, "span": 1}
    return sorted(kept, key=lambda one: (order.get(one.sort, 2), sorted(one.constraint.owners)))


class _Telling:
    """The sentences of one clash: the page of a claim is named the first time."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._paged: set[str] = set()

    def sentences(self, said: Said) -> Iterator[str]:
        """Write a bound, and what is to be said of the readings that it comes from."""
        yield from self._bound(said)
        for one in said.readings:
            if one.of:
                yield f"“{one.claim.title}” implies “{self._scene.case.called(one.of)}”"
            if one.assumes:
                yield f"this takes it {one.assumes}, which the words do not say"
            if one.dated and said.sort in ("date", "span"):
                yield one.dated

    def _bound(self, said: Said) -> Iterator[str]:
        scene, reading, other = self._scene, said.readings[0], said.readings[-1]
        match said.sort:
            case "date":
                assert reading.facts.when is not None
                yield f"{self._title(reading)}, {when(reading.facts.when)}"
            case "span" if reading.facts.existed is not None:
                yield f"{scene.place(reading.facts.where)} existed {when(reading.facts.existed)}{self._page(reading)}"
            case "span":
                assert reading.facts.when is not None
                yield f"there was no “{reading.facts.none}”, {when(reading.facts.when)}{self._page(reading)}"
            case "existed" | "register":
                by = "" if said.sort == "existed" else f", which existed {_register(scene, said.about)} by the register"
                yield f"{self._title(reading)} was at {scene.place(said.about)}{by}"
            case "life":
                who = f"{scene.case.called(said.about)}, who {_life(scene, said.about)} by the register"
                yield f"{self._title(reading)} concerns {who}"
            case "none":
                yield f"{self._title(reading)} is of the kind of which there was none by “{other.claim.title}”"
            case "apart":
                yield from self._apart(said, reading, other)
            case "order":
                yield from self._orders(reading, other)
            case "excludes":
                yield f"{self._title(reading)} and {self._title(other)} exclude each other"
            case _:
                yield said.about

    def _apart(self, said: Said, reading: Reading, other: Reading) -> Iterator[str]:
        here, there = self._scene.place(reading.facts.where), self._scene.place(other.facts.where)
        who, journey = self._scene.case.called(said.about), _journey(self._scene, said)
        if journey.hours is None:
            yield f"{who} was not at {here} and at {there} on one day"
        else:
            yield f"from {here} to {there}, or back, {who} needed {journey.hours:,.0f} hours ({way(journey)})"

    def _orders(self, reading: Reading, other: Reading) -> Iterator[str]:
        claim = self._scene.case.claims[reading.subject]
        for word, orders in (("after", claim.after), ("before", claim.before)):
            for order in orders:
                if order.claim == other.subject:
                    yield f"{self._title(reading)} came{_by(order)} {word} {self._title(other)}"

    def _title(self, reading: Reading) -> str:
        return f"“{self._scene.case.called(reading.subject)}”{self._page(reading)}"

    def _page(self, reading: Reading) -> str:
        if reading.claim.id in self._paged:
            return ""
        self._paged.add(reading.claim.id)
        return page(self._scene, reading)


def _journey(scene: Scene, said: Said) -> Journey:
    one, other = (reading.facts.where for reading in (said.readings[0], said.readings[-1]))
    assert one is not None
    assert other is not None
    days = [r.facts.when.latest for r in said.readings if r.facts.when is not None]
    return scene.gazetteer.journey(one, other, max(days, default=DISTANT_FUTURE))


def way(journey: Journey) -> str:
    """Write how far and how fast."""
    return f"{journey.kilometres:,.0f} km at {journey.speed} km/h"


def _by(order: Order) -> str:
    return f" {order.said}" if order.said else ""


def page(scene: Scene, reading: Reading) -> str:
    """Say where a claim stands: the work and page of the first statement that affirms it."""
    for statement in scene.case.by_claim.get(reading.claim.id, ()):
        if statement.act == "affirms" and statement.cites:
            cite = statement.cites[0]
            where = "" if cite.locator is None else f", {cite.locator}"
            return f" ({scene.case.called(cite.source)}{where})"
    return ""


def _register(scene: Scene, place: str) -> str:
    existed = scene.case.places[place].existed
    assert existed is not None
    return when(existed)


def _life(scene: Scene, name: str) -> str:
    person = scene.case.persons[name]
    said = [f"was born {when(person.born)}"] if person.born is not None else []
    said += [f"died {when(person.died)}"] if person.died is not None else []
    return " and ".join(said)


def _ways_out(scene: Scene, said: Said) -> Iterator[str]:
    match said.sort:
        case "apart":
            yield f"two different persons are meant by {scene.case.called(said.about)} (mistaken identity)"
            journey = _journey(scene, said)
            if journey.hours is not None:
                yield f"they travelled at more than {journey.speed} km/h"
        case "existed":
            name = scene.place(said.about)
            yield f"the place meant is another than {name} (mistaken identity of the place)"
        case "none":
            yield f"“{said.readings[0].facts.event}” does not mean the same in both"
        case _:
            return
