"""The worked examples of docs/method.md are what the code does."""

import re

import pytest

from assay.examine import examine
from assay.report.words import roots
from conftest import ROOT, case

PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
EXAMPLES = re.findall(r"```case\n(.*?)```\n```standing\n(.*?)```", PAGE, re.DOTALL)
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
