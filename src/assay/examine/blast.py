"""What falls with a strike, and which single strike would change most."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.examine.comparison import clashes, turns
from assay.examine.examined import Examined
from assay.examine.strikes import strike
from assay.model.blasts import Blast, Table, TableRow
from assay.model.case import Case
from assay.model.findings import Findings, Standing


def blast(case: Case, strikes: Sequence[str]) -> Blast:
    """Find what falls and what changes when something is struck.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    case = structs.replace(case, scenarios={})
    return _blast(Examined(case), strikes)


def _blast(now: Examined, strikes: Sequence[str]) -> Blast:
    then = now.again(strike(now.case, strikes))
    fallen = tuple(sorted(then.case.struck - now.case.struck))
    found = tuple(sorted(turns(now, then))), tuple(sorted(clashes(now, then)))
    return Blast(tuple(strikes), fallen, len(now.case.statements), *found)


def single_strikes(case: Case) -> tuple[Blast, ...]:
    """Strike everybody and everything in turn, and return what falls, those first that change most.

    Strikes with which the same statements fall, and the same changes, are one. What strikes nothing is left out.
    """
    case = structs.replace(case, scenarios={})
    now = Examined(case)
    together: dict[tuple[object, ...], list[str]] = {}
    for selector in _selectors(case):
        found = _blast(now, [selector])
        if found.fallen or found.turns:
            together.setdefault((found.fallen, found.of, found.turns, found.clashes), []).append(selector)
    blasts = [Blast(tuple(strikes), *found) for found, strikes in together.items()]  # type: ignore[arg-type]
    return tuple(sorted(blasts, key=_most_first))


def _most_first(found: Blast) -> tuple[int, int, int, tuple[str, ...]]:
    return -len(found.stand_otherwise), -len(found.lose_a_root), -len(found.fallen), found.strikes


def _selectors(case: Case) -> Iterator[str]:
    """Yield every person, group, work, condition, theme and setting; not claims and single statements."""
    yield from sorted((*case.persons, *case.groups))
    yield from sorted(case.sources)
    weighing = [
        *(c for s in case.sources.values() for c in s.under),
        *(c for s in case.statements.values() for c in s.under),
    ]
    yield from sorted({f"under {c.kind}" for c in weighing})
    yield from sorted({f"about {theme}" for claim in case.claims.values() for theme in claim.about})
    yield from sorted({f"setting {s.setting}" for s in case.statements.values() if s.setting})


def scenario_table(findings: Findings) -> Table:
    """Put every claim under every scenario side by side."""
    shifted: list[dict[str, Standing]] = [{s.claim: s.after for s in found.shifts} for found in findings.scenarios]
    rows = [
        TableRow(claim.id, claim.standing, tuple(after.get(claim.id, claim.standing) for after in shifted))
        for claim in findings.claims
    ]
    rows.sort(key=lambda row: row.claim)
    changed = [row for row in rows if {*row.then} - {row.now}]
    scenarios = [found.id for found in findings.scenarios]
    unchanged = tuple(row.claim for row in rows if row not in changed)
    order = sorted(range(len(scenarios)), key=scenarios.__getitem__)
    ordered = (TableRow(row.claim, row.now, tuple(row.then[at] for at in order)) for row in changed)
    return Table(tuple(scenarios[at] for at in order), tuple(ordered), unchanged)
