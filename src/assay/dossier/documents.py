"""A document on disk, read as its profile says, or refused in one sentence with its name."""

from pathlib import Path

from assay.dossier.errors import DossierError
from assay.model.text import Text
from assay.sources import Profile, ProfileError, UndecodableError, UnreadableError, decode, read_source

LARGEST_SOURCE = 1 << 30
"""Bytes. A larger file is refused: nobody's memoirs are that long."""


def bytes_of(file: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        DossierError: it is no file, cannot be read, or is larger than a document can be.
    """
    try:
        if file.exists() and not file.is_file():
            raise DossierError(f"{file} is no file", "name the document itself")
        if file.stat().st_size > LARGEST_SOURCE:
            raise DossierError(f"{file.name} has more than {LARGEST_SOURCE >> 20} MiB", "divide it")
        return file.read_bytes()
    except OSError as error:
        raise DossierError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None


def read_document(file: Path, data: bytes, profile: Profile) -> Text:
    """Read a document's bytes into its words.

    Raises:
        DossierError: it cannot be read, or not as the profile says.
    """
    try:
        return read_source(data, profile)
    except UndecodableError as error:
        raise DossierError(f"{file.name}: {error}", error.help) from None
    except UnreadableError as error:
        raise DossierError(f"{file.name} {error}", error.help) from None
    except ProfileError as error:
        raise DossierError(f"{file.name} has a profile that cannot be used: {error}", "mend dossier.toml") from None


def as_written(text: Text, data: bytes) -> str | None:
    """Return the characters of a plain text's file; in other formats they are not what a reader sees."""
    return decode(data, text.encoding) if text.format == "plain" else None
