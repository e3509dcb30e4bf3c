"""A casebook in which an entry is missing: every command says what it can, and none breaks."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from assay.cli.app import app

ENTRIES = ("claim meeting-bristol", "source inquiry", "person goltsman", "scenario")
COMMANDS = (
    ("check",), ("examine",), ("witness", "goltsman"), ("silence",), ("questions",), ("strikes",), ("report", "--html", "out"),
)  # fmt: skip


@pytest.mark.parametrize("missing", ENTRIES)
def test_what_an_entry_leaves_behind_breaks_nothing(missing: str, example: Path, tmp_path: Path) -> None:
    root = tmp_path / "damaged"
    shutil.copytree(example, root, ignore=shutil.ignore_patterns(".assay"))
    left_out = 0
    for path in (root / "casebook").rglob("*.case"):
        entries = path.read_text("utf-8").split("\n\n")
        kept = [entry for entry in entries if f"\n{missing} " not in f"\n{entry}"]
        left_out += len(entries) - len(kept)
        path.write_text("\n\n".join(kept), "utf-8")
    assert left_out
    for command, *rest in COMMANDS:
        options = [str(tmp_path / one) if one == "out" else one for one in rest]
        done = CliRunner().invoke(app, [command, str(root), *options])
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exception)
        assert done.output.strip(), command
