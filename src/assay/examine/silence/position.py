"""Who was in a position to know a claim, by what is recorded."""

from collections.abc import Iterable, Iterator

from assay.examine.identity import Identity
from assay.examine.places import Gazetteer, Lie
from assay.model.case import Case
from assay.model.entries import Claim, Facts, Statement
from assay.model.silences import Ground


class Positions:
    """Knows whom a claim names, and who was there when it is said to have happened."""

    def __init__(self, case: Case) -> None:
        """Read the places and persons of a case."""
        self._case, self.identity = case, Identity(case)
        self._gazetteer = Gazetteer(case, self.identity)

    def grounds(self, witness: str, claim: Claim, said: Iterable[Statement]) -> Iterator[Ground]:
        """Yield why a witness may have known a claim, of which he says other things."""
        named = {self.identity.one(name) for name in claim.facts.who}
        if self.identity.one(witness) in named and claim.facts.none is None:
            yield Ground("named in the claim", claim.id)
        for statement in said:
            if statement.knows is None or statement.act != "affirms":
                continue
            if self._same_scene(self._case.claims[statement.claim].facts, claim.facts):
                if statement.knows.basis == "took part":
                    yield Ground("took part", statement.claim, statement.id)
                elif statement.knows.basis == "saw":
                    yield Ground("saw", statement.claim, statement.id)

    def _same_scene(self, one: Facts, other: Facts) -> bool:
        """Say whether two claims may tell of one scene: place, person or event join them, nothing sets them apart."""
        if one.when is None or other.when is None or not one.when.may_meet(other.when):
            return False
        if other.existed is not None or other.count is not None or other.none is not None:
            return False
        lie = None if one.where is None or other.where is None else self._gazetteer.lie(one.where, other.where)
        if lie is Lie.APART:
            return False
        company = {self.identity.one(name) for name in one.who} & {self.identity.one(name) for name in other.who}
        return lie is not None or bool(company) or (one.event is not None and one.event == other.event)
