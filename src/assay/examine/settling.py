"""Where each claim stands, from the firmness of its sides and the clashes.

Against a claim count its denials, each claim that excludes it, and each clash that must be, the firmest of these.
Claims are settled from the firmest down, and what has itself lost refutes nothing. See docs/method.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assay.examine.evidence import Evidence
from assay.model.findings import LOST, Clash, Firmness, Side, Standing

_NAMES: dict[Firmness, Standing] = {
    Firmness.ASSERTED: "asserted",
    Firmness.CORROBORATED: "corroborated",
    Firmness.ACCEPTED: "accepted",
}
_Settled = Mapping[str, Standing]


class Settling:
    """Settles the claims of a case."""

    def __init__(self, evidence: Mapping[str, Evidence], clashes: Sequence[Clash]) -> None:
        """Take what there is on each claim, and the clashes between them."""
        self._evidence = evidence
        self._clashes: dict[str, list[Clash]] = {}
        for clash in clashes:
            for member in clash.members if clash.must else ():
                self._clashes.setdefault(member, []).append(clash)
        self._excluders: dict[str, set[str]] = {}
        for id_, found in evidence.items():
            for other in found.excludes:
                if other in evidence and other != id_:
                    self._excluders.setdefault(id_, set()).add(other)
                    self._excluders.setdefault(other, set()).add(id_)

    def settle(self, only: Iterable[str] | None = None) -> dict[str, Standing]:
        """Return the standing of every claim; or of those only, among which are all that bear on one another."""
        settled: dict[str, Standing] = {}
        levels: dict[Firmness, list[str]] = {firmness: [] for firmness in Firmness}
        for id_ in self._evidence if only is None else sorted(only):
            levels[self._evidence[id_].pro.firmness].append(id_)
        for firmness in sorted(levels, reverse=True):
            # Whoever loses, loses to what is firmer and so settled before; only then are equals compared.
            first = {id_: self.outcome(id_, settled) for id_ in levels[firmness]}
            settled |= {id_: standing for id_, standing in first.items() if standing in LOST}
            settled |= {id_: self.outcome(id_, settled) for id_ in levels[firmness] if id_ not in settled}
        return settled

    def beside(self, id_: str) -> Iterator[str]:
        """Yield the claims that bear on a claim at once: by excluding it or by a clash that must be."""
        yield from self._excluders.get(id_, ())
        for clash in self._clashes.get(id_, ()):
            yield from clash.members

    def excluders(self, id_: str, settled: _Settled) -> Iterator[str]:
        """Yield the claims that exclude a claim, or that it excludes, and that have not lost; firmest first."""
        living = (other for other in self._excluders.get(id_, ()) if settled.get(other) not in LOST)
        yield from sorted(living, key=lambda other: (-self._evidence[other].pro.firmness, other))

    def contra(self, id_: str, settled: _Settled) -> Side:
        """Return the firmest of the denials and of what excludes a claim."""
        sides = [self._evidence[id_].contra]
        sides += (self._evidence[other].pro for other in self.excluders(id_, settled))
        return max(sides, key=lambda side: side.firmness)  # the denials, where several are equally firm

    def outcome(
        self, id_: str, settled: _Settled, pro: Firmness | None = None, contra: Firmness | None = None
    ) -> Standing:
        """Judge one claim against what speaks against it, as far as the others are settled.

        Its sides may be taken to be firmer or less firm than they are, to see what difference that makes.
        """
        found = self._evidence[id_]
        if not found.is_spoken_to:
            return "unsupported" if found.was_struck else "unheard"
        firmness = found.pro.firmness if pro is None else pro
        against = self.contra(id_, settled).firmness if contra is None else contra
        clashing = max((self._weakest(clash, id_, settled) for clash in self._clashes.get(id_, ())), default=0)
        if clashing > firmness:
            return "refuted" if clashing >= Firmness.CORROBORATED else "contradicted"
        if against > firmness:
            return "denied"
        if firmness == Firmness.NOTHING:
            return "unsupported" if found.was_struck else "unheard"
        if firmness == Firmness.TAINTED:
            return "tainted only"
        return "disputed" if max(against, clashing) == firmness else _NAMES[firmness]

    def _weakest(self, clash: Clash, id_: str, settled: _Settled) -> Firmness:
        """How firm a clash stands against one of its members: as firm as the weakest of the others."""
        others = [member for member in clash.members if member != id_]
        if not others or any(settled.get(other) in LOST for other in others):
            return Firmness.NOTHING
        return min(self._evidence[other].pro.firmness for other in others)
