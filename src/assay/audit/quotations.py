"""The quotations of a document: speech between marks, and block quotations.

Scare quotes and titles that cite nothing are passed over.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.audit.footnotes import Footnote, Notes
from assay.model.location import Span
from assay.model.text import Text
from assay.model.voices import Name
from assay.quotation.fold import WORD
from assay.voices import voices

_BLOCK = re.compile(r"(?:^(?:>[^\n]*|[ \t]{2,}\S[^\n]*)(?:\n|$))+", re.MULTILINE)
_FEWEST_IN_BLOCK = 8
_CITED_WITHIN = 60  # characters: what is cited so close behind words in marks is cited for them
_LEADER = re.compile(r"^[ \t]*(?:>[ \t]?)*", re.MULTILINE)
_LISTED = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)]|\[\^)\s*")


class Quotation(Struct, frozen=True):
    """A quotation as it stands in a document's body, its words as they are compared, and what is cited for it."""

    span: Span
    words: str
    footnote: Footnote | None


class Quotations(Struct, frozen=True):
    """The quotations of a document, and how many marked words were passed over as scare quotes and titles."""

    found: tuple[Quotation, ...]
    passed_over: int


def quotations(text: Text, register: Sequence[Name] = ()) -> Quotations:
    """Find every quotation of a document that is somebody's words."""
    notes = Notes(text.body, text.asides)
    blocks = list(_blocks(text.body, notes.section))
    said: list[tuple[Span, str]] = [(span, _LEADER.sub("", text.body[span.start : span.end])) for span in blocks]
    passed_over = 0
    taken = list(blocks)
    for voice in voices(text, register):
        span = voice.quoted.span
        if any(other.start <= span.start and span.end <= other.end for other in taken) or span.start >= notes.section:
            continue  # part of what is looked up already, or of a note
        if not voice.is_said and notes.behind(span.end, span.end + _CITED_WITHIN) is None:
            passed_over += 1
            continue
        taken.append(span)
        said.append((span, text.body[span.start : span.end]))
    said.sort()
    starts = [*(span.start for span, _ in said), len(text.body)][1:]
    found = (
        Quotation(span, words, notes.behind(span.end, until)) for (span, words), until in zip(said, starts, strict=True)
    )
    return Quotations(tuple(found), passed_over)


def _blocks(body: str, until: int) -> Iterator[Span]:
    """Find block quotations: lines behind `>`, or paragraphs set in by two spaces or more."""
    for match in _BLOCK.finditer(body, 0, until):
        words = _LEADER.sub("", match.group())
        before = body[: match.start()]
        stands_alone = match.group().lstrip().startswith(">") or not before or before.endswith("\n\n")
        if not stands_alone or _LISTED.match(match.group()) or len(WORD.findall(words)) < _FEWEST_IN_BLOCK:
            continue
        start, end = match.span()
        while start < end and (body[start].isspace() or body[start] == ">"):
            start += 1
        while end > start and body[end - 1].isspace():
            end -= 1
        if not _is_indented_throughout(body, match.start()):
            yield _without_citation(body, Span(start, end))


def _is_indented_throughout(body: str, at: int) -> bool:
    """Say whether the whole document is set in: then indentation says nothing."""
    return not body[at:].lstrip().startswith(">") and all(
        line[:2].isspace() for line in body.split("\n") if line.strip()
    )


def _without_citation(body: str, span: Span) -> Span:
    """Leave out a bracket or a note's mark at the end of a block: it is the citation."""
    cited = re.search(r"\s*(?:\([^()]{2,120}\)|\[\^[\w-]{1,20}\])[.]?$", body[span.start : span.end])
    return span if cited is None else Span(span.start, span.start + cited.start())
