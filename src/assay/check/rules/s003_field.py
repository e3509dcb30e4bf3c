"""An entry has a field that its kind does not have.

## What it checks

Each kind of entry has its own fields; `assay explain S003` is not their list, docs/casebook.md is.

## Why it matters

A misspelt field is lost without a trace: a `knos: saw` would leave the witness's knowledge unstated.

## Example

    1931 boris affirms fire
      knos: saw
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

CODE = "S003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "field", CODE)
