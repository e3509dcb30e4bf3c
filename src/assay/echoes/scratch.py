"""Folders for what does not fit into memory, removed at the end; what a killed run left is removed by the next one.

A folder is in use as long as somebody holds its lock, which the system lets go of however a process ends.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

_LOCK = ".assay-in-use"
_KINDS = ("letters", "works", "apart")


@contextlib.contextmanager
def scratch(work: Path, kind: str) -> Iterator[Path]:
    """Make a folder that is gone at the end, and remove those whose processes have ended without doing so."""
    assert kind in _KINDS
    _sweep(work)
    with contextlib.ExitStack() as stack:
        yield _locked(stack, work, kind)


def _locked(stack: contextlib.ExitStack, work: Path, kind: str) -> Path:
    """Make a folder and lock it; where another run took it for a dead one's before it was locked, make another."""
    while True:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=f"{kind}-", dir=work)))
        lock = _lock(folder / _LOCK)
        if lock is not None:
            stack.callback(lock.close)  # before the folder goes: some systems remove nothing that is open
            if (folder / _LOCK).exists():
                return folder


def _sweep(work: Path) -> None:
    for kind in _KINDS:
        for folder in work.glob(f"{kind}-*"):
            if folder.is_symlink() or not (folder / _LOCK).is_file():
                continue
            lock = _lock(folder / _LOCK)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                lock.close()
                shutil.rmtree(folder, ignore_errors=True)


def _lock(file: Path) -> sqlite3.Connection | None:
    """Take a lock, or return nothing where somebody has it."""
    try:
        connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        connection.close()
        return None
    return connection
