"""Hearsay goes in a circle.

## What it checks

Nobody has a claim, directly or through others, from himself.

## Why it matters

Two witnesses who have it from each other have it from nobody.

## Example

    1931 boris affirms fire
      knows: from clara from boris
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      knows: from clara from anna
      cite: memoir p. 2
        > I saw the mill burn
"""

import itertools
from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic
from assay.model.entries import Statement

CODE = "E002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Follow who has each claim from whom."""
    for statements in context.case.by_claim.values():
        heard_from = _heard_from(statements)
        for statement in statements:
            if statement.knows is None or not statement.knows.chain:
                continue
            circle = _circle(statement, heard_from)
            if circle:
                said = " from ".join(context.case.called(name) for name in circle)
                help_ = "name the one who perceived it last, or end with from unknown"
                yield Diagnostic(CODE, f"hearsay in a circle: {said}", context.at(statement.id, "knows"), help_)


def _heard_from(statements: tuple[Statement, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for statement in statements:
        if statement.knows is not None:
            for hearer, teller in itertools.pairwise((statement.witness, *statement.knows.chain)):
                found.setdefault(hearer, set()).add(teller)
    return found


def _circle(statement: Statement, heard_from: dict[str, set[str]]) -> list[str]:
    """Return a way from a link of the chain back to itself, or nothing."""
    assert statement.knows is not None
    for start in (statement.witness, *statement.knows.chain):
        paths = [[start]]
        seen: set[str] = set()
        while paths:
            path = paths.pop()
            for teller in sorted(heard_from.get(path[-1], ())):
                if teller == start:
                    return [*path, teller]
                if teller not in seen:
                    seen.add(teller)
                    paths.append([*path, teller])
    return []
