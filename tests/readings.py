"""What the commands print of a casebook, for tests that compare it."""

from collections.abc import Callable, Iterator

from assay.examine import examine, strike
from assay.examine.blast import blast, scenario_table, single_strikes
from assay.examine.questions import what_would_decide
from assay.examine.silence import silences
from assay.examine.witness import account
from assay.model.case import Case
from assay.report.findings_text import FindingsText
from assay.report.layout import Layout
from assay.report.questions_text import question_lines
from assay.report.silence_text import silence_lines
from assay.report.soundness import Soundness
from assay.report.strikes_text import blast_lines, strikes_lines
from assay.report.witness_text import witness_lines


def witness(case: Case, person: str) -> Iterator[str]:
    return witness_lines(account(case, person), Layout(case))


def silence(case: Case, _: str) -> Iterator[str]:
    return silence_lines(silences(case), Layout(case))


def questions(case: Case, _: str) -> Iterator[str]:
    return question_lines(what_would_decide(case), Layout(case))


def strikes(case: Case, selector: str) -> Iterator[str]:
    if selector:
        return blast_lines(blast(case, [selector]), Layout(case))
    return strikes_lines(single_strikes(case), scenario_table(examine(case)), Layout(case), 100, 100)


def examined(case: Case, claim: str) -> Iterator[str]:
    """Without the title and the opening, which are about the whole casebook."""
    lines = list(FindingsText(examine(case), Soundness()).lines("", [claim]))
    return iter(lines[next(at for at, line in enumerate(lines) if f"[{claim}]" in line) :])


READINGS: dict[str, Callable[[Case, str], Iterator[str]]] = {
    "witness": witness,
    "silence": silence,
    "questions": questions,
    "strikes": strikes,
    "examine": examined,
}


def printed(case: Case, command: str, *without: str) -> str:
    """Return what a command prints: `witness anna`."""
    name, _, rest = command.partition(" ")
    return "".join(f"{line}\n" for line in READINGS[name](strike(case, without), rest))
