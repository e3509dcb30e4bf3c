"""Who speaks: quotation marks into quoted spans, spans into kinds, and kinds of speech into speakers.

    Text ─ marks ─▶ costs ─ parse ─▶ Quoted ─ kinds, speakers ─▶ Voice

Nothing here needs a model. Every decision keeps the rule that made it, and each span the margin by which its reading
won. What is decided by rules of thumb says so: these are heuristics for English prose.
"""

from assay.voices.hearing import voices
from assay.voices.parse import quoted_spans

__all__ = ["quoted_spans", "voices"]
