"""What each document yielded, kept in the user's own cache folder: an interrupted draft goes on where it stopped.

A dossier that somebody sends cannot bring it along. One file to a document, overwritten when the document, the names of
the casebook or the code that reads change; deleted at will.
"""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from assay.draft.document import Document, Paragraph, WorkAt
from assay.draft.names.sightings import Sighting
from assay.draft.places import PlaceMention
from assay.draft.sayings.saying import Saying
from assay.model.proposals import DateMention
from assay.model.text import Text
from assay.model.voices import Voice


class Yielded(Struct, frozen=True, array_like=True):
    """What a document, or a comment in it, yielded before it is known who is who: no words but those of names."""

    body: str
    """The words of a comment; empty for the document itself, whose words are in its file."""
    raw: int
    """Where a comment's words begin in the file."""
    at: int
    """Where a comment stood in the body."""
    voices: tuple[Voice, ...]
    paragraphs: tuple[tuple[int, int], ...]
    sightings: tuple[Sighting, ...]
    sayings: tuple[Saying, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    overlong: tuple[int, int] = (0, 0)
    """How many paragraphs were cut, and how many left unparsed."""


class _File(Struct, frozen=True, array_like=True):
    key: str
    yielded: tuple[Yielded, ...]


def as_yielded(document: Document, **found: Any) -> Yielded:
    """Put what was found in a document into a form that can be kept."""
    is_comment = document.within is not None
    return Yielded(
        body=document.body if is_comment else "",
        raw=document.text.pieces[0].raw if is_comment else 0,
        at=document.within[1] if document.within is not None else 0,
        voices=document.voices,
        paragraphs=tuple((one.start, one.end) for one in document.paragraphs),
        **found,
    )


def as_document(yielded: Yielded, text: Text, work_at: WorkAt) -> Document:
    """Make a document again, without its sentences."""
    from assay.model.text import Piece  # noqa: PLC0415 - for comments only

    paragraphs = tuple(Paragraph(start, end, ()) for start, end in yielded.paragraphs)
    if not yielded.body:
        return Document(text, yielded.voices, paragraphs, (), work_at)
    comment = Text(text.file, yielded.body, (Piece(0, yielded.raw, len(yielded.body)),))
    return Document(comment, yielded.voices, paragraphs, (), work_at, (text, yielded.at))


def key_of(*parts: object) -> str:
    """Hash what a document's yield depends on."""
    return hashlib.sha256("\0".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()


def kept(folder: Path, name: str, key: str) -> tuple[Yielded, ...] | None:
    """Return what a document yielded before, if nothing has changed since."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        found = msgspec.msgpack.decode((folder / name).read_bytes(), type=_File)
        return found.yielded if found.key == key else None
    return None


def keep(folder: Path, name: str, key: str, yielded: tuple[Yielded, ...]) -> None:
    """Keep what a document yielded, whole or not at all."""
    handle, made = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(_File(key, yielded)))
        Path(made).replace(folder / name)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
