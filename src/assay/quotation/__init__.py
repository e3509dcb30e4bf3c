"""Is a quotation what its source says, and does it stand where it is said to?

    words ─ fold ─▶ letters ─ locate ─▶ places ─ grade ─▶ Verdict

A near miss is shown with the words that differ; it is never accepted.
"""

from assay.quotation.fold import Folded, fold
from assay.quotation.grade import Shelf, find, grade

__all__ = ["Folded", "Shelf", "find", "fold", "grade"]
