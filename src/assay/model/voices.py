"""Who speaks where in a text."""

from typing import Literal

from msgspec import Struct

from assay.model.location import Span

QuoteKind = Literal["speech", "mixed", "scare", "title"]
SpeakerClass = Literal["explicit", "anaphoric", "carried", "none"]
Setting = Literal["marks", "element", "turn", "block", "brackets", "braces"]
"""How words are set apart: by quotation marks, by an element of the document, as a turn of a dialogue, as a block, by
an editor, or by a compiler."""


class Quoted(Struct, frozen=True):
    """A run of words between quotation marks, the marks left out.

    `depth` is 0 for a quotation in the text, 1 for one inside it. `margin` is how much dearer the cheapest reading of
    the marks without this span is: small where the marks can be read otherwise. `damage` says what is wrong with its
    marks.
    """

    span: Span
    depth: int
    margin: float
    single: bool
    damage: str = ""
    parent: int = -1
    """Which of the spans it stands in, by number; -1 for none."""
    setting: Setting = "marks"


class Voice(Struct, frozen=True):
    """A quoted span with what it is and who speaks, and the rules that said so.

    speech: sentences in somebody's words; mixed: somebody's words within another's sentence; scare: a term held at
    arm's length; title: the name of a work. `certainty` of the speaker: explicit (named in the sentence), anaphoric (by
    a pronoun or a description), carried (our inference from what went before), or none.
    """

    quoted: Quoted
    kind: QuoteKind
    kind_rule: str
    speaker: str | None
    speaker_id: str | None
    certainty: SpeakerClass
    speaker_rule: str

    @property
    def is_said(self) -> bool:
        """Say whether these are somebody's words, and not a term or a title."""
        return self.kind in ("speech", "mixed")


class Name(Struct, frozen=True):
    """A name by which a text may call a person or group of the register."""

    words: str
    id: str
    title: str
