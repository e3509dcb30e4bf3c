"""What every format owes: each character of a body leads to where it stands in the original."""

from html import unescape

from assay.model.location import Span
from assay.model.text import Text


def leads_back(text: Text, original: str) -> None:
    """Follow every character of a body; what is not written letter for letter is a reference, or white space."""
    assert sum(piece.length for piece in text.pieces) == len(text.body)
    end = 0
    for piece in text.pieces:
        assert end <= piece.raw <= piece.raw_end <= len(original)
        end = piece.raw_end
    for at, letter in enumerate(text.body):
        raw = text.raw(Span(at, at + 1))
        written = original[raw.start : raw.end]
        if written != letter:
            assert letter.isspace() or letter in unescape(written) or "Hyphen/>" in written, (letter, written)
        else:
            assert text.in_body(raw.start) == at
    for at, end in [(run.at, run.end) for run in text.marked] + [(run.at, run.end) for run in text.regions]:
        assert 0 <= at < end <= len(text.body)
