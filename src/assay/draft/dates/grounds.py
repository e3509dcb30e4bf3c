"""Where the expressions of a document stand: in which sentence and paragraph, and behind what words."""

import bisect
from collections.abc import Sequence

from msgspec import Struct

from assay.draft.dates.apposition import follows_count
from assay.draft.dates.filling import Said
from assay.draft.dates.leading import is_in_brackets
from assay.draft.dates.occasions import is_named
from assay.draft.dates.told import is_telling
from assay.draft.dates.values import Expression
from assay.model.location import Span

_FAR = 600  # characters: a sentence of a book is shorter


class Place(Struct, frozen=True):
    """Where a date stands, its words, those before it in its sentence, whether it is by the way or in a name."""

    sentence: int
    paragraph: int
    words: str
    before: str
    is_by_the_way: bool
    is_telling: bool
    is_called: bool


class Grounds(Struct, frozen=True):
    """Where the sentences and paragraphs of a document begin and end."""

    whole: Sequence[Span]
    starts: Sequence[int]
    paragraphs: Sequence[int]

    def sentence(self, one: Expression) -> tuple[int, int]:
        """Return where the sentence of an expression begins and ends, as far as it is looked at."""
        at = one.span.start
        number = bisect.bisect_right(self.starts, at)
        begins, ends = (self.whole[number - 1].start, self.whole[number - 1].end) if number else (at, one.span.end)
        return max(begins, at - _FAR), min(ends, one.span.end + _FAR)

    def place(self, body: str, one: Expression, previous: tuple[Expression, Said] | None) -> Place:
        """Say where an expression stands."""
        at = one.span.start
        begins, ends = self.sentence(one)
        return Place(
            bisect.bisect_right(self.starts, at),
            bisect.bisect_right(self.paragraphs, at),
            body[at : one.span.end],
            body[begins:at],
            is_in_brackets(body, one) or follows_count(body, one, previous),
            is_telling(body[begins:at], body[one.span.end : ends]),
            is_named(body, one),
        )
