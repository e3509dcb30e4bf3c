"""One witness over time: versions in order, what changed, under which conditions, who else says the same.

    Case ─ versions ─▶ occasions in order ─ changes, custody, contacts ─▶ Account

Nothing is weighed here, and nothing is said that no statement records.
"""

from assay.examine.witness.account import account

__all__ = ["account"]
