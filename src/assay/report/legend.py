"""The words of an examination in a line or two: those that it used, and no others."""

from collections.abc import Sequence

from assay.model.findings import ClaimFinding

_MEANS = {
    "asserted": "one root free of taint",
    "corroborated": "two or more such roots",
    "accepted": "somebody's judgement accepts it",
    "tainted": "every route passes through pressure, or ends in own defence",
    "disputed": "as firm against as for",
    "denied": "denials are firmer",
    "contradicted": "what cannot be true together with it is firmer",
    "refuted": "the same, and that is corroborated or accepted",
    "unsupported": "all that was said of it is struck",
}


def legend(claims: Sequence[ClaimFinding]) -> str:
    """Say what the words mean that stand beside these claims; nothing where there are none."""
    used = {str(word) for claim in claims for word in (claim.standing, claim.pro.firmness, claim.contra.firmness)}
    used |= {"tainted"} if "tainted only" in used else set()
    used |= {"contradicted"} if "refuted" in used else set()
    used |= {"asserted"} if "corroborated" in used else set()
    said = [f"{word}: {means}" for word, means in _MEANS.items() if word in used]
    return "; ".join(["root: an independent origin", *said]) + ". docs/method.md has the rules." if said else ""
