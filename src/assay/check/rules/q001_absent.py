"""The quoted words are not in the work.

## What it checks

The words of a citation are looked up in the work that it names, letters only, then as the passages that they come
closest to. None of these has three fifths of them.

## Why it matters

A statement whose words are not in its source has no place in a case.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > the bridge was carried off by the spring flood

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context, Looked, pages_in_words
from assay.model.diagnostics import Diagnostic
from assay.model.verdicts import Kind

CODE = "Q001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations of which nothing was found, and where else they stand."""
    for looked in context.quotations:
        if looked.verdict is not None and looked.verdict.kind is Kind.ABSENT:
            message = f"these words are not in {context.title(looked.cite.source)}"
            yield Diagnostic(CODE, message, context.at_quote(looked), _elsewhere(context, looked))


def _elsewhere(context: Context, looked: Looked) -> str:
    found = context.library.elsewhere(looked.cite.words, looked.cite.source)
    if found is None:
        return "copy the words from the page, and leave words out with ... only"
    source, verdict = found
    where = f" {pages_in_words(verdict.pages)}" if verdict.pages else ""
    return f"they are in another work; write: {source}{where}"
