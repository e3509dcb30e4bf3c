"""Voices without quotation marks: turns of a dialogue, block quotations, an editor's brackets.

    Lund: Where were you?            a turn
    >  Where were you?               a block quotation
    — Where were you?                a turn whose speaker is not named
    [on the tenth - A. B.]           an editor's brackets, signed

Heuristics: a name and a colon begin a turn only where turns follow one another; an indented paragraph is a quotation
only behind a colon.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.model.location import Span
from assay.model.text import Text
from assay.model.voices import Name, Quoted, Setting, Voice
from assay.voices.beside import NAME, in_register

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_TURN = re.compile(
    rf"[ \t]*(?:(?P<name>{NAME}|[A-Z][A-Z.' -]{{1,30}}|[QA])(?:[ \t]*[(\[][^)\]\n]{{1,40}}[)\]])?:|(?P<letter>[QA])\.)"
    r"[ \t]+(?=\S)"
)
_NO_TURN = frozenset(
    {
        *(
            "Note",
            "Notes",
            "Source",
            "Sources",
            "Chapter",
            "Editor's note",
            "See",
            "Cf",
            "References",
            "P.S",
            "NB",
            "PS",
        ),
        *("Present", "Absent", "Attendees", "Apologies", "Date", "Time", "Place", "Location", "Subject", "Re", "To"),
        *("P.S", "From", "Copy", "Copies", "Enclosure", "Enclosures", "Agenda", "Minutes", "Translation", "Appendix"),
    }
)
"""What a colon stands behind in minutes and letters, and nobody is called."""
_DASHED = re.compile(r"[ \t]*[—―–][ \t]*(?=\w)(?s:.)*[.?!…»”\"'][ \t]*$")
_BEGINS = re.compile(r"\s*(?:begin\s*)?quotes?\s*", re.IGNORECASE)
_ENDS = re.compile(r"\s*end\s*(?:of\s*)?quotes?\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\[(?P<words>[^\[\]]{1,600})\]")
_SIGNED = re.compile(r"\s+[-–—]+\s*(?P<by>(?:[A-Z]\.?\s?){1,3}|[A-Z][\w. ]{1,30}|[Ee]d\.|[Tt]rans\.)\s*$")


class _Paragraph(Struct, frozen=True):
    start: int
    end: int
    words: str


def unmarked(text: Text, register: Sequence[Name] = ()) -> Iterator[Voice]:
    """Yield the voices of a text that no quotation marks tell, in order."""
    paragraphs = [
        _Paragraph(*match.span(), match.group()) for match in _PARAGRAPH.finditer(text.body) if match.group().strip()
    ]
    found = [*_turns(paragraphs, register), *_blocks(paragraphs), *_brackets(text, register), *_between(text)]
    yield from sorted(found, key=lambda voice: (voice.quoted.span.start, -voice.quoted.span.end))


def _turns(paragraphs: Sequence[_Paragraph], register: Sequence[Name]) -> Iterator[Voice]:
    """A name and a colon at the head of a paragraph, where the paragraph before or behind has one too."""
    paragraphs = [part for paragraph in paragraphs for part in _at_turns(paragraph)]
    yield from _dashed(paragraphs)
    heads = [_head(paragraph) for paragraph in paragraphs]
    for number, (paragraph, head) in enumerate(zip(paragraphs, heads, strict=True)):
        if head is None:
            continue
        neighbours = [heads[other] for other in (number - 1, number + 1) if 0 <= other < len(heads)]
        if any(neighbours):
            name = None if head["name"] in {None, "Q", "A"} else head["name"].strip()
            span = Span(paragraph.start + head.end(), paragraph.end)
            yield _voice(span, "turn", name, "a turn of a dialogue: a name and a colon", register)


def _dashed(paragraphs: Sequence[_Paragraph]) -> Iterator[Voice]:
    """Whole sentences behind a dash, where the paragraph before or behind is one too."""
    are_dashed = [_DASHED.match(paragraph.words) is not None for paragraph in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        if are_dashed[number] and any(are_dashed[max(0, number - 1) : number] + are_dashed[number + 1 : number + 2]):
            start = paragraph.start + len(paragraph.words) - len(paragraph.words.lstrip(" \t—―–"))
            yield _voice(Span(start, paragraph.end), "turn", None, "a turn of a dialogue: a dash", ())


def _head(paragraph: _Paragraph) -> re.Match[str] | None:
    head = _TURN.match(paragraph.words)
    return None if head is None or head["name"] in _NO_TURN else head


def _at_turns(paragraph: _Paragraph) -> Iterator[_Paragraph]:
    """Cut a paragraph in which several lines begin turns, at those lines."""
    cuts = [match.end() for match in re.finditer(r"^|\n", paragraph.words) if _TURN.match(paragraph.words, match.end())]
    if len(cuts) < 2:  # noqa: PLR2004 - a turn answers another
        yield paragraph
        return
    edges = sorted({0, *cuts, len(paragraph.words)})
    for start, end in itertools.pairwise(edges):
        words = paragraph.words[start:end].rstrip()
        yield _Paragraph(paragraph.start + start, paragraph.start + start + len(words), words)


def _blocks(paragraphs: Sequence[_Paragraph]) -> Iterator[Voice]:
    """Paragraphs that are set in behind a colon, or whose lines begin with >."""
    leads_in = False
    for paragraph in paragraphs:
        lines = paragraph.words.split("\n")
        is_angled = all(line.lstrip().startswith(">") for line in lines if line.strip())
        is_set_in = all(line.startswith(("  ", "\t")) for line in lines if line.strip())
        if is_angled or (is_set_in and leads_in):
            start = paragraph.start + len(paragraph.words) - len(paragraph.words.lstrip(" \t>"))
            rule = (
                "a block quotation: lines that begin with >"
                if is_angled
                else "a block quotation: set in behind a colon"
            )
            yield _voice(Span(start, paragraph.end), "block", None, rule, ())
        else:
            leads_in = paragraph.words.rstrip().endswith(":")


def _between(text: Text) -> Iterator[Voice]:
    """What a compiler sets between the comments *quote* and *end quote*."""
    for before, after in itertools.pairwise(text.asides):
        start, end = before.at, after.at
        while start < end and text.body[start].isspace():
            start += 1
        if _BEGINS.fullmatch(before.words) and _ENDS.fullmatch(after.words) and start < end:
            yield _voice(Span(start, end), "block", None, "between the comments quote and end quote", ())


def _brackets(text: Text, register: Sequence[Name]) -> Iterator[Voice]:
    """An editor's words in square brackets, signed with a name or initials."""
    editor = next((name for name in register if text.editor and name.id == text.editor), None)
    for match in _BRACKETS.finditer(text.body):
        signed = _SIGNED.search(match["words"])
        if signed is not None:
            start, end = match.start("words"), match.start("words") + signed.start()
            by = signed["by"].strip() if editor is None else editor.words
            yield _voice(Span(start, end), "brackets", by, "an editor's brackets, signed", register)


def _voice(span: Span, setting: Setting, name: str | None, rule: str, register: Sequence[Name]) -> Voice:
    entry = (
        None
        if name is None
        else _by_initials(name, register) or in_register(name.title() if name.isupper() else name, register)
    )
    return Voice(
        quoted=Quoted(span, 0, 0.0, single=False, setting=setting),
        kind="speech",
        kind_rule=rule,
        speaker=name if entry is None else entry.title,
        speaker_id=None if entry is None else entry.id,
        certainty="none" if name is None else "explicit",
        speaker_rule="nobody is named" if name is None else "named there",
    )


def _by_initials(name: str, register: Sequence[Name]) -> Name | None:
    """Find the only one of the register whose initials these are."""
    if not re.fullmatch(r"(?:[A-Z]\.?\s?){2,3}", name):
        return None
    initials = re.findall("[A-Z]", name)
    alike = {entry.id: entry for entry in register if [word[:1] for word in entry.words.split()] == initials}
    return next(iter(alike.values())) if len(alike) == 1 else None
