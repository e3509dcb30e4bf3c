"""What is left out of the quotation has a negation.

## What it checks

Between two quoted pieces of one sentence, the words left out at `...` contain *not*, *cannot*, *no*, *never*, *nor*,
*neither*, *none*, *nothing*, *nobody*, *nowhere*, *hardly*, *without*, a verb with *n't*, or a word that negates in
German, French, Spanish, Italian, Russian or Greek. This is a warning by a list of words, and no judgement: the sense
may well be the same.

## Why it matters

*I did ... kill him* can be cut from *I did not kill him*.

## Example

    1931 boris affirms fire
      cite: memoir p. 3
        > The miller was ... seen again

## Write instead

    1931 boris affirms fire
      cite: memoir pp. 3-8
        > The miller was not seen again
"""

import re
from collections.abc import Iterator

from assay.check.context import Context
from assay.check.negation import NEGATION
from assay.model.diagnostics import Diagnostic, Severity

CODE = "Q008"
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]*\s+[\"'“‘(]?[A-Z]")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report omissions within a sentence that take a negation out."""
    for looked in context.quotations:
        for omitted in looked.verdict.omitted if looked.verdict is not None else ():
            found = NEGATION.search(omitted)
            if found is None or _SENTENCE_END.search(omitted):
                continue
            message = f"what is left out has “{found.group()}”: “{_shortened(omitted)}”"
            help_ = "quote it, unless the sense is the same without"
            at = context.at_quote(looked)
            yield Diagnostic(CODE, message, at, help_, Severity.WARNING)


def _shortened(words: str, most: int = 120) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " […]"
