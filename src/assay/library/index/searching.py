"""From a query to hits: where the words stand, in which work, on which page, and who speaks."""

import itertools
import json
import sqlite3
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from assay.library.index.candidates import Places, candidates, places_of
from assay.library.index.matching import Place, places
from assay.model.location import Span
from assay.model.search import Found, Hit, Query, Sought, Speaker
from assay.model.text import PageLabel, Piece, Text

_COUNTED = 5000
"""Passages behind the first hits that are looked through, to say how many more there are."""
_AROUND = 200  # characters


class _Quotation(Struct, frozen=True):
    """A quoted span of somebody's words."""

    start: int
    end: int
    speaker: Speaker


class _Passage(Struct, frozen=True):
    """A passage as the index holds it, with who is quoted in it, outer quotations first."""

    document: int
    file: str
    at: int
    length: int
    words: str
    pieces: bytes
    aside: bytes | None
    quotations: tuple[_Quotation, ...]

    def quoted(self, span: Span) -> tuple[Speaker, ...]:
        """Name whose words a run of the passage is, from the outermost quotation to the innermost."""
        start, end = self.at + span.start, self.at + span.end
        return tuple(found.speaker for found in self.quotations if found.start <= start and end <= found.end)


def search(connection: sqlite3.Connection, sought: Sought, limit: int) -> Found:
    """Look words up. The hits come in the order of the dossier's documents and of their pages."""
    within = places_of(connection, sought)
    if sought.query is None:
        return _all_said(connection, sought, within, limit)
    ids = candidates(connection, sought.query, sought.said_by, within)
    shown: list[Hit] = []
    further, behind = 0, 0
    for id_ in ids:
        passage = _passage(connection, id_)
        for place in _met(passage, sought, sought.query, within):
            if len(shown) < limit:
                shown.append(_hit(connection, passage, place))
            else:
                further += 1
        behind += len(shown) >= limit
        if behind > _COUNTED:
            return Found(tuple(shown), further, exact=False)
    return Found(tuple(shown), further)


def _all_said(connection: sqlite3.Connection, sought: Sought, within: Places | None, limit: int) -> Found:
    """List the quotations of somebody's words; of one that runs on into a further passage, its beginning."""
    rows = connection.execute(
        "SELECT v.document, v.start, v.end,"
        " (SELECT p.id FROM passage p WHERE p.document = v.document AND p.aside IS NULL AND p.at <= v.start"
        " ORDER BY p.at DESC LIMIT 1)"
        " FROM voice v JOIN document d ON d.id = v.document WHERE v.kind IN ('speech', 'mixed')"
        " AND v.speaker_id IN (SELECT value FROM json_each(?)) ORDER BY d.position, v.start",
        (json.dumps(sought.said_by),),
    )
    kept = [
        (passage, start, end)
        for document, start, end, passage in rows
        if passage is not None
        and (within is None or any(start < run.end and end > run.start for run in within.get(document, ())))
    ]
    return Found(tuple(_said(connection, *row) for row in kept[:limit]), max(0, len(kept) - limit))


def _said(connection: sqlite3.Connection, id_: int, start: int, end: int) -> Hit:
    passage = _passage(connection, id_)
    span = Span(start - passage.at, min(end - passage.at, len(passage.words)))
    return _hit(connection, passage, Place(span.end, span.start, (span,)))


def _met(passage: _Passage, sought: Sought, query: Query, within: Places | None) -> Iterator[Place]:
    """Find the passage's hits; those that begin behind its own words are hits of the next one."""
    spans = within.get(passage.document, ()) if within is not None else ()

    def keep(span: Span) -> bool:
        start, end = (passage.at, passage.at + 1) if passage.aside else (passage.at + span.start, passage.at + span.end)
        if within is not None and not any(start < place.end and end > place.start for place in spans):
            return False
        speakers = passage.quoted(span)
        return not sought.said_by or bool(speakers and speakers[-1].id in sought.said_by)

    return (place for place in places(query, passage.words, keep) if place.start < passage.length)


