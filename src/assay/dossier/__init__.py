"""A dossier on disk: the one door to it, for the command line and for Python.

    dossier.toml, sources/, casebook/ ─▶ Dossier

Reading never writes, except to finish a change that was interrupted. `writing` alone changes casebook files and
dossier.toml; nothing ever changes a source.
"""

from assay.dossier.dossier import Dossier, SourceProblem, find_dossier, open_dossier
from assay.dossier.errors import ChangedUnderneathError, DossierError

__all__ = ["ChangedUnderneathError", "Dossier", "DossierError", "SourceProblem", "find_dossier", "open_dossier"]
