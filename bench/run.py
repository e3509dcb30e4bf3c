"""Take every measurement and write docs/measurements.md: make bench."""

import datetime as dt
import os
import platform
from pathlib import Path

import casebook
import clashes
import commands
import corruption
import grading
import index
import quotations
import reuse
import voices

PAGE = Path(__file__).resolve().parent.parent / "docs" / "measurements.md"
OPENING = """\
# Measurements

Written by `make bench`; each table names the command that made it. Absolute times are noisy: compare within one run.
Nothing here is a test: `make test` times nothing.
"""


def main() -> None:
    """Measure everything, and write the page."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    parts = [OPENING, f"Taken {today} on {machine}."]
    for bench in (commands, casebook, clashes, quotations, grading, reuse, voices, corruption, index):
        print(f"{bench.__name__} ...", flush=True)
        parts.append(bench.main())
    PAGE.write_text("\n\n".join(part.strip() for part in parts) + "\n", "utf-8")
    print(f"wrote {PAGE.name}")


if __name__ == "__main__":
    main()