def _passage(connection: sqlite3.Connection, id_: int) -> _Passage:
    row = connection.execute(
        "SELECT p.document, d.path, p.at, p.length, p.words, p.pieces, p.aside"
        " FROM passage p JOIN document d ON d.id = p.document WHERE p.id = ?",
        (id_,),
    ).fetchone()
    heard = connection.execute(
        "SELECT v.start, v.end, v.speaker, v.speaker_id, v.class FROM heard h JOIN voice v ON v.id = h.voice"
        " WHERE h.passage = ? AND v.kind IN ('speech', 'mixed') ORDER BY v.id",
        (id_,),
    )
    quotations = tuple(_Quotation(start, end, Speaker(*who)) for start, end, *who in heard)
    document, file, at, length, words, pieces, aside = row
    return _Passage(document, file, at, length, words.decode("utf-8", "surrogatepass"), pieces, aside, quotations)


def _hit(connection: sqlite3.Connection, passage: _Passage, place: Place) -> Hit:
    last = 0 if passage.aside else place.end - 1
    first_page = _page(connection, passage.document, passage.at + (0 if passage.aside else place.start))
    last_page = _page(connection, passage.document, passage.at + last)
    speakers = [passage.quoted(mark) for mark in place.marks]
    return Hit(
        file=passage.file,
        work=_work(connection, passage.document, passage.at + (0 if passage.aside else place.start)),
        edition=first_page.edition if first_page is not None else "",
        page=first_page.first if first_page is not None else None,
        page_end=last_page.first if last_page is not None else None,
        locator=_locator(first_page, last_page),
        raw=_raw(passage, place),
        text=passage.words[place.start : place.end],
        marks=tuple(Span(mark.start - place.start, mark.end - place.start) for mark in place.marks),
        before=passage.words[max(0, place.start - _AROUND) : place.start],
        after=passage.words[place.end : place.end + _AROUND],
        quoted=_common(speakers),
        is_aside=passage.aside is not None,
    )


def _common(speakers: Sequence[tuple[Speaker, ...]]) -> tuple[Speaker, ...]:
    """Name who speaks in all of the searched words."""
    together = zip(*speakers, strict=False)
    return tuple(same[0] for same in itertools.takewhile(lambda some: len(set(some)) == 1, together))


def _raw(passage: _Passage, place: Place) -> Span:
    """Lead back to the document as it was received."""
    if passage.aside is None:
        pieces = msgspec.msgpack.decode(passage.pieces, type=tuple[Piece, ...])
        return Text("", "", pieces).raw(Span(passage.at + place.start, passage.at + place.end))
    offset, start, end, length = msgspec.msgpack.decode(passage.aside, type=tuple[int, int, int, int])
    # A comment stands between two braces; where there is more around its words, only the whole of it has a place.
    marks = {length: 0, length + 2: 1}.get(end - start)
    if marks is None:
        return Span(start, end)
    return Span(start + marks + offset + place.start, start + marks + offset + place.end)


def _locator(first: PageLabel | None, last: PageLabel | None) -> str:
    """Write the pages on which words stand: a range where they run over a page, or where the marks skip pages."""
    if first is None or last is None:
        return ""
    if first == last:
        return str(first)
    pages = str(PageLabel(first.edition, first.first, last.last or last.first))
    return pages if last.last is not None else f"{pages} or later"


def _page(connection: sqlite3.Connection, document: int, at: int) -> PageLabel | None:
    """Return the page on which a character stands, as the document labels it."""
    row = connection.execute(
        "SELECT edition, label, last, end FROM page WHERE document = ? AND at <= ? ORDER BY at DESC, rowid LIMIT 1",
        (document, at),
    ).fetchone()
    return PageLabel(*row[:3]) if row is not None and at < row[3] else None


def _work(connection: sqlite3.Connection, document: int, at: int) -> str | None:
    """Return the work whose words stand there: the narrowest, where one contains another."""
    row = connection.execute(
        "SELECT work FROM run WHERE document = ? AND start <= ? AND end > ? ORDER BY end - start, work LIMIT 1",
        (document, at, at),
    ).fetchone()
    return None if row is None else str(row[0])
