"""Bytes into characters, without guessing."""

import codecs
import hashlib
import re

from assay.sources.errors import UndecodableError, UnreadableError
from assay.sources.limits import LIMITS, Limits

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_NEVER = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))
"""What no document is in: ways of writing a few characters in others, some of them slow without bound."""
_HEAD = 4096
_MOSTLY = 0.6  # of every second byte, where Latin letters take two
_FEW = 4
_LETTER = range(0x20, 0x7F).__contains__
_COMMON = ("cp1252", "cp1251", "mac-roman", "cp437")
_AROUND = 12
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
        message = f"line {line} is not in {encoding} (byte {error.start})"
        raise UndecodableError(message, _readings(data, error.start, encoding)) from None
    except UnicodeError as error:
        raise UndecodableError(f"it is not in {encoding}: {error}") from None
    except ValueError:
        raise UndecodableError(f"{encoding} is no encoding that is known") from None


def _readings(data: bytes, at: int, refused: str) -> str:
    """Show what stands at a byte in each of the common encodings: who knows the language sees which it is."""
    around = data[max(0, at - _AROUND) : at + _AROUND]
    found: list[str] = []
    for encoding in _COMMON:
        said = around.decode(encoding, errors="replace")
        word = next((word for word in said.split() if not word.isascii()), "")
        if encoding != refused and word.isprintable() and word and "\ufffd" not in word:
            found.append(f"in {encoding} it would be “{word}”")
    return "; ".join(found)


def _codec(encoding: str) -> codecs.CodecInfo:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise UndecodableError(f"{encoding} is no encoding that is known") from None
    known = codec._is_text_encoding  # noqa: SLF001 - how the standard library tells text from bytes codecs
    if not known or codec.name.replace("_", "-") in _NEVER:
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
    refuse_binary(data, encoding)
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


def refuse_binary(data: bytes, encoding: str) -> None:
    """Refuse what is no text in any encoding, or in none that gives a null byte no meaning.

    Raises:
        UnreadableError: there is a null byte.
    """
    at = -1 if _codec(encoding).name.startswith(("utf-16", "utf-32")) else data.find(0)
    if at < 0:
        return
    head = data[:_HEAD]
    for name, zeros, letters in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if min(zeros.count(0), sum(map(_LETTER, letters))) > max(_FEW, _MOSTLY * len(zeros)):
            raise UnreadableError(
                f"seems to be in {name}, which it does not say",
                f'--encoding {name}, in dossier.toml encoding = "{name}"',
            )
    line = data.count(b"\n", 0, at) + 1
    raise UnreadableError(
        f"is no text: line {line} has a null byte",
        "what can be read: plain text, Markdown, HTML, TEI, PDF, DOCX, EPUB, ALTO, hOCR",
    )


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
