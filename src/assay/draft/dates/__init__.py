"""Dates in the words of a document: found, written as EDTF, and anchored where the words alone do not say enough.

    words ─ reading ─ units ─ joining ─ vagueness ─────┐
          ─ relative, standing, events (counted from) ─┼─▶ Expression ─ anchoring ─▶ DateMention
          ─ contexts (what is no date) ────────────────┘

Nothing is invented: a year alone stays a year, and where nobody can say, the date is None. All rules are for English.
"""

from assay.draft.dates.anchoring import dates
from assay.draft.dates.finding import expressions
from assay.draft.dates.governing import governing

__all__ = ["dates", "expressions", "governing"]
