"""What is done of a long comparison, kept on disk so that the next run of the same can go on from there."""

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.echoes.corpus import Corpus
from assay.echoes.scratch import scratch

_AT_ONCE = 1 << 24
_WHOLE = ".npy"


def fingerprint(corpus: Corpus, settings: str) -> str:
    """Tell this comparison from every other: by all letters, where documents begin, the settings, and this code."""
    digest = hashlib.sha256(settings.encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    digest.update(corpus.starts.tobytes())
    for start in range(0, len(corpus.letters), _AT_ONCE):
        digest.update(np.ascontiguousarray(corpus.letters[start : start + _AT_ONCE]).tobytes())
    return digest.hexdigest()[:20]


class Unfinished:
    """A folder of finished parts, by name. A part that is there is whole: it is put there in one step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, name: str) -> bool:
        """Say whether a part is done."""
        return self._file(name).exists()

    def keep(self, name: str, part: NDArray[np.generic]) -> None:
        """Keep a finished part."""
        beside = self.folder / f"{name}.half"
        with beside.open("wb") as file:
            np.save(file, part, allow_pickle=False)
        beside.replace(self._file(name))

    def part(self, name: str) -> NDArray[Any]:
        """Return a finished part, without reading it into memory."""
        return np.asarray(np.load(self._file(name), "r", allow_pickle=False))

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{_WHOLE}"


@contextlib.contextmanager
def unfinished(work: Path, name: str) -> Iterator[Unfinished]:
    """Take up what an earlier run of the same left behind, or begin; nothing is left behind when all is done.

    While another process is at the same comparison, this one works apart from it, and nothing of it is kept.
    """
    folder = work / f"reuse-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        lock = stack.enter_context(
            contextlib.closing(sqlite3.connect(folder / "lock", timeout=0, isolation_level=None))
        )
        try:
            lock.execute("BEGIN EXCLUSIVE")  # is let go of however the process ends
        except sqlite3.Error:
            yield Unfinished(stack.enter_context(scratch(work, "apart")))
            return
        here = Unfinished(folder)
        done = False
        try:
            yield here
            done = True
        finally:
            lock.close()
            if done or not any(file.suffix == _WHOLE for file in folder.iterdir()):
                shutil.rmtree(folder, ignore_errors=True)


def left_behind(work: Path) -> int:
    """Return how many bytes unfinished comparisons take in a folder."""
    return sum(file.stat().st_size for file in work.glob("reuse-*/*") if file.is_file())
