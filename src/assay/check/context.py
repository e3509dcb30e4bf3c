"""What rules look at: a dossier, with every quotation looked up once."""

import shlex
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from assay.casebook import Casebook
from assay.dossier import Dossier, SourceProblem
from assay.library import Library, Volume
from assay.model.case import Case
from assay.model.entries import Citation, Entry, Extension, Source, Statement
from assay.model.location import Location, Span
from assay.model.locators import Locator, is_folio
from assay.model.text import Page
from assay.model.verdicts import Verdict

Progress = Callable[[Iterable["Looked"], int], Iterable["Looked"]]


class Looked(Struct, frozen=True):
    """A citation, where it stands in the casebook, and what became of its words. No volume: the work is not in hand."""

    entry: str
    field: str
    nth: int
    cite: Citation
    volume: Volume | None
    verdict: Verdict | None


class Context:
    """A dossier as the rules see it."""

    def __init__(self, dossier: Dossier, progress: Progress | None = None) -> None:
        """Take a dossier, and what shows progress while quotations are looked up."""
        self.dossier = dossier
        self._progress = progress

    @property
    def case(self) -> Case:
        """Everything that the casebook records."""
        return self.dossier.case

    @property
    def casebook(self) -> Casebook:
        """The casebook's files and what could not be read in them."""
        return self.dossier.casebook

    @property
    def library(self) -> Library:
        """The works in hand."""
        return self.dossier.library

    @cached_property
    def quotations(self) -> tuple[Looked, ...]:
        """Every citation with words, looked up."""
        looked: Iterable[Looked] = (self._look_up(*place) for place in self.citations)
        if self._progress is not None:
            looked = self._progress(looked, len(self.citations))
        return tuple(looked)

    def faithful(self) -> Iterator[tuple[Looked, Verdict, Locator, tuple[Span, ...]]]:
        """Yield the citations whose words are in the work, with their locator and where it is; if the work has it."""
        for looked in self.quotations:
            locator = looked.cite.locator
            if looked.verdict is None or looked.volume is None or locator is None:
                continue
            places = looked.volume.places(locator)
            if places and looked.verdict.kind.is_faithful:
                yield looked, looked.verdict, locator, places

    @cached_property
    def unverified(self) -> frozenset[str]:
        """The statements of which no quotation stands as cited, or one does not: what a reader must not rely on yet."""
        failed = {looked.entry for looked in self.quotations if not stands(looked)}
        uncited = {statement.id for statement in self.case.statements.values() if not statement.cites}
        return frozenset((failed | uncited) & self.case.statements.keys())

    @cached_property
    def citations(self) -> tuple[tuple[str, str, int, Citation], ...]:
        """Every citation: the entry, the field, its number among the entry's fields of that name, and what it says."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[tuple[str, str, int, Citation]]:
        for entry in self.spoken:
            if isinstance(entry, Statement):
                yield from ((entry.id, "cite", nth, cite) for nth, cite in enumerate(entry.cites))
            for nth, condition in enumerate(entry.under):
                if condition.cite is not None:
                    yield entry.id, "under", nth, condition.cite

    def _look_up(self, entry: str, field: str, nth: int, cite: Citation) -> Looked:
        volume = self.library.volume(cite.source)
        if volume is None or not cite.words.strip():
            return Looked(entry, field, nth, cite, volume, None)
        return Looked(entry, field, nth, cite, volume, volume.quote_on(cite.words, cite.locator))

    @property
    def spoken(self) -> Iterator[Statement | Source]:
        """Everything that conditions are recorded on: statements, and the works in which they were made."""
        yield from self.case.statements.values()
        yield from self.case.sources.values()

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every entry that counts, and what extends it, with the id under which it is found."""
        for _, entry in self.casebook.entries:
            inner = entry.entry if isinstance(entry, Extension) else entry
            if inner.id in self.casebook.spots:
                yield inner.id, inner

    def at(self, entry: str, field: str = "head", word: str = "", nth: int = 0) -> Location:
        """Return where an entry says something: a field, or a word in it; `nth` counts fields of the same name."""
        return self.casebook.locate(entry, field, word, nth)

    def at_quote(self, looked: Looked, word: str = "") -> Location:
        """Return where a citation's quoted words stand, or one of them; the citation where there are none."""
        at = self.casebook.locate(looked.entry, looked.field, "", looked.nth)
        lines = self.casebook.lines[at.file]
        for number in range(at.line, len(lines)):
            body = lines[number].strip()
            if not body.startswith((">", ";")):
                break
            found = lines[number].find(word) if word else lines[number].find(">") + 2
            if body[0] == ">" and found >= 0:
                return Location(at.file, number + 1, found + 1, len(word) or min(_SHOWN, max(1, len(body) - 2)))
        return at if not word else self.at_quote(looked)

    def at_locator(self, looked: Looked) -> Location:
        """Return where a citation's locator stands, or the whole citation where it has none."""
        at = self.casebook.locate(looked.entry, looked.field, "", looked.nth)
        name = self.casebook.locate(looked.entry, looked.field, looked.cite.source, 0)
        start = name.column + name.width + 1 if name.line == at.line else at.column + len(looked.cite.source) + 1
        width = at.column + at.width - start
        return Location(at.file, at.line, start, width) if looked.cite.locator is not None and width > 0 else at

    def in_settings(self, word: str) -> Location:
        """Return where dossier.toml says a word."""
        for number, line in enumerate(self.dossier.settings.lines, 1):
            if (column := line.find(word)) >= 0:
                return Location("dossier.toml", number, column + 1, len(word))
        return Location("dossier.toml", 1)

    def to_type(self, command: str, path: str, *options: str) -> str:
        """Write a command about one of the dossier's files, as it is typed from where the dossier was named."""
        root = self.dossier.root
        named = [] if root == Path() else [str(root)]
        return " ".join(("assay", command, *map(shlex.quote, (*named, str(root / path))), *options))

    def source_problems(self, sort: str) -> Iterator[SourceProblem]:
        """Yield what is wrong with the source files, of one sort."""
        return (problem for problem in self.dossier.problems if problem.sort == sort)

    def title(self, source: str) -> str:
        """Return a work's title with its id, as messages name it."""
        entry = self.case.sources.get(source)
        return source if not isinstance(entry, Source) else f"{source} (“{entry.title}”)"


