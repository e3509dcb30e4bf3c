"""What a command takes: clock, processors, memory, with all processes that it starts."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from msgspec import Struct


class Cost(Struct, frozen=True):
    """What a process took: seconds on the clock, seconds of all processors, mebibytes at most."""

    wall: float
    processor: float
    memory: float


class StoppedError(Exception):
    """A command was stopped, since it had taken what it may. `cost` is what it had taken by then."""

    def __init__(self, cost: Cost) -> None:
        super().__init__(f"stopped after {cost.processor:.0f} s of processor")
        self.cost = cost


def run(
    command: Sequence[str | Path],
    environment: dict[str, str] | None = None,
    *,
    fine: tuple[int, ...] = (0,),
    processor: float = float("inf"),
    out: IO[str] | None = None,
) -> Cost:
    """Run a command to its end, and say what it took, with all processes that it started, Spark's own among them.

    Raises:
        RuntimeError: it ended with a code that is not `fine`.
        StoppedError: it took more seconds of `processor` than it may.
    """
    start = time.perf_counter()
    seen: dict[int, float] = {}
    is_stopped, memory = False, 0.0
    with tempfile.TemporaryFile() as errors:
        # A session of its own: Java is not waited for by whoever started it, so its time has to be looked up meanwhile.
        process = subprocess.Popen(  # noqa: S603
            command, env=environment, stdout=out or subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            seen.update(_processor_times(process.pid))
            memory = max(memory, _peak(process.pid))
            if is_stopped := sum(seen.values()) > processor:
                os.killpg(process.pid, signal.SIGKILL)
                _, status, used = os.wait4(process.pid, 0)
                break
            time.sleep(0.2)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    others = sum(seconds for pid, seconds in seen.items() if pid != process.pid)
    took = max(used.ru_utime + used.ru_stime, seen.get(process.pid, 0) + others)
    cost = Cost(time.perf_counter() - start, took, memory or used.ru_maxrss / 1024)
    if is_stopped:
        raise StoppedError(cost)
    if os.waitstatus_to_exitcode(status) not in fine:
        raise RuntimeError(said.decode(errors="replace")[-2000:])
    return cost


def _peak(pid: int) -> float:
    """Look up the most memory that a process has taken so far (Linux only; elsewhere 0).

    What the system reports of a process that has ended counts what its starter had taken before, too.
    """
    with contextlib.suppress(OSError, IndexError):
        return int(Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return 0.0


def _processor_times(session: int) -> dict[int, float]:
    """Look up what each process of a session has taken so far (Linux only; elsewhere nothing is found)."""
    found: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                found[int(path.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found
