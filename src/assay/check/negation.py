"""Words that negate: the list that quotations are graded by."""

from assay.quotation.negation import NEGATION

__all__ = ["NEGATION"]
