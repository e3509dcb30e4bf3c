"""What each answer would change: the case is examined anew with it, and compared."""

from collections.abc import Sequence

from msgspec import structs

from assay.examine.comparison import clashes, turns
from assay.examine.examination import put_together
from assay.examine.examined import Examined
from assay.examine.hearsay import with_hearsay
from assay.examine.questions import dates, places, pressures, testimony
from assay.examine.questions.asking import Asked, Inquiry, as_it_is
from assay.examine.strikes import strike
from assay.model.case import Case
from assay.model.questions import KINDS, Answer, Question, Questions
from assay.model.sayings import said_by_id

_MOST, _FEWEST, _WORK = 400, 10, 100_000
"""The most questions whose answers are examined, fewer in a large casebook. How many are left out is said."""


def what_would_decide(case: Case, without: Sequence[str] = ()) -> Questions:
    """Find the questions whose answers change where a claim stands, with everything that `without` names left out.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    case = with_hearsay(structs.replace(case, scenarios={}))
    now = Examined(strike(case, without))
    inquiry = Inquiry(put_together(now))
    asked = list(
        {one.words: one for kind in (dates, places, pressures, testimony) for one in kind.ask(inquiry)}.values()
    )
    most = min(_MOST, max(_FEWEST, _WORK // max(1, len(case.statements))))
    found = [_answered(case, without, now, one) for one in asked[:most]]
    worth = [question for question in found if any(answer.changes_something for answer in question.answers)]
    return Questions(
        tuple(sorted(worth, key=_most_first)), tuple(one.id for one in inquiry.open), max(0, len(asked) - most)
    )


def _most_first(question: Question) -> tuple[int, int, int, str]:
    moved = sum(len(answer.clashes) for answer in question.answers)
    return -len(question.claims), -moved, KINDS.index(question.kind), question.words


def _answered(case: Case, without: Sequence[str], now: Examined, asked: Asked) -> Question:
    answers = tuple(
        # What is struck is struck from the case as it would be, whose hearsay is its own.
        _effect(label, now, now if edit is as_it_is else now.again(strike(with_hearsay(edit(case), case), without)))
        for label, edit in asked.answers
    )
    turned = {turn.claim for answer in answers for turn in answer.turns if turn.before != turn.after}
    return Question(
        kind=asked.kind,
        words=asked.words,
        answers=answers,
        claims=tuple(sorted(turned)),
        said=tuple(said_by_id(now.case, id_) for id_ in asked.statements if id_ in now.case.statements),
    )


def _effect(label: str, now: Examined, then: Examined) -> Answer:
    return Answer(label, tuple(sorted(turns(now, then))), tuple(sorted(clashes(now, then))))
