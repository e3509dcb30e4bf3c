"""Every rule's page has an example that it finds, and a way to write it that it does not."""

import re
from pathlib import Path

import pytest

from assay.check import Context, Rule, all_rules, check, running
from assay.model.diagnostics import Diagnostic
from conftest import MEMOIR, REGISTER, write_dossier

RULES = {rule.code: rule for rule in all_rules()}
# The first page and the last are far apart in no short text; Q003 gets its own.
LONG = MEMOIR.replace("The miller", "And it rained. " * 1200 + "The miller")


def section(rule: Rule, name: str) -> str | None:
    match = re.search(rf"^## {name}\n\n((?:    .*\n|\n)+)", rule.page + "\n", re.MULTILINE)
    return None if match is None else re.sub(r"^    ", "", match[1], flags=re.MULTILINE)


def codes(root: Path, casebook: str) -> set[str]:
    dossier = write_dossier(root, f"{REGISTER}\n{casebook}", {"memoir.txt": LONG})
    return {diagnostic.code for diagnostic in check(Context(dossier))}


@pytest.mark.parametrize("code", RULES)
def test_page_has_every_part(code: str) -> None:
    page = RULES[code].page
    assert re.fullmatch(r"[A-Z].*\.", RULES[code].title)
    for heading in ("## What it checks", "## Why it matters", "## Write instead"):
        assert heading in page
    assert code[0] == "F" or section(RULES[code], "Example")


@pytest.mark.parametrize("code", [code for code in RULES if section(RULES[code], "Example")])
def test_example_is_found_and_what_to_write_instead_is_clean(code: str, tmp_path: Path) -> None:
    example, instead = section(RULES[code], "Example"), section(RULES[code], "Write instead")
    assert example
    assert instead
    assert code in codes(tmp_path / "example", example)
    assert codes(tmp_path / "instead", instead) == set()


def test_a_rule_that_crashes_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(context: Context) -> list[Diagnostic]:
        raise ZeroDivisionError(str(context.case.claims))

    broken = Rule("Z999", "It breaks.", crash)  # type: ignore[arg-type]
    monkeypatch.setattr(running, "all_rules", lambda: (broken, *RULES.values()))
    dossier = write_dossier(tmp_path, f"{REGISTER}\npersn dora 'Dora'", {"memoir.txt": MEMOIR})
    found = {diagnostic.code: diagnostic for diagnostic in check(Context(dossier))}
    assert found.keys() == {"X001", "S002"}
    assert "Z999 broke: ZeroDivisionError" in found["X001"].message