_SHOWN = 40
"""How much of a long quotation is underlined."""


def stands(looked: Looked) -> bool:
    """Say whether the words are faithful, and on the page that is cited."""
    if looked.verdict is None or looked.volume is None or not looked.verdict.kind.is_faithful:
        return False
    if looked.cite.locator is None:
        return True
    at = looked.verdict.spans[0].start
    return any(place.start <= at < place.end for place in looked.volume.places(looked.cite.locator))


def where(looked: Looked) -> str:
    """Write where the words of a citation really stand, in the unit and edition of its locator."""
    verdict, volume, locator = looked.verdict, looked.volume, looked.cite.locator
    assert verdict is not None
    assert volume is not None
    if locator is not None and locator.unit == "paragraph":
        first, last = (volume.paragraph_at(at) for at in (verdict.spans[0].start, verdict.spans[-1].end - 1))
        return f"¶ {first}" if first == last else f"¶¶ {first}-{last}"
    return pages_in_words(verdict.pages, "" if locator is None else locator.edition)


def pages_in_words(pages: tuple[Page, ...], edition: str = "") -> str:
    """Write the pages that words stand on, in one edition: `p. 18`, `pp. 17-18`, `f. 3r`.

    Where marks skip, the pages are all those that the words may stand on.
    """
    labels = [label for page in pages for label in page.labels if label.edition == edition]
    if not labels:
        labels = [label for page in pages for label in page.labels[:1]]
    if not labels:
        return "an unnumbered page"
    first, last = labels[0].first, labels[-1].last
    unit = "folio" if is_folio(first) else "page"
    return str(Locator(unit, first, labels[-1].first if last is None else last, labels[0].edition))
