"""A statement is dated outside its witness's life.

## What it checks

Where a witness's birth or death is recorded, no reading of the statement's date lies before the one or after the other.

## Why it matters

Nobody testifies before birth or after death. Either a date is wrong, or the words are somebody else's, or they were
published later than they were said.

## Example

    1951 anna affirms fire
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1949 anna affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.examine.new_style import in_new_style
from assay.model.dates import in_words
from assay.model.diagnostics import Diagnostic

CODE = "D002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare every statement's date with its witness's life, and each birth with its death."""
    for person in context.case.persons.values():
        if person.born is not None and person.died is not None and person.died.surely_before(person.born):
            yield Diagnostic(CODE, f"{person.title} died before birth", context.at(person.id, "died"))
    case = in_new_style(context.case)
    for statement in case.statements.values():
        witness = case.persons.get(statement.witness)
        if witness is None:
            continue
        message = ""
        if witness.died is not None and witness.died.surely_before(statement.date):
            message = f"{witness.title} died {in_words(witness.died.text)}, before this"
        elif witness.born is not None and statement.date.surely_before(witness.born):
            message = f"{witness.title} was born {in_words(witness.born.text)}, after this"
        if message:
            help_ = "date the words as they were said, not as they were published"
            yield Diagnostic(CODE, message, context.at(statement.id, "head", statement.date.text), help_)
