"""The commands as a person waits for them: whole processes, on the example and on the reference dossier if it is there.

python bench/commands.py
"""

import sys
from pathlib import Path

from measure import Figure, median_process_seconds, table

COMMAND = "python bench/commands.py"
ROOT = Path(__file__).resolve().parent.parent
DOSSIERS = {
    "example": ROOT / "examples" / "copenhagen",
    "reference dossier": ROOT.parent / "shared" / "dossiers" / "moscow-trials",
}


def main() -> str:
    """Measure, and return the table."""
    assay = [sys.executable, "-m", "assay"]
    figures = [Figure("`assay --help`", f"{median_process_seconds([*assay, '--help']):.2f} s", COMMAND)]
    for name, dossier in DOSSIERS.items():
        for command in ("check", "examine") if dossier.is_dir() else ():
            seconds = median_process_seconds([*assay, command, str(dossier)])
            figures.append(Figure(f"`assay {command}`, {name}", f"{seconds:.2f} s", COMMAND))
    return table("Commands, start of the program included (median of 5)", figures)


if __name__ == "__main__":
    print(main())
