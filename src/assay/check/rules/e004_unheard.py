"""Nothing speaks to a claim.

## What it checks

Every claim is affirmed, denied, doubted, omitted or judged by somebody. This is a warning.

## Why it matters

A claim to which nobody speaks stands as *unheard*; it may be one whose statements were lost or misspelt.

## Example

    claim flood "The river flooded"

## Write instead

    claim flood "The river flooded"

    1931 boris denies flood
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "E004"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report claims without statements or judgements."""
    spoken_to = set(context.case.by_claim)
    spoken_to |= {subject for judgement in context.case.judgements for subject in judgement.subjects}
    damaged = _damaged_heads(context)
    for claim in context.case.claims:
        if claim not in spoken_to and claim not in damaged:
            help_ = f"write DATE WITNESS affirms {claim}, with a citation"
            yield Diagnostic(CODE, "nothing speaks to this claim", context.at(claim), help_, Severity.WARNING)


def _damaged_heads(context: Context) -> set[str]:
    """Words of the heads that could not be read: what they speak to is not known, and not nothing."""
    words: set[str] = set()
    for file, complaints in context.casebook.complaints.items():
        lines = context.casebook.lines[file]
        for complaint in complaints:
            if complaint.sort in ("act", "syntax", "date", "kind"):
                words |= set(lines[complaint.line - 1].split())
    return words
