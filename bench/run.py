"""Take every measurement and write docs/measurements.md: make bench.

Each bench is a process of its own, so that the memory that it takes is its own.
"""

import datetime as dt
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "measurements.md"
BENCHES = (
    "commands",
    "casebook",
    "strikes",
    "clashes",
    "quotations",
    "grading",
    "reuse",
    "voices",
    "draft",
    "corruption",
    "serve",
    "index",
)
OPENING = """\
# Measurements

Written by `make bench`; each table names the command that made it. Absolute times are noisy: compare within one run.
Nothing here is a test: `make test` times nothing.
"""

AFTERWARDS = """\
# What takes hours

Not taken by `make bench`: each table was printed by the command that it names, once, and is kept in `bench/long`. Its
first line says when, and what else the machine was doing.
"""


def measured(bench: str) -> str:
    """Run one bench, and return its tables."""
    command = [sys.executable, str(HERE / f"{bench}.py")]
    said: str = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
    return said[said.index("## ") :].strip()


def main() -> None:
    """Measure everything, and write the page."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    parts = [OPENING.strip(), f"Taken {today} on {machine}."]
    for bench in BENCHES:
        print(f"{bench} ...", flush=True)
        parts.append(measured(bench))
    kept = [path.read_text("utf-8").strip() for path in sorted((HERE / "long").glob("*.md"))]
    parts += [AFTERWARDS.strip(), *kept] if kept else []
    PAGE.write_text("\n\n".join(parts) + "\n", "utf-8")
    print(f"wrote {PAGE.name}")


if __name__ == "__main__":
    main()
