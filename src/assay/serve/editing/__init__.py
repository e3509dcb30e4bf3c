"""Forms that cover the whole language, beside the entry's own text: whichever is edited, the other follows.

entry's text ─ editors ─▶ form ─ drafts ─▶ text ─ trying ─▶ messages
                                           └─ writing ─▶ a change by slice, or a conflict with both versions
"""
