"""Lines as wide as the terminal, and a statement with its words and pages, the same in every report."""

import textwrap
from collections.abc import Iterator, Sequence

from assay.model.case import Case, within
from assay.model.dates import in_words
from assay.model.sayings import Page, Said
from assay.report.invisible import visible
from assay.report.paint import Paint, plain

_SHORT = 320
_ACTS = {
    "affirms": "says",
    "denies": "denies",
    "retracts": "takes back",
    "doubts": "doubts",
    "omits": "does not mention",
}


class Layout:
    """Lays words out. Statements whose quotation does not stand are marked wherever they are shown."""

    def __init__(
        self,
        case: Case,
        *,
        width: int = 100,
        full: bool = False,
        paint: Paint = plain,
        unverified: frozenset[str] = frozenset(),
    ) -> None:
        """Take the case that names are looked up in, and how the lines are to look."""
        self.case, self.paint = case, paint
        self._width, self._full, self._unverified = width, full, unverified

    def wrapped(self, said: str, first: str = "", rest: str | None = None) -> Iterator[str]:
        """Break words into lines: the first with one lead, the others with another."""
        yield from textwrap.wrap(
            visible(said),
            self._width,
            initial_indent=first,
            subsequent_indent=" " * len(first) if rest is None else rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def labelled(self, label: str, said: str, indent: int = 4, broad: int = 10) -> Iterator[str]:
        """Write words behind a label, further lines below the words."""
        yield from self.wrapped(said, f"{' ' * indent}{label:<{broad}}")

    def warnings(self, errors: int, shown: frozenset[str]) -> Iterator[str]:
        """Say what is wrong underneath, before anything is read out of it."""
        if errors:
            many = f"{errors} error{'s' * (errors != 1)}"
            yield self.paint(f"assay check finds {many}: what follows rests on a damaged casebook.", "error")
        bad = len(shown & self._unverified)
        if bad:
            what = "statement does" if bad == 1 else "statements do"
            yield self.paint(f"{bad} {what} not stand as cited.", "error")

    def claim(self, id_: str) -> str:
        """Name a claim with its id."""
        return f"“{self.case.called(id_)}” [{id_}]"

    def name(self, id_: str) -> str:
        """Name somebody or something within a sentence."""
        return within(self.case.called(id_))

    def names(self, ids: Sequence[str]) -> str:
        """Name several."""
        *most, last = [self.name(id_) for id_ in ids]
        return f"{', '.join(most)} and {last}" if most else last

    def words(self, one: Said) -> Iterator[str]:
        """Write the words of a statement, each with its page."""
        bad = self.paint(" (NOT FOUND AS CITED)", "error") if one.statement in self._unverified else ""
        for page in one.pages:
            yield f"{self.quote(page.words)} {self.page(page)}{self._reported(one, page)}{bad}"
        if not one.pages:
            yield "no citation"

    def page(self, page: Page) -> str:
        """Write where words stand."""
        return f"{self.case.called(page.work)}, {page.locator or 'no page given'}"

    def quote(self, quoted: str) -> str:
        """Put words in quotation marks; long ones are shortened, and it says so."""
        if not self._full and len(quoted) > _SHORT:
            return f"“{quoted[:_SHORT].rsplit(' ', 1)[0]}” (shortened here; --full)"
        return f"“{quoted}”"

    def saying(self, one: Said) -> str:
        """Write who says what: `Fritz David, August 1936, court, says`."""
        when = [] if one.date == "undated" else [in_words(one.date)]
        where = [one.setting] if one.setting else []
        return ", ".join([self.case.called(one.witness), *when, *where])

    @staticmethod
    def act(one: Said) -> str:
        """Write an act as a word of a sentence."""
        return _ACTS[one.act]

    def _reported(self, one: Said, page: Page) -> str:
        if one.words != "reported":
            return ""
        source = self.case.sources.get(page.work)
        by = self.name(source.by[0]) if source is not None and source.by else "the work"
        return f", as {by} reports it"
