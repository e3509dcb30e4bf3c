"""A judgement gives no reason.

## What it checks

Every judgement has a `because:`. An `accept` without one counts for nothing.

## Why it matters

A judgement is the one place where a person's word decides. Its reason is what others can weigh.

## Example

    2024 clara accept fire

## Write instead

    2024 clara accept fire
      because: the insurer's file has photographs of the ruin
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "E005"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report judgements without a reason."""
    for judgement in context.case.judgements:
        if not judgement.because:
            message = "this judgement gives no reason"
            yield Diagnostic(
                CODE, message, context.at(judgement.id, "head", judgement.verb), "write below it because: …"
            )
