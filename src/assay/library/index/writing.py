"""Documents into the index, and out of it. Each of these is called within a transaction of the caller's."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import structs

from assay.library.index.passages import Passage, passages
from assay.library.index.words import folded
from assay.library.index.works import Run
from assay.model.locators import ordinal
from assay.model.text import Text
from assay.model.voices import Voice


def put_words(connection: sqlite3.Connection, document: int, text: Text) -> None:
    """Put in a text's words and pages, in the place of those that it had before."""
    take_words(connection, document)
    (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM passage").fetchone()
    last = first - 1
    for last, passage in enumerate(passages(text), first):
        connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)", _passage_row(last, document, passage))
        connection.execute("INSERT INTO term (rowid, words) VALUES (?, ?)", (last, folded(passage.words)))
    connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _page_rows(document, text))
    skeleton = msgspec.msgpack.encode(structs.replace(text, body="", asides=()))
    connection.execute(
        "UPDATE document SET first = ?, last = ?, skeleton = ? WHERE id = ?", (first, last, skeleton, document)
    )


def take_words(connection: sqlite3.Connection, document: int) -> None:
    """Take out a document's words and pages, and who speaks in them."""
    take_voices(connection, document)
    rows = connection.execute("SELECT id, words FROM passage WHERE document = ?", (document,))
    while some := rows.fetchmany(1000):
        # An index that holds no words of its own is told which ones to forget.
        gone = ((id_, folded(words.decode("utf-8", "surrogatepass"))) for id_, words in some)
        connection.executemany("INSERT INTO term (term, rowid, words) VALUES ('delete', ?, ?)", gone)
    for table in ("passage", "page", "run"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608 - our own names


def take_document(connection: sqlite3.Connection, document: int) -> None:
    """Take a document out."""
    take_words(connection, document)
    connection.execute("DELETE FROM document WHERE id = ?", (document,))


def put_works(connection: sqlite3.Connection, document: int, found: Iterable[Run]) -> None:
    """Put in which works stand where, in the place of what was said before."""
    connection.execute("DELETE FROM run WHERE document = ?", (document,))
    rows = ((document, run.work, run.start, run.end) for run in found)
    connection.executemany("INSERT INTO run VALUES (?, ?, ?, ?)", rows)


def take_voices(connection: sqlite3.Connection, document: int) -> None:
    """Take out who speaks in a document."""
    connection.execute("DELETE FROM heard WHERE voice IN (SELECT id FROM voice WHERE document = ?)", (document,))
    connection.execute("DELETE FROM voice WHERE document = ?", (document,))


def put_voices(connection: sqlite3.Connection, document: int, heard: Sequence[Voice]) -> None:
    """Put in who speaks where, in the place of what was said before. The voices are in the order of the text."""
    take_voices(connection, document)
    (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM voice").fetchone()
    rows = (_voice_row(first, number, document, voice) for number, voice in enumerate(heard))
    connection.executemany("INSERT INTO voice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO heard SELECT p.id, ? FROM passage p"
        " WHERE p.document = ? AND p.aside IS NULL AND p.at >= ? AND p.at < ?",
        _reaches(connection, document, first, heard),
    )


def _reaches(
    connection: sqlite3.Connection, document: int, first: int, heard: Sequence[Voice]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield for each voice from where to where the passages begin in which it is heard."""
    begins = [at for (at,) in connection.execute(_BEGINS, (document,))]
    now = 0
    for id_, voice in enumerate(heard, first):
        while now + 1 < len(begins) and begins[now + 1] <= voice.quoted.span.start:
            now += 1
        if begins:
            yield id_, document, begins[now], max(voice.quoted.span.end, begins[now] + 1)


_BEGINS = "SELECT at FROM passage WHERE document = ? AND aside IS NULL ORDER BY at"


def _passage_row(id_: int, document: int, passage: Passage) -> tuple[object, ...]:
    words = passage.words.encode("utf-8", "surrogatepass")
    pieces = msgspec.msgpack.encode(passage.pieces)
    aside = None if passage.aside is None else msgspec.msgpack.encode((passage.offset, *_aside_place(passage)))
    return id_, document, passage.at, passage.length, words, pieces, aside


def _aside_place(passage: Passage) -> tuple[int, int, int]:
    """Return where an aside stands in the file, and how many characters its words have."""
    assert passage.aside is not None
    return passage.aside.raw.start, passage.aside.raw.end, len(passage.aside.words)


def _page_rows(document: int, text: Text) -> Iterator[tuple[object, ...]]:
    """Yield a row for each label of each page, with its place in the series of labels, to be found by number."""
    for page in text.pages:
        for label in page.labels:
            low = ordinal(label.first)
            high = low if label.last is None else ordinal(label.last)
            series, first, last = (low[0], low[1], high[1]) if low is not None and high is not None else (None,) * 3
            yield document, page.at, page.end, label.edition, label.first, label.last, series, first, last


def _voice_row(first: int, number: int, document: int, voice: Voice) -> tuple[object, ...]:
    quoted = voice.quoted
    return (
        first + number,
        document,
        quoted.span.start,
        quoted.span.end,
        quoted.depth,
        quoted.parent,
        quoted.single,
        quoted.margin,
        quoted.damage,
        voice.kind,
        voice.kind_rule,
        None if voice.speaker is None else _storable(voice.speaker),
        voice.speaker_id,
        voice.certainty,
        voice.speaker_rule,
        quoted.setting,
    )


def _storable(words: str) -> str:
    """Write a name so that any file can hold it, though it came from bytes that are no text."""
    return words.encode("utf-8", "replace").decode()
