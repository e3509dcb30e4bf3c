"""Who says what on each page, of the quoted and of the reported: sayings, and the entries drafted from them.

    Heard ─ sentences ─▶ reports (verbs, nouns, as X said, heard from W) ─┐
          ─ quotations ──────────────────────────────────────────────────┼─▶ Saying ─ joined ─▶ mentions, proposals

Every saying names the rule that found it. A report is found by a table of verbs and nouns (`words.py`); who is meant by
*he* is told by the same memory that tells the speakers of quotations. All are rules of thumb for English prose.
"""

from assay.draft.sayings.listening import sayings
from assay.draft.sayings.saying import Party, Pressed, Saying

__all__ = ["Party", "Pressed", "Saying", "sayings"]
