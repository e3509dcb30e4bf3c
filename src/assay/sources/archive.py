"""Documents that are archives of files (DOCX, EPUB), opened within bounds. Nothing is unpacked to disk."""

import io
import zipfile
import zlib

from assay.sources.errors import UnreadableError
from assay.sources.limits import Limits

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_SMALL = 1 << 20
"""Bytes that a file may always come to, however well it is packed."""
_WHOLE = "get it anew, whole"


_OTHERS = {
    "content.xml": ("is an OpenDocument file, which cannot be read", "save it as .docx"),
    "xl/workbook.xml": ("is a spreadsheet, which cannot be read", "save it as plain text or PDF"),
    "ppt/presentation.xml": ("is a set of slides, which cannot be read", "save it as PDF"),
}


class Archive:
    """The files of an archive, by name."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open an archive.

        Raises:
            UnreadableError: it is cut off or damaged, or holds too many files, or two of one name.
        """
        if data.count(_ENTRY) > limits.members:  # before its directory is read
            raise UnreadableError(f"is an archive of more than {limits.members} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise UnreadableError("is damaged or cut off: it cannot be opened as an archive", _WHOLE) from None
        self._limits = limits
        self._left = limits.unpacked
        self._members = {member.filename: member for member in self._zip.infolist()}
        if len(self._members) < len(self._zip.infolist()):
            raise UnreadableError("is an archive with two files of one name", _WHOLE)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UnreadableError: there is no such file, or it is encrypted or damaged, or unpacks to too much.
        """
        member = self._members.get(name)
        if member is None:
            raise UnreadableError(f"lacks a file that it must have, {name}", _WHOLE)
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableError(f"is encrypted: {name} asks for a password", "save a copy without one")
        most = min(self._left, max(_SMALL, member.compress_size * self._limits.ratio))
        try:
            with self._zip.open(member) as file:
                data = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise UnreadableError(f"is damaged: {name} cannot be unpacked", _WHOLE) from None
        if len(data) > most:
            raise UnreadableError(f"unpacks to far more than it is: {name} has more than {most} bytes")
        self._left -= len(data)
        return data


def what_else(archive: Archive) -> tuple[str, str]:
    """Say what an archive is that is neither DOCX nor EPUB, and what to do about it."""
    otherwise = ("is an archive, but neither DOCX nor EPUB", "unpack it, and add what is in it")
    return next((said for name, said in _OTHERS.items() if name in archive), otherwise)
