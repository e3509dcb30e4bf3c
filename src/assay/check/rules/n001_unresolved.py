"""A name is used that nothing describes.

## What it checks

Every person, group, place, work, issue, claim and statement that is named is described by an entry, and is of the kind
that the field takes.

## Why it matters

A misspelt witness would be a new witness, and one voice would count as two.

## Example

    1931 borys affirms fire
      cite: memoir p. 2
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.casebook.references import Reference, references
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic
from assay.model.entries import kind_of
from assay.model.guessing import guess

CODE = "N001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Look every name up."""
    kinds = {id_: kind_of(entry) for id_, entry in context.case.described.items()}
    kinds |= dict.fromkeys(context.case.statements, "statement")
    for id_, entry in context.entries():
        for reference in references(entry):
            actual = kinds.get(reference.name)
            if actual not in reference.kinds:
                yield _unresolved(context, id_, reference, actual, kinds)
    for profile in context.dossier.settings.profiles:
        if profile.compiler and kinds.get(profile.compiler) not in ("person", "group"):
            yield Diagnostic(
                CODE, f"no entry describes the compiler {profile.compiler}", context.in_settings(profile.compiler)
            )


def _unresolved(
    context: Context, id_: str, reference: Reference, actual: str | None, kinds: dict[str, str]
) -> Diagnostic:
    wanted = " or ".join(reference.kinds)
    shown = f"#{reference.name}" if reference.kinds == ("statement",) else reference.name
    near = guess(reference.name, (name for name, kind in kinds.items() if kind in reference.kinds))
    if actual == "statement" and "claim" in reference.kinds:
        help_ = f"to name the statement, write #{reference.name}"
    elif near:
        help_ = f"did you mean {near}?"
    elif actual is not None:
        help_ = f"name {_a(wanted)} here"
    else:
        help_ = f"label it: … #{reference.name}" if wanted == "statement" else f'write {wanted} {reference.name} "…"'
    message = f"no entry describes {shown}" if actual is None else f"{shown} is {_a(actual)}, not {_a(wanted)}"
    return Diagnostic(CODE, message, context.at(id_, reference.field, reference.name), help_)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
