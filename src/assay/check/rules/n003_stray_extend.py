"""An `extend` adds to something that is not there.

## What it checks

`extend KIND ID` names an entry that is described elsewhere, and is of that kind.

## Why it matters

What is added to nothing is lost.

## Example

    extend person anya
      alias: Nyura

## Write instead

    extend person anna
      alias: Nyura
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic
from assay.model.entries import kind_of
from assay.model.guessing import did_you_mean

CODE = "N003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every extension without an entry."""
    for stray in context.casebook.strays:
        at = context.casebook.head(stray.at)
        known = (id_ for id_, entry in context.case.described.items() if kind_of(entry) == stray.kind)
        help_ = did_you_mean(stray.id, known, f'write {stray.kind} {stray.id} "…"')
        yield Diagnostic(CODE, f"there is no {stray.kind} {stray.id} to extend", at, help_)
