"""Strikes in a casebook of 100,000 statements that was examined once, each counted from its name to the findings.

python bench/strikes.py
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import casebook
from measure import Figure, median_seconds, peak_mebibytes, table

COMMAND = "python bench/strikes.py"
PEOPLE, FEW = 60, 100
MANY = ("minutes", "study", "under dictation", "setting court")


def step(root: Path) -> None:
    """Take the measurements in this process, and print them, the most memory before and after the strikes included."""
    import assay  # noqa: PLC0415 - timed processes import what they time
    from assay.examine import strike  # noqa: PLC0415
    from assay.examine.examination import examined_without  # noqa: PLC0415
    from assay.examine.examined import Examined  # noqa: PLC0415

    case = assay.open(root).case
    examined = Examined(case)
    assert len(examined.findings) == casebook.CLAIMS
    before = peak_mebibytes()

    def seconds(name: str) -> float:
        return median_seconds(lambda: examined_without(examined, [name]), 1)

    first, few = seconds("p0"), []
    for number in range(1, PEOPLE):
        left = strike(examined.case, [f"p{number}"])
        if len({case.statements[id_].claim for id_ in left.struck}) <= FEW:
            few.append(seconds(f"p{number}"))
    many = {name: seconds(name) for name in MANY}
    print(first, statistics.median(few), max(few), len(few), max(many.values()), before, peak_mebibytes())


def main() -> str:
    """Measure, and return the table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "large"
        casebook.write(root)
        command = [sys.executable, __file__, str(root)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    first, median, slowest, times, many, before, after = map(float, said.split())
    size = f"{casebook.STATEMENTS:,} statements, {casebook.CLAIMS:,} claims, examined"
    few = f"{times:.0f} persons struck, each on at most {FEW} claims"
    figures = [
        Figure(f"{size}: the first strike, for which it is noted what depends on whom", f"{first:.2f} s", COMMAND),
        Figure(f"{few}: median", f"{median:.2f} s", COMMAND),
        Figure(f"{few}: slowest", f"{slowest:.2f} s", COMMAND),
        Figure(f"on nearly all claims ({', '.join(MANY)}): slowest", f"{many:.2f} s", COMMAND),
        Figure("peak memory when examined", f"{before:.0f} MiB", COMMAND),
        Figure("peak memory after all these strikes", f"{after:.0f} MiB", COMMAND),
    ]
    return table("Strikes in a large casebook", figures)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        step(Path(sys.argv[1]))
    else:
        print(main())
