"""The index of a dossier's documents: their words, pages and works, and who speaks, to be searched.

    Text ─ passages ─ words ─▶ index.db ◀─ works, voices
    typed ─ queries ─▶ Sought ─ candidates ─ matching ─▶ Hit

One SQLite file, which can be deleted at will. Words are looked for with FTS5, in passages of about a paragraph; where
in a passage they stand is found by reading it again, so that every hit is right to the letter.
"""

from assay.library.index.queries import QueryError, parse_query
from assay.library.index.searching import search
from assay.library.index.stored import Totals, choose_grammar, totals
from assay.library.index.tables import discard_index, new_owner, open_index

__all__ = [
    "QueryError",
    "Totals",
    "choose_grammar",
    "discard_index",
    "new_owner",
    "open_index",
    "parse_query",
    "search",
    "totals",
]
