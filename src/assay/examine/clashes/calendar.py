"""Dates taken from Old Style works, moved to the days that they mean."""

from collections.abc import Iterator

from msgspec import structs

from assay.model.calendars import in_new_style, written
from assay.model.case import Case
from assay.model.dates import Dating, in_words
from assay.model.entries import Facts, Statement


class Calendars:
    """Which calendar each work is dated in: its own, else that of the nearest work that contains it or made it."""

    def __init__(self, case: Case) -> None:
        """Read the works of a case."""
        self._case, self._old = case, case.old_style

    def facts(self, claim: str, facts: Facts) -> tuple[Facts, str]:
        """Return a claim's facts with its date in New Style, and what is to be said of it.

        Known from Old Style works alone, the date is moved; from both kinds, it may mean either day.
        """
        if not self._old or facts.when is None or not facts.when.is_known:
            return facts, ""
        old = set(self._styles(claim))
        if True not in old:
            return facts, ""
        moved = in_new_style(facts.when, old)
        return structs.replace(facts, when=moved), _said(facts.when, moved, both=False in old)

    def _styles(self, claim: str) -> Iterator[bool]:
        for statement in self._case.by_claim.get(claim, ()):
            if statement.act == "affirms":
                yield from self.styles(statement)

    def statement(self, statement: Statement) -> Dating:
        """Return a statement's date in New Style; where its works differ, it may mean either day."""
        return self._case.said_on(statement)

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
