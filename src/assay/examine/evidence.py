"""What there is on one claim: the routes for and against it, and what is shown beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import is_

from msgspec import Struct

from assay.examine.channels import conditions
from assay.examine.identity import Identity
from assay.examine.routes import route
from assay.examine.sides import Weighing
from assay.model.case import Case
from assay.model.dates import in_words
from assay.model.entries import Judgement, Statement
from assay.model.findings import Route, Side


class Evidence(Struct, frozen=True, gc=False):
    """The two sides of a claim by its own statements and judgements; clashes and excluders come on top."""

    pro: Side
    contra: Side
    excludes: tuple[str, ...]
    is_spoken_to: bool
    """Whether anybody affirms or denies it, or accepts it, with what was struck left out."""
    was_struck: bool
    only_reported: bool
    """Whether every word for it reaches us as somebody else's report."""


class Known(Struct, frozen=True):
    """What was gathered in a case before, for what is still the same."""

    case: Case
    weighing: Weighing
    evidence: Mapping[str, Evidence]

    def side(self, weighing: Weighing, claim: str, routes: Sequence[Route], accepted_by: Sequence[str]) -> Side:
        """Weigh the routes of a side, or take it as it was where they are the same."""
        found = self.evidence.get(claim)
        for side in () if found is None else (found.pro, found.contra):
            same = len(side.routes) == len(routes) and all(map(is_, side.routes, routes))
            if same and side.accepted_by == tuple(accepted_by) and weighing.judges_like(self.weighing):
                return side
        return weighing.side(routes, accepted_by)

    def routes(self, case: Case, claim: str) -> dict[str, Route]:
        """Return the routes of the statements on a claim of which nothing differs in a case."""
        found = self.evidence.get(claim)
        then, now = self.case.inherited or {}, case.inherited or {}
        return {
            route.statement: route
            for route in (() if found is None else (*found.pro.routes, *found.contra.routes))
            if self.case.statements[route.statement] is case.statements.get(route.statement)
            and then.get(route.statement) is now.get(route.statement)
        }


def gather(case: Case, weighing: Weighing) -> dict[str, Evidence]:
    """Collect what there is on every claim."""
    accepted = _accepted(case)
    nothing = Known(case, weighing, {})
    return {claim: _of_claim(case, weighing, claim, accepted, nothing) for claim in case.claims}


def gather_again(case: Case, weighing: Weighing, known: Known, differ: frozenset[str]) -> dict[str, Evidence]:
    """Collect what there is on every claim, where some differ from a case that has the same works and groups."""
    accepted = _accepted(case)
    return {
        claim: _of_claim(case, weighing, claim, accepted, known) if claim in differ else known.evidence[claim]
        for claim in case.claims
    }


def _of_claim(
    case: Case,
    weighing: Weighing,
    claim: str,
    accepted: Mapping[tuple[str, str], list[str]],
    known: Known,
) -> Evidence:
    routes = known.routes(case, claim)
    pro: list[Route] = []
    contra: list[Route] = []
    reported = True
    for statement in case.by_claim.get(claim, ()):
        if statement.act == "affirms":
            pro.append(routes.get(statement.id) or route(case, statement))
            reported = reported and statement.words == "reported"
        elif denies_claim(statement):
            contra.append(routes.get(statement.id) or route(case, statement))
    pro_by, contra_by = accepted.get((claim, "pro"), []), accepted.get((claim, "contra"), [])
    return Evidence(
        pro=known.side(weighing, claim, pro, pro_by),
        contra=known.side(weighing, claim, contra, contra_by),
        excludes=case.claims[claim].excludes,
        is_spoken_to=bool(pro or contra or pro_by or contra_by),
        was_struck=claim in case.struck_claims,
        only_reported=bool(pro) and reported,
    )


def denies_claim(statement: Statement) -> bool:
    """Say whether a statement speaks against its claim. Denying a denial does not: it is shown beside the claim."""
    return statement.act == "denies" and not statement.aside


