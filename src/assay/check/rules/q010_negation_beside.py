"""A negation stands just outside the quoted words.

## What it checks

Within the same sentence, one of the three words before the quotation, or the word after it, is a negation, by the list
of words that Q008 has. This is a note, and does not make the check fail: most such quotations are fair.

## Why it matters

*He lit the fire* can be cut from *I do not say that he lit the fire*.

## Example

    1931 boris affirms fire
      cite: memoir pp. 3-8
        > seen again, and here it ends

## Write instead

    1931 boris affirms fire
      cite: memoir pp. 3-8
        > The miller was not seen again, and here it ends
"""

import re
from collections.abc import Iterator

from assay.check.context import Context
from assay.check.negation import NEGATION
from assay.model.diagnostics import Diagnostic, Severity
from assay.model.verdicts import Verdict

CODE = "Q010"
_BEFORE = re.compile(r"(?:[\w'’-]+[\s,;\"“‘(]+){1,3}$")
_AFTER = re.compile(r"^[\s,;\"”’)]+[\w'’-]+")


def check(context: Context) -> Iterator[Diagnostic]:
    """Note negations beside a quotation."""
    for looked in context.quotations:
        if looked.verdict is None or looked.volume is None or not looked.verdict.kind.is_faithful:
            continue
        beside = _beside(looked.volume.text.body, looked.verdict)
        found = NEGATION.search(beside)
        if found is not None:
            message = f"just outside the quoted words stands “{found.group()}”"
            help_ = "quote it, too, unless the sense is the same without"
            yield Diagnostic(CODE, message, context.at_quote(looked), help_, Severity.NOTE)


def _beside(body: str, verdict: Verdict) -> str:
    start, end = verdict.spans[0].start, verdict.spans[-1].end
    before, after = _BEFORE.search(body[max(0, start - 60) : start]), _AFTER.search(body[end : end + 40])
    return f"{before.group() if before else ''} | {after.group() if after else ''}"
