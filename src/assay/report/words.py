"""Findings in a historian's words: how firm, at which hand, through whom, on how many roots."""

from collections.abc import Iterator, Sequence

from assay.model.case import Case, Taint, within
from assay.model.dates import in_words
from assay.model.entries import ASPECTS, Statement
from assay.model.findings import Assessed, ClaimFinding, Clash, Route, Side

_KNEW = {"saw": "saw it", "took part": "took part", "records": "from records", "inferred": "by inference"}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def how_known(case: Case, finding: ClaimFinding) -> str:
    """Write what goes behind a standing: at which hand, and through whom alone: `, at fourth hand, through X alone`."""
    said = [""]
    hand = at_hand([route for route in finding.pro.routes if not route.is_tainted] or finding.pro.routes)
    if hand:
        said.append(hand)
    if finding.channel is not None:
        said.append(f"through {within(case.called(finding.channel))} alone")
    return ", ".join(said)


def at_hand(routes: Sequence[Route]) -> str:
    """Write the best hand of second-hand knowledge; nothing where it is the first, or not stated."""
    hands = [route.hand for route in routes]
    known = [hand for hand in hands if hand is not None]
    if not routes or len(known) < len(hands) or min(known) < 2:  # noqa: PLR2004 - first hand needs no words
        return ""
    best = min(known)
    written = _ORDINALS[best] if best < len(_ORDINALS) else f"{best}th"
    open_ended = all(not route.origin_known for route in routes if route.hand == best)
    return f"at {written} hand" + (" at least" if open_ended else "")


def roots(counted: tuple[int, int]) -> str:
    """Write a range of roots."""
    low, high = counted
    return f"{low} root{'s' * (low != 1)}" if low == high else f"{low} to {high} roots"


def side(counted: Side) -> str:
    """Write how firm a side is, and on what."""
    if counted.accepted_by and not counted.routes:
        return "accepted"
    if not counted.routes:
        return "nothing"
    said = f"{counted.firmness}, {roots(counted.roots)}"
    if counted.untainted != counted.roots and counted.untainted[1]:
        said += f", {roots(counted.untainted)} free of taint"
    return said if counted.exact else f"{said} (bounds: the search was stopped)"


def taint(case: Case, found: Taint) -> str:
    """Write what taints a route, and on what that is recorded: `dictation by the police (recorded of the minutes)`."""
    of_work = f" (recorded of {within(case.called(found.on))})" if found.on in case.sources else ""
    return pressure(case, found.what) + of_work


def pressure(case: Case, what: str) -> str:
    """Write a condition with the name of whoever pressed: `interrogation by NKVD investigators`."""
    kind, _, by = what.partition(" by ")
    return f"{kind} by {within(case.called(by))}" if by else kind


def knowledge(case: Case, statement: Statement, route: Route) -> str:
    """Write how the witness knew, and in whose hands he was: `by way of A → B → C`, `took part`, `not recorded`."""
    chain = [within(case.called(link.id)) for link in route.links if link.role in ("origin", "relay", "witness")]
    pressed = [within(case.called(link.id)) for link in route.links if link.role == "interrogator"]
    hands = f"; in the hands of {', '.join(pressed)}" if pressed else ""
    if len(chain) > 1 or (statement.knows is not None and statement.knows.basis == "hearsay"):
        return f"by way of {' → '.join(chain if route.origin_known else ['somebody unnamed', *chain])}{hands}"
    if statement.knows is None:
        return f"how they knew is not recorded{hands}"
    return f"{_KNEW.get(statement.knows.basis, 'on an unknown basis')}{hands}"


def links(case: Case, found: Assessed) -> Iterator[str]:
    """Write what people judged of each link of a route, what is open of it, and which link is the weakest by that."""
    for link in dict.fromkeys(one.link for one in found.assessments):
        said: list[str] = []
        for one in found.assessments:
            if one.link == link:
                said += [f"{one.aspect} doubted by {by}" for by in one.doubted_by]
                said += [f"{one.aspect} vouched for by {by}" for by in one.vouched_by]
        left = [
            aspect for aspect in ASPECTS if all((one.link, one.aspect) != (link, aspect) for one in found.assessments)
        ]
        if left:
            said.append(f"{_listed(left)} {'are' if len(left) > 1 else 'is'} open")
        yield f"{case.called(link)}: {'; '.join(said)}"
    if found.weakest:
        named = _listed([within(case.called(name)) for name in found.weakest])
        yield f"weakest link, of which most is doubted: {named}"


def _listed(names: Sequence[str]) -> str:
    """Write several in a row: `perception, memory and meaning`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def channels(case: Case, route: Route) -> str:
    """Write the works and pages through which a statement reaches us."""
    said = [f"{case.called(channel.work)}, {channel.locator or 'no page given'}" for channel in route.channels]
    way = "; ".join(said) or "no citation"
    return f"{way}, from {within(case.called(route.record))}" if route.record is not None else way


def speaker(case: Case, statement: Statement) -> str:
    """Write who speaks, when, where and to whom."""
    said = [case.called(statement.witness)]
    if statement.date.text != "undated":
        said.append(in_words(statement.date.text))
    if statement.setting:
        said.append(statement.setting)
    if statement.to:
        said.append("to " + " and ".join(within(case.called(name)) for name in statement.to))
    if statement.words == "reported":
        said.append(f"as {reporter(case, statement)} reports it")
    return ", ".join(said)


def reporter(case: Case, statement: Statement) -> str:
    """Name whose words stand on the page where a statement is only reported."""
    if not statement.cites:
        return "somebody"
    source = case.sources.get(statement.cites[0].source)
    if source is None or not source.by:
        return "the work"
    return within(case.called(source.by[0]))


def cuts(case: Case, counted: Side) -> str:
    """Write whom one would have to disbelieve to be left with nothing."""
    most = 4
    shown = [" and ".join(within(case.called(name)) for name in cut) for cut in counted.cuts[:most]]
    more = len(counted.cuts) - most
    either = "; or ".join(shown) + (f"; or {more} more such sets" if more > 0 else "")
    linchpins = [name for cut in counted.cuts if len(cut) == 1 for name in cut]
    if linchpins:
        one = "this one" if len(linchpins) == 1 else "any one of them"
        named = ", ".join(within(case.called(name)) for name in linchpins)
        return f"linchpin{'s' * (len(linchpins) > 1)}: {named} (disbelieve {one}, and nothing is left)"
    return f"to be left with nothing, disbelieve {either}"


def clash(case: Case, found: Clash, of: str) -> str:
    """Write a clash as seen from one of its members: with what, and why."""
    sure = "must clash" if found.must else "might clash"
    sure += ", as reported," if found.must and found.as_reported else ""
    others = " and ".join(f"“{case.called(member)}” [{member}]" for member in found.members if member != of)
    against = f" with {others}" if others else ""
    return f"{sure}{against}: {found.because}"
