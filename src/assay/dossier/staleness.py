"""Which documents of a dossier the index does not have as they are now, and what has to be done about each."""

import hashlib
import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from assay.dossier.dossier import Dossier
from assay.library.index.code import SOURCES, VOICES, code_of
from assay.library.index.stored import Stored, documents, does_parse
from assay.library.index.works import sources_by_file, works_key
from assay.model.entries import Source
from assay.sources import Profile
from assay.voices import ROUGH, Grammar, best_grammar

_SETTLED = 2_000_000_000
"""Nanoseconds. A file that changed a moment before it was read may have changed again within the same tick."""


class Task(Struct, frozen=True):
    """What has to be done about one document. `profile` is None where it left the dossier; `size` is in bytes."""

    path: str
    profile: Profile | None
    position: int
    size: int
    stamp: str
    reading: str
    """All on which its words depend but its bytes: how it is to be read, and by which code."""
    works_key: str
    voices_key: str
    stored: Stored | None = None
    words: bool = False
    works: bool = False
    voices: bool = False

    @property
    def is_work(self) -> bool:
        """Say whether more is to be done than to note that nothing changed."""
        return self.profile is None or self.words or self.works or self.voices


class Plan(Struct, frozen=True):
    """What has to be done, document by document, and how many need nothing."""

    tasks: tuple[Task, ...]
    unchanged: int
    sources: Mapping[str, Mapping[str, Source]]
    grammar: Grammar

    @property
    def work(self) -> Sequence[Task]:
        """The tasks that change what is found."""
        return [task for task in self.tasks if task.is_work]


def plan_update(dossier: Dossier, connection: sqlite3.Connection) -> Plan:
    """Compare the dossier with its index."""
    known = documents(connection)
    sources = sources_by_file(dossier.case.sources)
    grammar = best_grammar() if does_parse(connection) else ROUGH
    register = hashlib.sha256(repr((grammar.name, dossier.names)).encode(errors="replace")).hexdigest()[:16]
    heard = f"{code_of(*VOICES)} {register}"
    tasks: list[Task] = []
    for position, profile in enumerate(dossier.settings.profiles):
        works = works_key(sources.get(profile.path, {}))
        task = _task(dossier, profile, position, known.pop(profile.path, None))
        tasks.append(_compared(dossier, structs.replace(task, works_key=works, voices_key=heard)))
    gone = [Task(path, None, 0, 0, "", "", "", "", stored) for path, stored in known.items()]
    todo = [task for task in tasks if task.is_work or _is_noted_otherwise(task)]
    return Plan((*gone, *todo), sum(not task.is_work for task in tasks), sources, grammar)


def _task(dossier: Dossier, profile: Profile, position: int, stored: Stored | None) -> Task:
    stamp, size = _stamp(dossier.root / profile.path)
    own = msgspec.json.encode(structs.replace(profile, sha256=""))
    reading = hashlib.sha256(own + code_of(*SOURCES).encode()).hexdigest()[:16]
    return Task(profile.path, profile, position, size, stamp, reading, "", "", stored)


def _compared(dossier: Dossier, task: Task) -> Task:
    """Say what of a document is not in the index as it is now."""
    stored = task.stored
    if stored is None or task.profile is None:
        return _all_of(task)
    # A file with the same stamp has the same bytes, unless the stamp is empty; any other is hashed again.
    same = bool(task.stamp) and task.stamp == stored.stamp
    if stored.words_key != task.reading or (not same and dossier.hash_now(task.profile) != stored.sha256):
        return _all_of(task)
    if stored.problem:
        return task
    return structs.replace(
        task,
        works=stored.works_key != task.works_key,
        voices=stored.voices_key != task.voices_key,
    )


def _all_of(task: Task) -> Task:
    return structs.replace(task, words=True, works=True, voices=True)


def _is_noted_otherwise(task: Task) -> bool:
    stored = task.stored
    return stored is not None and (stored.position, stored.stamp) != (task.position, task.stamp)


def _stamp(path: Path) -> tuple[str, int]:
    """Return what the file system says of a file's bytes, and its size; nothing while it cannot be relied on.

    The time of the last change of state is among it, which copying and unpacking cannot set back.
    """
    try:
        state = path.stat()
    except OSError:
        return "", 0
    if time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) < _SETTLED:
        return "", state.st_size
    return f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}", state.st_size
