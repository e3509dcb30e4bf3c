"""Colour, where there is a terminal to show it."""

from typing import Literal, Protocol

Tone = Literal["error", "warning", "note", "strong", "faint", "stands", "falls", "open"]


class Paint(Protocol):
    """Puts a tone on words."""

    def __call__(self, words: str, tone: Tone) -> str:
        """Return the words, coloured or not."""


def plain(words: str, tone: Tone) -> str:
    """Leave the words as they are."""
    del tone
    return words
