"""The casebook language: what the investigator records, in plain text.

    text ─ lexer ─▶ Item ─ parser ─▶ Entry ─ assembly ─▶ Casebook

The lexer knows lines, the parser knows words, `fields` is the table of what may be said of what. None of them ever
raises on a text: what cannot be read becomes a complaint with its place, and costs the entry it stands in. Only this
room writes casebook text: `formatter` lays it out, `edits` changes it by slice.
"""

from assay.casebook.assembly import Casebook, Spot, assemble
from assay.casebook.complaints import Complaint
from assay.casebook.formatter import format_text
from assay.casebook.parser import Parsed, parse_text

__all__ = ["Casebook", "Complaint", "Parsed", "Spot", "assemble", "format_text", "parse_text"]
