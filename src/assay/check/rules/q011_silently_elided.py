"""Words are left out of the quotation, and nothing shows it.

## What it checks

All the quoted words are in the work, in this order, but between two of them the work has more. Where three words or
fewer are left out and one of them negates, the quotation is altered, and that is Q002's.

## Why it matters

A reader takes what stands between the marks for what was said, without a gap.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn of the third of May

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn ... of the third of May
"""

from collections.abc import Iterator

from assay.check.context import Context, pages_in_words
from assay.model.diagnostics import Diagnostic
from assay.model.verdicts import Kind

CODE = "Q011"
_MOST = 120


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations that leave words out silently, with what they leave out."""
    for looked in context.quotations:
        verdict = looked.verdict
        if verdict is None or verdict.kind is not Kind.SILENTLY_ELIDED:
            continue
        where = f" ({pages_in_words(verdict.pages)})" if verdict.pages else ""
        for omitted in verdict.omitted:
            words = omitted if len(omitted) <= _MOST else f"{omitted[:_MOST].rsplit(' ', 1)[0]} […]"
            message = f"left out without a mark: “{' '.join(words.split())}”{where}"
            yield Diagnostic(CODE, message, context.at_quote(looked), "write ... where words are left out")
