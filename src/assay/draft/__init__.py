"""Drafting: from documents to proposed entries of the casebook, which count for nothing until somebody keeps them.

    Text ─ voices, sentences ─▶ Document ─┬─ names ──▶ persons, aliases ─┐
                                          ├─ dates, places ──────────────┼─▶ Proposal ─ gate ─▶ casebook/drafts/*.case
                                          └─ sayings, claims ────────────┘

Each part is a function of one document, so that memory does not grow with their number; what is kept from one document
to the next is the register of names. All rules are rules of thumb for English prose, and each proposal names its own.
"""
