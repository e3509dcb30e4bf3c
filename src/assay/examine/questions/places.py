"""Where was it, and is this the place, or the person, that is meant?"""

from collections.abc import Iterator

from msgspec import structs

from assay.examine.identity import Identity
from assay.examine.places import Gazetteer, Lie
from assay.examine.questions.asking import Asked, Edit, Inquiry, as_it_is, elsewhere, somebody, with_facts
from assay.model.case import Case
from assay.model.dates import in_words
from assay.model.entries import Claim, Facts
from assay.model.findings import Clash


def ask(scene: Inquiry) -> Iterator[Asked]:
    """Ask for what a clash assumes, for a place more exactly known, and for mistaken identity."""
    gazetteer = Gazetteer(scene.case, Identity(scene.case))
    for clash in scene.clashes:
        for id_ in clash.members:
            claim = scene.case.claims[id_]
            others = [scene.case.claims[other] for other in clash.members if other != id_]
            if claim.assumed != Facts():
                yield _assumed(scene, claim)
            for other in others:
                yield from _placed(scene, gazetteer, claim, other)
                if clash.must:
                    yield from _same_person(scene, clash, claim, other)
            if clash.must:
                yield from _same_place(scene, claim)


def _assumed(scene: Inquiry, claim: Claim) -> Asked:
    words = (
        f"Is it so {_facts(scene, claim.assumed)}? A clash takes it for granted; the words of {scene.title(claim.id)}"
    )
    words += " do not say it."
    assumed = claim.assumed
    yes = with_facts(claim.id, lambda facts: facts.assuming(assumed), Facts())
    no = with_facts(claim.id, lambda facts: facts, Facts())
    return Asked("place" if assumed.where else "date", words, (("yes", yes), ("no", no)), scene.affirming(claim.id))


def _facts(scene: Inquiry, facts: Facts) -> str:
    said = [f"that it was at {scene.name(facts.where)}"] if facts.where else []
    said += [f"that it was in {in_words(facts.when.text)}"] if facts.when else []
    said += [f"that it concerned {scene.names(facts.who)}"] if facts.who else []
    said += [f"that there was “{words}”" for words in (facts.event, facts.count and facts.count.text) if words]
    return " and ".join(said) or "that its assumption holds"


def _placed(scene: Inquiry, gazetteer: Gazetteer, claim: Claim, other: Claim) -> Iterator[Asked]:
    """Ask whether what was in a place was in the part of it that the other claim speaks of."""
    here, there = claim.facts.where, other.facts.where
    if (
        there is None
        or claim.assumed.where is not None
        or (here is not None and gazetteer.lie(here, there) is not Lie.AROUND)
    ):
        return
    around = () if here is None else (here,)
    within = "" if here is None else f", which lies in {scene.name(here)}"
    yield Asked(
        "place",
        f"Was it at {scene.name(there)}{within}: {scene.title(claim.id)}?",
        (
            ("yes", with_facts(claim.id, lambda facts: structs.replace(facts, where=there))),
            ("no", _away(claim, around)),
        ),
        scene.affirming(claim.id),
    )


def _away(claim: Claim, around: tuple[str, ...]) -> Edit:
    def edit(case: Case) -> Case:
        case, id_ = elsewhere(case, around)
        return with_facts(claim.id, lambda facts: structs.replace(facts, where=id_))(case)

    return edit


def _same_place(scene: Inquiry, claim: Claim) -> Iterator[Asked]:
    """Ask whether a place that did not stand, or saw nothing of the kind, is the one that the others mean."""
    where = claim.facts.where
    if where is None or (claim.facts.existed is None and claim.facts.none is None):
        return
    met = {m for clash in scene.clashes if clash.must and claim.id in clash.members for m in clash.members}
    others = sorted(m for m in met if m != claim.id and scene.case.claims[m].facts.where is not None)
    if others:
        around = scene.case.places[where].within if where in scene.case.places else ()
        *most, last = map(scene.title, others)
        told = f"{', '.join(most)} and {last}" if most else last
        words = f"Is {scene.name(where)} of {scene.title(claim.id)} the place that is meant in {told}?"
        answers = (("yes", as_it_is), ("no", _away(claim, around)))
        yield Asked("identity", words, answers, scene.affirming(claim.id, *others))


def _same_person(scene: Inquiry, clash: Clash, claim: Claim, other: Claim) -> Iterator[Asked]:
    """Ask whether two claims that put somebody in two places mean one person."""
    if claim.id != min(clash.members) or claim.facts.where == other.facts.where:
        return
    for who in sorted({*claim.facts.who} & {*other.facts.who}):
        words = (
            f"Is {scene.name(who)} one and the same person in {scene.title(claim.id)} and in {scene.title(other.id)}?"
        )
        answers = (("yes", as_it_is), ("no", _another(claim, who)))
        yield Asked("identity", words, answers, scene.affirming(claim.id, other.id))


def _another(claim: Claim, who: str) -> Edit:
    def edit(case: Case) -> Case:
        case, id_ = somebody(case)
        others = tuple(id_ if name == who else name for name in claim.facts.who)
        return with_facts(claim.id, lambda facts: structs.replace(facts, who=others))(case)

    return edit
