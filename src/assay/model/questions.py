"""What would decide: questions, and what each answer changes."""

from typing import Literal, get_args

from msgspec import Struct

from assay.model.sayings import Said
from assay.model.turns import ClashTurn, StandingTurn

QuestionKind = Literal["date", "place", "identity", "version", "independence", "pressure", "record", "witness"]
KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
"""The narrowest first: of questions that would change as much, these are shown first."""


class Answer(Struct, frozen=True):
    """One answer, and what it changes: found by examining the case anew with it."""

    answer: str
    turns: tuple[StandingTurn, ...]
    clashes: tuple[ClashTurn, ...]

    @property
    def changes_something(self) -> bool:
        """Say whether anything would be otherwise."""
        return bool(self.turns or self.clashes)


class Question(Struct, frozen=True):
    """A missing fact, asked for. `claims` are all whose standing some answer changes; `said` is what it asks about."""

    kind: QuestionKind
    words: str
    answers: tuple[Answer, ...]
    claims: tuple[str, ...]
    said: tuple[Said, ...]


class Questions(Struct, frozen=True):
    """Questions, those first that would change most claims. `left_out`: how many were too many to be examined."""

    questions: tuple[Question, ...]
    open_claims: tuple[str, ...]
    left_out: int
