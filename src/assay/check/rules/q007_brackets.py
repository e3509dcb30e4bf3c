"""Brackets stand where the work has other words.

## What it checks

`[words]` may be added to a quotation between words that follow one another in the work. Here the work has words of its
own in that place. This is a warning.

## Why it matters

Whoever puts words in the place of others can turn a sentence while every other word stands.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw [nothing of] burn on the night of the third of May

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill [of the village] burn on the night of the third of May
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q007"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report brackets that replace words."""
    for looked in context.quotations:
        for change in looked.verdict.replaced if looked.verdict is not None else ():
            message = f"“{change.quoted}” stands where the work has “{change.source}”"
            help_ = f"write the work's words, and brackets beside them: {change.source} {change.quoted}"
            at = context.at_quote(looked, change.quoted)
            yield Diagnostic(CODE, message, at, help_, Severity.WARNING)
