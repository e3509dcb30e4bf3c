"""The quoted words differ from those of the work.

## What it checks

The nearest passage of the work differs from the quotation in some words. Capitals, accents and marks do not count, and
neither do letters that a scanner misread (Q012), omissions at `...` and insertions in `[brackets]`. Two words that
both exist are never taken for a misreading, however alike they look. Where all the words stand and some are left out
between them, that is Q011's, unless three or fewer are, and one of them negates.

## Why it matters

One changed word can turn a sentence. A near miss is shown, and never taken for the real thing.

## Example

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the barn burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context, pages_in_words
from assay.model.diagnostics import Diagnostic
from assay.model.verdicts import Change, Kind

CODE = "Q002"
_MOST_SHOWN = 3


def check(context: Context) -> Iterator[Diagnostic]:
    """Report quotations that are nearly there, with the words that differ."""
    for looked in context.quotations:
        verdict = looked.verdict
        if verdict is None or verdict.kind is not Kind.ALTERED:
            continue
        changes = verdict.changes
        where = f" ({pages_in_words(verdict.pages)})" if verdict.pages else ""
        said = "; ".join(_in_words(change) for change in changes[:_MOST_SHOWN])
        more = f"; and {len(changes) - _MOST_SHOWN} more" if len(changes) > _MOST_SHOWN else ""
        message = f"the quotation is altered: {said or 'a word is cut'}{more}{where}"
        help_ = "write the work's words" if len(changes) != 1 else _mend(changes[0])
        yield Diagnostic(CODE, message, context.at_quote(looked, changes[0].quoted if changes else ""), help_)


def _in_words(change: Change) -> str:
    if not change.quoted:
        return f"“{change.source}” is left out"
    if not change.source:
        return f"“{change.quoted}” is not in the work"
    return f"“{change.quoted}” where the work has “{change.source}”"


def _mend(change: Change) -> str:
    if not change.source:
        return f"write what the work says there; where “{change.quoted}” is your own addition, put it in [brackets]"
    return f"write: {change.source}" if change.quoted else f"write “{change.source}”, or ... in its place"
