"""A source file cannot be read.

## What it checks

Every file that dossier.toml lists is there, inside the dossier, in a format that can be read and in the encoding that
is stated, and its profile can be used. What is encrypted, cut off, or unpacks to more than a document can hold is
refused.

## Why it matters

The works in it are not in hand, and none of their quotations can be looked up.

## Write instead

Put the file where dossier.toml says, or state its encoding: `encoding = "cp1252"`. Where the message says what to save
it as, do that, and add the new file beside it.
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "F002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report files that cannot be read."""
    for problem in context.source_problems("unreadable"):
        help_ = problem.help or "put the file there"
        yield Diagnostic(CODE, f"{problem.path} {problem.message}", context.in_settings(problem.path), help_)
