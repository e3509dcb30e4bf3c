"""Folders that assay reuse works in: gone at the end, and what a killed run left is gone with the next."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import assay
from assay.echoes.scratch import scratch

HOLDING = """
import os, signal, sys
from pathlib import Path
from assay.echoes.scratch import scratch
with scratch(Path(sys.argv[1]), "letters") as folder:
    (folder / "letters").write_bytes(b"abc")
    print(folder, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other(tmp_path: Path) -> "subprocess.Popen[str]":
    """Another process, with a folder of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(assay.__file__).parent.parent)}
    return subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_what_a_killed_run_left_is_removed_and_what_a_living_one_uses_is_not(
    tmp_path: Path, other: "subprocess.Popen[str]"
) -> None:
    with other:
        assert other.stdout is not None
        theirs = Path(other.stdout.readline().strip())
        with scratch(tmp_path, "works") as ours:
            assert {one.name for one in tmp_path.iterdir()} == {theirs.name, ours.name}
        assert (theirs / "letters").read_bytes() == b"abc"
        other.kill()
        other.wait()
        assert theirs.is_dir()
        with scratch(tmp_path, "works") as ours:
            assert list(tmp_path.iterdir()) == [ours]
    assert list(tmp_path.iterdir()) == []


def test_folders_that_somebody_else_made_stay(tmp_path: Path) -> None:
    (tmp_path / "letters-to-anna").mkdir()
    (tmp_path / "works-linked").symlink_to(tmp_path / "letters-to-anna")
    with scratch(tmp_path, "letters"), scratch(tmp_path, "letters"):
        assert len(list(tmp_path.iterdir())) == 4
    assert {one.name for one in tmp_path.iterdir()} == {"letters-to-anna", "works-linked"}
