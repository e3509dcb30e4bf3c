"""What the parser complained of, as diagnostics."""

from collections.abc import Iterator

from assay.casebook.complaints import Sort
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic
from assay.model.location import Location


def complaints(context: Context, sort: Sort, code: str) -> Iterator[Diagnostic]:
    """Yield the parser's complaints of one sort under a code."""
    for file, found in context.casebook.complaints.items():
        for one in found:
            if one.sort == sort:
                yield Diagnostic(code, one.message, Location(file, one.line, one.column, one.width), one.help)
