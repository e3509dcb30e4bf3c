"""Dates taken from Old Style works, moved to the days that they mean."""

from collections.abc import Iterator

from msgspec import structs

from assay.model.calendars import either, from_julian, written
from assay.model.case import Case
from assay.model.dates import Dating, in_words
from assay.model.entries import Facts, Statement

_OLD_STYLE = frozenset({"julian", "old style"})


class Calendars:
    """Which calendar each work is dated in: its own, else that of the nearest work that contains it or made it."""

    def __init__(self, case: Case) -> None:
        """Read the works of a case."""
        self._case = case
        any_stated = any(source.calendar for source in case.sources.values())
        self._old = {work for work in case.sources if any_stated and self._is_old(work)}

    def _is_old(self, work: str) -> bool:
        stated = (self._case.sources[one].calendar for one in self._case.lineages[work])
        return next((words.casefold() in _OLD_STYLE for words in stated if words), False)

    def facts(self, claim: str, facts: Facts) -> tuple[Facts, str]:
        """Return a claim's facts with its date in New Style, and what is to be said of it.

        Known from Old Style works alone, the date is moved; from both kinds, it may mean either day.
        """
        if not self._old or facts.when is None or not facts.when.is_known:
            return facts, ""
        old = set(self._styles(claim))
        if True not in old:
            return facts, ""
        moved = from_julian(facts.when)
        if False in old:
            moved = either(facts.when, moved)
        return structs.replace(facts, when=moved), _said(facts.when, moved, both=False in old)

    def _styles(self, claim: str) -> Iterator[bool]:
        for statement in self._case.by_claim.get(claim, ()):
            if statement.act == "affirms":
                yield from self.styles(statement)

    def statement(self, statement: Statement) -> Dating:
        """Return a statement's date in New Style; where its works differ, it may mean either day."""
        old = set(self.styles(statement)) if self._old else set[bool]()
        if True not in old or not statement.date.is_known:
            return statement.date
        moved = from_julian(statement.date)
        return either(statement.date, moved) if False in old else moved

    def styles(self, statement: Statement) -> Iterator[bool]:
        """Say of each work that a statement is cited from whether it is dated in Old Style."""
        yield from (cite.source in self._old for cite in statement.cites)


def _said(date: Dating, moved: Dating, *, both: bool) -> str:
    """Write the conversion out."""
    if both:
        return f"{in_words(date.text)} is Old Style in one work and New Style in another, and may mean either"
    days = f"{in_words(written(moved.earliest))}"
    if moved.earliest != moved.latest:
        days = f"{days} to {in_words(written(moved.latest))}"
    if date.text.startswith("..") or date.text.endswith("..") or "~" in date.text:
        return f"{in_words(date.text)} is Old Style, and was moved to New Style"
    return f"{in_words(date.text)} is Old Style: {days} New Style"
