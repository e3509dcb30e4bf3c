"""A claim's facts lack what would make them count.

## What it checks

`existed` needs a `where`; `event` and `none` need a `when`. This is a warning.

## Why it matters

A fact that lacks its place or its time clashes with nothing, and nobody is told.

## Example

    claim gone "The mill is gone"
      existed: ../1931

    1931 boris affirms gone
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    place mill "The mill"

    claim gone "The mill is gone"
      where: mill
      existed: ../1931

    1931 boris affirms gone
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "E006"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report facts that can take part in no clash."""
    for claim in context.case.claims.values():
        facts = claim.facts.assuming(claim.assumed)
        for field, stated, needs, there in (
            ("existed", facts.existed, "where", facts.where),
            ("event", facts.event, "when", facts.when),
            ("none", facts.none, "when", facts.when),
        ):
            if stated is not None and there is None:
                message = f"{field}: without {needs}: takes part in no clash"
                yield Diagnostic(CODE, message, context.at(claim.id, field), f"add {needs}: …", Severity.WARNING)
