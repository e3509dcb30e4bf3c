"""A line of the casebook cannot be read.

## What it checks

Heads stand at the margin, fields two spaces in, quoted words four spaces in behind `> `; a head has the words that
its kind takes.

## Why it matters

A line that cannot be read is not in the case. Only its own entry suffers, but that entry may be the one that matters.

## Example

    1931 anna affirms fire
      knows: saw
      cite: memoir p. 2
        I saw the mill burn

## Write instead

    1931 anna affirms fire
      knows: saw
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.complaining import complaints
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "S001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "syntax", CODE)
