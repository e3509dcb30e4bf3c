"""A claim: where it stands, every route for and against it, what it clashes with, and what would be left."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.model.case import within
from assay.model.dates import in_words
from assay.model.findings import ClaimFinding, Clash, Route, Side
from assay.model.guessing import did_you_mean
from assay.pages.cards import Card, card
from assay.pages.found import Found, found
from assay.pages.overview import ClaimLine, Tone, claim_line, tone
from assay.pages.routes import Picture, picture
from assay.pages.site import NotHereError
from assay.pages.strike import called
from assay.report import words
from assay.report.legend import legend

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.examine.examined import Examined
    from assay.model.case import Case
    from assay.model.entries import Claim


class RouteRow(Struct, frozen=True):
    """A route: the statement, and everybody on it, each of whom can be struck: id, name and part."""

    card: Card
    links: tuple[tuple[str, str, str], ...]
    channels: tuple[tuple[str, str], ...]
    """The works through which it reaches us: id and title."""
    assessed: tuple[str, ...]
    """What people judged of its links."""
    elsewhere: str
    """The other claim to which the statement speaks, where it counts here through that one."""


class SidePage(Struct, frozen=True):
    """One side of a claim. `counted` is how firm it is, and on what; `cut` whom one would have to disbelieve."""

    name: str
    counted: str
    cut: str
    accepted_by: tuple[str, ...]
    routes: tuple[RouteRow, ...]
    picture: Picture | None


class ClashPage(Struct, frozen=True):
    """A clash: with what, why, the ways out, and the statements of the other claims."""

    must: bool
    said: str
    members: tuple[ClaimLine, ...]
    ways_out: tuple[str, ...]
    words: tuple[Card, ...]


class ClaimPage(Struct, frozen=True):
    """Everything about a claim. With strikes, as it stands without what they name; `before` is how it stood."""

    id: str
    title: str
    issue: str
    issue_title: str
    facts: tuple[tuple[str, str], ...]
    standing: str
    tone: Tone
    how: str
    before: str
    strikes: tuple[str, ...]
    called: dict[str, str]
    """What each strike is called, in words."""
    fallen: int
    sides: tuple[SidePage, ...]
    clashes: tuple[ClashPage, ...]
    beside: tuple[str, ...]
    asides: tuple[Card, ...]
    """Statements that count for neither side: doubts, omissions."""
    notes: tuple[str, ...]
    damaged: int
    """How many errors `check` finds."""
    unverified: int
    """How many of the statements shown do not stand as cited."""
    legend: str
    """What the words mean that say how firm it is."""


def claim(dossier: "Dossier", id: str, strikes: Sequence[str] = ()) -> ClaimPage:  # noqa: A002 - as entries have it
    """Show a claim, without what is struck.

    Raises:
        NotHereError: there is no such claim, or a strike names nothing.
    """
    known, strikes = found(dossier), tuple(strikes)
    if id not in dossier.case.claims:
        raise NotHereError(f"there is no claim {id}", did_you_mean(id, dossier.case.claims))
    whole, left = known.examined, known.without(strikes)
    found_ = left.findings[id]
    entry, case = dossier.case.claims[id], left.case
    sides = tuple(_side(known, case, found_, side, name) for side, name in _sides(found_))
    shown = {row.card.id for side in sides for row in side.routes}
    rest = [s for s in case.by_claim.get(id, ()) if s.id not in shown]
    return ClaimPage(
        id=id,
        title=entry.title,
        issue=entry.issue or "",
        issue_title=case.called(entry.issue) if entry.issue else "",
        facts=tuple(_facts(dossier.case, entry)),
        standing=found_.standing,
        tone=tone(found_.standing),
        how=words.how_known(case, found_).removeprefix(", "),
        before=whole.standings[id] if strikes else "",
        strikes=strikes,
        called=called(dossier.case, strikes),
        fallen=len(whole.case.statements) - len(case.statements),
        sides=sides,
        clashes=tuple(_clash(known, left, clash, id) for clash in found_.clashes),
        beside=(*found_.beside, *found_.differs),
        asides=tuple(card(known, statement, None, case) for statement in rest),
        notes=entry.notes,
        damaged=known.errors,
        unverified=len(shown & known.unverified),
        legend=legend([found_]),
    )


def _sides(found_: ClaimFinding) -> Iterator[tuple[Side, str]]:
    yield found_.pro, "for"
    yield found_.contra, "against"


def _side(known: Found, case: "Case", of: ClaimFinding, side: Side, name: str) -> SidePage:
    several = len(side.routes) > 1 or any(len(route.links) > 1 for route in side.routes)
    return SidePage(
        name=name,
        counted=words.side(side),
        cut=words.cuts(case, side) if several and side.routes else "",
        accepted_by=side.accepted_by,
        routes=tuple(_route(known, case, route, of) for route in side.routes),
        picture=picture(case, side) if side.routes else None,
    )


def _route(known: Found, case: "Case", route: Route, of: ClaimFinding) -> RouteRow:
    judged = (one for one in of.assessed if one.statement == route.statement)
    return RouteRow(
        card=card(known, case.statements[route.statement], route, case),
        links=tuple((link.id, within(case.called(link.id)), link.role) for link in route.links),
        channels=tuple(dict.fromkeys((one.work, case.called(one.work)) for one in route.channels)),
        assessed=tuple(said for one in judged for said in words.links(case, one)),
        elsewhere=route.claim if route.claim != of.id else "",
    )


def _clash(known: Found, left: "Examined", clash: Clash, of: str) -> ClashPage:
    case = left.case
    others = [member for member in clash.members if member != of]
    spoken = [s for member in others for s in case.by_claim.get(member, ()) if s.act == "affirms"]
    return ClashPage(
        must=clash.must,
        said=words.clash(case, clash, of),
        members=tuple(claim_line(known, left.findings[member]) for member in others),
        ways_out=clash.ways_out,
        words=tuple(card(known, statement, None, case) for statement in spoken),
    )


def _facts(case: "Case", entry: "Claim") -> Iterator[tuple[str, str]]:
    """Yield what the claim says in terms that can be computed with, in the casebook's words and in names."""
    for assumed, facts in (("", entry.facts), (" (assumed)", entry.assumed)):
        told = {
            "who": ", ".join(within(case.called(name)) for name in facts.who),
            "where": case.called(facts.where) if facts.where else "",
            "when": in_words(facts.when.text) if facts.when is not None else "",
            "event": facts.event or "",
            "none": facts.none or "",
            "count": facts.count.text if facts.count is not None else "",
            "existed": in_words(facts.existed.text) if facts.existed is not None else "",
        }
        yield from ((f"{name}{assumed}", said) for name, said in told.items() if said)
    named = {"excludes": entry.excludes, "implies": entry.implies}
    for name, claims in named.items():
        yield from ((name, case.called(one)) for one in claims)
    for name, orders in (("after", entry.after), ("before", entry.before)):
        yield from ((name, f"{case.called(one.claim)} {one.said}".strip()) for one in orders)
    if entry.about:
        yield "about", ", ".join(entry.about)
