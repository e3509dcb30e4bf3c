"""The worked examples of docs/method.md are what the code does."""

import re

import pytest

from assay.audit.grading import graded
from assay.examine import examine
from assay.library import Letters, Volume
from assay.model.location import Span
from assay.model.verdicts import Kind
from assay.report.words import roots
from assay.sources import Profile, read_plain
from conftest import ROOT, case
from readings import printed

PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
EXAMPLES = re.findall(r"```case\n(.*?)```\n```standing\n(.*?)```", PAGE, re.DOTALL)
READ = re.findall(
    r"```entries\n(.*?)```\n```((?:witness|silence|questions|strikes|examine)[^\n]*)\n(.*?)```", PAGE, re.DOTALL
)
REGISTER = """
person anna "Anna"
person anna-2 "Another Anna"
person boris "Boris"
person clara "Clara"
person dora "Dora"
group police "The police"
group club "The club"
  members: anna, boris
place village "The village"
place mill "The mill"
  in: village
claim fire "The mill burned"
claim beaten "The police beat those whom they asked"
"""
QUOTATIONS = re.findall(r"```quotation\n(.*?)```", PAGE, re.DOTALL)


def test_every_example_is_tested() -> None:
    assert len(EXAMPLES) == PAGE.count("```case") == PAGE.count("```standing") > 12


@pytest.mark.parametrize(("entries", "expected"), EXAMPLES)
def test_example(entries: str, expected: str) -> None:
    claims = {claim.id: claim for claim in examine(case(f"{REGISTER}\n{entries}")).claims}
    for line in expected.strip().split("\n"):
        name, _, said = line.partition(": ")
        standing, _, counted = said.partition(", ")
        assert claims[name].standing == standing
        if counted:
            assert roots(claims[name].pro.roots) == counted


@pytest.mark.parametrize(("entries", "command", "expected"), READ)
def test_what_is_read_out(entries: str, command: str, expected: str) -> None:
    assert printed(case(f"{REGISTER}\n{entries}"), command) == expected


def test_every_reading_is_tested() -> None:
    assert len(READ) == PAGE.count("```entries") > 0


@pytest.mark.parametrize("example", QUOTATIONS)
def test_quotation(example: str) -> None:
    said = dict(line.split(": ", 1) for line in example.strip().split("\n"))
    text = read_plain(said["source"].replace("\\n", "\n"), Profile("source.txt"))
    volume = Volume("source", text, (Span(0, len(text.body)),), Letters(text))
    kind, verdict = graded(volume, said["quoted"], None)
    assert kind == said["kind"]
    assert [f"{change.source} → {change.quoted}".strip() for change in verdict.changes] == said.get(
        "changes", ""
    ).split("; ")[: len(verdict.changes)]
    assert ("changes" in said) == (bool(verdict.changes) and kind == "altered")
    assert "; ".join(verdict.omitted) == said.get("omitted", "")
    assert {flag.code for flag in verdict.flags} == set(filter(None, said.get("flags", "").split(", ")))


def test_every_kind_has_an_example() -> None:
    kinds = {re.search(r"kind: (\S+)", example)[1] for example in QUOTATIONS}  # type: ignore[index]
    assert {kind.value for kind in Kind} <= kinds
