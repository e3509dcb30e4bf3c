"""What was added, dropped, changed or taken back between the versions of a story."""

from collections.abc import Iterator, Sequence

from assay.examine.witness.occasions import Occasion, last_of, surely_before
from assay.model.accounts import Change, FactChange
from assay.model.case import Case
from assay.model.entries import Claim, Facts, Statement

_SIDES = ("affirms", "denies")


def changes(case: Case, told: Sequence[Occasion], at: int) -> tuple[Change, ...]:
    """Compare one occasion with those surely before it; and with those shown above it, where nobody knows."""
    now = told[at]
    earlier = [one for one in told if one is not now and surely_before(one, now)]
    unordered = [one for one in told if one is not now and one not in earlier and not surely_before(now, one)]
    beside = [one for one in told[:at] if one in unordered]
    found = [
        *(c for s in now.statements if s.act == "retracts" for c in _retracted(s, earlier)),
        *(c for s in now.statements if s.act in _SIDES for c in _stance(s, earlier, unordered)),
        *(c for s in now.statements if s.act in _SIDES for c in _differing(s, beside)),
        *_dropped(case, now, earlier),
    ]
    return _told_otherwise(case, found)


def _stances(occasion: Occasion, claim: str) -> list[Statement]:
    return [s for s in occasion.statements if s.claim == claim and s.act in _SIDES and not s.aside]


def _latest(earlier: Sequence[Occasion], claim: str) -> list[Statement]:
    """Return what was last said of a claim: several statements where the dates do not tell which was last."""
    return [s for one in last_of([one for one in earlier if _stances(one, claim)]) for s in _stances(one, claim)]


def _retracted(statement: Statement, earlier: Sequence[Occasion]) -> Iterator[Change]:
    named = [statement.target] if statement.target else [s.id for s in _latest(earlier, statement.claim)]
    yield Change("retracted", statement.claim, statement.id, tuple(sorted(named)))


def _stance(statement: Statement, earlier: Sequence[Occasion], unordered: Sequence[Occasion]) -> Iterator[Change]:
    """Compare with what was last said of the claim. Nothing is added that may have been said before."""
    if not earlier or statement.aside:
        return
    last = _latest(earlier, statement.claim)
    others = sorted(s.id for s in last if s.act != statement.act)
    if others:
        yield Change("changed", statement.claim, statement.id, tuple(others))
    elif last:
        yield Change("repeated", statement.claim, statement.id, tuple(sorted(s.id for s in last)))
    elif statement.act == "affirms" and not any(_stances(one, statement.claim) for one in unordered):
        yield Change("added", statement.claim, statement.id, ())


def _differing(statement: Statement, beside: Sequence[Occasion]) -> Iterator[Change]:
    others = sorted(s.id for one in beside for s in _stances(one, statement.claim) if s.act != statement.act)
    if others and not statement.aside:
        yield Change("differs", statement.claim, statement.id, tuple(others))


def _dropped(case: Case, now: Occasion, earlier: Sequence[Occasion]) -> Iterator[Change]:
    """Yield what was last affirmed of the same matter, and is not spoken to now."""
    spoken_to = {s.claim: case.claims[s.claim] for s in now.statements if s.claim in case.claims}

    def on_it(statement: Statement) -> bool:
        claim = case.claims.get(statement.claim)  # none where nobody has described it yet
        return claim is not None and any(claim.id == one.id or _related(claim, one) for one in spoken_to.values())

    told: dict[str, list[str]] = {}
    for one in last_of([one for one in earlier if any(map(on_it, one.statements))]):
        for s in one.statements:
            if s.act == "affirms" and s.claim not in spoken_to and on_it(s):
                told.setdefault(s.claim, []).append(s.id)
    for claim in sorted(told):
        yield Change("dropped", claim, None, tuple(sorted(told[claim])))


def _related(one: Claim, other: Claim) -> bool:
    return bool(matters_of(one) & matters_of(other)) or _same_matter(one, other)


def matters_of(claim: Claim) -> frozenset[str]:
    """Name what a claim is about: its issue and its themes."""
    return frozenset((*([] if claim.issue is None else [f"issue {claim.issue}"]), *(f"about {t}" for t in claim.about)))


def _told_otherwise(case: Case, found: Sequence[Change]) -> tuple[Change, ...]:
    """Put together what was dropped and what was added where the one tells the other's matter with other facts."""
    dropped = {change.claim: change for change in found if change.turn == "dropped"}
    result: list[Change] = []
    for change in found:
        old = None
        if change.turn == "added":
            old = next((id_ for id_ in dropped if _same_matter(case.claims[id_], case.claims[change.claim])), None)
        if old is None:
            result.append(change)
            continue
        facts = tuple(_fact_changes(case.claims[old].facts, case.claims[change.claim].facts))
        result.append(Change("changed", change.claim, change.statement, dropped.pop(old).earlier, old, facts))
    return tuple(change for change in result if change.turn != "dropped" or change.claim in dropped)


def _same_matter(one: Claim, other: Claim) -> bool:
    """Say whether two claims tell one thing in two ways: they exclude each other, or share event, count or company."""
    if other.id in one.excludes or one.id in other.excludes:
        return True
    if not any(_fact_changes(one.facts, other.facts)):
        return False
    a, b = one.facts, other.facts
    same_event = a.event is not None and a.event == b.event
    same_count = a.count is not None and b.count is not None and a.count.unit == b.count.unit
    return (
        same_event
        or same_count
        or (one.issue is not None and one.issue == other.issue and {*a.who} == {*b.who} != set())
    )


def _fact_changes(one: Facts, other: Facts) -> Iterator[FactChange]:
    for field, before in _in_words(one).items():
        after = _in_words(other).get(field)
        if after is not None and after != before:
            yield FactChange(field, before, after)


def _in_words(facts: Facts) -> dict[str, str]:
    """Return the facts that are stated, as the casebook writes them."""
    stated = {
        "who": ", ".join(sorted(facts.who)),
        "where": facts.where,
        "when": facts.when.text if facts.when else None,
        "event": facts.event,
        "none": facts.none,
        "count": facts.count.text if facts.count else None,
        "existed": facts.existed.text if facts.existed else None,
    }
    return {field: value for field, value in stated.items() if value}
