"""What is doubted or vouched for is of somebody on whom the statement does not depend.

## What it checks

In `doubt #label memory of PERSON` and `vouch #label memory of PERSON`, the person is one by whom the statement reached
us: its witness, one from whom he has it, one who passed it on, or who pressed him.

## Why it matters

A judgement on somebody else is shown nowhere: it would be lost.

## Example

    person dora "Dora"

    1931 boris affirms fire #boris-1931
      knows: from anna
      cite: memoir p. 1
        > Boris told me

    2024 dora doubt #boris-1931 memory of clara
      because: she was ninety

## Write instead

    person dora "Dora"

    1931 boris affirms fire #boris-1931
      knows: from anna
      cite: memoir p. 1
        > Boris told me

    2024 dora doubt #boris-1931 memory of anna
      because: she was ninety
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.examine.hearsay import with_hearsay
from assay.examine.identity import Identity
from assay.examine.routes import depends_on
from assay.model.diagnostics import Diagnostic

CODE = "E008"


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare whom judgements on links name with those on whom the statement depends."""
    judged = [judgement for judgement in context.case.judgements if judgement.whose is not None]
    if not judged:
        return
    case = with_hearsay(context.case)
    one = Identity(case).one
    for judgement in judged:
        statement = case.statements.get(judgement.subjects[0].removeprefix("#"))
        if statement is None or judgement.whose is None:
            continue
        links = depends_on(case, statement)
        if one(judgement.whose) not in map(one, links):
            message = f"#{statement.id} does not depend on {judgement.whose}"
            at = context.at(judgement.id, "head", judgement.whose)
            yield Diagnostic(CODE, message, at, f"it depends on: {', '.join(dict.fromkeys(links))}")
