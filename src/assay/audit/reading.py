"""A document as an audit needs it: its words by page, and how its file writes them."""

from pathlib import Path

from msgspec import Struct

from assay.dossier.documents import as_written, bytes_of, read_document
from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Profile


class Document(Struct, frozen=True):
    """A document: its words by page, and the characters of its file where it is plain text."""

    text: Text
    raw: str | None

    def written(self, span: Span) -> str:
        """Return a run of the words as the file has it: unchanged in plain text, else as it is read."""
        place = self.text.raw(span)
        return self.text.body[span.start : span.end] if self.raw is None else self.raw[place.start : place.end]


def read(path: Path) -> Document:
    """Read a document that is in no dossier.

    Raises:
        DossierError: it cannot be read.
    """
    data = bytes_of(path)
    text = read_document(path, data, Profile(path.name))
    return Document(text, as_written(text, data))
