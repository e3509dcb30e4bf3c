"""Which passages do documents share, and who echoes whom?

    words ─ letters ─▶ Corpus ─ keys, sieve ─▶ postings ─ join ─▶ hits ─ look, extend, weigh ─▶ Pairs ─ clusters

Runs of ten to twelve letters that stand in few documents are joined with one another (in DuckDB, out of core); each
place where two documents share one is looked at, and followed letter by letter on both sides for as long as they stay
alike. What many documents have in common counts for little: it is a formula, not a copy.
"""
