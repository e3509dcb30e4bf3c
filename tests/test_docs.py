"""The docs are complete, and what they show is what the commands print."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assay.casebook.fields import FIELDS
from assay.check import all_rules
from assay.cli.app import COMMANDS
from assay.model.entries import ACTS, KINDS, PRESSURES, VERBS
from conftest import ROOT

LANGUAGE = (ROOT / "docs" / "casebook.md").read_text("utf-8")
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", LANGUAGE, flags=re.DOTALL))


def test_what_the_docs_show_is_what_the_commands_print() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "make docs"


@pytest.mark.parametrize(
    "word", [*ACTS, *VERBS, *KINDS, *PRESSURES, *{field for fields in FIELDS.values() for field in fields}]
)
def test_the_language_page_has_every_word(word: str) -> None:
    assert any(re.search(rf"(?<![\w-]){word}(?![\w-])", span) for span in SPANS)


def test_every_rule_and_command_has_its_heading() -> None:
    rules = (ROOT / "docs" / "rules.md").read_text("utf-8")
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert all(f"## {rule.code} " in rules for rule in all_rules())
    assert all(f"## assay {command}\n" in commands for command in COMMANDS)


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readmes_finding_is_what_check_prints(tmp_path: Path, example: Path) -> None:
    """Damage the example as the README does."""
    copy = tmp_path / "examples" / "copenhagen"
    shutil.copytree(example, copy)
    book = copy / "casebook" / "copenhagen.case"
    book.write_text(book.read_text("utf-8").replace("cite: minutes p. 11\n", "cite: minutes p. 12\n", 1), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "assay", "check", str(copy)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    shown = "\n".join(done.stdout.split("\n")[:3])
    assert shown in (ROOT / "README.md").read_text("utf-8")
