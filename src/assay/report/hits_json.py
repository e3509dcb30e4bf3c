"""Hits as JSON lines: one to a hit."""

import json
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct, field

from assay.dossier import Dossier
from assay.model.search import Hit
from assay.report.plainly import showable
from assay.report.voices_json import outer_voices


class HitRow(Struct, frozen=True):
    """Words that were found. `start` and `end` are code points of the decoded file, as in `assay voices`.

    `text` are the words as they are read, those that a page break parts joined; `marks` are the places in it of the
    words that were looked for, `before` and `after` what stands around it. `page` is the mark in force.
    """

    file: str
    work: str | None
    edition: str
    page: str | None
    page_end: str | None
    locator: str
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    before: str
    after: str
    quoted: bool
    """Whether they stand between quotation marks, as somebody's words; if not, nobody speaks but the author."""
    speaker: str | None
    speaker_id: str | None
    stack: tuple[str, ...]
    """Who quotes whom, outermost first: the compiler, the work's author, speakers around, the speaker."""
    aside: bool
    certainty: str = field(name="class")
    """How sure the speaker is, as in `assay voices`: explicit, or the program's inference (anaphoric, carried)."""


def hit_rows(hits: Sequence[Hit], dossier: Dossier) -> Iterator[HitRow]:
    """Describe hits; the dossier says by whom the works are."""
    for hit in hits:
        speaker = hit.speaker
        yield HitRow(
            file=hit.file,
            work=hit.work,
            edition=hit.edition,
            page=hit.page,
            page_end=hit.page_end,
            locator=hit.locator,
            start=hit.raw.start,
            end=hit.raw.end,
            text=hit.text,
            marks=tuple((mark.start, mark.end) for mark in hit.marks),
            before=hit.before,
            after=hit.after,
            quoted=bool(hit.quoted),
            speaker=None if speaker is None else speaker.name,
            speaker_id=None if speaker is None else speaker.id,
            stack=(*outer_voices(hit.file, hit.work, dossier), *(speaker.name or "?" for speaker in hit.quoted)),
            aside=hit.is_aside,
            certainty="none" if speaker is None else speaker.certainty,
        )


def to_line(row: HitRow) -> str:
    """Write one row as one line of JSON."""
    return showable(json.dumps(msgspec.to_builtins(row), ensure_ascii=False))
