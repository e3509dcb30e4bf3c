"""What was parsed before, so that unchanged casebook files need not be parsed again.

SQLite in the user's own cache folder: a dossier that somebody sends cannot bring it along. Deleted at will, and
rebuilt; what cannot be read from it, or written to it, is done without.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from assay.casebook import Parsed, parse_text

_VERSION = 3  # of what is stored; raise it when the model's values change
_MOST_KEPT = 2000  # files
_WORTH_KEEPING = 1 << 18
"""A casebook of fewer characters is parsed faster than a cache is opened."""


def parsed_files(texts: Mapping[str, str]) -> dict[str, Parsed]:
    """Parse every casebook file, from the cache where the same text was parsed before."""
    if sum(map(len, texts.values())) < _WORTH_KEEPING:
        return {path: parse_text(text) for path, text in texts.items()}
    with _opened() as cache:
        found: dict[str, Parsed] = {}
        for path, text in texts.items():
            key = hashlib.sha256(f"{_VERSION} {msgspec.__version__}\0{text}".encode(errors="surrogatepass")).digest()
            parsed = _load(cache, key)
            if parsed is None:
                parsed = parse_text(text)
                _keep(cache, key, parsed)
            found[path] = parsed
        return found


@contextlib.contextmanager
def _opened() -> Iterator[sqlite3.Connection | None]:
    """Open the cache, or yield None where it cannot be used."""
    with contextlib.ExitStack() as stack:
        connection: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            opened = sqlite3.connect(cache_folder() / "parsed.db", timeout=5)
            stack.callback(opened.close)
            opened.execute("PRAGMA journal_mode=WAL")
            opened.execute("CREATE TABLE IF NOT EXISTS parsed (key BLOB PRIMARY KEY, entries BLOB)")
            connection = opened
        yield connection


def _load(cache: sqlite3.Connection | None, key: bytes) -> Parsed | None:
    if cache is None:
        return None
    try:
        row = cache.execute("SELECT entries FROM parsed WHERE key = ?", (key,)).fetchone()
        return None if row is None else msgspec.msgpack.decode(row[0], type=Parsed)
    except (sqlite3.Error, msgspec.MsgspecError):
        return None


def _keep(cache: sqlite3.Connection | None, key: bytes, parsed: Parsed) -> None:
    if cache is None:
        return
    # What cannot be stored (a byte that is no UTF-8, a day too far off) is parsed again next time.
    with contextlib.suppress(sqlite3.Error, ValueError, OverflowError), cache:
        cache.execute("INSERT OR REPLACE INTO parsed VALUES (?, ?)", (key, msgspec.msgpack.encode(parsed)))
        cache.execute("DELETE FROM parsed WHERE rowid <= (SELECT max(rowid) FROM parsed) - ?", (_MOST_KEPT,))


def cache_folder() -> Path:
    """Return the user's cache folder, made if need be.

    Raises:
        OSError: it cannot be made.
    """
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    folder = Path(base) / "assay"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
