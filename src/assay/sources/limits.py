"""How much a document may hold: beyond it, it is not a document but an attack, or a mistake."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The bounds within which a document is read. Each is far beyond any book."""

    characters: int = 1 << 26
    """Of one document, as text: thirty thousand pages."""
    line: int = 1 << 24
    """Characters on one line."""
    elements: int = 4_000_000
    """Tags in a document: what takes longest to read."""
    members: int = 20_000
    """Files in an archive."""
    unpacked: int = 1 << 28
    """Bytes that the files of an archive may come to."""
    ratio: int = 200
    """How many times its size a file in an archive may grow; small ones may grow more."""
    depth: int = 1_000
    """How deep elements may lie in one another."""
    pages: int = 50_000
    seconds: int = 600
    """For the pages of a PDF."""
    memory: int = 3 << 30
    """Bytes, for the same."""


LIMITS = Limits()
