"""Who speaks in a part of a text, or in a very long one share by share, which is all that memory has to hold.

A share ends with a paragraph. What is carried over from one paragraph to the next is not carried over from share to
share; texts that are no longer than a share are heard whole.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.model.location import Span
from assay.model.text import Section, Text
from assay.model.voices import Name, Quoted, Voice
from assay.voices.hearing import Grammar, voices
from assay.voices.unmarked import unmarked

SHARE = 2_000_000
"""Characters: three books."""
_BEFORE, _BEHIND = 10_000, 2_000


def heard(text: Text, names: Sequence[Name], grammar: Grammar) -> Iterator[Voice]:
    """Yield the voices of a text in order, with quotation marks or without."""
    done = 0  # voices of the shares before
    for start, end in _shares(text.body):
        share = _share(text, start, end)
        quoted = list(voices(share, names, grammar))
        found = [*quoted, *unmarked(share, names)]
        found.sort(key=lambda voice: (voice.quoted.span.start, -voice.quoted.span.end))
        for voice in found:
            yield structs.replace(voice, quoted=_shifted(voice.quoted, start, done))
        done += len(quoted)


def heard_around(text: Text, spans: Sequence[Span], names: Sequence[Name], grammar: Grammar) -> Iterator[Voice]:
    """Yield the voices of a text's stretch in which some spans lie, with enough before it to tell who is spoken of."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before = text.body.rfind("\n\n", 0, max(0, first - _BEFORE))
    behind = text.body.find("\n\n", min(len(text.body), last + _BEHIND))
    start, end = before + 2 if before >= 0 else 0, behind if behind >= 0 else len(text.body)
    share = _share(text, start, end)
    found = [*voices(share, names, grammar), *unmarked(share, names)]
    found.sort(key=lambda voice: (voice.quoted.span.start, -voice.quoted.span.end))
    yield from (structs.replace(voice, quoted=_shifted(voice.quoted, start, 0)) for voice in found)


def _share(text: Text, start: int, end: int) -> Text:
    """Cut a run out of a text, with the pages and sections that begin in it."""
    sections = tuple(_moved(section, start) for section in text.sections if start <= section.at < end)
    pages = tuple(structs.replace(page, at=page.at - start) for page in text.pages if start <= page.at < end)
    asides = tuple(structs.replace(aside, at=aside.at - start) for aside in text.asides if start <= aside.at < end)
    return Text(text.file, text.body[start:end], (), pages=pages, sections=sections, asides=asides)


def _shares(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(body) - start > SHARE:
        ends = body.rfind("\n\n", start + SHARE // 2, start + SHARE)
        end = ends + 2 if ends >= 0 else start + SHARE
        yield start, end
        start = end
    yield start, len(body)


def _moved(section: Section, start: int) -> Section:
    return Section(section.number, section.title, section.at - start, section.end - start)


def _shifted(quoted: Quoted, by: int, parents: int) -> Quoted:
    """Move a span, and the number of the one in which it stands."""
    parent = quoted.parent + parents if quoted.parent >= 0 else -1
    span = Span(quoted.span.start + by, quoted.span.end + by)
    return structs.replace(quoted, span=span, parent=parent)
