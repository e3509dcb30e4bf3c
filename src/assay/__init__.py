"""What can be believed from contested testimony, page by page.

>>> import assay
>>> dossier = assay.open("examples/copenhagen")
>>> dossier.title
'The witness who walked into a hotel that was gone'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from assay.dossier import Dossier

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: "str | os.PathLike[str]") -> "Dossier":  # noqa: A001 - assay.open reads as it is meant, like io.open
    """Open the dossier in a folder. A change that was interrupted is finished first; else nothing is written.

    Raises:
        assay.dossier.DossierError: the folder is no dossier, or its dossier.toml cannot be read.
    """
    from assay.dossier import open_dossier  # noqa: PLC0415 - `import assay` stays instant

    return open_dossier(path)
