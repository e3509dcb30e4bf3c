"""The index file: its tables, and whether it is one that this assay made and can trust.

Everything in it can be made anew from the documents, so whatever is wrong with it, it is thrown away.
"""

import contextlib
import hashlib
import secrets
import sqlite3
import unicodedata
from pathlib import Path

from msgspec import Struct

from assay.library.index.code import code_of

FORMAT = 1
"""Of the tables. Raise it when they change."""
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, position INTEGER, stamp TEXT, sha256 TEXT, problem TEXT,
    words_key TEXT, works_key TEXT, voices_key TEXT, first INTEGER, last INTEGER, skeleton BLOB);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, document INTEGER, at INTEGER, length INTEGER, words BLOB, pieces BLOB, aside BLOB);
CREATE INDEX passage_at ON passage (document, at);
CREATE VIRTUAL TABLE term USING fts5 (words, content='', columnsize=0, tokenize='ascii');
CREATE TABLE page (
    document INTEGER, at INTEGER, end INTEGER, edition TEXT, label TEXT, last TEXT, series TEXT, low INTEGER,
    high INTEGER);
CREATE INDEX page_at ON page (document, at);
CREATE INDEX page_number ON page (series, low);
CREATE INDEX page_label ON page (label);
CREATE TABLE run (document INTEGER, work TEXT, start INTEGER, end INTEGER);
CREATE INDEX run_document ON run (document);
CREATE INDEX run_work ON run (work);
CREATE TABLE voice (
    id INTEGER PRIMARY KEY, document INTEGER, start INTEGER, end INTEGER, depth INTEGER, parent INTEGER,
    single INTEGER, margin REAL, damage TEXT, kind TEXT, kind_rule TEXT, speaker TEXT, speaker_id TEXT, class TEXT,
    speaker_rule TEXT, setting TEXT);
CREATE INDEX voice_document ON voice (document);
CREATE INDEX voice_speaker ON voice (speaker_id);
CREATE TABLE heard (passage INTEGER, voice INTEGER, PRIMARY KEY (passage, voice)) WITHOUT ROWID;
CREATE INDEX heard_voice ON heard (voice);
"""
_TOGETHER = 32 << 20  # bytes of new words that are sorted in memory before they are merged with those on disk
_CACHE = 64 << 10  # KiB


class Opened(Struct, frozen=True):
    """An index, and what has to be said about it."""

    connection: sqlite3.Connection
    notice: str = ""


def open_index(path: Path, owner: str) -> Opened:
    """Open the index, or make it; what is damaged, or was made by another assay or by somebody else, is made anew.

    `owner` is known to this user's assay alone: an index that comes with somebody's dossier could say anything.

    Raises:
        OSError, sqlite3.Error: it can neither be opened nor made.
    """
    notice = ""
    if path.exists() and path.stat().st_size:
        connection = _connect(path)
        notice = _objection(connection, owner)
        if not notice:
            return Opened(connection)
        connection.close()
        discard_index(path)
    connection = _connect(path)
    with contextlib.ExitStack() as stack:
        stack.callback(connection.close)
        _make(connection, owner)
        stack.pop_all()
    return Opened(connection, notice)


def discard_index(path: Path) -> None:
    """Delete an index."""
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        name.unlink(missing_ok=True)


def new_owner() -> str:
    """Draw what nobody else can know."""
    return secrets.token_hex(16)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10, isolation_level=None)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    return connection


def _objection(connection: sqlite3.Connection, owner: str) -> str:
    """Say why an index cannot be used, if so."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        known = dict(connection.execute("SELECT key, value FROM about"))
        if known.get("format") != _format():
            return "the index was made by another version of assay: it is made anew"
        if known.get("owner") != owner or known.get("tables") != _tables_of(connection):
            return "the index was not made here: it is made anew"
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise
        return "the index is none that assay made: it is made anew"
    except sqlite3.DatabaseError:
        return "the index is damaged: it is made anew"
    return ""


def _make(connection: sqlite3.Connection, owner: str) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}")
    connection.execute("INSERT INTO term (term, rank) VALUES ('hashsize', ?)", (_TOGETHER,))
    about = {"format": _format(), "owner": owner, "tables": _tables_of(connection)}
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    connection.execute("COMMIT")


def _format() -> str:
    """Name the format of the tables, and of the words in them: words are taken out of an index as they were put in."""
    words = code_of("library/index/words.py", "library/index/passages.py", "quotation/fold.py")
    return f"{FORMAT} {unicodedata.unidata_version} {words}"


def _tables_of(connection: sqlite3.Connection) -> str:
    """Hash what the file says that its tables are: nothing may have been added that runs by itself."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return hashlib.sha256(repr(rows).encode(errors="replace")).hexdigest()
