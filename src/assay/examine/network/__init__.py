"""Statements about time that must hold together: can they, and which of them cannot?

Days are unknowns, and statements bound their differences: a simple temporal network (Dechter, Meiri and Pearl,
*Temporal constraint networks*, Artificial Intelligence 49, 1991), with alternatives where a person was in one place
before or after another (Stergiou and Koubarakis, *Backtracking algorithms for disjunctions of temporal constraints*,
Artificial Intelligence 120, 2000).

    Constraint ─ solve ─▶ days, or who cannot be right together ─ all_conflicts ─▶ conflicts, ways out ─ is_conflict ─▶
"""

from assay.examine.network.checker import is_conflict
from assay.examine.network.conflicts import Tangle, all_conflicts
from assay.examine.network.constraints import DAY, RANK, Atom, Constraint, Edge, day_edge
from assay.examine.network.solver import Core, Days, Stopped, solve

__all__ = [
    "DAY",
    "RANK",
    "Atom",
    "Constraint",
    "Core",
    "Days",
    "Edge",
    "Stopped",
    "Tangle",
    "all_conflicts",
    "day_edge",
    "is_conflict",
    "solve",
]
