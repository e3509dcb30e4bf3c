"""What stands without some testimony: everybody and everything that can be struck, what falls, what loses a root."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.examine.blast import scenario_table
from assay.examine.comparison import clashes, turns
from assay.model.case import Case, within
from assay.model.findings import ClaimFinding
from assay.model.turns import StandingTurn
from assay.pages.cards import Card, card
from assay.pages.found import found
from assay.pages.overview import Tone, tone
from assay.report import words

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.examine.examined import Examined
    from assay.model.findings import Findings

_SHOWN = 200  # statements that fall, as cards
_MOST = 400
"""Of one sort that are offered as a box; more can be typed, and what is struck is always shown."""


class Toggle(Struct, frozen=True):
    """Something that can be struck: how it is written, what it is called, and how many statements name it."""

    strike: str
    label: str
    struck: bool
    weight: int


class Toggles(Struct, frozen=True):
    """One sort of what can be struck."""

    name: str
    toggles: tuple[Toggle, ...]


class Turned(Struct, frozen=True):
    """A claim that stands otherwise, or on other roots."""

    id: str
    title: str
    before: str
    before_tone: Tone
    after: str
    after_tone: Tone
    roots_before: str
    roots_after: str
    left: tuple[str, ...]
    """Who still speaks for it."""


class ClashChange(Struct, frozen=True):
    """Claims that would clash otherwise: their titles, how surely now, how surely then."""

    members: tuple[tuple[str, str], ...]
    before: str
    after: str


class ComparedRow(Struct, frozen=True):
    """A claim under every scenario."""

    id: str
    title: str
    now: str
    then: tuple[tuple[str, Tone, bool], ...]
    """Standing, tone, and whether it is another than now."""


class Compared(Struct, frozen=True):
    """Scenarios side by side: their names, with the strikes of each, also in words, and the claims that any changes."""

    scenarios: tuple[tuple[str, str, tuple[str, ...], str], ...]
    rows: tuple[ComparedRow, ...]
    unchanged: int


class StrikePage(Struct, frozen=True):
    """What is struck, what can be, and what becomes of every claim."""

    strikes: tuple[str, ...]
    called: dict[str, str]
    """What each strike is called, in words."""
    sorts: tuple[Toggles, ...]
    fallen: tuple[Card, ...]
    """The statements that fall; of very many, the first."""
    falls: int
    of: int
    otherwise: tuple[Turned, ...]
    fewer: tuple[Turned, ...]
    """Claims that stand as before, on another number of roots."""
    unchanged: int
    clashes: tuple[ClashChange, ...]
    compared: Compared | None
    scenario: str
    """The title of the scenario that strikes just this, where there is one."""


def strike(dossier: "Dossier", selection: Sequence[str] = ()) -> StrikePage:
    """Work out what stands without a selection.

    Raises:
        NotHereError: a strike names nothing of the case.
    """
    known, case = found(dossier), dossier.case
    strikes = tuple(dict.fromkeys(" ".join(one.split()) for one in selection if one.strip()))
    now, then = known.examined, known.without(strikes)
    changed = sorted(turns(now, then)) if strikes else []
    made = [_turned(case, turn, then.findings[turn.claim], then.case) for turn in changed]
    fallen = [one for id_, one in case.statements.items() if id_ not in then.case.statements]
    same = [one for one in case.scenarios.values() if set(one.strikes) == set(strikes)]
    return StrikePage(
        strikes=strikes,
        called=called(case, strikes),
        sorts=tuple(one for one in _sorts(case, set(strikes)) if one.toggles),
        fallen=tuple(card(known, one) for one in fallen[:_SHOWN]),
        falls=len(fallen),
        of=len(case.statements),
        otherwise=tuple(one for one in made if one.before != one.after),
        fewer=tuple(one for one in made if one.before == one.after),
        unchanged=len(now.standings) - len(changed),
        clashes=tuple(_clashes(case, now, then)) if strikes else (),
        compared=_compared(case, known.findings, strikes, then) if case.scenarios else None,
        scenario=same[0].title if same and strikes else "",
    )


def called(case: Case, strikes: Sequence[str]) -> dict[str, str]:
    """Write strikes in words: who and what they name, by name."""
    return {one: words.strike(case, one) for one in strikes}


def _turned(case: Case, turn: StandingTurn, after: ClaimFinding, left: Case) -> Turned:
    speaking = (left.statements[route.statement].witness for route in after.pro.routes)
    return Turned(
        turn.claim, case.called(turn.claim), turn.before, tone(turn.before), turn.after, tone(turn.after),
        words.roots(turn.roots_before), words.roots(turn.roots_after),
        tuple(within(case.called(name)) for name in dict.fromkeys(speaking)),
    )  # fmt: skip


def _clashes(case: Case, now: "Examined", then: "Examined") -> Iterator[ClashChange]:
    for one in sorted(clashes(now, then)):
        yield ClashChange(tuple((id_, case.called(id_)) for id_ in one.members), one.before, one.after)


def _sorts(case: Case, struck: set[str]) -> Iterator[Toggles]:
    """Offer everybody and everything that can be struck, those with most statements first."""
    spoken, works, settings, themes = _weights(case)
    weighing = [
        *(c for s in case.sources.values() for c in s.under),
        *(c for s in case.statements.values() for c in s.under),
    ]
    pressures = dict.fromkeys(sorted({f"under {c.kind}" for c in weighing} | {f"under {c}" for c in weighing}), 0)
    titles = {one: f"under {words.pressure(case, one.removeprefix('under '))}" for one in pressures}
    people = {id_: spoken.get(id_, 0) for id_ in (*case.persons, *case.groups)}
    named = {id_: case.called(id_) for id_ in (*people, *case.sources)}
    yield _sort("People", people, named, struck)
    yield _sort("Works", {id_: works.get(id_, 0) for id_ in case.sources}, named, struck)
    yield _sort("Pressure", pressures, titles, struck)
    yield _sort("Themes", themes, {one: one.removeprefix("about ") for one in themes}, struck)
    yield _sort("Settings", settings, {one: one.removeprefix("setting ") for one in settings}, struck)
    listed = {*people, *case.sources, *pressures, *themes, *settings}
    rest = {one: 0 for one in struck if one not in listed}
    yield _sort("Also struck", rest, {one: case.called(one) for one in rest}, struck)


def _weights(case: Case) -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    spoken: dict[str, int] = {}
    works: dict[str, int] = {}
    settings: dict[str, int] = {}
    themes: dict[str, int] = {}
    for statement in case.statements.values():
        _add(spoken, (statement.witness, *statement.via, *(statement.knows.chain if statement.knows else ())))
        _add(works, (cite.source for cite in statement.cites))
        _add(settings, (f"setting {statement.setting}",) if statement.setting else ())
        entry = case.claims.get(statement.claim)
        _add(themes, (f"about {theme}" for theme in entry.about) if entry is not None else ())
    return spoken, works, settings, themes


def _add(counted: dict[str, int], names: "Iterator[str] | Sequence[str]") -> None:
    for name in set(names):
        counted[name] = counted.get(name, 0) + 1


def _sort(name: str, weights: dict[str, int], titles: dict[str, str], struck: set[str]) -> Toggles:
    ordered = sorted(weights, key=lambda one: (one not in struck, -weights[one], titles[one].casefold()))
    return Toggles(name, tuple(Toggle(one, titles[one], one in struck, weights[one]) for one in ordered[:_MOST]))


def _compared(case: Case, now: "Findings", strikes: Sequence[str], left: "Examined") -> Compared:
    """Put every scenario, and what is struck just now, side by side."""
    table = scenario_table(now)
    columns = [(id_, case.called(id_), case.scenarios[id_].strikes) for id_ in table.scenarios]
    then = {row.claim: row.then for row in table.rows}
    if strikes:
        columns.append(("", "what is struck now", tuple(strikes)))
    rows: list[ComparedRow] = []
    for one in now.claims:
        standings = [
            *then.get(one.id, (one.standing,) * len(table.scenarios)),
            *([left.standings[one.id]] if strikes else []),
        ]
        if {*standings} - {one.standing}:
            cells = tuple((standing, tone(standing), standing != one.standing) for standing in standings)
            rows.append(ComparedRow(one.id, one.title, one.standing, cells))
    told = tuple((*column, words.strikes(case, column[2])) for column in columns)
    return Compared(told, tuple(rows), len(now.claims) - len(rows))
