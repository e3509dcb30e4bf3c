"""PDFs are read in a process of their own, with bounds on its time and memory.

PDFium unpacks what a page asks it to, before anybody can see how much that is, and like every large reader of a large
format it has broken on files that were made to break it. What happens to it must not happen to us.
"""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from assay.sources.errors import UnreadableError
from assay.sources.limits import Limits
from assay.sources.pdf_pages import PdfPages, pages_of

_COMMAND = (
    sys.executable,
    "-P",
    "-c",
    "from assay.sources.pdf_apart import main; main()",
)  # -P: import nothing from here
_WITHOUT = "get it from elsewhere, or print it to a new PDF"


class _Asked(Struct, frozen=True, array_like=True):
    limits: Limits
    data: bytes


class _Refused(Struct, frozen=True, array_like=True, tag=True):
    message: str
    help: str


class _Read(Struct, frozen=True, array_like=True, tag=True):
    pages: PdfPages


def pages_apart(data: bytes, limits: Limits) -> PdfPages:
    """Read the words of a PDF's pages in another process.

    Raises:
        UnreadableError: it is encrypted or damaged, or takes more time or memory than a document may.
    """
    asked = msgspec.msgpack.encode(_Asked(limits, data))
    try:
        # The command is ours, and the document is handed over as bytes.
        done = subprocess.run(  # noqa: S603
            _COMMAND, input=asked, capture_output=True, timeout=limits.seconds, check=False, env=surroundings()
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"takes more than {limits.seconds} seconds to read", _WITHOUT) from None
    if done.returncode:
        raise UnreadableError("breaks what reads PDFs: it is damaged, or asks for more memory than there is", _WITHOUT)
    answer: _Refused | _Read = msgspec.msgpack.decode(done.stdout, type=_Refused | _Read)
    if isinstance(answer, _Refused):
        raise UnreadableError(answer.message, answer.help)
    return answer.pages


def surroundings() -> dict[str, str]:
    """Let the other process find the assay that this one is."""
    ours = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))}


def main() -> None:
    """Read the PDF that comes in, and write out its pages or why it cannot be read."""
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Asked)
    bound(asked.limits, len(asked.data))
    try:
        answer: _Refused | _Read = _Read(pages_of(asked.data, asked.limits))
    except UnreadableError as error:
        answer = _Refused(str(error), error.help)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def bound(limits: Limits, size: int) -> None:
    """Let this process take no more memory and time than that; where a system cannot, the time is still bounded."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        most = limits.memory + 3 * size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
