"""Bytes into characters, without guessing."""

import codecs
import hashlib


class UndecodableError(Exception):
    """The bytes are not in the encoding that the dossier states, or that is assumed."""


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 by which a document is known to be unchanged."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """Decode a document; line ends and byte order marks stay characters, so that offsets are those of the file.

    Raises:
        UndecodableError: a byte does not fit, with its place.
    """
    try:
        codec = codecs.lookup(encoding)
        if not codec._is_text_encoding:  # noqa: SLF001 - how the standard library tells text from bytes codecs
            raise UndecodableError(f"{encoding} is no encoding of text")
        return codec.decode(data)[0]
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            line = data.count(b"\n", 0, error.start) + 1
            raise UndecodableError(f"line {line} is not in {encoding} (byte {error.start})") from None
        if isinstance(error, UnicodeError):
            raise UndecodableError(f"it is not in {encoding}: {error}") from None
        raise UndecodableError(f"{encoding} is no encoding that is known") from None
