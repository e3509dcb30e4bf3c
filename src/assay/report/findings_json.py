"""An examination as JSON. The schema, with its version, is docs/schema/examine.json, made from the values here."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from assay.model.case import Case
from assay.model.findings import Assessed, Channel, ClaimFinding, Clash, Findings, Route, ScenarioFinding, Side
from assay.report.plainly import to_json as as_json
from assay.report.soundness import Soundness

EXAMINE_SCHEMA = "assay-examine/1"


class AssessmentRow(Struct, frozen=True):
    """What is judged of a link: of its perception, memory, sincerity or meaning. What is not here is open."""

    aspect: str
    doubted_by: tuple[str, ...]
    vouched_by: tuple[str, ...]


class LinkRow(Struct, frozen=True):
    """A person or group on whom a route depends. `role` is origin, relay, witness or interrogator."""

    id: str
    role: str
    assessed: tuple[AssessmentRow, ...]


class RouteRow(Struct, frozen=True):
    """A recorded path by which the claim reached us."""

    statement: str
    claim: str
    witness: str
    date: str
    words: str
    """own or reported, where the casebook says: whose words the quotations are."""
    links: tuple[LinkRow, ...]
    weakest: tuple[str, ...]
    """The links of which most is doubted; empty where nothing is, or of all alike."""
    hand: int | None
    origin_known: bool
    tainted_by: tuple[str, ...]
    despite: bool
    record: str | None
    channels: tuple[Channel, ...]
    quotations: tuple[str, ...]
    verified: bool
    """Whether every quotation stands where it is cited."""


class SideRow(Struct, frozen=True):
    """One side of a claim. `roots` is the fewest and the most; `cut` one smallest cut, `cuts` all that were listed."""

    firmness: str
    roots: tuple[int, int]
    untainted_roots: tuple[int, int]
    cut: tuple[str, ...]
    cuts: tuple[tuple[str, ...], ...]
    linchpins: tuple[str, ...]
    """Whom alone one would have to disbelieve."""
    exact: bool
    accepted_by: tuple[str, ...]
    routes: tuple[RouteRow, ...]


class ClashRow(Struct, frozen=True):
    """Claims that cannot all be true."""

    kind: str
    must: bool
    as_reported: bool
    members: tuple[str, ...]
    because: str
    ways_out: tuple[str, ...]


class ClaimRow(Struct, frozen=True):
    """Where a claim stands, and why."""

    id: str
    title: str
    issue: str | None
    standing: str
    pro: SideRow = field(name="for")
    against: SideRow
    clashes: tuple[ClashRow, ...]
    through: str | None
    """The one author or work through which all of it reaches us."""
    beside: tuple[str, ...]


class ChangeRow(Struct, frozen=True):
    """A claim that stands differently once something is struck."""

    claim: str
    before: str
    after: str
    roots_before: tuple[int, int]
    roots_after: tuple[int, int]
    witnesses_after: tuple[str, ...]


class ScenarioRow(Struct, frozen=True):
    """What a scenario strikes, which statements fall, and what changes."""

    id: str
    title: str
    strikes: tuple[str, ...]
    struck: tuple[str, ...]
    changed: tuple[ChangeRow, ...]


class ChannelRow(Struct, frozen=True):
    """A work, and how many statements reach us through it alone."""

    work: str
    statements: int


class TangleRow(Struct, frozen=True):
    """Clashes that hang together, and the smallest sets of which giving up one resolves them all."""

    members: tuple[str, ...]
    conflicts: int
    ways_out: tuple[tuple[str, ...], ...]
    stopped: str
    """Why these may not be all of them; empty where they are."""


class ExamineReport(Struct, frozen=True):
    """The JSON of `assay examine --format json`."""

    schema: str
    title: str
    errors: int
    """How many errors `assay check` finds: conclusions from a damaged casebook are not to be relied on."""
    statements: int
    channels: tuple[ChannelRow, ...]
    bottleneck: str | None
    without: ScenarioRow | None
    claims: tuple[ClaimRow, ...]
    clashes: tuple[ClashRow, ...]
    scenarios: tuple[ScenarioRow, ...]
    tangles: tuple[TangleRow, ...]
    limits: tuple[str, ...]
    """Where the search for clashes stopped, and what is not listed."""


def to_json(title: str, findings: Findings, soundness: Soundness) -> str:
    """Write findings as one JSON object."""
    rows = _Rows(findings.case, soundness.unverified)
    report = ExamineReport(
        schema=EXAMINE_SCHEMA,
        title=title,
        errors=soundness.errors,
        statements=findings.statements,
        channels=tuple(ChannelRow(work, count) for work, count in findings.channels),
        bottleneck=findings.bottleneck,
        without=None if findings.without is None else _scenario(findings.without),
        claims=tuple(map(rows.claim, findings.claims)),
        clashes=tuple(map(_clash, findings.clashes)),
        scenarios=tuple(map(_scenario, findings.scenarios)),
        tangles=tuple(TangleRow(t.members, t.conflicts, t.ways_out, t.stopped) for t in findings.tangles),
        limits=findings.limits,
    )
    return as_json(report)


class _Rows:
    """Rows that need the case to look statements up in."""

    def __init__(self, case: Case, unverified: frozenset[str]) -> None:
        self._case, self._unverified = case, unverified

    def claim(self, found: ClaimFinding) -> ClaimRow:
        return ClaimRow(
            id=found.id,
            title=found.title,
            issue=found.issue,
            standing=found.standing,
            pro=self.side(found.pro, found.assessed),
            against=self.side(found.contra, found.assessed),
            clashes=tuple(map(_clash, found.clashes)),
            through=found.channel,
            beside=(*found.beside, *found.differs),
        )

    def side(self, side: Side, assessed: Sequence[Assessed]) -> SideRow:
        return SideRow(
            firmness=str(side.firmness),
            roots=side.roots,
            untainted_roots=side.untainted,
            cut=side.cuts[0] if side.cuts else (),
            cuts=side.cuts,
            linchpins=tuple(cut[0] for cut in side.cuts if len(cut) == 1),
            exact=side.exact,
            accepted_by=side.accepted_by,
            routes=tuple(self.route(route, assessed) for route in side.routes),
        )

    def route(self, route: Route, assessed: Sequence[Assessed]) -> RouteRow:
        statement = self._case.statements[route.statement]
        judged = [one for one in assessed if one.statement == route.statement]
        return RouteRow(
            statement=route.statement,
            claim=route.claim,
            witness=statement.witness,
            date=statement.date.text,
            words=statement.words,
            links=tuple(LinkRow(link.id, link.role, tuple(_assessments(link.id, judged))) for link in route.links),
            weakest=tuple(name for one in judged for name in one.weakest),
            hand=route.hand,
            origin_known=route.origin_known,
            tainted_by=tuple(taint.what for taint in route.taints),
            despite=route.despite,
            record=route.record,
            channels=route.channels,
            quotations=tuple(cite.words for cite in statement.cites),
            verified=route.statement not in self._unverified,
        )


def _assessments(link: str, judged: Sequence[Assessed]) -> Iterator[AssessmentRow]:
    for one in judged:
        for found in one.assessments:
            if found.link == link:
                yield AssessmentRow(found.aspect, found.doubted_by, found.vouched_by)


def _clash(clash: Clash) -> ClashRow:
    return ClashRow(clash.kind, clash.must, clash.as_reported, clash.members, clash.because, clash.ways_out)


def _scenario(scenario: ScenarioFinding) -> ScenarioRow:
    changed = tuple(
        ChangeRow(s.claim, s.before, s.after, s.roots_before, s.roots_after, s.witnesses_after) for s in scenario.shifts
    )
    return ScenarioRow(scenario.id, scenario.title, scenario.strikes, scenario.struck, changed)