def _accepted(case: Case) -> dict[tuple[str, str], list[str]]:
    """Who accepts which side of which claim. A judgement without a reason counts for nothing."""
    found: dict[tuple[str, str], list[str]] = {}
    for judgement in case.judgements:
        if judgement.verb != "accept" or not judgement.because:
            continue
        (subject,) = judgement.subjects
        side = ("", "pro")
        if subject in case.claims:
            side = (subject, "pro")
        elif (statement := case.statements.get(subject.removeprefix("#"))) is not None:
            if statement.act == "affirms":
                side = (statement.claim, "pro")
            elif denies_claim(statement):
                side = (statement.claim, "contra")
        if side[0]:
            found.setdefault(side, []).append(in_a_line(case, judgement))
    return found


def in_a_line(case: Case, judgement: Judgement) -> str:
    """Write a judgement with its name, date and reason."""
    when = "" if judgement.date.text == "undated" else f", {in_words(judgement.date.text)}"
    return f"{case.called(judgement.person)}{when}: {judgement.because or 'no reason given'}"


def doubts(case: Case) -> Mapping[str, Sequence[str]]:
    """Say of each claim who doubts it, or something said of it."""
    found: dict[str, list[str]] = {}
    for judgement in case.judgements:
        for claim in sorted(_claims_of(case, judgement)) if _doubts_it(judgement) else ():
            found.setdefault(claim, []).append(f"doubted by {in_a_line(case, judgement)}")
    return found


def _doubts_it(judgement: Judgement) -> bool:
    """Say whether a judgement doubts what is said, and not only somebody on whom it depends."""
    return judgement.verb == "doubt" and judgement.aspect is None


def beside(
    case: Case, identity: Identity, claim: str, routes: Iterable[Route], doubted: Iterable[str]
) -> Iterator[str]:
    """Say what is shown beside a claim and changes nothing: doubts, silence, retractions, interest."""
    statements = case.by_claim.get(claim, ())
    one = identity.one
    affirming = {one(s.witness) for s in statements if s.act == "affirms"}
    denying = {one(s.witness) for s in statements if denies_claim(s)}
    for witness in sorted(affirming & denying):
        yield f"{case.called(witness)} is quoted both for and against"
    for act, says in (("doubts", "doubts it"), ("omits", "says nothing of it"), ("retracts", "retracts")):
        for statement in statements:
            if statement.act == act:
                yield f"{case.called(statement.witness)} {says}{_pointer(case, statement)}"
    for statement in statements:
        if statement.aside:
            who, page = case.called(statement.witness), _pointer(case, statement)
            yield f"{who} denies a statement that does not affirm it{page}"
        if statement.interest and not statement.in_own_defence:
            yield f"{case.called(statement.witness)}'s interest: {_interest(statement.interest)}"
        for condition, _ in conditions(case, statement):
            if condition.kind == "custody":
                yield f"{case.called(statement.witness)} was in custody{_pointer(case, statement)}"
    yield from doubted
    for routed in routes:
        statement = case.statements[routed.statement]
        if statement.knows is not None and statement.knows.basis == "unknown":
            yield f"on what {case.called(statement.witness)} bases it is unknown"


def _interest(words: str) -> str:
    return "speaks against it" if words == "against" else words


def _claims_of(case: Case, judgement: Judgement) -> set[str]:
    named = {subject.removeprefix("#") for subject in judgement.subjects}
    return named | {case.statements[label].claim for label in named if label in case.statements}


def _pointer(case: Case, statement: Statement) -> str:
    """Say with which words, and on which page, a statement stands."""
    if not statement.cites:
        return ""
    cite = statement.cites[0]
    where = "" if cite.locator is None else f", {cite.locator}"
    source = case.sources.get(cite.source)
    by = (
        f"as {case.called(source.by[0])} reports it, " if source and source.by and statement.words == "reported" else ""
    )
    return f" ({by}{case.called(cite.source)}{where}): “{cite.words}”"
