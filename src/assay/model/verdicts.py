"""What became of a quotation when it was looked up."""

from enum import StrEnum

from msgspec import Struct

from assay.model.location import Span
from assay.model.text import Page


class Kind(StrEnum):
    """How a quotation relates to the words of its source.

    exact: the same words and marks. orthographic: the same words; marks, capitals, accents, word division or
    letters that a scanner misread differ.
    elided: the same with something left out where the quotation shows it; silently elided: where it shows nothing;
    interpolated: with words in brackets added. altered: some words differ. stitched: fragments from distant places, or
    in another order. absent: nothing like it is there.
    """

    EXACT = "exact"
    ORTHOGRAPHIC = "orthographic"
    ELIDED = "elided"
    SILENTLY_ELIDED = "silently-elided"
    INTERPOLATED = "interpolated"
    ALTERED = "altered"
    STITCHED = "stitched"
    ABSENT = "absent"

    @property
    def is_faithful(self) -> bool:
        """Say whether the source has these words."""
        return self in _FAITHFUL


_FAITHFUL = frozenset({Kind.EXACT, Kind.ORTHOGRAPHIC, Kind.ELIDED, Kind.INTERPOLATED})


class Change(Struct, frozen=True):
    """Words of the source, and what the quotation has instead; one of the two may be empty."""

    source: str
    quoted: str


class Flag(Struct, frozen=True):
    """Something about a quotation's surroundings that a reader should know: which, and the rule that says so.

    truncated: a qualification stands just outside the quoted words, in the same sentence. negation-left-out: what was
    left out at a mark of omission negates. A flag stands beside the kind, and never changes it.
    """

    code: str
    because: str


class Verdict(Struct, frozen=True):
    """How faithful a quotation is, and where its words stand in the source's body."""

    kind: Kind
    spans: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    changes: tuple[Change, ...] = ()
    omitted: tuple[str, ...] = ()
    replaced: tuple[Change, ...] = ()
    """Words of the source in whose place the quotation has brackets."""
    division: tuple[Change, ...] = ()
    """Where the letters are the same, but not the words: `not able`, `notable`."""
    others: tuple[Span, ...] = ()
    """Equally good places elsewhere in the work, where the spans are but one of several."""
    misread: tuple[Change, ...] = ()
    """Words of which one is a misreading of the other: no other word, by the letters that scanners confuse."""
    flags: tuple[Flag, ...] = ()
