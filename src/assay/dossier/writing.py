"""Changes to a dossier's own files: by slice, guarded by hashes, all or nothing, and undone on request.

A change is written down in `.assay/pending.json` first. Should the program be interrupted between two files, the
change is finished when the dossier is next opened. Finished changes are kept, so that `assay undo` can take them back.
"""

import contextlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from assay.casebook.edits import Edit, apply_edits, joined
from assay.dossier.errors import ChangedUnderneathError, DossierError
from assay.model.location import Span
from assay.sources import fingerprint


class FileChange(Struct, frozen=True):
    """The edits to one file. `before` and `after` hash its bytes; an empty `before` is a file that was not there."""

    path: str
    before: str
    after: str
    edits: tuple[Edit, ...]
    undo: tuple[Edit, ...]


class Change(Struct, frozen=True):
    """What one command changed, in words and in edits."""

    what: str
    files: tuple[FileChange, ...]
    undoes: str = ""
    """The finished change that this one takes back, by its number."""

    def inverse(self, number: str) -> "Change":
        """Return the change that takes this one back."""
        files = (FileChange(f.path, f.after, f.before, f.undo, f.edits) for f in reversed(self.files))
        return Change(self.what, tuple(files), number)


def encode(change: Change) -> bytes:
    """Write a change down. Characters that are no UTF-8 are kept, as JSON escapes."""
    return json.dumps(msgspec.to_builtins(change)).encode()


def decode(data: bytes) -> Change:
    """Read a change that was written down.

    Raises:
        DossierError: it is none.
    """
    try:
        return msgspec.convert(json.loads(data), Change)
    except (ValueError, RecursionError, msgspec.ValidationError):
        raise DossierError("what .assay/ remembers of the last change is damaged", "delete the folder .assay") from None


def file_change(path: str, before: str | None, edits: Sequence[Edit]) -> FileChange:
    """Describe edits to a file whose text is `before` (None where there is none yet)."""
    text = before or ""
    whole = joined(edits)
    return FileChange(
        path,
        "" if before is None else _hash(text),
        _hash(apply_edits(text, whole)),
        whole,
        tuple(_inverse(text, whole)),
    )


def _inverse(text: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    moved = 0
    for edit in edits:
        start = edit.span.start + moved
        yield Edit(edit.file, Span(start, start + len(edit.new)), text[edit.span.start : edit.span.end])
        moved += len(edit.new) - len(edit.span)


def _hash(text: str) -> str:
    return fingerprint(text.encode("utf-8", errors="surrogateescape"))


def write(root: Path, what: str, files: Sequence[FileChange]) -> None:
    """Make a change.

    Raises:
        ChangedUnderneathError: a file is no longer as it was read. Nothing was written.
        DossierError: the dossier cannot be written to.
    """
    change = Change(what, tuple(file for file in files if file.before != file.after))
    if not change.files:
        return
    with _locked(root) as folder:
        if (folder / "pending.json").exists():
            _finish(root, folder)
        for file in change.files:
            if _hash_on_disk(root, file.path) != file.before:
                raise ChangedUnderneathError(file.path)
        _replace(folder / "pending.json", encode(change))
        _finish(root, folder)


def finish_interrupted(root: Path) -> str:
    """Finish a change that was interrupted between two files, and say what became of it.

    What cannot be finished is said, and does not keep the dossier from being read.
    """
    try:
        with _locked(root) as folder:
            if not (folder / "pending.json").exists():
                return ""
            _finish(root, folder)
    except DossierError as error:
        return str(error)
    return "a change that had been interrupted was finished"


def undo(root: Path) -> str | None:
    """Take back the latest change, and say what it was; None where there is none.

    Raises:
        ChangedUnderneathError: a file was changed since by other means. Nothing was written.
    """
    with _locked(root) as folder:
        if (folder / "pending.json").exists():
            _finish(root, folder)
        done = _done(folder)
        if not done:
            return None
        inverse = decode(done[-1].read_bytes()).inverse(done[-1].stem)
        for file in inverse.files:
            if _hash_on_disk(root, file.path) != file.before:
                raise ChangedUnderneathError(file.path)
        _replace(folder / "pending.json", encode(inverse))
        _finish(root, folder)
        return inverse.what


def _finish(root: Path, folder: Path) -> None:
    """Carry out what pending.json says, skipping files that have it already, and file it under what is done.

    Should a file have been edited in between, the change is taken back in the others.
    """
    pending = folder / "pending.json"
    change = decode(pending.read_bytes())
    now = {file.path: _hash_on_disk(root, file.path) for file in change.files}
    edited = [file.path for file in change.files if now[file.path] not in (file.before, file.after)]
    for file in change.files:
        if edited and now[file.path] == file.after:
            _apply(root, file.path, file.undo, gone=not file.before)
        elif not edited and now[file.path] == file.before:
            _apply(root, file.path, file.edits, gone=not file.after)
    if edited:
        pending.unlink()
        raise DossierError(f"“{change.what}” was interrupted, and {edited[0]} was edited since: it was taken back")
    if change.undoes:
        (folder / "journal" / f"{change.undoes}.json").unlink(missing_ok=True)
        pending.unlink()
        return
    journal = folder / "journal"
    journal.mkdir(exist_ok=True)
    done = _done(folder)
    number = int(done[-1].stem) + 1 if done else 1
    pending.replace(journal / f"{number:06}.json")


def _done(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "journal").glob("*.json") if path.stem.isdecimal())


def _apply(root: Path, path: str, edits: Sequence[Edit], *, gone: bool) -> None:
    target = _inside(root, path)
    if gone:
        target.unlink(missing_ok=True)
        return
    text = target.read_bytes().decode("utf-8", errors="surrogateescape") if target.exists() else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    _replace(target, apply_edits(text, edits).encode("utf-8", errors="surrogateescape"))


def _inside(root: Path, path: str) -> Path:
    """Only the casebook and dossier.toml are ever written, whatever a pending change says."""
    target = root / path
    is_ours = path == "dossier.toml" or (path.startswith("casebook/") and path.endswith(".case"))
    if not is_ours or ".." in target.parts or not target.resolve().is_relative_to(root.resolve()):
        raise DossierError(f"{path} is not a file that assay writes")
    return target


def _hash_on_disk(root: Path, path: str) -> str:
    target = _inside(root, path)
    return fingerprint(target.read_bytes()) if target.exists() else ""


def _replace(target: Path, data: bytes) -> None:
    """Write a file whole or not at all, keeping its permissions."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o644)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


_OWN = (
    ".gitignore", "lock.db", "journal", "pending.json", "index.db", "index.db-wal", "index.db-shm", "index-lock.db"
)  # fmt: skip


def index_folder(root: Path) -> Path:
    """Return `.assay/`, made if need be; it tells git to ignore it. Nothing in it may be a link out of the dossier.

    Raises:
        OSError: it cannot be made, or is not what it must be.
    """
    folder = root / ".assay"
    for path in (folder, *(folder / name for name in _OWN)):
        if path.is_symlink():
            raise OSError(f"{path.name} is a link; it must be the dossier's own")
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[Path]:
    """One writer at a time: a transaction on a database of its own, which ends with the process that holds it."""
    try:
        folder = index_folder(root)
        lock = sqlite3.connect(folder / "lock.db", timeout=10, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise DossierError(f"{root} cannot be written to: {error}") from None
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise DossierError("another assay is writing to this dossier", "wait for it, or close it") from None
    try:
        yield folder
    except (OSError, ValueError) as error:
        raise DossierError(f"{root} cannot be written to: {error}", "what was there before is still there") from None
    finally:
        lock.close()
