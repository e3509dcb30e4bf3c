"""The one door by which an audit reads a document that is in no dossier."""

from pathlib import Path

from msgspec import Struct

from assay.model.text import Text
from assay.sources import Profile, decode, read_plain


class Document(Struct, frozen=True):
    """A document: its words by page, and the characters of its file."""

    text: Text
    raw: str


def read_document(path: Path) -> Document:
    """Read a document.

    Raises:
        UndecodableError: it is not text in UTF-8.
        OSError: it cannot be read.
    """
    raw = decode(path.read_bytes())
    return Document(read_plain(raw, Profile(path.name)), raw)
