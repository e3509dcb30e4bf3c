"""From a source's entry to its words."""

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct, structs

from assay.model.entries import Source
from assay.model.location import Span
from assay.model.locators import Locator, is_folio, ordinal
from assay.model.text import Page, PageLabel, Text
from assay.model.verdicts import Verdict
from assay.quotation import Folded, Shelf, find, grade


class Letters:
    """A text's letters, to search in; made once for all the works in it."""

    def __init__(self, text: Text) -> None:
        """Take a text."""
        self._text = text

    @cached_property
    def all(self) -> Folded:
        """Every word of it."""
        return Folded(self._text.body)


class Volume(Struct, frozen=True, dict=True):
    """A work in hand: the runs of a text that are its words, in order."""

    source: str
    text: Text
    spans: tuple[Span, ...]
    letters: Letters
    language: str = "en"

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The work's pages, in order."""
        return tuple(page for page in self.text.pages if any(s.start <= page.at < s.end for s in self.spans))

    def has(self, locator: Locator) -> bool:
        """Say whether the work has such a place, by its own marks."""
        return bool(self.places(locator))

    def places(self, locator: Locator) -> tuple[Span, ...]:
        """Return the runs of the text that a locator names; nothing where the work has no such place."""
        if locator.unit in ("page", "folio"):
            return self._on_pages(locator)
        if locator.unit == "paragraph":
            return self._paragraphs(locator)
        return tuple(
            Span(s.at, s.end) for s in self.text.sections if s.number == locator.first and self._holds(s.at, s.end)
        )

    def _on_pages(self, locator: Locator) -> tuple[Span, ...]:
        """The pages that a locator names; nothing unless the work has both the first and the last."""
        ends = {locator.first, locator.last}
        if not all(
            any(_named(page, structs.replace(locator, first=end, last=end)) for page in self._near(end)) for end in ends
        ):
            return ()
        pages = self.pages if len(ends) > 1 else self._near(locator.first)
        return joined(Span(page.at, page.end) for page in pages if _named(page, locator))

    def _near(self, label: str) -> tuple[Page, ...]:
        """Return the pages that may bear a label, or stand for it where the marks skip."""
        return self._by_label.get(_key(label), ()) + self._ranges

    @cached_property
    def _by_label(self) -> dict[str, tuple[Page, ...]]:
        found: dict[str, tuple[Page, ...]] = {}
        for page in self.pages:
            for key in {_key(label.first) for label in page.labels}:
                found[key] = (*found.get(key, ()), page)
        return found

    @cached_property
    def _ranges(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if any(label.last not in (None, label.first) for label in page.labels))

    def has_words(self, words: str) -> Verdict | None:
        """Look words up as they stand, anywhere in the work; None where they are not there."""
        verdict = find(words, Shelf(self.text, self.letters.all, self.spans, ()))
        return verdict if verdict is not None and verdict.kind.is_faithful else None

    def _holds(self, start: int, end: int) -> bool:
        return any(span.start <= start and end <= span.end for span in self.spans)

    def _paragraphs(self, locator: Locator) -> tuple[Span, ...]:
        """Paragraphs are numbered from 1 within the work; a blank line parts them."""
        first, last = ordinal(locator.first), ordinal(locator.last)
        if first is None or last is None or not 1 <= first[1] <= last[1] <= len(self.paragraphs):
            return ()
        return self.paragraphs[first[1] - 1 : last[1]]

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The work's paragraphs."""
        found: list[Span] = []
        for span in self.spans:
            found += (Span(*part.span()) for part in _PARAGRAPH.finditer(self.text.body, span.start, span.end))
        return tuple(found)

    def paragraph_at(self, at: int) -> int | None:
        """Return the number of the paragraph in which a character stands."""
        return next((number for number, span in enumerate(self.paragraphs, 1) if span.start <= at < span.end), None)

    def quote_on(self, words: str, locator: Locator | None) -> Verdict:
        """Look words up in the work, those on the cited place first, and grade them."""
        cited = self.places(locator) if locator is not None else ()
        return grade(words, Shelf(self.text, self.letters.all, self.spans, cited, self.language))


_PARAGRAPH = re.compile(r"[^\s](?:(?!\r?\n[ \t]*\r?\n).)*", re.DOTALL)


@lru_cache(maxsize=4)
def _paragraph_starts(body: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _PARAGRAPH.finditer(body))


def paragraph_number(body: str, at: int) -> int:
    r"""Return the number of the paragraph of a whole document in which a character stands, counted from 1.

    >>> paragraph_number("The port, May\n\nDear Edda,\n\nyou ask me", 16)
    2
    """
    return max(1, bisect_right(_paragraph_starts(body), at))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that follow one another, so that words that run over a page are in one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _named(page: Page, locator: Locator) -> bool:
    """Say whether a page, or the range that its mark stands for, meets a locator."""
    return any(label.edition == locator.edition and _meet(label, locator) for label in page.labels)


