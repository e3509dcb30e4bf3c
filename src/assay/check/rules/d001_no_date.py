"""A date is no date.

## What it checks

Dates are written as EDTF level 1 has them: `1936`, `1936-08`, `1936-08-19`, `1936~` (about), `193X` (in the thirties),
`1936-21` (spring), `1935-09-19/1936-05-01`, `../1917` (until 1917); and `undated`.

## Why it matters

What clashes is computed from dates. One that cannot be read takes part in nothing.

## Example

    1931-13 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931-12 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.complaining import complaints
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "D001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "date", CODE)
