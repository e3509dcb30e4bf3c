"""What the program proposes, and where it read it: names, dates, sayings, and entries drafted from them.

A proposal counts for nothing until a person keeps it. Each says by which rule it was made, how plainly the text says
so, and on which words it rests. Spans are code points of the decoded file, so that they outlive any change in how a
document is read.
"""

from typing import Literal, get_args

from msgspec import Struct

from assay.model.entries import Act, Pressure
from assay.model.location import Span

Part = Literal["persons", "aliases", "places", "dates", "statements", "claims"]
"""What can be drafted by itself."""
PARTS: tuple[Part, ...] = get_args(Part)

Confidence = Literal["explicit", "anaphoric", "carried"]
"""How the text says it: in so many words, by a pronoun or a description, or by our inference from what went before."""


class Evidence(Struct, frozen=True, order=True):
    """Where words stand: the file, the work (empty where no work is known), its page as printed, and the run itself."""

    file: str
    work: str
    page: str
    span: Span
    paragraph: int = 0
    """Counted from 1 where the document has no pages and is one work; else 0."""


class NameMention(Struct, frozen=True):
    """A person called by name: the words as written, whom they mean (id and usual name), and the rule that says so."""

    evidence: Evidence
    words: str
    person: str
    title: str
    rule: str


class AliasMention(Struct, frozen=True):
    """A passage that says that one name stands for another person's."""

    evidence: Evidence
    words: str
    alias: str
    person: str
    """The other name, as written."""
    id: str
    """Whom that means."""
    rule: str


class DateMention(Struct, frozen=True):
    """Words that place something on a calendar. `anchor` is where year or day had to be taken from, if anywhere.

    Without `edtf` the text does not let anybody say when.
    """

    evidence: Evidence
    words: str
    edtf: str | None
    anchor: Span | None
    rule: str


class StatementMention(Struct, frozen=True):
    """Somebody is reported or quoted as saying something. Persons are names here, as a reader would write them."""

    evidence: Evidence
    words: str
    witness: str
    others: tuple[str, ...]
    """Who said it together with the witness."""
    act: Act
    to: tuple[str, ...]
    chain: tuple[str, ...]
    """From whom the witness had it, nearest first."""
    conditions: tuple[Pressure, ...]
    date: str | None
    manner: Literal["own", "reported"]
    rule: str
    confidence: Confidence


class Proposal(Struct, frozen=True):
    """An entry in the casebook language, complete, that nobody has kept yet."""

    part: Part
    id: str
    """The entry's id or label; of an `extend`, the id of what it adds to."""
    text: str
    rule: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
