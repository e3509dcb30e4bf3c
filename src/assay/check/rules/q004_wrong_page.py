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
    for looked in context.quotations:
        locator, verdict, volume = looked.cite.locator, looked.verdict, looked.volume
        if verdict is None or volume is None or locator is None or not verdict.kind.is_faithful:
            continue
        places = volume.places(locator)
        if not places or any(place.start <= verdict.spans[0].start < place.end for place in places):
            continue  # a place that the work does not have is L001's
        there = where(looked)
        message = f"the quotation is on {there}, not {locator}"
        yield Diagnostic(CODE, message, context.at_locator(looked), f"write: {there}", Severity.ERROR)
