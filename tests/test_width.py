"""Lines for a narrow terminal are broken; what goes to a file stays a line to a finding."""

import sys

import click
import pytest

from assay.cli.reading import fitted

LINE = "  memoir, p. 2  speech  Nora Lund: “I saw the mill burn on the night of the third of May.”"


def test_a_line_is_broken_for_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert fitted(LINE) == LINE
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = fitted(LINE).split("\n")
    assert max(map(len, lines)) <= 40
    assert len(lines) == 3
    assert " ".join(" ".join(lines).split()) == " ".join(LINE.split())
    assert lines[1].startswith("    ")
    assert fitted(click.style("short", bold=True)) == click.style("short", bold=True)
