"""The letters of all documents, one document behind another, kept on disk so that memory does not grow with them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from assay.echoes.letters import Letters, fold_letters
from assay.model.location import Span

_Number = TypeVar("_Number", bound=np.generic)
_PLACE = np.dtype(np.uint32)
PADDING = 64
"""Letters 0 between documents and at either end, so that nothing runs from one into another."""


class Corpus:
    """Documents, by number in the order they came, folded to letters. To be closed."""

    def __init__(self, letters: Letters, places: Path, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self.letters = letters
        self.starts, self.ends = starts, ends
        """Where each document's letters begin and end."""
        # Read number by number: looked into as if it were in memory, its pages would stay there, one for each place.
        self._places = places.open("rb", buffering=0)

    def close(self) -> None:
        """Let go of the file of places."""
        self._places.close()

    def documents(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the document in which each letter stands."""
        return np.searchsorted(self.starts, at, "right") - 1

    def span(self, document: int, start: int, end: int) -> Span:
        """Return the characters of a document that a run of its letters comes from, first letter to last."""
        before = int(self.starts[document]) - PADDING * (document + 1)
        first, last = start - PADDING * (document + 1), end - 1 - PADDING * (document + 1)
        assert before <= first <= last
        return Span(self._place(first), self._place(last) + 1)

    def _place(self, letter: int) -> int:
        """Return the character of its document that a letter comes from."""
        self._places.seek(letter * _PLACE.itemsize)
        return int(np.frombuffer(self._places.read(_PLACE.itemsize), _PLACE)[0])


def gather(bodies: Iterable[str], folder: Path) -> Corpus:
    """Fold documents, one at a time, into files of a folder."""
    starts: list[int] = []
    ends: list[int] = []
    padding = bytes(PADDING)
    at = PADDING
    with (folder / "letters").open("wb") as letters, (folder / "places").open("wb") as places:
        letters.write(padding)
        for body in bodies:
            folded = fold_letters(body)
            letters.write(folded.letters.tobytes())
            letters.write(padding)
            places.write(folded.places.tobytes())
            starts.append(at)
            ends.append(at + len(folded.letters))
            at = ends[-1] + PADDING
    return Corpus(
        mapped(folder / "letters", np.uint8),
        folder / "places",
        np.array(starts, np.int64),
        np.array(ends, np.int64),
    )


def mapped(file: Path, kind: type[_Number], mode: Literal["r", "r+"] = "r") -> NDArray[_Number]:
    """Look into a file as if it were in memory. An empty one cannot be mapped."""
    if not file.stat().st_size:
        return np.empty(0, kind)
    return np.memmap(file, kind, mode).view(np.ndarray)
