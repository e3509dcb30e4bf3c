"""What can be believed from contested testimony, page by page.

>>> import assay
>>> dossier = assay.open("examples/copenhagen")
>>> dossier.title
'The witness who walked into a hotel that was gone'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    import pyarrow as pa

    from assay.dossier import Dossier

__version__ = "0.1.0"
__all__ = ["__version__", "open", "reuse"]


def open(path: "str | os.PathLike[str]") -> "Dossier":  # noqa: A001 - assay.open reads as it is meant, like io.open
    """Open the dossier in a folder. A change that was interrupted is finished first; else nothing is written.

    Raises:
        assay.dossier.DossierError: the folder is no dossier, or its dossier.toml cannot be read.
    """
    from assay.dossier import open_dossier  # noqa: PLC0415 - `import assay` stays instant

    return open_dossier(path)


def reuse(
    *paths: "str | os.PathLike[str]", least: float = 25.0, memory: int = 1 << 30, engine: str = "duckdb"
) -> "pa.Table":
    """Find all passages that documents share, as a table of Arrow: one row to a passage that two works share.

    Args:
        paths: files, folders of documents, or a dossier, whose works are compared.
        least: what a passage must weigh: letters that are the same, by how few share them, less those that differ.
        memory: bytes that it may take, about; beyond them, it works on disk.
        engine: what joins: `duckdb`, in this process; Spark, as `local` or `spark://HOST:PORT` (the extra `far`).

    What is done when this is interrupted is kept in the user's cache folder; the next call of the same goes on there.

    Raises:
        assay.dossier.DossierError: a path cannot be read.
        assay.echoes.engines.NoEngineError: there is no such engine, or it is not installed.
    """
    from pathlib import Path  # noqa: PLC0415 - likewise

    from assay.audit.echoes import echoes  # noqa: PLC0415
    from assay.echoes.wanted import Wanted  # noqa: PLC0415
    from assay.report.echoes_arrow import echo_table  # noqa: PLC0415

    return echo_table(echoes([Path(path) for path in paths], Wanted(least=least, memory=memory, engine=engine)))
