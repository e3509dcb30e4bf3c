"""A statement has no citation, or a citation no words.

## What it checks

Every statement cites a work, with the words that stand there.

## Why it matters

What was said is known from words on a page. Without them nobody can check it.

## Example

    1931 boris affirms fire
      knows: saw

## Write instead

    1931 boris affirms fire
      knows: saw
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "E001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report statements without citations, and citations without words."""
    for statement in context.case.statements.values():
        if not statement.cites:
            help_ = "write below it cite: WORK p. N, and the words behind > "
            yield Diagnostic(CODE, "this statement cites nothing", context.at(statement.id), help_)
    for entry, field, nth, cite in context.citations:
        if not any(letter.isalnum() for letter in cite.words):
            message = "this citation quotes no words"
            yield Diagnostic(CODE, message, context.at(entry, field, nth=nth), "write the words below it, behind > ")
