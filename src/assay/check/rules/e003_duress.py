"""Duress is stated without saying how it is known.

## What it checks

Torture, threat, promise, dictation, editing and exhaustion each have a citation of their own, or name the claim by
which they are known: `per CLAIM`. Custody and interrogation need none.

## Why it matters

Duress takes the weight from testimony. It is itself something that somebody said, and has to stand up like anything
else.

## Example

    1931 boris affirms fire
      under: threat by clara
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      under: threat by clara cite memoir p. 1
        > she made him say it
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "E003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report duress without a citation or `per`."""
    for entry in context.spoken:
        for nth, condition in enumerate(entry.under):
            if condition.taints and condition.per is None and condition.cite is None:
                message = f"how is the {condition.kind} known?"
                help_ = f"write under: {condition} per CLAIM, or under: {condition} cite WORK p. N with the words below"
                yield Diagnostic(CODE, message, context.at(entry.id, "under", nth=nth), help_)
