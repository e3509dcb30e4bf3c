"""How a figure is taken: in a process of its own, several times, the median stated."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One measured thing: what, how much, of which unit, and the command that made it."""

    what: str
    value: str
    command: str


def median_seconds(run: Callable[[], object], times: int = 5) -> float:
    """Run something several times and return the median of the wall-clock seconds."""
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def median_process_seconds(command: Sequence[str], times: int = 5) -> float:
    """Run a command several times, start of the program included, and return the median of the seconds."""
    return median_seconds(lambda: subprocess.run(command, check=False, capture_output=True), times)  # noqa: S603


def peak_mebibytes() -> float:
    """Return the most memory that this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


def table(title: str, figures: Sequence[Figure]) -> str:
    """Write figures as a Markdown table."""
    rows = [f"| {figure.what} | {figure.value} |" for figure in figures]
    command = figures[0].command if figures else ""
    return "\n".join([f"## {title}", "", f"`{command}`", "", "| | |", "|---|---|", *rows])
