"""Something is affirmed before it happened.

## What it checks

No reading of a statement's date lies before every reading of the claim's `when`. This is a warning.

## Why it matters

Nobody bears witness to what is still to come: one of the dates is wrong, or the words announce and do not report.

## Example

    claim flood "The river flooded"
      when: 1940

    1931 boris affirms flood
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    claim flood "The river flooded"
      when: 1930

    1931 boris affirms flood
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.examine.new_style import in_new_style
from assay.model.dates import in_words
from assay.model.diagnostics import Diagnostic, Severity

CODE = "D003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare the date of every affirmation with that of its claim."""
    case = in_new_style(context.case)
    for statement in case.statements.values():
        claim = case.claims.get(statement.claim)
        when = None if claim is None else claim.facts.when
        if statement.act == "affirms" and when is not None and statement.date.surely_before(when):
            message = f"this was said before it happened ({in_words(when.text)})"
            at = context.at(statement.id, "head", statement.date.text)
            yield Diagnostic(CODE, message, at, "one of the two dates is wrong", Severity.WARNING)
