"""All rules over one dossier."""

from collections.abc import Iterator

from assay.check.context import Context
from assay.check.registry import Rule, all_rules
from assay.model.diagnostics import Diagnostic
from assay.model.location import Location


def check(context: Context) -> tuple[Diagnostic, ...]:
    """Run every rule, and return what they find in the order of the files."""
    found = {diagnostic: None for rule in all_rules() for diagnostic in _run(rule, context)}
    return tuple(sorted(found, key=lambda diagnostic: (diagnostic.at, diagnostic.code)))


def _run(rule: Rule, context: Context) -> Iterator[Diagnostic]:
    try:
        yield from rule.check(context)
    except Exception as error:  # noqa: BLE001 - a broken rule must not hide what the others find
        message = f"the rule {rule.code} broke: {type(error).__name__}: {error}"
        yield Diagnostic(
            "X001", message, Location("dossier.toml", 1), "this is a fault of assay, or of an installed rule"
        )
