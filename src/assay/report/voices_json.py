"""Voices as JSON lines: one to a quoted span."""

import json
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct, field

from assay.dossier import Dossier
from assay.model.text import Aside, Piece, Text
from assay.model.voices import Voice
from assay.report.plainly import showable
from assay.voices import Grammar, voices
from assay.voices import unmarked as without_marks


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
    setting: str
    """marks, or element where the document marks it; without either: turn, block, brackets, braces."""


def listed(text: Text, raw: str | None, dossier: Dossier | None, grammar: Grammar, *, unmarked: bool) -> list[VoiceRow]:
    """Describe every voice of a text, those that are quoted in a compiler's comments too, in the order of the file.

    A dossier says which work it is in, and whose that is. With `unmarked`, voices without quotation marks, and the
    comments themselves, are listed as well.
    """
    names = dossier.names if dossier is not None else ()
    found = [*rows(text, raw, list(voices(text, names, grammar)), dossier)]
    if unmarked:
        found += rows(text, raw, list(without_marks(text, names)), dossier)
    for aside in _in_braces(text, raw):
        comment = Text(text.file, aside.words, (Piece(0, aside.raw.start + 1, len(aside.words)),))
        found += rows(comment, raw, list(voices(comment, names, grammar)), dossier, (text, aside.at))
        if unmarked:
            found.append(_comment(text, aside, dossier))
    return sorted(found, key=lambda row: (row.start, -row.end))


def _in_braces(text: Text, raw: str | None) -> Iterator[Aside]:
    """Return a compiler's comments: what was lifted out of a plain text in braces, and no note of another format."""
    for aside in text.asides:
        if raw is not None and raw[aside.raw.start : aside.raw.end] == f"{{{aside.words}}}":
            yield aside


def rows(
    text: Text,
    raw: str | None,
    heard: Sequence[Voice],
    dossier: Dossier | None,
    within: tuple[Text, int] | None = None,
) -> Iterator[VoiceRow]:
    """Describe voices of a text, or of a comment `within` one that was lifted out at a place."""
    for voice in heard:
        span = text.raw(voice.quoted.span)
        whole, start, end = (text, voice.quoted.span.start, voice.quoted.span.end)
        if within is not None:
            whole, start, end = (within[0], within[1], within[1])
        work = None if dossier is None else dossier.library.work_at(whole, start)
        yield VoiceRow(
            file=text.file,
            work=work,
            page=_page(whole, start)[1],
            page_end=_page(whole, max(start, end - 1))[1],
            edition=_page(whole, start)[0],
            start=span.start,
            end=span.end,
            text=text.body[voice.quoted.span.start : voice.quoted.span.end]
            if raw is None
            else raw[span.start : span.end],
            kind=voice.kind,
            speaker=voice.speaker,
            speaker_id=voice.speaker_id,
            stack=(*outer_voices(text.file, None if within else work, dossier), *_around(voice, heard)),
            certainty=voice.certainty,
            rule=f"{voice.kind_rule}; {voice.speaker_rule}",
            margin=voice.quoted.margin,
            damage=voice.quoted.damage,
            setting=voice.quoted.setting,
        )


def _comment(text: Text, aside: Aside, dossier: Dossier | None) -> VoiceRow:
    """Describe a compiler's comment in braces, which is no part of the work."""
    outer = tuple(outer_voices(text.file, None, dossier))
    edition, page = _page(text, aside.at)
    return VoiceRow(
        file=text.file,
        work=None if dossier is None else dossier.library.work_at(text, aside.at),
        page=page,
        page_end=page,
        edition=edition,
        start=aside.raw.start + 1,
        end=aside.raw.end - 1,
        text=aside.words,
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


def _page(text: Text, at: int) -> tuple[str, str | None]:
    """Return the edition and the label of the page on which a character stands; a page may have no label."""
    page = text.page_at(at)
    return (page.labels[0].edition, page.labels[0].first) if page is not None and page.labels else ("", None)


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
