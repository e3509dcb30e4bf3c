"""What is looked for, with what means, and who is told how far it has come."""

from collections.abc import Callable

from msgspec import Struct

from assay.echoes.passages import LEAST

MOST = 32
"""A run of letters in more places than this is everybody's, and leads to nothing."""
MEMORY = 1 << 30
DUCKDB = "duckdb"


class Wanted(Struct, frozen=True):
    """What is looked for, and with what means: bytes of memory, and what joins the runs (`engines.py`)."""

    least: float = LEAST
    most: int = MOST
    memory: int = MEMORY
    engine: str = DUCKDB


Tell = Callable[[str, float], None]
"""Is told what is being done, and how far it has come, from 0 to 1."""


def silent(_: str, __: float) -> None:
    """Say nothing."""
