"""Shared passages as a table of Arrow: one row to a passage that two works share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from assay.audit.echoes import Echo, Echoes

if TYPE_CHECKING:
    import pyarrow as pa


def echo_row(echo: Echo) -> dict[str, str | int | float]:
    """Write a shared passage flat: `first_work`, `first_start` and so on, then what belongs to both."""
    row = msgspec.to_builtins(echo)
    sides = {f"{side}_{key}": value for side in ("first", "second") for key, value in row.pop(side).items()}
    return {**sides, **row}


def echo_table(found: Echoes) -> "pa.Table":
    """Return shared passages as a table. Offsets are code points of the decoded original."""
    import pyarrow as pa  # noqa: PLC0415 - `import assay` stays instant

    side = [("work", pa.string()), ("file", pa.string()), ("page", pa.string()), ("start", pa.int64()),
            ("end", pa.int64()), ("text", pa.string())]  # fmt: skip
    fields = [(f"{which}_{name}", kind) for which in ("first", "second") for name, kind in side]
    fields += [("cluster", pa.int64()), ("letters", pa.int64()), ("differing", pa.int64()), ("omitted", pa.int64()),
               ("score", pa.float64()), ("chance", pa.float64()), ("earlier", pa.string())]  # fmt: skip
    return pa.Table.from_pylist([echo_row(echo) for echo in found.rows], pa.schema(fields))


def echo_lines(rows: Sequence[Echo]) -> str:
    """Write shared passages as JSON lines."""
    return "".join(msgspec.json.encode(echo_row(echo)).decode() + "\n" for echo in rows)


def write_table(found: Echoes, format_: str, file: Path) -> None:
    """Write shared passages into a file: `arrow` (IPC) or `parquet`."""
    table = echo_table(found)
    if format_ == "parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415 - likewise

        pq.write_table(table, file)
        return
    from pyarrow import feather  # noqa: PLC0415 - likewise

    feather.write_feather(table, str(file), compression="uncompressed")
