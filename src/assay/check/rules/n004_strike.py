"""A scenario strikes nothing that is there.

## What it checks

A `strike:` is a name, a `#label`, `under CONDITION`, `about THEME` or `setting WORD`, and what it names is in the
casebook.

## Why it matters

A scenario that strikes nothing shows that everything still stands, which is true and says nothing.

## Example

    scenario without-boris "Leave Boris out"
      strike: under the influence

## Write instead

    scenario without-boris "Leave Boris out"
      strike: boris
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.examine.strikes import UnknownSelectorError, understand
from assay.model.diagnostics import Diagnostic
from assay.model.selectors import parse_selector

CODE = "N004"


def check(context: Context) -> Iterator[Diagnostic]:
    """Try to understand every strike; a name that is not described is N001's."""
    for scenario in context.case.scenarios.values():
        for nth, text in enumerate(scenario.strikes):
            selector = parse_selector(text)
            if selector is not None and (selector.sort in ("name", "label") or selector.by is not None):
                continue
            try:
                understand(context.case, text)
            except UnknownSelectorError as error:
                yield Diagnostic(CODE, str(error), context.at(scenario.id, "strike", nth=nth), error.help)
