"""Bytes into characters, without guessing."""

import codecs
import hashlib
import re

from assay.sources.errors import UndecodableError, UnreadableError
from assay.sources.limits import LIMITS, Limits

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_HEAD = 4096
_XML = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']""")
_HTML = re.compile(rb"""<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9][\w.:-]*)""", re.IGNORECASE)
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}
"""What a page means by the encoding that it declares (WHATWG, Encoding Standard)."""


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 by which a document is known to be unchanged."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """Decode a document; line ends and byte order marks stay characters, so that offsets are those of the file.

    Raises:
        UndecodableError: a byte does not fit, with its place.
    """
    try:
        return _codec(encoding).decode(data)[0]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UndecodableError(f"line {line} is not in {encoding} (byte {error.start})") from None
    except UnicodeError as error:
        raise UndecodableError(f"it is not in {encoding}: {error}") from None
    except ValueError:
        raise UndecodableError(f"{encoding} is no encoding that is known") from None


def _codec(encoding: str) -> codecs.CodecInfo:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise UndecodableError(f"{encoding} is no encoding that is known") from None
    if not codec._is_text_encoding:  # noqa: SLF001 - how the standard library tells text from bytes codecs
        raise UndecodableError(f"{encoding} is no encoding of text")
    return codec


def decoded(data: bytes, stated: str = "", limits: Limits = LIMITS) -> tuple[str, str]:
    """Decode a document in the encoding that is stated, marked at its head or declared in it, else UTF-8.

    Returns:
        Its characters, and the encoding.

    Raises:
        UnreadableError: it does not fit, or it is more than a document may hold.
    """
    encoding = stated or encoding_of(data)
    if len(data) > 4 * limits.characters:
        raise UnreadableError(f"has more than {limits.characters} characters", "divide it")
    words = decode(data, encoding)
    if len(words) > limits.characters:
        raise UnreadableError(f"has more than {limits.characters} characters", "divide it")
    if len(words) > limits.line:
        start = 0
        while len(words) - start > limits.line:
            end = words.rfind("\n", start, start + limits.line + 1) + 1
            if not end:
                raise UnreadableError(f"has a line of more than {limits.line} characters", "break its lines")
            start = end
    return words, encoding


def encoding_of(data: bytes) -> str:
    """Say how a document says that it is encoded: by its byte order mark, or in its head; else UTF-8 is assumed."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    head = data[:_HEAD]
    if (match := _XML.match(head)) is not None:
        return match[1].decode("ascii").lower()
    if head.lstrip()[:1] == b"<" and (match := _HTML.search(head)) is not None:
        name = match[1].decode("ascii").lower()
        try:
            return _AS_BROWSERS_DO.get(codecs.lookup(name).name, name)
        except LookupError:
            return name
    return "utf-8"
