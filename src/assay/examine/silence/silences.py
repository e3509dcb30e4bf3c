"""Everything that is recorded of what was not said, and what may be worth looking into."""

from collections.abc import Iterable, Iterator

from assay.examine.new_style import in_new_style
from assay.examine.silence.holdings import in_excerpts, is_whole, spoken_in
from assay.examine.silence.position import Positions
from assay.examine.witness.changes import matters_of
from assay.model.case import Case
from assay.model.entries import Claim, Statement
from assay.model.sayings import said
from assay.model.silences import Candidate, FoundNothing, Omission, Silences

_AT_LENGTH = 2
"""Claims of a matter of which somebody must speak, for his silence on another to be looked at."""


def silences(case: Case) -> Silences:
    """Collect omissions, candidates and searches. Whatever was struck is not among them."""
    cited = sorted({cite.source for s in case.statements.values() for cite in s.cites})
    omissions = sorted((s for s in case.statements.values() if s.act == "omits"), key=lambda s: (s.claim, s.id))
    return Silences(
        omissions=tuple(Omission(said(s), in_excerpts(case, s), _makers(case, s.claim)) for s in omissions),
        candidates=tuple(_candidates(in_new_style(case))),
        searches=tuple(sorted(_searches(case))),
        whole=tuple(work for work in cited if is_whole(case, work)),
        not_whole=tuple(work for work in cited if not is_whole(case, work)),
    )


def _makers(case: Case, claim: str) -> tuple[str, ...]:
    """Name the statements that make a claim: what is there to be silent of."""
    return tuple(sorted(s.id for s in case.by_claim.get(claim, ()) if s.act == "affirms"))


def _searches(case: Case) -> Iterator[FoundNothing]:
    for search in case.searches:
        locator = "" if search.locator is None else str(search.locator)
        whole = is_whole(case, search.source)
        yield FoundNothing(search.source, locator, search.sought, search.person, search.date.text, whole)


def _candidates(case: Case) -> Iterator[Candidate]:
    positions = Positions(case)
    one = positions.identity.one
    by_witness: dict[tuple[str, str], list[Statement]] = {}
    described = (s for s in case.statements.values() if s.claim in case.claims)
    for statement in sorted(described, key=lambda s: s.id):
        for work in spoken_in(case, statement):
            by_witness.setdefault((one(statement.witness), work), []).append(statement)
    by_matter: dict[str, set[tuple[str, str]]] = {}
    for key, spoken in by_witness.items():
        for matter in {matter for s in spoken for matter in _matters(case.claims[s.claim])}:
            by_matter.setdefault(matter, set()).add(key)
    for claim in sorted(case.claims.values(), key=lambda claim: claim.id):
        made = _makers(case, claim.id)
        heard_of = {one(name) for name in _speakers(case.by_claim.get(claim.id, ()))}
        keys = {key for matter in _matters(claim) for key in by_matter.get(matter, ())} if made else set()
        for witness, work in sorted(keys):
            if witness not in heard_of:
                spoken = by_witness[witness, work]
                yield from _candidate(case, positions, claim, witness, work, spoken, made)


def _speakers(statements: Iterable[Statement]) -> Iterator[str]:
    """Name whoever is recorded to have spoken of a claim: witnesses, whoever told them, whoever passed it on."""
    for statement in statements:
        yield statement.witness
        yield from statement.via
        if statement.knows is not None:
            yield from statement.knows.chain


def _candidate(  # noqa: PLR0913, PLR0917 - what was found so far
    case: Case,
    positions: Positions,
    claim: Claim,
    witness: str,
    work: str,
    spoken: list[Statement],
    made: tuple[str, ...],
) -> Iterator[Candidate]:
    on_it = [s for s in spoken if s.act in ("affirms", "denies") and _joins(claim, case.claims[s.claim], s.witness)]
    # Nobody can be silent of what had not happened yet.
    on_it = [s for s in on_it if claim.facts.when is None or not s.date.surely_before(claim.facts.when)]
    if len({s.claim for s in on_it}) < _AT_LENGTH:
        return
    grounds = tuple(sorted(set(positions.grounds(witness, claim, on_it))))
    if grounds:
        matters = {matter for s in on_it for matter in _joins(claim, case.claims[s.claim], s.witness)}
        yield Candidate(
            claim.id, on_it[0].witness, work, grounds, tuple(sorted(matters)), tuple(map(said, on_it)), made
        )


def _joins(claim: Claim, other: Claim, witness: str) -> frozenset[str]:
    """Name what makes two claims one matter: issue, themes, persons other than the witness."""
    return (_matters(claim) & _matters(other)) - {f"who {witness}"}


def _matters(claim: Claim) -> frozenset[str]:
    return matters_of(claim) | {f"who {name}" for name in claim.facts.who}
