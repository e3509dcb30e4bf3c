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
    """A quoted span. Offsets are code points of the decoded file, the marks left out; `page` is the mark in force."""

    file: str
    work: str | None
    page: str | None
    page_end: str | None
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
    setting: str
    """marks, or for voices without quotation marks: turn, block, brackets, braces."""


def rows(text: Text, raw: str, heard: Sequence[Voice], dossier: Dossier | None) -> Iterator[VoiceRow]:
    """Describe every voice of a text; a dossier says which work it is in, and whose that is."""
    for voice in heard:
        span = text.raw(voice.quoted.span)
        work = None if dossier is None else dossier.library.work_at(text, voice.quoted.span.start)
        yield VoiceRow(
            file=text.file,
            work=work,
            page=_page(text, voice.quoted.span.start),
            page_end=_page(text, max(voice.quoted.span.start, voice.quoted.span.end - 1)),
            start=span.start,
            end=span.end,
            text=raw[span.start : span.end],
            kind=voice.kind,
            speaker=voice.speaker,
            speaker_id=voice.speaker_id,
            stack=(*outer_voices(text.file, work, dossier), *_around(voice, heard)),
            certainty=voice.certainty,
            rule=f"{voice.kind_rule}; {voice.speaker_rule}",
            margin=voice.quoted.margin,
            damage=voice.quoted.damage,
            setting=voice.quoted.setting,
        )


def comments(text: Text, raw: str, dossier: Dossier | None) -> Iterator[VoiceRow]:
    """Describe the compiler's comments in braces, which are no words of the works."""
    for aside in text.asides:
        work = None if dossier is None else dossier.library.work_at(text, aside.at)
        outer = tuple(outer_voices(text.file, None, dossier))
        page = _page(text, aside.at)
        yield VoiceRow(
            file=text.file,
            work=work,
            page=page,
            page_end=page,
            start=aside.raw.start + 1,
            end=aside.raw.end - 1,
            text=raw[aside.raw.start + 1 : aside.raw.end - 1],
            kind="speech",
            speaker=outer[0] if outer else None,
            speaker_id=None,
            stack=outer,
            certainty="explicit" if outer else "none",
            rule="a compiler's comment in braces",
            margin=0.0,
            damage="",
            setting="braces",
        )


def _page(text: Text, at: int) -> str | None:
    page = text.page_at(at)
    return page.labels[0].first if page is not None else None


def outer_voices(file: str, work: str | None, dossier: Dossier | None) -> Iterator[str]:
    """Name the compiler of the file and the author of the work."""
    if dossier is None:
        return
    compiler = next((profile.compiler for profile in dossier.settings.profiles if profile.path == file), "")
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
