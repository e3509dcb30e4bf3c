"""A source file has changed since it was hashed.

## What it checks

The SHA-256 of each file is that of dossier.toml.

## Why it matters

Sources are never modified. Should one byte differ, the pages you checked may not be the pages that are there now.

## Write instead

Put the file back as it was received. Where the new file is meant, type `assay add FILE --again`, which hashes it
anew; the next check looks every quotation up in it.
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "F001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report files whose bytes are not those that were hashed."""
    for problem in context.source_problems("changed"):
        help_ = f"put back the file as received, or type: {context.to_type('add', problem.path, '--again')}"
        yield Diagnostic(
            CODE, f"{problem.path} has changed since it was hashed", context.in_settings(problem.path), help_
        )
