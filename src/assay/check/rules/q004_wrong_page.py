"""The quotation is on another page.

## What it checks

The words are in the work, but not on the page that the citation names.

## Why it matters

A reader who turns to the page must find the words there.

## Example

    1931 boris affirms fire
      cite: memoir p. 1
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context, where
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q004"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations that stand elsewhere in the work than cited."""
    for looked, verdict, locator, places in context.faithful():
        if not any(place.start <= verdict.spans[0].start < place.end for place in places):
            there = where(looked)
            message = f"the quotation is on {there}, not {locator}"
            yield Diagnostic(CODE, message, context.at_locator(looked), f"write: {there}", Severity.ERROR)
