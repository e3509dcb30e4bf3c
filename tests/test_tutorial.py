"""The dossier that the tutorial makes can be made as it says."""

import re
from pathlib import Path

from assay.check import Context, check
from assay.examine import examine
from conftest import ROOT, write_dossier

PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")


def test_the_tutorials_dossier_is_clean_and_says_what_it_says(tmp_path: Path) -> None:
    step_2 = PAGE[PAGE.index("## 2.") : PAGE.index("## 3.")]
    casebook = "\n".join(re.findall(r"^```\n(.*?)^```", step_2, re.DOTALL | re.MULTILINE))
    document = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]
    source = 'source memoir "memoir"\n  file: sources/memoir.txt\n'
    dossier = write_dossier(tmp_path, f"{casebook}\n{source}", {"memoir.txt": document})
    found = check(Context(dossier))
    assert {diagnostic.code for diagnostic in found} <= {"E004"}  # `pressed` still needs a statement, as the page says
    standings = {claim.id: claim.standing for claim in examine(dossier.case).claims}
    assert standings == {"burned": "asserted", "boris-there": "denied", "pressed": "unheard"}
