"""What is otherwise, in words: a claim that stands differently, claims that clash no longer."""

from collections.abc import Callable

from assay.model.turns import ClashTurn, StandingTurn
from assay.report.words import roots

_TOGETHER = {"must": "cannot all be true", "might": "perhaps cannot all be true", "none": "could all be true"}
_THEN = {"must": "cannot", "might": "perhaps cannot", "none": "could"}
Named = Callable[[str], str]
"""Names a claim: with its title, or by its id where the title was just said."""


def turn(found: StandingTurn, named: Named) -> str:
    """Write where a claim stood, and where it stands then."""
    claim = named(found.claim)
    if found.before != found.after:
        return f"{claim}: from {found.before} to {found.after}"
    if not found.roots_after[1]:
        return f"{claim}: still {found.after}; nobody affirms it any more"
    return f"{claim}: still {found.after}, on {roots(found.roots_after)} instead of {roots(found.roots_before)}"


def clash(found: ClashTurn, named: Named) -> str:
    """Write whether claims could all be true, and could then."""
    *most, last = map(named, found.members)
    between = f"{', '.join(most)} and {last}" if most else last
    return f"{between}: {_TOGETHER[found.before]}; then they {_THEN[found.after]}"
