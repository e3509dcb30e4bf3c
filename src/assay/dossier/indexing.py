"""The index of a dossier, brought up to date: one document after the other, each whole or not at all."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from assay.dossier.cache import cache_folder
from assay.dossier.dossier import Dossier
from assay.dossier.errors import DossierError
from assay.dossier.staleness import Plan, Task
from assay.dossier.writing import index_folder
from assay.library.index import discard_index, new_owner, open_index
from assay.library.index.stored import stored_text
from assay.library.index.works import runs
from assay.library.index.writing import put_voices, put_words, put_works, take_document
from assay.model.collecting import without_collecting
from assay.model.text import Text
from assay.sources import fingerprint
from assay.voices.english import PipelineError
from assay.voices.shares import heard

_T = TypeVar("_T")
_HINDERED = ("locked", "busy", "readonly", "full", "unable to open", "disk i/o", "interrupted")


def use_index(dossier: Dossier, use: Callable[[sqlite3.Connection], _T], tell: Callable[[str], None]) -> _T:
    """Do something with a dossier's index. Where it turns out to be damaged it is made anew, and `use` called again.

    Raises:
        DossierError: it cannot be written, or another assay is writing to it.
    """
    try:
        path = _index_folder(dossier.root) / "index.db"
        try:
            return _used(path, use, tell)
        except (sqlite3.DatabaseError, msgspec.DecodeError, UnicodeDecodeError) as error:
            if _is_hindered(error):
                raise
            tell("the index is damaged: it is made anew")
            discard_index(path)
            return _used(path, use, tell)
    except (OSError, sqlite3.Error) as error:
        raise DossierError(f"the index of {dossier.root} cannot be used: {error}", "it lies in .assay/") from None


def has_index(dossier: Dossier) -> bool:
    """Say whether the dossier's documents were ever read into an index."""
    try:
        return (_index_folder(dossier.root) / "index.db").exists()
    except OSError:
        return False


def _index_folder(root: Path) -> Path:
    """Return where the index lies: in the dossier; for one that cannot be written to, in the user's cache folder."""
    try:
        folder = index_folder(root)
        if os.access(folder, os.W_OK):
            return folder
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
    folder = cache_folder() / "read-only" / fingerprint(str(root.resolve()).encode(errors="surrogateescape"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _used(path: Path, use: Callable[[sqlite3.Connection], _T], tell: Callable[[str], None]) -> _T:
    index = open_index(path, _owner())
    with contextlib.closing(index.connection):
        if index.notice:
            tell(index.notice)
        return use(index.connection)


def _is_hindered(error: Exception) -> bool:
    """Tell an index that cannot be reached from one that is damaged."""
    return isinstance(error, sqlite3.OperationalError) and any(word in str(error).lower() for word in _HINDERED)


def _owner() -> str:
    """Return what only this user's assay knows, or nothing where it cannot be kept."""
    try:
        kept = cache_folder() / "owner"
        if not kept.exists():
            kept.write_text(new_owner(), "ascii")
            kept.chmod(0o600)
        return kept.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def carry_out(dossier: Dossier, connection: sqlite3.Connection, plan: Plan) -> Iterator[Task]:
    """Bring the index up to date, and yield each task when it is done. It can be stopped at any moment.

    Raises:
        DossierError: another assay is at it.
    """
    with _alone(dossier):
        for task in plan.tasks:
            with without_collecting(), _whole(connection):
                _do(dossier, connection, plan, task)
            yield task


@contextlib.contextmanager
def _alone(dossier: Dossier) -> Iterator[None]:
    """One reader of documents at a time; the lock ends with the process that holds it."""
    with contextlib.closing(sqlite3.connect(_index_folder(dossier.root) / "index-lock.db", timeout=1)) as lock:
        lock.isolation_level = None
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise DossierError("another assay is reading the documents of this dossier", "wait for it") from None
        yield


@contextlib.contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """Make changes together, or, where anything keeps them from being finished, none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _do(dossier: Dossier, connection: sqlite3.Connection, plan: Plan, task: Task) -> None:
    if task.profile is None:
        assert task.stored is not None
        take_document(connection, task.stored.id)
        return
    document, text = _document(connection, task), None
    if task.words:
        text = _read_words(dossier, connection, task, document)
        if text is None:
            return
    if task.works or task.voices:
        text = text or stored_text(connection, document)
    if task.works and text is not None:
        put_works(connection, document, runs(text, plan.sources.get(task.path, {})))
    if task.voices and text is not None:
        try:
            put_voices(connection, document, list(heard(text, dossier.names, plan.grammar)))
        except PipelineError as error:
            raise DossierError(str(error), error.help) from None
    connection.execute(
        "UPDATE document SET position = ?, stamp = ?, works_key = ?, voices_key = ? WHERE id = ?",
        (task.position, task.stamp, task.works_key, task.voices_key, document),
    )


def _document(connection: sqlite3.Connection, task: Task) -> int:
    """Return a document's number in the index; a new one gets a row."""
    if task.stored is not None:
        return task.stored.id
    added = connection.execute("INSERT INTO document (path, problem) VALUES (?, '')", (task.path,))
    assert added.lastrowid is not None
    return added.lastrowid


def _read_words(dossier: Dossier, connection: sqlite3.Connection, task: Task, document: int) -> Text | None:
    """Read a document's words into the index; where it cannot be read, note why."""
    assert task.profile is not None
    read = dossier.document(task.profile)
    problem = next((problem.message for problem in read.problems if problem.sort == "unreadable"), "")
    empty = Text(task.path, "", ())
    put_words(connection, document, read.text or empty)
    if read.text is None:
        put_works(connection, document, ())
    connection.execute(
        "UPDATE document SET position = ?, stamp = ?, sha256 = ?, problem = ?, words_key = ?, works_key = ?,"
        " voices_key = ? WHERE id = ?",
        (task.position, task.stamp, read.sha256, problem, task.reading, task.works_key, task.voices_key, document),
    )
    return read.text
