"""An entry is of no known kind.

## What it checks

An entry opens with `source`, `person`, `group`, `place`, `issue`, `claim`, `scenario`, `extend`, or with a date.

## Why it matters

An entry of unknown kind is not in the case, and whatever names it will be reported too.

## Example

    persn dora "Dora"

## Write instead

    person dora "Dora"
"""

from collections.abc import Iterator

from assay.check.complaining import complaints
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "S002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report what the parser found."""
    yield from complaints(context, "kind", CODE)
