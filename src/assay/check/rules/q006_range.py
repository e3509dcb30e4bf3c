"""The page marks do not say the page as exactly as the citation does.

## What it checks

Where marks skip, from p. 9 to p. 15 say, the words below the first may stand on any page from 9 to 14. A citation of
p. 9 alone says more than the document does. This is a note, and does not make the check fail.

## Why it matters

Somebody who looks the words up in the printed work may not find them on p. 9.

## Example

    1931 boris affirms fire
      cite: memoir p. 3
        > here it ends

## Write instead

    1931 boris affirms fire
      cite: memoir pp. 3-8
        > here it ends
"""

from collections.abc import Iterator

from assay.check.context import Context, pages_in_words, stands
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q006"


def check(context: Context) -> Iterator[Diagnostic]:
    """Note citations that are more exact than the page marks."""
    for looked, verdict, locator, _ in context.faithful():
        if locator.unit != "page" or locator.first != locator.last or not stands(looked):
            continue  # another page is Q004's
        page = verdict.pages[0] if len(verdict.pages) == 1 else None
        labels = [label for label in page.labels if label.edition == locator.edition] if page is not None else []
        if labels and labels[0].last not in (None, labels[0].first):
            there = pages_in_words(verdict.pages, locator.edition)
            message = f"the page marks say only that these words are on {there}"
            yield Diagnostic(CODE, message, context.at_locator(looked), f"write: {there}", Severity.NOTE)
