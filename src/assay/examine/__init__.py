"""What can be believed: routes, roots and cuts, strikes, clashes, and where each claim stands.

    Case ─ strike ─▶ Case ─ routes ─▶ sides ─┐
                          ─ clashes ─────────┴─ settle ─▶ Findings

Everything here reads a case, and a case from which something was struck does not contain it: nothing needs to remember
what was left out.
"""

from assay.examine.examination import examine
from assay.examine.strikes import UnknownSelectorError, strike

__all__ = ["UnknownSelectorError", "examine", "strike"]
