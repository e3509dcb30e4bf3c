"""What the lexer and the parser could not read, as values."""

from typing import Literal

from msgspec import Struct

Sort = Literal["syntax", "kind", "field", "act", "value", "date"]


class Complaint(Struct, frozen=True, array_like=True):
    """Something in a casebook file that cannot be read, by sort, with its line and column (from 1)."""

    sort: Sort
    line: int
    column: int
    width: int
    message: str
    help: str = ""
