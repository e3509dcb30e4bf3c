"""A quotation is stitched from distant places.

## What it checks

The pieces of the quotation are all in the work, but more lies between two of them than any sentence holds, or they
stand there in another order.

## Why it matters

What is joined over several pages may never have been said together.

## Example

    1931 boris affirms fire
      cite: memoir pp. 1-3
        > The first page of a memoir ... here it ends

## Write instead

    1931 boris affirms fire
      cite: memoir p. 1
        > The first page of a memoir
      cite: memoir pp. 3-8
        > here it ends
"""

from collections.abc import Iterator

from assay.check.context import Context, pages_in_words
from assay.model.diagnostics import Diagnostic
from assay.model.verdicts import Kind

CODE = "Q003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations whose pieces lie far apart."""
    for looked in context.quotations:
        verdict = looked.verdict
        if verdict is not None and verdict.kind is Kind.STITCHED:
            where = f", over {pages_in_words(verdict.pages)}" if verdict.pages else ""
            message = f"the quotation is stitched from distant places{where}"
            help_ = "cite each piece on its own"
            yield Diagnostic(CODE, message, context.at_quote(looked), help_)
