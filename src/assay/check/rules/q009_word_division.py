"""The letters are those of the work, but the words are divided otherwise.

## What it checks

Scanners lose spaces and add some, so a quotation is compared by its letters. Here they are the same, and the words
are not. This is a note, and does not make the check fail.

## Why it matters

A reader should see it. Where a negation is gained or lost (*not able*, *notable*), the quotation is altered: Q002.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw themill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q009"


def check(context: Context) -> Iterator[Diagnostic]:
    """Note words that are divided otherwise."""
    for looked in context.quotations:
        for change in looked.verdict.division if looked.verdict is not None else ():
            message = f"“{change.quoted}” where the work has “{change.source}”: the same letters, divided otherwise"
            at = context.at_quote(looked, change.quoted)
            yield Diagnostic(CODE, message, at, f"write: {change.source}", Severity.NOTE)
