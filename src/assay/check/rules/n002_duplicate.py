"""An id is given twice.

## What it checks

Ids and labels are unique across all kinds and files.

## Why it matters

Of two entries with one id only the first counts; the second is lost.

## Example

    person anna "Another Anna"

## Write instead

    person anna-2 "Another Anna"
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "N002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report every entry but the first of its id."""
    for duplicate in context.casebook.duplicates:
        at = context.casebook.head(duplicate.at)
        first = f"{duplicate.first.file}:{duplicate.first.line}"
        message = f"{duplicate.id} is described already, at {first}"
        yield Diagnostic(CODE, message, at, "give it another id, or write extend to add to the first")
