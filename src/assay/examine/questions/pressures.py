"""Were these words got by pressure?"""

from collections.abc import Iterator

from msgspec import structs

from assay.examine.questions.asking import Asked, Edit, Inquiry, as_it_is, with_statement
from assay.model.case import Case, Taint
from assay.model.entries import Condition


def ask(scene: Inquiry) -> Iterator[Asked]:
    """Ask of every pressure, and every interest, that taints something said for an open claim."""
    found: dict[Taint, set[str]] = {}
    for finding in scene.open:
        for route in finding.pro.routes:
            for taint in route.taints:
                if taint.on not in scene.case.sources and taint.on not in scene.case.statements:
                    continue  # an echo keeps the taint of what was struck, and nothing of that is to be said
                found.setdefault(taint, set()).add(route.statement)
    for taint, statements in sorted(found.items(), key=lambda item: (item[0].what, item[0].on, item[0].per or "")):
        words = _words(scene, taint)
        yield Asked("pressure", words, (("yes", as_it_is), ("no", _without(taint))), tuple(sorted(statements)))


def _words(scene: Inquiry, taint: Taint) -> str:
    case = scene.case
    if taint.what == "own defence":
        return f"Did {_who_of_what(scene, taint.on)} in self-defence?"
    kind, _, by = taint.what.partition(" by ")
    pressed = f"{kind} by {scene.name(by)}" if by else kind
    per = f", as {scene.title(taint.per)} says" if taint.per else ""
    if taint.on in case.sources:
        return f"Was the testimony in {scene.name(taint.on)} obtained by {pressed}{per}?"
    return f"Did {_who_of_what(scene, taint.on)} under {pressed}{per}?"


def _who_of_what(scene: Inquiry, statement: str) -> str:
    said = scene.case.statements[statement]
    return f"{scene.name(said.witness)} speak of {scene.title(said.claim)}"


def _without(taint: Taint) -> Edit:
    """Make the case in which a condition is not recorded there."""

    def kept(under: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(c for c in under if (str(c), c.per) != (taint.what, taint.per))

    def edit(case: Case) -> Case:
        source, statement = case.sources.get(taint.on), case.statements.get(taint.on)
        if source is not None:
            changed = structs.replace(source, under=kept(source.under))
            return structs.replace(case, sources={**case.sources, source.id: changed}, inherited=None)
        if statement is None:
            return case
        if taint.what == "own defence":
            return with_statement(case, structs.replace(statement, interest=""))
        return with_statement(case, structs.replace(statement, under=kept(statement.under)))

    return edit
