"""A work with pages is cited without one.

## What it checks

Where the document has page marks, a citation names the page. This is a warning.

## Why it matters

A reader cannot be asked to look through a whole book.

## Example

    1931 boris affirms fire
      cite: memoir
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context, pages_in_words
from assay.model.diagnostics import Diagnostic, Severity

CODE = "L003"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report citations without a locator, of works with pages."""
    for looked in context.quotations:
        if looked.cite.locator is not None or looked.volume is None or not looked.volume.pages or not looked.verdict:
            continue
        found = looked.verdict.kind.is_faithful and looked.verdict.pages
        help_ = (
            f"write: {looked.cite.source} {pages_in_words(looked.verdict.pages)}" if found else "write p. N behind it"
        )
        at = context.at(looked.entry, looked.field, nth=looked.nth)
        yield Diagnostic(CODE, "this citation names no page", at, help_, Severity.WARNING)
