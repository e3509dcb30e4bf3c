"""Strikes, written out for people: what falls, what would change most, every claim under every scenario."""

from collections.abc import Iterator, Sequence

from assay.model.blasts import Blast, Table
from assay.model.case import Case
from assay.model.sayings import said_by_id
from assay.report.layout import Layout
from assay.report.turns_text import clash, turn
from assay.report.words import strike as in_words

_COLUMN = 14


def blast_lines(found: Blast, layout: Layout) -> Iterator[str]:
    """Write what falls with one strike, with its pages, and what that changes."""
    yield layout.paint(f"Without {'; '.join(found.strikes)}", "strong")
    yield from layout.wrapped(_falls(found), "  ")
    for id_ in found.fallen:
        one = said_by_id(layout.case, id_)
        yield from layout.wrapped(f"{layout.saying(one)}, {layout.act(one)} {layout.claim(one.claim)} #{id_}", "  - ")
        for words in layout.words(one):
            yield from layout.wrapped(words, "      ")
    for title, lines in (
        ("Stands otherwise", [turn(one, layout.claim) for one in found.stand_otherwise]),
        ("Loses a root", [turn(one, layout.claim) for one in found.lose_a_root]),
        ("Clashes", [clash(one, layout.claim) for one in found.clashes]),
    ):
        if lines:
            yield ""
            yield layout.paint(title, "strong")
        for line in lines:
            yield from layout.wrapped(line, "  - ")
    if not found.turns and not found.clashes:
        yield "  Every claim stands as before."


def strikes_lines(blasts: Sequence[Blast], table: Table, layout: Layout, most: int, width: int) -> Iterator[str]:
    """Write the single strikes that would change most, and the scenarios."""
    yield layout.paint("What would change if one thing were left out, the largest change first", "strong")
    for number, found in enumerate(blasts[:most], 1):
        named = "; or ".join(_named(strike, layout.case) for strike in found.strikes)
        yield from layout.wrapped(f"{named}: {_summed(found)}", f"{number:>3}. ")
        for change, claims in _by_change(found).items():
            yield from layout.wrapped(f"{change}: {', '.join(claims)}", "       ", "         ")
    if len(blasts) > most:
        more = len(blasts) - most
        strikes = "strike, which changes" if more == 1 else "strikes, which change"
        yield f"     {more} further {strikes} less (--limit shows more)."
    if not blasts:
        yield "  There is nothing to strike."
    if table.scenarios:
        yield ""
        yield layout.paint("Claims under the scenarios", "strong")
        yield from _table(table, layout, width)


def _by_change(found: Blast) -> dict[str, list[str]]:
    """Put claims together that change alike."""
    changes: dict[str, list[str]] = {}
    for one in found.stand_otherwise:
        changes.setdefault(f"from {one.before} to {one.after}", []).append(one.claim)
    for one in found.lose_a_root:
        changes.setdefault(f"still {one.after}, on fewer roots", []).append(one.claim)
    return changes


def _named(strike: str, case: Case) -> str:
    return f"{in_words(case, strike)} [{strike}]"


def _falls(found: Blast) -> str:
    fallen = len(found.fallen)
    return f"{fallen} of {found.of} statement{'s' * (found.of != 1)} fall{'s' * (fallen == 1)}."


def _summed(found: Blast) -> str:
    parts = [_falls(found).removesuffix(".")]
    for turns, one, many in (
        (found.stand_otherwise, "1 claim stands otherwise", "{} claims stand otherwise"),
        (found.lose_a_root, "1 loses a root", "{} lose a root"),
    ):
        if turns:
            parts.append(one if len(turns) == 1 else many.format(len(turns)))
    return ", ".join(parts)


def _table(table: Table, layout: Layout, width: int) -> Iterator[str]:
    """Write the table; scenarios that do not fit beside each other stand in a second one below."""
    for number, id_ in enumerate(table.scenarios, 1):
        strikes = "; ".join(layout.case.scenarios[id_].strikes)
        yield from layout.wrapped(f"{number} {layout.case.called(id_)} [{id_}: {strikes}]", "  ", "    ")
    broad = max((len(row.claim) for row in table.rows), default=0) + 4
    fit = max(1, (width - broad) // _COLUMN - 1)
    for first in range(0, len(table.scenarios) if table.rows else 0, fit):
        columns = range(first, min(first + fit, len(table.scenarios)))
        yield ""
        yield _row("", ["now", *(str(column + 1) for column in columns)], broad)
        for row in table.rows:
            then = (row.then[column] for column in columns)
            yield _row(row.claim, [row.now, *("·" if after == row.now else after for after in then)], broad)
    same = len(table.unchanged)
    yield f"  {same} claim{'s' * (same != 1)} stand{'s' * (same == 1)} alike under all of them."


def _row(claim: str, cells: Sequence[str], broad: int) -> str:
    return f"  {claim:<{broad - 2}}{''.join(f'{cell:<{_COLUMN}}' for cell in cells)}".rstrip()
