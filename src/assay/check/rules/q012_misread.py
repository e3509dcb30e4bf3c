"""A word is spelt as a scanner or a typist would misread it.

## What it checks

A word of the quotation and the work's differ by letters that are easily taken for one another (*h* and *b*, *rn* and
*m*), or by one letter inside a long word, and one of the two is no word. The quotation is taken for faithful. This is
a note, and does not make the check fail.

## Why it matters

It is a judgement of the program's, by a list of shapes and a list of words: a reader should see it.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw tbe mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q012"


def check(context: Context) -> Iterator[Diagnostic]:
    """Note words that are taken for misreadings."""
    for looked in context.quotations:
        verdict = looked.verdict
        if verdict is None or not verdict.kind.is_faithful:
            continue
        for change in verdict.misread:
            message = f"“{change.quoted}” where the work has “{change.source}”: taken for a misreading"
            at = context.at_quote(looked, change.quoted)
            yield Diagnostic(CODE, message, at, f"write: {change.source}", Severity.NOTE)
