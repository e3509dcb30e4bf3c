"""What the index holds of a document, read back: its words, so that the file need not be read again."""

import sqlite3

import msgspec
from msgspec import Struct, structs

from assay.model.location import Span
from assay.model.text import Text
from assay.model.voices import Quoted, Voice


class Stored(Struct, frozen=True):
    """A document of the index: what it was when it was read, and by which code. `problem`: why it has no words."""

    id: int
    path: str
    position: int
    stamp: str
    sha256: str
    problem: str
    words_key: str
    works_key: str
    voices_key: str


class Totals(Struct, frozen=True):
    """How much an index holds."""

    documents: int
    works: int
    pages: int
    quoted: int
    named: int
    """Quotations whose speaker is named."""


def documents(connection: sqlite3.Connection) -> dict[str, Stored]:
    """Return every document of the index, by its path."""
    rows = connection.execute(f"SELECT {', '.join(Stored.__struct_fields__)} FROM document ORDER BY position")  # noqa: S608
    return {stored.path: stored for stored in (Stored(*row) for row in rows)}


def stored_text(connection: sqlite3.Connection, document: int) -> Text:
    """Read a document's words and pages out of the index."""
    (skeleton,) = connection.execute("SELECT skeleton FROM document WHERE id = ?", (document,)).fetchone()
    parts = connection.execute(
        "SELECT words, length FROM passage WHERE document = ? AND aside IS NULL ORDER BY at", (document,)
    )
    body = "".join(words.decode("utf-8", "surrogatepass")[:length] for words, length in parts)
    return structs.replace(msgspec.msgpack.decode(skeleton, type=Text), body=body)


def voices_within(connection: sqlite3.Connection, document: int, span: Span) -> tuple[Voice, ...]:
    """Return the voices that a run of a document touches, in order."""
    rows = connection.execute(
        "SELECT start, end, depth, margin, single, damage, parent, setting, kind, kind_rule, speaker, speaker_id, "
        " class, speaker_rule FROM voice WHERE document = ? AND start < ? AND end > ? ORDER BY id",
        (document, span.end, span.start),
    )
    return tuple(
        Voice(Quoted(Span(start, end), depth, margin, bool(single), *marks), *heard)
        for start, end, depth, margin, single, *rest in rows
        for marks, heard in [(rest[:3], rest[3:])]
    )


def does_parse(connection: sqlite3.Connection) -> bool:
    """Say whether the sentences of this index's documents are to be parsed, to find who speaks."""
    return ("parsed",) in connection.execute("SELECT value FROM about WHERE key = 'grammar'").fetchall()


def choose_grammar(connection: sqlite3.Connection, *, parsed: bool) -> None:
    """Note whether sentences are to be parsed from now on, or read roughly."""
    chosen = "parsed" if parsed else "rough"
    connection.execute("INSERT OR REPLACE INTO about VALUES ('grammar', ?)", (chosen,))


def totals(connection: sqlite3.Connection) -> Totals:
    """Count what the index holds."""
    (counts,) = connection.execute(
        "SELECT (SELECT count(*) FROM document WHERE problem = ''), (SELECT count(DISTINCT work) FROM run),"
        " (SELECT count(*) FROM (SELECT DISTINCT document, at FROM page)), (SELECT count(*) FROM voice),"
        " (SELECT count(*) FROM voice WHERE speaker IS NOT NULL)"
    )
    return Totals(*counts)
