"""What would decide, written out for people: each question, and what every answer would change."""

from collections.abc import Iterator

from assay.model.questions import Answer, Question, Questions
from assay.model.sayings import Said
from assay.report.layout import Layout
from assay.report.turns_text import clash, turn

_MOST_SAID = 2


def question_lines(found: Questions, layout: Layout, most: int | None = None) -> Iterator[str]:
    """Write questions, those first that would change most."""
    yield from layout.wrapped(_opening(found))
    shown = found.questions[:most]
    for number, question in enumerate(shown, 1):
        yield ""
        yield from _question(question, number, layout)
    more = len(found.questions) - len(shown)
    if more:
        yield ""
        yield f"{more} further question{'s' * (more != 1)}, which change less (--limit shows more)."


def _opening(found: Questions) -> str:
    claims = len(found.open_claims)
    if not claims:
        return "No claim is open."
    asked = len(found.questions)
    opening = "1 claim is open: where it stands" if claims == 1 else f"{claims} claims are open: where they stand"
    opening += " could still change. "
    if asked:
        opening += f"{asked} question{' has' if asked == 1 else 's have'} an answer that would change something."
    else:
        opening += "No question was found whose answer would change anything."
    if found.left_out:
        opening += f" {found.left_out} more were not examined, for their number."
    return opening


def _question(question: Question, number: int, layout: Layout) -> Iterator[str]:
    lead = f"{number}. "
    yield from layout.wrapped(question.words, lead)
    indent = len(lead)
    broad = max(len(answer.answer) for answer in question.answers) + 3
    for answer in question.answers:
        yield from _answer(answer, question, layout, indent, broad)
    yield from _asked_of(question.said, layout, indent)


def _answer(answer: Answer, question: Question, layout: Layout, indent: int, broad: int) -> Iterator[str]:
    def named(claim: str) -> str:
        return f"[{claim}]" if f"[{claim}]" in question.words else layout.claim(claim)

    said = [*(turn(one, named) for one in answer.turns), *(clash(one, named) for one in answer.clashes)]
    label = f"{answer.answer}:"
    if broad > 16:  # noqa: PLR2004 - a longer answer stands on a line of its own
        yield f"{' ' * indent}{label}"
        label, broad = "", 4
    for line in said or ["nothing changes"]:
        yield from layout.labelled(label, line, indent, broad)
        label = ""


def _asked_of(said: tuple[Said, ...], layout: Layout, indent: int) -> Iterator[str]:
    """Lead back to the pages that the question is about."""
    lead = " " * indent
    for one in said[:_MOST_SAID]:
        words = next(iter(layout.words(one)))
        yield from layout.wrapped(f"{layout.saying(one)}: {words} #{one.statement}", f"{lead}- ", f"{lead}  ")
    if len(said) > _MOST_SAID:
        more = ", ".join(f"#{one.statement}" for one in said[_MOST_SAID:])
        yield from layout.wrapped(f"and {more}", f"{lead}- ", f"{lead}  ")


def shown_in(found: Questions) -> Iterator[Said]:
    """Yield every statement that is shown."""
    yield from (one for question in found.questions for one in question.said)
