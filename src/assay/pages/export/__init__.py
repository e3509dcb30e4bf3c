"""The report as a folder of files, which need neither a server nor a script.

    Dossier ─ every citation looked up ─▶ values ─ names withheld ─▶ HTML ─ searched once more ─▶ a new folder

Nothing is written unless all of it can be: a citation that does not stand, or a name that was to be withheld and is
still there, is a `ReportError` that says where.
"""

from assay.pages.export.building import Report, build
from assay.pages.export.errors import ReportError
from assay.pages.export.writing import write_report

__all__ = ["Report", "ReportError", "build", "write_report"]
