"""What kind of document a file is: by what is in it first, by its name second."""

import re
from pathlib import PurePosixPath

from assay.sources.errors import UnreadableError

FORMATS = {
    "plain": "plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "tei": "TEI XML",
    "pdf": "PDF",
    "docx": "DOCX",
    "epub": "EPUB",
    "alto": "ALTO XML",
    "hocr": "hOCR",
}
"""The formats that can be read, and what people call them."""
_BINARY = {"pdf", "docx", "epub"}
_BY_SUFFIX = {
    ".txt": "plain", ".text": "plain", "": "plain",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".hocr": "hocr",
    ".xml": "xml", ".tei": "tei",
    ".pdf": "pdf", ".docx": "docx", ".epub": "epub",
}  # fmt: skip
_ROOTS = {"TEI": "tei", "TEI.2": "tei", "teiCorpus": "tei", "alto": "alto", "html": "html"}
_OTHERS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("is an old Word document, or one with a password", "save it as .docx"),
    b"{\\rtf": ("is RTF, which cannot be read", "save it as .docx or as plain text"),
    b"\x89PNG": ("is a picture", "have its words recognised, as hOCR or ALTO"),
    b"\xff\xd8\xff": ("is a picture", "have its words recognised, as hOCR or ALTO"),
    b"II*\0": ("is a picture", "have its words recognised, as hOCR or ALTO"),
    b"MM\0*": ("is a picture", "have its words recognised, as hOCR or ALTO"),
    b"AT&TFORM": ("is DjVu, which cannot be read", "save it as PDF, or its words as hOCR"),
    b"\x1f\x8b": ("is compressed", "unpack it"),
    b"7z\xbc\xaf": ("is an archive", "unpack it, and add what is in it"),
    b"Rar!": ("is an archive", "unpack it, and add what is in it"),
}
_HEAD = 1024
_PROLOGUE = re.compile(
    r"[\s\ufeff]+|<\?.{0,10000}?\?>|<!--.{0,100000}?-->|<!DOCTYPE[^\[>]{0,2000}(?:\[[^\]]*+\]\s*)?>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")


def binary_format(data: bytes, path: str) -> str | None:
    """Say which format of bytes a file is in: `pdf`, `zip`; None where it is to be read as characters.

    Raises:
        UnreadableError: it is of a kind that cannot be read, or is not what its name says.
    """
    suffix = _suffix(path)
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:_HEAD] and (suffix == ".pdf" or b"startxref" in data[-_HEAD:])):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    for mark, (message, help_) in _OTHERS.items():
        if data.startswith(mark):
            raise UnreadableError(message, help_)
    if _BY_SUFFIX.get(suffix) in _BINARY:
        raise UnreadableError(
            f"is called {suffix}, but is none: its first bytes are others", "get it anew; perhaps it is cut off"
        )
    return None


def text_format(words: str, path: str) -> str:
    """Say which format of characters a decoded file is in.

    Raises:
        UnreadableError: it is no text, or XML of a kind that cannot be read.
    """
    if "\0" in words:  # in UTF-16, where it is no byte
        line = words.count("\n", 0, words.index("\0")) + 1
        raise UnreadableError(f"is no text: line {line} has a null character", "get it anew, or state its encoding")
    suffix = _BY_SUFFIX.get(_suffix(path), "plain")
    root = root_of(words)
    found = _ROOTS.get(root, "html" if root.lower() == "html" else "")
    if found == "html":
        return "hocr" if _is_hocr(words) else "html"
    if found:
        return found
    if suffix == "xml" or (root and words.lstrip("\ufeff \t\r\n").startswith("<?xml")):
        named = f"its first element is <{root}>" if root else "it has no element"
        raise UnreadableError(
            f"is XML, but neither TEI nor ALTO nor XHTML: {named}", "save it as one of them, or as text"
        )
    return suffix


def _is_hocr(words: str) -> bool:
    return "ocr_page" in words and ("ocr_line" in words or "ocrx_word" in words)


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def root_of(document: str) -> str:
    """Return the name of a document's first element, or nothing where it is no XML.

    >>> root_of('<?xml version="1.0"?><!-- x --><!DOCTYPE TEI><tei:TEI>')
    'TEI'
    """
    at = 0
    while (match := _PROLOGUE.match(document, at)) is not None and match.end() > at:
        at = match.end()
    match = _ROOT.match(document, at)
    return match[1].rpartition(":")[2] if match is not None else ""
