"""Which code read a document: when it changes, what it read is read again."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
SOURCES = ("sources", "model/text.py", "model/locators.py")
"""What turns a file into its words and pages."""
VOICES = ("voices", "model/voices.py")
"""What tells who speaks."""


@cache
def code_of(*parts: str) -> str:
    """Hash some of the program's own files, by their path within it.

    A number to be raised by hand would be forgotten some day; this cannot be. Where a program comes without its
    source, its version stands for it.
    """
    seen = hashlib.sha256()
    for part in parts:
        path = _ROOT / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            if file.is_file():
                seen.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
            else:
                seen.update(version("assay").encode())
    return seen.hexdigest()[:16]
