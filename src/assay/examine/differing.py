"""On which claims two cases differ: what need not be looked at again is what nobody changed.

A case that was made from another one shares with it all that is the same, so that comparing them is quick.
"""

from collections.abc import Iterable, Mapping

from assay.model.case import Case
from assay.model.entries import Judgement


def differing(before: Case, after: Case) -> frozenset[str] | None:
    """Return the claims on which something else is recorded, or None where what differs may bear on all of them.

    Works, groups, and who is the same person bear on every claim. A person or a place more bears on none by itself.
    """
    if before.sources != after.sources or before.groups != after.groups:
        return None
    if not (_only_more(before.persons, after.persons) and _only_more(before.places, after.places)):
        return None
    changed = _changed_judgements(before, after)
    if any(judgement.verb in ("same", "distinct") for judgement in changed):
        return None
    found = before.struck_claims ^ after.struck_claims
    found |= changed_claims(before, after)
    if before.statements is not after.statements:
        said, now = before.by_claim, after.by_claim
        found |= {claim for claim in said.keys() | now.keys() if said.get(claim) != now.get(claim)}
    if before.inherited is not None and after.inherited is not None and before.inherited is not after.inherited:
        old, new = before.inherited, after.inherited
        found |= {s.claim for id_, s in after.statements.items() if old.get(id_) != new.get(id_)}
    return frozenset(found | _claims_of(before, changed) | _claims_of(after, changed))


def changed_claims(before: Case, after: Case) -> frozenset[str]:
    """Return the claims that are described otherwise, or in one case only."""
    one, other = before.claims, after.claims
    if one is other:
        return frozenset()
    return frozenset(id_ for id_ in one.keys() | other.keys() if one.get(id_) != other.get(id_))


def _only_more(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    return before is after or all(after.get(id_) == entry for id_, entry in before.items())


def _changed_judgements(before: Case, after: Case) -> list[Judgement]:
    if before.judgements == after.judgements:
        return []
    one, other = set(before.judgements), set(after.judgements)
    return [*(one - other), *(other - one)]


def _claims_of(case: Case, judgements: Iterable[Judgement]) -> set[str]:
    """Return the claims that judgements are about, by themselves or by a statement on them."""
    found: set[str] = set()
    for judgement in judgements:
        for subject in judgement.subjects:
            statement = case.statements.get(subject.removeprefix("#"))
            if subject in case.claims:
                found.add(subject)
            elif statement is not None:
                found.add(statement.claim)
    return found
