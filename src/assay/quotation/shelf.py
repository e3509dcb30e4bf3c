"""Where a quotation is looked for."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.text import Text
from assay.quotation.fold import Folded
from assay.quotation.wording import Wording

FAR_APART = 6000
"""Letters (some three pages). Words with more than this between them do not make one quotation."""


class Shelf(Struct, frozen=True):
    """Where to look: a text and its letters, the parts that belong to the work, those that are cited, its language."""

    text: Text
    folded: Folded
    spans: Sequence[Span]
    cited: Sequence[Span]
    language: str = "en"

    @property
    def within(self) -> Iterator[Span]:
        """The letters of the work, the cited place first."""
        yield from (self.folded.bounds(span) for span in (*self.cited, *self.spans))

    @property
    def parts(self) -> list[Span]:
        """The letters of the work, part by part."""
        return [self.folded.bounds(span) for span in self.spans]

    @property
    def wording(self) -> Wording:
        """What tells a misreading from another word."""
        return Wording(self.folded.counts, self.language)

    def said(self, place: Span) -> str:
        """Return what stands in a place of the body."""
        return self.text.body[place.start : place.end]
