"""Every rule there is: our own, and those of installed packages. Never one from a dossier."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from types import ModuleType

from msgspec import Struct

from assay.check import rules
from assay.check.context import Context
from assay.model.diagnostics import Diagnostic
from assay.model.location import Location


class Rule(Struct, frozen=True):
    """A rule: its code, its page, and what it does."""

    code: str
    page: str
    check: Callable[[Context], Iterator[Diagnostic]]

    @property
    def title(self) -> str:
        """The first line of the rule's page."""
        return self.page.split("\n", 1)[0]


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their codes."""
    own = [importlib.import_module(f"{rules.__name__}.{found.name}") for found in pkgutil.iter_modules(rules.__path__)]
    found = [*map(_rule, own), *_installed()]
    return tuple(sorted(found, key=lambda rule: rule.code))


def _installed() -> Iterator[Rule]:
    for entry_point in entry_points(group="assay.rules"):
        try:
            yield _rule(entry_point.load())
        except Exception as error:  # noqa: BLE001 - a package that is broken must not break the others
            yield _broken(f"the rule {entry_point.value} cannot be loaded: {type(error).__name__}: {error}")


def _broken(message: str) -> Rule:
    def check(context: Context) -> Iterator[Diagnostic]:
        del context
        yield Diagnostic("X001", message, Location("dossier.toml", 1), "this is a fault of the installed package")

    return Rule("X001", f"An installed rule cannot be loaded.\n\n{message}", check)


def _rule(module: ModuleType) -> Rule:
    return Rule(module.CODE, (module.__doc__ or "").strip(), module.check)
