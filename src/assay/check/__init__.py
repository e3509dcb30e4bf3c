"""Is the casebook sound, and does every quotation stand where it is said to?

One rule to a file in `rules/`; its docstring is its page in the manual and what `assay explain` prints. A rule yields
diagnostics and changes nothing. A rule that crashes becomes diagnostic X001, and the others go on.
"""

from assay.check.context import Context, Looked
from assay.check.registry import Rule, all_rules
from assay.check.running import check

__all__ = ["Context", "Looked", "Rule", "all_rules", "check"]
