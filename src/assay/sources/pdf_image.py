"""A PDF's page as a picture, drawn in a process of its own, as its words are read (see `pdf_apart`)."""

import struct
import subprocess
import sys
import zlib

import msgspec
from msgspec import Struct

from assay.sources.errors import UnreadableError
from assay.sources.limits import LIMITS, Limits
from assay.sources.pdf_apart import bound, surroundings

_COMMAND = (sys.executable, "-P", "-c", "from assay.sources.pdf_image import main; main()")
_SECONDS = 20
_WIDE = 1400
"""Pixels across: sharp beside the words on a large screen."""
_MOST = 4000  # pixels down, of a page as long as a scroll
_PNG = b"\x89PNG\r\n\x1a\n"


class _Asked(Struct, frozen=True, array_like=True):
    limits: Limits
    page: int
    data: bytes


def page_image(data: bytes, page: int, limits: Limits = LIMITS) -> bytes:
    """Draw a page of a PDF, 0 being the first, as a PNG.

    Raises:
        UnreadableError: it cannot be drawn, or not within bounds of time and memory.
    """
    asked = msgspec.msgpack.encode(_Asked(limits, page, data))
    try:
        # The command is ours, and the document is handed over as bytes.
        done = subprocess.run(  # noqa: S603
            _COMMAND, input=asked, capture_output=True, timeout=_SECONDS, check=False, env=surroundings()
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"takes more than {_SECONDS} seconds to draw", "read its words instead") from None
    if done.returncode or not done.stdout.startswith(_PNG):
        raise UnreadableError("cannot be drawn: it is damaged, or too large", "read its words instead")
    return done.stdout


def main() -> None:
    """Draw the page that is asked for."""
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Asked)
    bound(asked.limits, len(asked.data))
    import pypdfium2  # noqa: PLC0415 - only in this process, once it is bounded

    page = pypdfium2.PdfDocument(asked.data)[asked.page]
    width, height = page.get_size()
    scale = min(_WIDE / max(width, 1), _MOST / max(height, 1))
    drawn = page.render(scale=scale, grayscale=False, rev_byteorder=True, prefer_bgrx=False)
    sys.stdout.buffer.write(png(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, drawn.n_channels))


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Write pixels as a PNG (ISO/IEC 15948): rows of bytes, one to four channels."""
    kinds = {1: 0, 3: 2, 4: 6}
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + width * channels] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, kinds[channels], 0, 0, 0)
    return _PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
