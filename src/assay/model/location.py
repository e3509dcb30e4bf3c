"""Where something stands: in a text, and in a casebook file."""

from typing import Self

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A run of characters: from `start` up to, not including, `end`, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def shifted(self, by: int) -> Self:
        """Return the same run, `by` characters further on."""
        return type(self)(self.start + by, self.end + by)


class Location(Struct, frozen=True, order=True):
    """A place in a file as an editor shows it: lines and columns count from 1, in code points."""

    file: str
    line: int
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
