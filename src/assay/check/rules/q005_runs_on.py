"""The quotation runs on beyond the page that is cited.

## What it checks

The words begin on the cited page and end on a later one.

## Why it matters

The words that matter may be on the page that is not named.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > the whole village knew it by the morning

## Write instead

    1931 boris affirms fire
      cite: memoir pp. 2-3
        > the whole village knew it by the morning
"""

from collections.abc import Iterator

from assay.check.context import Context, where
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q005"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations that end after the cited pages."""
    for looked, verdict, locator, places in context.faithful():
        begins = any(place.start <= verdict.spans[0].start < place.end for place in places)
        if begins and verdict.spans[-1].end > max(place.end for place in places):
            message = f"the quotation runs on beyond {locator}"
            yield Diagnostic(CODE, message, context.at_locator(looked), f"write: {where(looked)}", Severity.WARNING)
