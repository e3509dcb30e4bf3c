"""One document as drafting sees it: its words, who speaks in it, and its sentences, each parsed once for all parts.

Sentences are those of the body as it stands, quotations within them: a word's place in the body is its place in the
sentence's paragraph plus where that begins. The voices say who speaks each run of it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from assay.library.library import paragraph_number
from assay.model.location import Span
from assay.model.proposals import Evidence
from assay.model.text import Piece, Text
from assay.model.voices import Name, Voice
from assay.voices.grammar import Sentence
from assay.voices.hearing import Grammar, Heard, hear
from assay.voices.overlong import MOST_WORDS, is_words
from assay.voices.unmarked import unmarked

WorkAt = Callable[[int], str | None]
_PARAGRAPH = re.compile(r"\S(?:(?!\n[ \t\r]*\n).)*", re.DOTALL)
_BREAKS = str.maketrans("\n\r\t", "   ")


class Paragraph(Struct, frozen=True):
    """A paragraph's sentences. A word at 5 in them stands at `start + 5` in the body."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]


class Document(Struct, frozen=True):
    """A document, or a comment that was lifted out of one: words, voices, sentences, and the way to page and work."""

    text: Text
    voices: tuple[Voice, ...]
    """Those with quotation marks and those without, in order."""
    paragraphs: tuple[Paragraph, ...]
    off: tuple[str, ...]
    """What the rough grammar could not do, by the names of the sieves that were off; empty with a parser."""
    work_at: WorkAt
    """Which work's words stand at a place of the body."""
    within: tuple[Text, int] | None = None
    """Of a comment: the text that it was lifted out of, and where."""
    heard: Heard | None = None
    """How it was listened to; absent where a document was made again from what it had yielded."""

    def overlong(self) -> tuple[int, int]:
        """Count the paragraphs that were cut, since they have more words than any sentence, and those left unparsed."""
        long = sum(any(len(one.words) >= MOST_WORDS for one in each.sentences) for each in self.paragraphs)
        empty = sum(not is_words(self.body[each.start : each.end]) for each in self.paragraphs)
        return long, empty

    @property
    def body(self) -> str:
        """The words."""
        return self.text.body

    def evidence(self, span: Span) -> Evidence:
        """Say where a run of the body stands: file, work, printed page, and characters of the file."""
        whole, at = (self.text, span.start) if self.within is None else self.within
        page = whole.page_at(at)
        label = page.labels[0].first if page is not None and page.labels else ""
        paragraph = 0 if whole.pages or whole.sections else paragraph_number(whole.body, at)
        return Evidence(whole.file, self.work_at(at) or "", label, self.text.raw(span), paragraph)

    def speakers_at(self, at: int) -> Iterator[Voice]:
        """Yield the voices whose words stand at a place, outermost first."""
        for voice in self.voices:
            if voice.quoted.span.start > at:
                return
            if voice.quoted.span.start <= at < voice.quoted.span.end:
                yield voice


def documents(text: Text, names: Sequence[Name], grammar: Grammar, work_at: WorkAt) -> Iterator[Document]:
    """Listen to a text and parse it: the body first, then each comment that a compiler set into it."""
    yield _document(text, names, grammar, work_at, None)
    for aside in text.asides:
        if len(aside.words) == len(aside.raw) - len("{}"):
            comment = Text(text.file, aside.words, (Piece(0, aside.raw.start + 1, len(aside.words)),))
            yield _document(comment, names, grammar, work_at, (text, aside.at))


def _document(
    text: Text, names: Sequence[Name], grammar: Grammar, work_at: WorkAt, within: tuple[Text, int] | None
) -> Document:
    heard = hear(text, names, grammar)
    voices = [*heard.voices(names), *unmarked(text, names)]
    voices.sort(key=lambda voice: (voice.quoted.span.start, -voice.quoted.span.end))
    return Document(text, tuple(voices), tuple(_parsed(text.body, grammar)), grammar.off, work_at, within, heard)


def _parsed(body: str, grammar: Grammar) -> Iterator[Paragraph]:
    spans = [Span(*match.span()) for match in _PARAGRAPH.finditer(body)]
    plain = body.translate(_BREAKS)
    parses = grammar.parse([plain[span.start : span.end] for span in spans])
    for span, sentences in zip(spans, parses, strict=True):
        yield Paragraph(span.start, span.end, sentences)
