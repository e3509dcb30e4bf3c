"""The whole way from a case to its findings."""

from collections.abc import Iterator, Sequence

from assay.examine.examined import Examined
from assay.examine.strikes import UnknownSelectorError, strike
from assay.examine.ways import alone, bottleneck
from assay.model.case import Case
from assay.model.findings import Findings, ScenarioFinding, Shift, Side


def examine(case: Case, without: Sequence[str] = ()) -> Findings:
    """Find what can be believed, with everything that the selectors name left out.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    examined = Examined(case)
    return examined_without(examined, without) if without else put_together(examined)


def examined_without(whole: Examined, without: Sequence[str]) -> Findings:
    """Find what can be believed in a case that is examined, with everything that the selectors name left out.

    Only that is looked at again on which the strikes bear.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    left = whole.again(strike(whole.case, without))
    return put_together(left, _compared(whole, left, "", "", without))


def put_together(examined: Examined, struck: ScenarioFinding | None = None) -> Findings:
    """Put together all that was found in a case, and what its scenarios would change."""
    return Findings(
        examined.case,
        tuple(examined.findings.values()),
        examined.found.clashes,
        tuple(_scenarios(examined)),
        len(examined.case.statements),
        alone(examined.ways),
        bottleneck(examined.case, examined.ways),
        struck,
        examined.found.tangles,
        examined.found.limits,
    )


def _scenarios(settled: Examined) -> Iterator[ScenarioFinding]:
    case = settled.case
    for scenario in case.scenarios.values():
        try:
            struck = settled.again(strike(case, scenario.strikes))
        except UnknownSelectorError:
            continue  # `assay check` says so
        yield _compared(settled, struck, scenario.id, scenario.title, scenario.strikes)


def _compared(before: Examined, after: Examined, id_: str, title: str, strikes: Sequence[str]) -> ScenarioFinding:
    fallen = tuple(id_ for id_ in before.case.statements if id_ not in after.case.statements)
    return ScenarioFinding(
        id_, title, tuple(strikes), fallen, len(before.case.statements), tuple(_shifts(before, after))
    )


def _shifts(before: Examined, after: Examined) -> Iterator[Shift]:
    for claim in before.case.claims:
        sides: tuple[Side, Side] = (before.evidence[claim].pro, after.evidence[claim].pro)
        standings = (before.standings[claim], after.standings[claim])
        if standings[0] != standings[1] or sides[0].roots != sides[1].roots:
            left = (after.case.statements[route.statement].witness for route in sides[1].routes)
            yield Shift(claim, *standings, sides[0].roots, sides[1].roots, tuple(dict.fromkeys(left)))
