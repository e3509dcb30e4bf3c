"""A source file has no hash.

## What it checks

dossier.toml has a `sha256` for every file. This is a warning.

## Why it matters

Without it, nobody can tell whether the file is still the one that was read.

## Write instead

Type `assay add FILE --again`.
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "F003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report files without a hash, with the one that they have now."""
    for problem in context.source_problems("unhashed"):
        help_ = f'write sha256 = "{problem.message}"'
        message = f"{problem.path} has no hash"
        yield Diagnostic(CODE, message, context.in_settings(problem.path), help_, Severity.WARNING)
