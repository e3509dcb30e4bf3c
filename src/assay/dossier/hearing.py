"""Who speaks on a few pages: from the index where it is as new as the documents, else told roughly at once."""

import sqlite3
from typing import Literal

from msgspec import Struct

from assay.dossier.dossier import Dossier
from assay.dossier.errors import DossierError
from assay.dossier.indexing import has_index, use_index
from assay.dossier.staleness import plan_update
from assay.library.index.stored import documents, does_parse, voices_within
from assay.model.location import Span
from assay.model.text import Text
from assay.model.voices import Voice


class Heard(Struct, frozen=True):
    """Voices, in order, and how they were told: from sentences that were parsed, or roughly."""

    voices: tuple[Voice, ...]
    how: Literal["parsed", "rough"]
    fresh: bool
    """Whether they were taken from the index."""


def hear(dossier: Dossier, text: Text, span: Span) -> Heard:
    """Return who speaks in a run of a text."""
    stored = _stored(dossier, text, span)
    if stored is not None:
        return stored
    from assay.voices import ROUGH  # noqa: PLC0415 - seldom needed where there is an index
    from assay.voices.shares import heard_around  # noqa: PLC0415 - likewise

    around = heard_around(text, [span], dossier.names, ROUGH)
    return Heard(tuple(voice for voice in around if _touches(voice, span)), "rough", fresh=False)


def _touches(voice: Voice, span: Span) -> bool:
    return voice.quoted.span.start < span.end and voice.quoted.span.end > span.start


def _stored(dossier: Dossier, text: Text, span: Span) -> Heard | None:
    """Take voices from the index; nothing where there is none, or where it is older than the document or its people."""
    if not has_index(dossier):
        return None

    def look(index: sqlite3.Connection) -> Heard | None:
        known = documents(index).get(text.file)
        late = any(task.path == text.file and task.is_work for task in plan_update(dossier, index).tasks)
        if known is None or late:
            return None
        how: Literal["parsed", "rough"] = "parsed" if does_parse(index) else "rough"
        return Heard(voices_within(index, known.id, span), how, fresh=True)

    try:
        return use_index(dossier, look, _quietly)
    except DossierError:
        return None  # another assay is at it, or the folder cannot be written to: pages are shown all the same


def _quietly(said: str) -> None:
    del said  # that an index is made anew is of no interest to whoever turns a page
