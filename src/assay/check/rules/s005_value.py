"""A field's value cannot be read.

## What it checks

Each field takes values of its own form: a name, several names, a date, a count, a condition, a place in a work.

## Why it matters

A value that cannot be read is left out, and the entry says less than you meant.

## Example

    1931 boris affirms fire
      knows: seen
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      knows: saw
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.complaining import complaints
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "S005"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "value", CODE)
