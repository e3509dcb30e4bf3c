"""Is a quotation what its source says, and does it stand where it is said to?

    words ─ fold ─▶ letters ─ locate ─▶ passages ─ compare ─▶ steps ─ judge ─▶ Verdict

A near miss is shown with the words that differ; it is never accepted. A misread letter is told from a changed word by
the shapes that scanners confuse and by the words that the language and the source have.
"""

from assay.quotation.fold import Folded, fold
from assay.quotation.grade import find, grade
from assay.quotation.shelf import Shelf

__all__ = ["Folded", "Shelf", "find", "fold", "grade"]
