"""Which passages may hold what is looked for: asked of SQLite, in the order of the dossier's documents."""

import bisect
import json
import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from assay.library.index.passages import LONGEST
from assay.library.library import joined
from assay.model.location import Span
from assay.model.locators import Locator, is_folio, ordinal
from assay.model.search import All, Either, Phrase, Query, Sought, Without

Places = Mapping[int, Sequence[Span]]
"""Runs of the bodies of documents, by the document's number."""


def candidates(
    connection: sqlite3.Connection, query: Query, said_by: Sequence[str], within: Places | None
) -> Sequence[int]:
    """Return the numbers of the passages that have the words, in the places and spoken by whom it says."""
    # The plus keeps SQLite from asking for the words anew in every passage that the filters leave.
    asked = ["SELECT rowid FROM term WHERE term MATCH ?"]
    values: list[object] = [_expression(query)]
    if said_by:
        asked.append(
            "+rowid IN (SELECT h.passage FROM voice v JOIN heard h ON h.voice = v.id WHERE v.speaker_id IN"
            " (SELECT value FROM json_each(?)))"
        )
        values.append(json.dumps(said_by))
    if within is not None:
        _keep_places(connection, within)
        asked.append(
            "+rowid IN (SELECT p.id FROM temp.place JOIN passage p ON p.document = place.document"
            " AND p.at > place.start - ? AND p.at < place.end AND p.at + p.length >= place.start)"
        )
        values.append(2 * LONGEST)
    rows = connection.execute(f"{' AND '.join(asked)} ORDER BY rowid", values)
    found = array("q", (id_ for (id_,) in rows))
    return _in_order(connection, found)


def _in_order(connection: sqlite3.Connection, found: "array[int]") -> Sequence[int]:
    """Put passages into the order of the documents in dossier.toml; those of a document follow one another already."""
    ordered = array("q")
    for first, last in connection.execute("SELECT first, last FROM document WHERE problem = '' ORDER BY position"):
        ordered += found[bisect.bisect_left(found, first) : bisect.bisect_right(found, last)]
    return ordered


def _expression(query: Query) -> str:
    """Write a query for FTS5. Its words are folded, so that there is nothing in them that means anything there."""
    match query:
        case Phrase():
            return f'"{" ".join(query.words)}"{" *" if query.begins else ""}'
        case All():
            return f"({' AND '.join(map(_expression, query.parts))})"
        case Either():
            return f"({' OR '.join(map(_expression, query.parts))})"
        case Without():
            return f"({_expression(query.wanted)} NOT {_expression(query.unwanted)})"
        case _:
            assert_never(query)


def _keep_places(connection: sqlite3.Connection, within: Places) -> None:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS place (document INTEGER, start INTEGER, end INTEGER)")
    connection.execute("DELETE FROM temp.place")
    rows = ((document, span.start, span.end) for document, spans in within.items() for span in spans)
    connection.executemany("INSERT INTO temp.place VALUES (?, ?, ?)", rows)


def places_of(connection: sqlite3.Connection, sought: Sought) -> Places | None:
    """Return the runs of the documents to which works and pages limit a search; None where nothing does."""
    works = _sorted_out(_of_work(connection, work) for work in sought.works) if sought.works else None
    pages = _sorted_out(_of_pages(connection, page) for page in sought.pages) if sought.pages else None
    if works is None or pages is None:
        return works if pages is None else pages
    return {document: _common(works[document], pages[document]) for document in works.keys() & pages.keys()}


def _sorted_out(found: Iterator[Iterator[tuple[int, int, int]]]) -> Places:
    by_document: dict[int, list[Span]] = {}
    for rows in found:
        for document, start, end in rows:
            by_document.setdefault(document, []).append(Span(start, end))
    return {document: joined(spans) for document, spans in by_document.items()}


def _common(some: Sequence[Span], others: Sequence[Span]) -> Sequence[Span]:
    """Intersect two sorted lists of runs."""
    met = (Span(max(a.start, b.start), min(a.end, b.end)) for a in some for b in others)
    return [span for span in met if span.start < span.end]


def _of_work(connection: sqlite3.Connection, work: str) -> Iterator[tuple[int, int, int]]:
    yield from connection.execute("SELECT document, start, end FROM run WHERE work = ?", (work,))


def _of_pages(connection: sqlite3.Connection, locator: Locator) -> Iterator[tuple[int, int, int]]:
    """Find the pages that a locator names, or that may be among them, where marks leave pages out."""
    edition = (locator.edition, locator.edition)
    if locator.first == locator.last:
        asked = "SELECT document, at, end FROM page WHERE label = ? AND (? = '' OR edition = ?)"
        yield from connection.execute(asked, (locator.first, *edition))
    low, high = ordinal(locator.first), ordinal(locator.last)
    if low is not None and high is not None and is_folio(locator.first) == (locator.unit == "folio"):
        asked = (
            "SELECT document, at, end FROM page WHERE series = ? AND low <= ? AND high >= ? AND (? = '' OR edition = ?)"
        )
        yield from connection.execute(asked, (low[0], high[1], low[1], *edition))
