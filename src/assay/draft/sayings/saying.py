"""What somebody is quoted or reported as saying, and all that the text says about the saying of it."""

from typing import Literal

from msgspec import Struct

from assay.model.entries import Act, Basis, Pressure
from assay.model.location import Span
from assay.model.proposals import Confidence


class Party(Struct, frozen=True):
    """Somebody who says, hears or passes on: as the text names him, where it does so, and how plainly."""

    name: str
    span: Span
    certainty: Confidence


class Pressed(Struct, frozen=True):
    """A condition under which something was said, who pressed where that is told, and the words that tell it."""

    kind: Pressure
    by: str | None
    span: Span
    rule: str


class Saying(Struct, frozen=True):
    """One uninterrupted act of saying. Spans are places of the body.

    `parts` are the runs that give what was said, the first of which is `span`; `sentence` is the sentence that tells
    it. `within` is the saying in which this one is quoted, by its number, or -1.
    """

    span: Span
    parts: tuple[Span, ...]
    sentence: Span
    witness: Party
    act: Act
    words: Literal["own", "reported"]
    rule: str
    confidence: Confidence
    to: tuple[Party, ...] = ()
    chain: tuple[Party, ...] = ()
    """From whom the witness had it, nearest first."""
    basis: Basis | None = None
    setting: str = ""
    under: tuple[Pressed, ...] = ()
    date: str | None = None
    anchor: Span | None = None
    is_now: bool = False
    """Whether it is told in the present: *she recalls that*."""
    within: int = -1
    gist: str = ""
    """What is said, on one line, without the words that tell that it is said."""

    @property
    def whole(self) -> Span:
        """Everything from the first part to the last."""
        return Span(self.parts[0].start, max(part.end for part in self.parts))
