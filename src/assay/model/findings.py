"""What an examination finds: routes, sides, clashes and standings. `schema` in the JSON output is made from these."""

from enum import IntEnum
from typing import Literal

from msgspec import Struct

from assay.model.case import Case, Taint
from assay.model.entries import Aspect

Role = Literal["origin", "relay", "witness", "interrogator"]


class Firmness(IntEnum):
    """How firm one side of a claim is, from the routes that stand."""

    NOTHING = 0
    TAINTED = 1
    ASSERTED = 2
    CORROBORATED = 3
    ACCEPTED = 4

    def __str__(self) -> str:
        return self.name.lower()


Standing = Literal[
    "unheard", "unsupported", "tainted only", "asserted", "corroborated", "accepted",
    "disputed", "denied", "contradicted", "refuted",
]  # fmt: skip
STANDS: frozenset[Standing] = frozenset({"asserted", "corroborated", "accepted"})
LOST: frozenset[Standing] = frozenset({"denied", "contradicted", "refuted"})
"""A claim that has lost refutes nothing itself."""


class Link(Struct, frozen=True, order=True, gc=False):
    """Somebody on whom a route depends, and in what part."""

    id: str
    role: Role


class Channel(Struct, frozen=True, order=True, gc=False):
    """Through which words a statement reaches us: the cited work, its author, and the works and people around it."""

    work: str
    locator: str
    authors: tuple[str, ...]
    around: tuple[str, ...]


class Route(Struct, frozen=True, gc=False):
    """A recorded path by which a claim reached us, from whoever perceived it to the page."""

    statement: str
    claim: str
    links: tuple[Link, ...]
    channels: tuple[Channel, ...]
    record: str | None
    hand: int | None
    """1 for the perceiver's own words, 2 for who heard it from him; None where the basis is not stated."""
    origin_known: bool
    taints: tuple[Taint, ...]
    despite: bool
    known_by: tuple[Taint, ...] = ()
    """The conditions on it, duress or not, that are known only by a claim."""
    shares: frozenset[str] = frozenset()
    """On whom else it depends as an echo, for counting roots."""
    echoes: frozenset[str] = frozenset()
    dependent_on: frozenset[str] = frozenset()
    """Statements that somebody judged it, or one that it echoes, to be dependent on."""

    @property
    def is_tainted(self) -> bool:
        """Say whether it passes through duress or ends in the witness's own defence."""
        return bool(self.taints)


class Side(Struct, frozen=True, gc=False):
    """What speaks for a claim, or against it.

    `roots` are the fewest and the most independent roots among the routes; `untainted` those free of taint; `cuts` the
    smallest sets of persons whom one would have to disbelieve to be left with nothing. `exact` is False where the
    search was stopped, and roots are bounds and cuts merely some that were found.
    """

    firmness: Firmness
    routes: tuple[Route, ...]
    roots: tuple[int, int]
    untainted: tuple[int, int]
    cuts: tuple[tuple[str, ...], ...]
    accepted_by: tuple[str, ...] = ()
    exact: bool = True


class Clash(Struct, frozen=True, gc=False):
    """Claims that cannot all be true, why, and the smallest ways out.

    `must` where it holds under every reading of the dates and needs no assumption; otherwise it only might be.
    """

    kind: str
    must: bool
    members: tuple[str, ...]
    because: str
    ways_out: tuple[str, ...]
    as_reported: bool = False


class Tangle(Struct, frozen=True):
    """Conflicts that hang together, and the smallest sets of which giving up one resolves them all."""

    members: tuple[str, ...]
    conflicts: int
    ways_out: tuple[tuple[str, ...], ...]
    stopped: str = ""
    """Why these may not be all of them."""


class Assessment(Struct, frozen=True, gc=False):
    """What people judged of one link of a route: who doubts, and who vouches for, one of the things that may be wrong.

    What nobody judged is open, and is not here.
    """

    link: str
    aspect: Aspect
    doubted_by: tuple[str, ...]
    vouched_by: tuple[str, ...]


class Assessed(Struct, frozen=True, gc=False):
    """What people judged of the links of the route of one statement, and which of them is the weakest by that."""

    statement: str
    assessments: tuple[Assessment, ...]
    weakest: tuple[str, ...] = ()


class ClaimFinding(Struct, frozen=True, gc=False):
    """Where a claim stands, and why."""

    id: str
    title: str
    issue: str | None
    standing: Standing
    pro: Side
    contra: Side
    clashes: tuple[Clash, ...]
    beside: tuple[str, ...]
    """What is shown beside it and changes nothing: doubts, silence, retractions, witnesses on both sides."""
    channel: str | None = None
    """The one author or work through which all of it reaches us, where there is only one."""
    differs: tuple[str, ...] = ()
    """How the standing would differ without a condition that is known only by a claim."""
    assessed: tuple[Assessed, ...] = ()
    """What people judged of the links by which it reached us. It changes nothing."""


class Shift(Struct, frozen=True):
    """A claim that stands differently once something is struck."""

    claim: str
    before: Standing
    after: Standing
    roots_before: tuple[int, int]
    roots_after: tuple[int, int]
    witnesses_after: tuple[str, ...]
    """Who still speaks for it."""


class ScenarioFinding(Struct, frozen=True):
    """What changes under a scenario, or under the strikes of the command line (whose id is empty)."""

    id: str
    title: str
    strikes: tuple[str, ...]
    struck: tuple[str, ...]
    """The statements that fall."""
    of: int
    """Of how many."""
    shifts: tuple[Shift, ...]


class Findings(Struct, frozen=True):
    """All that an examination found, and the case it found it in: without what was struck."""

    case: Case

    claims: tuple[ClaimFinding, ...]
    clashes: tuple[Clash, ...]
    scenarios: tuple[ScenarioFinding, ...]
    statements: int
    """How many statements stand."""
    channels: tuple[tuple[str, int], ...]
    """Works through which alone statements reach us, and how many do."""
    bottleneck: str | None = None
    """The one work through which all of them reach us, where there is one."""
    without: ScenarioFinding | None = None
    """What was left out throughout, and what that changed."""
    tangles: tuple[Tangle, ...] = ()
    limits: tuple[str, ...] = ()
    """Where the search for clashes stopped, and what it did not list."""
