"""Voices as JSON lines: one to a quoted span."""

import json
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct, field

from assay.dossier import Dossier
from assay.model.text import Text
from assay.model.voices import Voice
from assay.report.plainly import showable


class VoiceRow(Struct, frozen=True):
    """A quoted span. Offsets are code points of the original, the marks left out; `page` is the mark in force.

    The words are those of the file as it is written where it is plain text, else as they are read.
    """

    file: str
    work: str | None
    page: str | None
    page_end: str | None
    edition: str
    """Whose pages these are where that is said: `hbk`, or `pdf` where they are counted in the file."""
    start: int
    end: int
    text: str
    kind: str
    speaker: str | None
    speaker_id: str | None
    stack: tuple[str, ...]
    """Who quotes whom, outermost first: the compiler, the work's author, speakers around, the speaker."""
    certainty: str = field(name="class")
    rule: str
    margin: float
    damage: str


def rows(text: Text, raw: str | None, heard: Sequence[Voice], dossier: Dossier | None) -> Iterator[VoiceRow]:
    """Describe every voice of a text; a dossier says which work it is in, and whose that is."""
    for voice in heard:
        span = text.raw(voice.quoted.span)
        work = None if dossier is None else dossier.library.work_at(text, voice.quoted.span.start)
        yield VoiceRow(
            file=text.file,
            work=work,
            page=_page(text, voice.quoted.span.start)[1],
            page_end=_page(text, max(voice.quoted.span.start, voice.quoted.span.end - 1))[1],
            edition=_page(text, voice.quoted.span.start)[0],
            start=span.start,
            end=span.end,
            text=text.body[voice.quoted.span.start : voice.quoted.span.end]
            if raw is None
            else raw[span.start : span.end],
            kind=voice.kind,
            speaker=voice.speaker,
            speaker_id=voice.speaker_id,
            stack=(*_outer(text, work, dossier), *_around(voice, heard)),
            certainty=voice.certainty,
            rule=f"{voice.kind_rule}; {voice.speaker_rule}",
            margin=voice.quoted.margin,
            damage=voice.quoted.damage,
        )


def _page(text: Text, at: int) -> tuple[str, str | None]:
    """Return the edition and the label of the page on which a character stands; a page may have no label."""
    page = text.page_at(at)
    return (page.labels[0].edition, page.labels[0].first) if page is not None and page.labels else ("", None)


def _outer(text: Text, work: str | None, dossier: Dossier | None) -> Iterator[str]:
    """Name the compiler of the file and the author of the work."""
    if dossier is None:
        return
    compiler = next((profile.compiler for profile in dossier.settings.profiles if profile.path == text.file), "")
    authors = dossier.case.sources[work].by if work is not None else ()
    yield from (dossier.case.called(name) for name in dict.fromkeys((*([compiler] if compiler else []), *authors)))


def _around(voice: Voice, heard: Sequence[Voice]) -> list[str]:
    """Name the speakers of the quotations around this one, and its own; an unknown one is a question mark."""
    names: list[str] = []
    current: Voice | None = voice
    while current is not None:
        if current.is_said:
            names.append(current.speaker or "?")
        parent = current.quoted.parent
        current = heard[parent] if parent >= 0 else None
    return names[::-1]


def to_line(row: VoiceRow) -> str:
    """Write one row as one line of JSON."""
    return showable(json.dumps(msgspec.to_builtins(row), ensure_ascii=False))
