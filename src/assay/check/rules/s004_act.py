"""A statement's act is not one of the five.

## What it checks

A witness `affirms`, `denies`, `retracts`, `doubts` or `omits`; a person who judges writes `accept`, `doubt`, `vouch`,
`same`, `distinct`, `dependent`, `independent`, or `searched`.

## Why it matters

Which side of a claim a statement counts for hangs on this one word, so it is never guessed.

## Example

    1931 boris afirms fire
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.complaining import complaints
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "S004"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "act", CODE)
