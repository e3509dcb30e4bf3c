"""What the tests ask of an index: brought up to date, searched, and all of it as values that can be compared."""

import sqlite3
from pathlib import Path
from typing import Any

from assay.dossier import Dossier, open_dossier
from assay.dossier.indexing import carry_out, use_index
from assay.dossier.naming import resolved
from assay.dossier.staleness import Task, plan_update
from assay.library.index import parse_query, search
from assay.model.search import Found

_VOICE = "v.start, v.end, v.depth, v.parent, v.margin, v.damage, v.kind, v.speaker, v.speaker_id, v.class, v.setting"
_TABLES = (
    "SELECT d.path, p.at, p.length, p.words, p.pieces, p.aside FROM passage p JOIN document d ON d.id = p.document",
    "SELECT d.path, g.at, g.end, g.edition, g.label, g.last FROM page g JOIN document d ON d.id = g.document",
    "SELECT d.path, r.work, r.start, r.end FROM run r JOIN document d ON d.id = r.document",
    f"SELECT d.path, {_VOICE} FROM voice v JOIN document d ON d.id = v.document",
    """SELECT d.path, p.at, v.start, v.end FROM heard h JOIN voice v ON v.id = h.voice
    JOIN passage p ON p.id = h.passage JOIN document d ON d.id = p.document AND d.id = v.document""",
    """SELECT d.path, p.at, p.aside, t.term, t.offset FROM temp.terms t JOIN passage p ON p.id = t.doc
    JOIN document d ON d.id = p.document""",
    "SELECT path, position, sha256, problem, words_key, works_key, voices_key FROM document",
    "SELECT count(*) FROM heard",
    "SELECT count(*) FROM temp.terms",
)


def update(dossier: Dossier) -> list[Task]:
    """Bring the index up to date, and return what was done."""
    return use_index(dossier, lambda index: [*carry_out(dossier, index, plan_update(dossier, index))], print)


def looked_up(root: Path, typed: str, limit: int = 1000) -> Found:
    """Search as the command does."""
    dossier = open_dossier(root)
    sought = resolved(parse_query(typed), dossier)

    def look(index: sqlite3.Connection) -> Found:
        list(carry_out(dossier, index, plan_update(dossier, index)))
        return search(index, sought, limit)

    return use_index(dossier, look, print)


def contents(dossier: Dossier) -> list[list[Any]]:
    """Return all that an index holds, without its own numbers."""

    def dumped(index: sqlite3.Connection) -> list[list[Any]]:
        index.execute("INSERT INTO term (term) VALUES ('integrity-check')")
        index.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'term', 'instance')")
        return [sorted(index.execute(table), key=repr) for table in _TABLES]

    return use_index(dossier, dumped, print)


def from_scratch(dossier: Dossier) -> list[list[Any]]:
    """Delete the index, make it anew, and return what it holds."""
    for path in (dossier.root / ".assay").glob("index.db*"):
        path.unlink()
    update(open_dossier(dossier.root))
    return contents(dossier)