def _key(label: str) -> str:
    """Labels of one value have one key: `iv` and `IV`, `07` and `7`."""
    placed = ordinal(label)
    return label if placed is None else " ".join(map(str, placed))


def _meet(label: PageLabel, locator: Locator) -> bool:
    if (locator.unit == "folio") != is_folio(label.first):
        return False
    if locator.first == locator.last == label.first:
        return True
    low, high, here = ordinal(locator.first), ordinal(locator.last), ordinal(label.first)
    if low is None or high is None or here is None or not low[0] == high[0] == here[0]:
        return False
    last = ordinal(label.last) if label.last is not None else here
    assert last is not None  # it was written from a number
    return low[1] <= last[1] and here[1] <= high[1]


class Library:
    """The works that are in hand, by the id of their source."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        texts: Mapping[str, Text],
        language: str = "en",
        before: "Library | None" = None,
    ) -> None:
        """Take the sources that the casebook describes, the texts that were read, by path, and the usual language.

        Letters of the same texts are taken over from a library that was made `before`.
        """
        self._language = language
        self._sources = sources
        self._texts = texts
        self._volumes: dict[str, Volume | None] = {}
        self._opening = threading.local()  # the workbench reads one library from many threads, none waits for another
        self._letters_of: dict[str, Letters] = {} if before is None else before._letters_of  # noqa: SLF001

    def letters(self, text: Text) -> Letters:
        """Return a text's letters, made once for all the works in it."""
        return self._letters_of.setdefault(text.file, Letters(text))

    def volume(self, source: str) -> Volume | None:
        """Return a work's words, or None where it is not in hand."""
        if source in self._volumes:
            return self._volumes[source]
        opening: set[str] = self._opening.__dict__.setdefault("works", set())
        if source in opening:
            return None  # a source contained in itself is not in hand
        opening.add(source)
        try:
            return self._volumes.setdefault(source, self._opened(source))
        finally:
            opening.discard(source)

    def _opened(self, id_: str) -> Volume | None:
        source = self._sources.get(id_)
        if source is None:
            return None
        language = source.language or self._language
        if source.file is not None:
            text = self._texts.get(source.file)
            return None if text is None else Volume(id_, text, self._own_words(id_, text), self.letters(text), language)
        if source.within is None:
            return None
        container = self.volume_of_whole(source.within.source)
        if container is None:
            return None
        if source.within.locator is None:
            return Volume(id_, container.text, container.spans, container.letters, language)
        spans = container.places(source.within.locator)
        return Volume(id_, container.text, spans, container.letters, language) if spans else None

    def volume_of_whole(self, id_: str) -> Volume | None:
        """Return a containing work with all its words, those of the works it contains included."""
        source = self._sources.get(id_)
        if source is None or source.file is None:
            return self.volume(id_)
        text = self._texts.get(source.file)
        return None if text is None else Volume(id_, text, (Span(0, len(text.body)),), self.letters(text))

    def _own_words(self, id_: str, text: Text) -> tuple[Span, ...]:
        """Return what is left of a compilation's file when the works that it excerpts are taken out."""
        whole = Volume(id_, text, (Span(0, len(text.body)),), self.letters(text))
        taken: list[Span] = []
        for source in self._sources.values():
            if source.within is not None and source.within.source == id_ and source.within.locator is not None:
                taken += whole.places(source.within.locator)
        return tuple(_without(Span(0, len(text.body)), taken))

    def work_at(self, text: Text, at: int) -> str | None:
        """Return the work whose words stand at a place of a text: the narrowest, where one contains another."""
        found: list[tuple[int, str]] = []
        for id_ in self._sources:
            volume = self.volume(id_)
            if volume is not None and volume.text is text:
                found += ((len(span), id_) for span in volume.spans if span.start <= at < span.end)
        return min(found)[1] if found else None

    def elsewhere(self, words: str, besides: str) -> tuple[str, Verdict] | None:
        """Find a work, other than one, that has the words as they stand."""
        for id_ in self._sources:
            volume = self.volume(id_) if id_ != besides else None
            if volume is not None and (verdict := volume.has_words(words)) is not None:
                return id_, verdict
        return None


def _without(whole: Span, taken: Sequence[Span]) -> list[Span]:
    left: list[Span] = []
    at = whole.start
    for span in sorted(taken):
        if span.start > at:
            left.append(Span(at, span.start))
        at = max(at, span.end)
    if at < whole.end:
        left.append(Span(at, whole.end))
    return left
