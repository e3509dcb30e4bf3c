"""Findings in a historian's words: how firm, at which hand, through whom, on how many roots."""

from collections.abc import Iterator, Sequence

from assay.model.case import Case, Taint, within
from assay.model.dates import in_words
from assay.model.entries import ASPECTS, Statement
from assay.model.findings import MOST_CUTS, Assessed, ClaimFinding, Clash, Route, Side
from assay.model.selectors import parse_selector

_KNEW = {
    "saw": "would know it from seeing it",
    "took part": "would know it from taking part",
    "records": "from records",
    "inferred": "by inference",
}
_MADE = {"copy": "a copy of", "translation": "a translation of", "excerpt": "an excerpt of"}
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
    """Write what taints a route, and on what that is recorded: `dictation by the police (recorded of all of ...)`."""
    of_work = f" (recorded of all of {within(case.called(found.on))})" if found.on in case.sources else ""
    return pressure(case, found.what) + of_work


def pressure(case: Case, what: str) -> str:
    """Write a condition with the name of whoever pressed: `interrogation by NKVD investigators`."""
    kind, _, by = what.partition(" by ")
    return f"{kind} by {within(case.called(by))}" if by else kind


def knowledge(case: Case, statement: Statement, route: Route) -> str:
    """Write how the witness knew, and in whose hands he was: `by way of A → B → C`, `took part`, `not recorded`."""
    chain = [within(case.called(link.id)) for link in route.links if link.role in ("origin", "relay", "witness")]
    pressed = [within(case.called(link.id)) for link in route.links if link.role == "interrogator"]
    no_taint = "" if route.is_tainted or route.despite else ", which alone is no taint"
    hands = f"; in the hands of {', '.join(pressed)}{no_taint}" if pressed else ""
    if len(chain) > 1 or (statement.knows is not None and statement.knows.basis == "hearsay"):
        return f"by way of {' → '.join(chain if route.origin_known else ['somebody unnamed', *chain])}{hands}"
    if statement.knows is None:
        return f"how the witness knew is not recorded{hands}"
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
    said = [f"{_work(case, channel.work)}, {channel.locator or 'no page given'}" for channel in route.channels]
    way = "; ".join(said) or "no citation"
    return f"{way}, from {within(case.called(route.record))}" if route.record is not None else way


def _work(case: Case, work: str) -> str:
    """Name a work, and from which others it was made: `Minutes (a translation of Protokoll)`."""
    entry = case.sources.get(work)
    made = [
        f"{_MADE.get(one.how, 'made from')} {within(case.called(one.source))}"
        for one in (entry.made_from if entry else ())
    ]
    return f"{case.called(work)} ({', '.join(made)})" if made else case.called(work)


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
    at_least = "at least " if len(counted.cuts) >= MOST_CUTS else ""
    either = "; or ".join(shown) + (f"; or {at_least}{more} more such sets" if more > 0 else "")
    linchpins = [name for cut in counted.cuts if len(cut) == 1 for name in cut]
    if linchpins:
        without = "without this one" if len(linchpins) == 1 else "without any one of these"
        named = ", ".join(within(case.called(name)) for name in linchpins)
        return f"linchpin{'s' * (len(linchpins) > 1)}: {named} ({without} nothing is left)"
    return f"to be left with nothing, leave out {either}"


def strike(case: Case, struck: str) -> str:
    """Write what a strike names: `the minutes`, `all that was said in court`, `what Anna said of “The mill burned”`."""
    selector = parse_selector(struck)
    if selector is None:
        return struck
    match selector.sort:
        case "label" if selector.value in case.statements:
            statement = case.statements[selector.value]
            return f"what {within(case.called(statement.witness))} said of “{case.called(statement.claim)}”"
        case "under":
            return f"all that was said under {pressure(case, struck.removeprefix('under '))}"
        case "about":
            return f"all that was said about {selector.value}"
        case "setting":
            return f"all that was said in the setting “{selector.value}”"
        case _:
            return case.called(struck)


def strikes(case: Case, struck: Sequence[str]) -> str:
    """Write what several strikes name."""
    return "; ".join(strike(case, one) for one in struck)


def clash(case: Case, found: Clash, of: str) -> str:
    """Write a clash as seen from one of its members: with what, and why."""
    others = " and ".join(f"“{case.called(member)}” [{member}]" for member in found.members if member != of)
    against = f" together with {others}" if others else ""
    reported = ", if it was said as reported" if found.must and found.as_reported else ""
    return f"{'cannot' if found.must else 'perhaps cannot'} be true{against}{reported}: {found.because}"
