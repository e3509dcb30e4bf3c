"""Who speaks: quotation marks into quoted spans, spans into kinds, and kinds of speech into speakers.

    Text ─ marks ─▶ costs ─ parse ─▶ Quoted ─ kinds ─▶ stretches ─ grammar ─▶ sentences ─ sieves ─▶ Voice

Every decision keeps the rule that made it, and each span the margin by which its reading won. What is decided by rules
of thumb says so: these are heuristics for English prose. Sentences are parsed where the extra `[nlp]` is installed, and
read roughly where it is not: then some sieves are off, and the output says which.
"""

from assay.voices.hearing import ROUGH, Grammar, Heard, best_grammar, hear, voices
from assay.voices.parse import quoted_spans
from assay.voices.unmarked import unmarked

__all__ = ["ROUGH", "Grammar", "Heard", "best_grammar", "hear", "quoted_spans", "unmarked", "voices"]
