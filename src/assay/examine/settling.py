"""Where each claim stands, from the firmness of its sides and the clashes.

Claims are settled from the firmest down. What has itself lost refutes nothing. See docs/method.md for the rules in
words.
"""

from collections.abc import Mapping, Sequence

from assay.examine.evidence import Evidence
from assay.examine.sides import Weighing
from assay.model.findings import LOST, Clash, Firmness, Side, Standing

_NAMES: dict[Firmness, Standing] = {
    Firmness.ASSERTED: "asserted",
    Firmness.CORROBORATED: "corroborated",
    Firmness.ACCEPTED: "accepted",
}


class Settling:
    """Settles the claims of a case."""

    def __init__(self, evidence: Mapping[str, Evidence], weighing: Weighing, clashes: Sequence[Clash]) -> None:
        """Take what there is on each claim, and the clashes between them."""
        self._evidence = evidence
        self._weighing = weighing
        self._clashes: dict[str, list[Clash]] = {}
        for clash in clashes:
            for member in clash.members if clash.must else ():
                self._clashes.setdefault(member, []).append(clash)
        self._excluders: dict[str, list[str]] = {}
        for id_, found in evidence.items():
            for other in found.excludes:
                self._excluders.setdefault(id_, []).append(other)
                self._excluders.setdefault(other, []).append(id_)
        self._contra: dict[tuple[str, tuple[str, ...]], Side] = {}

    def settle(self) -> dict[str, Standing]:
        """Return the standing of every claim."""
        settled: dict[str, Standing] = {}
        levels: dict[Firmness, list[str]] = {firmness: [] for firmness in Firmness}
        for id_, found in self._evidence.items():
            levels[found.pro.firmness].append(id_)
        for firmness in sorted(levels, reverse=True):
            # Whoever loses, loses to what is firmer or to several against one; only then are equals compared.
            first = {id_: self.outcome(id_, settled) for id_ in levels[firmness]}
            settled |= {id_: standing for id_, standing in first.items() if standing in LOST}
            rest = [id_ for id_ in levels[firmness] if id_ not in settled]
            settled |= {id_: self.outcome(id_, settled) for id_ in rest}
        return settled

    def contra(self, id_: str, settled: Mapping[str, Standing]) -> Side:
        """Return the side against a claim: denials, and what excludes it and has not lost."""
        found = self._evidence[id_]
        excluders = tuple(
            other
            for other in sorted(set(self._excluders.get(id_, ())))
            if other in self._evidence and settled.get(other) not in LOST and other != id_
        )
        if not excluders:
            return found.contra
        key = (id_, excluders)
        if key not in self._contra:
            routes = (*found.contra.routes, *(r for other in excluders for r in self._evidence[other].pro.routes))
            accepted = (*found.contra.accepted_by, *(a for o in excluders for a in self._evidence[o].pro.accepted_by))
            self._contra[key] = self._weighing.side(routes, accepted)
        return self._contra[key]

    def outcome(self, id_: str, settled: Mapping[str, Standing], pro: Side | None = None) -> Standing:
        """Judge one claim against what speaks against it, as far as the others are settled."""
        found = self._evidence[id_]
        pro = pro or found.pro
        if not found.is_spoken_to:
            return "unsupported" if found.was_struck else "unheard"
        contra = self.contra(id_, settled).firmness
        clashing = max((self._weakest(clash, id_, settled) for clash in self._clashes.get(id_, ())), default=0)
        firmness = pro.firmness
        if max(contra, clashing) > firmness:
            if clashing > firmness:
                return "refuted" if clashing >= Firmness.CORROBORATED else "contradicted"
            return "denied"
        if firmness == Firmness.NOTHING:
            return "unsupported" if found.was_struck else "unheard"
        if firmness == Firmness.TAINTED:
            return "tainted only"
        return "disputed" if max(contra, clashing) == firmness else _NAMES[firmness]

    def _weakest(self, clash: Clash, id_: str, settled: Mapping[str, Standing]) -> Firmness:
        """How firm a clash stands against one of its members: as firm as the weakest of the others."""
        others = [member for member in clash.members if member != id_]
        if not others or any(settled.get(other) in LOST for other in others):
            return Firmness.NOTHING
        return min(self._evidence[other].pro.firmness for other in others)
