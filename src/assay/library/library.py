"""From a source's entry to its words."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from assay.model.entries import Source
from assay.model.location import Span
from assay.model.locators import Locator, ordinal
from assay.model.text import Page, PageLabel, Text
from assay.model.verdicts import Verdict
from assay.quotation import Folded, grade


class Volume(Struct, frozen=True, dict=True):
    """A work in hand: the runs of a text that are its words, in order."""

    source: str
    text: Text
    spans: tuple[Span, ...]

    @cached_property
    def folded(self) -> Folded:
        """The text's letters, to search in."""
        return Folded(self.text.body)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The work's pages, in order."""
        return tuple(page for page in self.text.pages if any(s.start <= page.at < s.end for s in self.spans))

    def has(self, locator: Locator) -> bool:
        """Say whether the work has such a place, by its own marks."""
        return bool(self.places(locator))

    def places(self, locator: Locator) -> tuple[Span, ...]:
        """Return the runs of the text that a locator names; nothing where the work has no such place."""
        if locator.unit in ("page", "folio"):
            return tuple(Span(page.at, page.end) for page in self.pages if _named(page, locator))
        if locator.unit == "paragraph":
            return self._paragraphs(locator)
        return tuple(
            Span(s.at, s.end) for s in self.text.sections if s.number == locator.first and self._holds(s.at, s.end)
        )

    def _holds(self, start: int, end: int) -> bool:
        return any(span.start <= start and end <= span.end for span in self.spans)

    def _paragraphs(self, locator: Locator) -> tuple[Span, ...]:
        """Paragraphs are numbered from 1 within the work; a blank line parts them."""
        if not (locator.first.isdigit() and locator.last.isdigit()):
            return ()
        first, last = int(locator.first), int(locator.last)
        return tuple(self.paragraphs[max(0, first - 1) : last]) if first <= len(self.paragraphs) else ()

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The work's paragraphs."""
        found: list[Span] = []
        for span in self.spans:
            at = span.start
            for part in self.text.body[span.start : span.end].split("\n\n"):
                if part.strip():
                    found.append(Span(at, at + len(part)))
                at += len(part) + 2
        return tuple(found)

    def quote_on(self, words: str, locator: Locator | None) -> Verdict:
        """Look words up in the work, those on the cited place first, and grade them."""
        cited = self.places(locator) if locator is not None else self.spans

        def preferred(place: Span) -> bool:
            return any(span.start <= place.start < span.end for span in cited)

        verdict = grade(words, self.text, self.folded, self.spans, preferred)
        if verdict.kind.is_faithful:
            return verdict
        # Note numbers glued to a closing mark are no words of the work: pass over them before calling words changed.
        bare = grade(words, self.text, Folded(self.text.body, notes=False), self.spans, preferred)
        return bare if bare.kind.is_faithful else verdict


def _named(page: Page, locator: Locator) -> bool:
    """Say whether a page, or the range that its mark stands for, meets a locator."""
    return any(label.edition == locator.edition and _meet(label, locator) for label in page.labels)


def _meet(label: PageLabel, locator: Locator) -> bool:
    if locator.first == label.first:
        return True
    low, high, here = ordinal(locator.first), ordinal(locator.last), ordinal(label.first)
    if low is None or high is None or here is None or not low[0] == high[0] == here[0]:
        return False
    last = ordinal(label.last) if label.last is not None else here
    assert last is not None  # it was written from a number
    return low[1] <= last[1] and here[1] <= high[1]


class Library:
    """The works that are in hand, by the id of their source."""

    def __init__(self, sources: Mapping[str, Source], texts: Mapping[str, Text]) -> None:
        """Take the sources that the casebook describes, and the texts that were read, by path."""
        self._sources = sources
        self._texts = texts
        self._volumes: dict[str, Volume | None] = {}

    def volume(self, source: str) -> Volume | None:
        """Return a work's words, or None where it is not in hand."""
        if source not in self._volumes:
            self._volumes[source] = None  # a source contained in itself is not in hand
            self._volumes[source] = self._opened(source)
        return self._volumes[source]

    def _opened(self, id_: str) -> Volume | None:
        source = self._sources.get(id_)
        if source is None:
            return None
        if source.file is not None:
            text = self._texts.get(source.file)
            return None if text is None else Volume(id_, text, self._own_words(id_, text))
        if source.within is None:
            return None
        container = self.volume_of_whole(source.within.source)
        if container is None:
            return None
        if source.within.locator is None:
            return Volume(id_, container.text, container.spans)
        spans = container.places(source.within.locator)
        return Volume(id_, container.text, spans) if spans else None

    def volume_of_whole(self, id_: str) -> Volume | None:
        """Return a containing work with all its words, those of the works it contains included."""
        source = self._sources.get(id_)
        if source is None or source.file is None:
            return self.volume(id_)
        text = self._texts.get(source.file)
        return None if text is None else Volume(id_, text, (Span(0, len(text.body)),))

    def _own_words(self, id_: str, text: Text) -> tuple[Span, ...]:
        """Return what is left of a compilation's file when the works that it excerpts are taken out."""
        whole = Volume(id_, text, (Span(0, len(text.body)),))
        taken: list[Span] = []
        for source in self._sources.values():
            if source.within is not None and source.within.source == id_ and source.within.locator is not None:
                taken += whole.places(source.within.locator)
        return tuple(_without(Span(0, len(text.body)), taken))

    def elsewhere(self, words: str, besides: str) -> tuple[str, Verdict] | None:
        """Find a work, other than one, that has the words as they stand."""
        for id_ in self._sources:
            volume = self.volume(id_) if id_ != besides else None
            if volume is not None and (verdict := volume.quote_on(words, None)).kind.is_faithful:
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
