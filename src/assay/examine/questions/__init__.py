"""What would decide: the smallest missing facts, as questions, and what each answer would change.

    Findings ─ dates, places, pressures ... ─▶ questions with changed cases ─ examine each ─▶ what changes

One file to a kind of question, each with `ask(scene)`. No effect is asserted: every answer makes another case, which is
examined like the case itself; a question of which no answer changes anything is not asked.
"""

from assay.examine.questions.deciding import what_would_decide

__all__ = ["what_would_decide"]
