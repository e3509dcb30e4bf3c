"""Opening a dossier and reading what is in it."""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from assay.casebook import Casebook, assemble
from assay.dossier.cache import parsed_files
from assay.dossier.documents import LARGEST_SOURCE
from assay.dossier.errors import DossierError
from assay.dossier.settings import Settings, read_settings
from assay.library import Library
from assay.model.case import Case
from assay.model.collecting import without_collecting
from assay.model.text import Text
from assay.model.voices import Name
from assay.sources import Profile, ProfileError, UndecodableError, UnreadableError, fingerprint, read_source

if TYPE_CHECKING:
    from assay.model.entries import Group, Person


class SourceProblem(Struct, frozen=True):
    """What is wrong with a source file. `message` is why it cannot be read, or the hash that it has now."""

    path: str
    sort: Literal["changed", "unhashed", "unreadable"]
    message: str
    help: str = ""
    """What to do about it, where that is known."""


class Document(Struct, frozen=True):
    """A source file as it is now: the hash of its bytes, and its words unless it cannot be read. What is wrong is said.

    A file whose bytes cannot be had has no hash.
    """

    path: str
    sha256: str
    text: Text | None
    problems: tuple[SourceProblem, ...]


class _RefusedError(Exception):
    """A source file that cannot be read, and why. `help` says what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_


class Dossier:
    """A dossier as it was on disk when it was opened. Each part is read when it is first asked for."""

    def __init__(self, root: Path, settings: Settings, notice: str = "") -> None:
        self.root = root
        self._has_drafts = False
        self.settings = settings
        self.notice = notice
        """What became of a change that had been interrupted, where there was one."""

    @property
    def title(self) -> str:
        """What the investigation is about."""
        return self.settings.title

    def with_drafts(self) -> "Dossier":
        """Return the same dossier, in which proposals count as if they were kept."""
        other = Dossier(self.root, self.settings, self.notice)
        other._has_drafts = True
        return other

    @cached_property
    def casebook_texts(self) -> Mapping[str, str]:
        """The casebook's files, as written, by path within the dossier."""
        folder = self.root / "casebook"
        found: dict[str, str] = {}
        for path in sorted(folder.rglob("*.case")):
            name = path.relative_to(self.root).as_posix()
            is_draft = "drafts" in path.relative_to(folder).parts
            if path.name.startswith(".") or path.is_dir() or (is_draft and not self._has_drafts):
                continue  # an editor's lock, a folder, proposals
            if not _is_inside(self.root, path):
                raise DossierError(f"{name} leads out of the dossier", "put the file itself there, not a link to it")
            if not path.is_file():
                raise DossierError(f"{name} is no file that can be read", "put the file itself there")
            try:
                found[name] = path.read_bytes().decode("utf-8", errors="surrogateescape")
            except OSError as error:
                raise DossierError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from None
        return found

    @cached_property
    def casebook(self) -> Casebook:
        """The casebook: the case, and what could not be read."""
        with without_collecting():
            return assemble(self.casebook_texts, parsed_files(self.casebook_texts))

    @property
    def case(self) -> Case:
        """Everything that the casebook records."""
        return self.casebook.case

    @cached_property
    def compared(self) -> Case:
        """The case, and which statements on one side of a claim are in the same words: what is to be examined."""
        from assay.dossier.likenesses import likenesses  # noqa: PLC0415 - only for what is examined

        return structs.replace(self.case, alike=tuple(likenesses(self.case, self.library)))

    @property
    def texts(self) -> Mapping[str, Text]:
        """The source files that can be read, by path. Each is read when it is first asked for, and then kept."""
        return _Texts(self.documents)

    @property
    def problems(self) -> Sequence[SourceProblem]:
        """What is wrong with the source files: changed bytes, no hash, or words that cannot be read."""
        return [problem for path in self.documents.profiles for problem in self.documents.read(path).problems]

    @cached_property
    def documents(self) -> "Documents":
        """The source files that were read so far."""
        return Documents(self)

    def document(self, profile: Profile) -> Document:
        """Read one of the documents, and keep nothing of it: for whoever goes through more than memory holds."""
        now, text, problems = "", None, []
        try:
            data = self._bytes(self.root / PurePosixPath(profile.path))
            now = fingerprint(data)
            if profile.sha256.lower() != now:
                problems.append(SourceProblem(profile.path, "changed" if profile.sha256 else "unhashed", now))
            text = self._read(data, profile)
        except _RefusedError as error:
            problems.append(SourceProblem(profile.path, "unreadable", str(error), error.help))
        return Document(profile.path, now, text, tuple(problems))

    def hash_now(self, profile: Profile) -> str:
        """Hash the bytes of a document as they are now; nothing where they cannot be had."""
        try:
            return fingerprint(self._bytes(self.root / PurePosixPath(profile.path)))
        except _RefusedError:
            return ""

    def _read(self, data: bytes, profile: Profile) -> Text:
        try:
            return read_source(data, profile)
        except UndecodableError as error:
            raise _RefusedError(f"is not text as stated: {error}", error.help) from None
        except UnreadableError as error:
            raise _RefusedError(str(error), error.help) from None
        except ProfileError as error:
            raise _RefusedError(f"has a profile that cannot be used: {error}") from None

    def _bytes(self, path: Path) -> bytes:
        try:
            if not _is_inside(self.root, path):
                raise _RefusedError("leads out of the dossier")
            if path.exists() and not path.is_file():
                raise _RefusedError("is no file")
            if path.stat().st_size > LARGEST_SOURCE:
                raise _RefusedError(f"has more than {LARGEST_SOURCE >> 20} MiB")
            return path.read_bytes()
        except OSError as error:
            raise _RefusedError(f"cannot be read: {(error.strerror or str(error)).lower()}") from None

    def keep_documents_of(self, before: "Dossier") -> None:
        """Take over the words of documents that were read before, so that they are not read again.

        For whoever knows that no document has changed. Nothing is taken over where dossier.toml says otherwise now.
        """
        if before.settings.profiles == self.settings.profiles:
            self.__dict__["documents"] = before.documents
            if "library" in before.__dict__:
                self.__dict__["library"] = Library(
                    self.case.sources, self.texts, self.settings.language or "en", before.library
                )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name by which the documents may call a person or group that the casebook describes."""
        entries: tuple[Person | Group, ...] = (*self.case.persons.values(), *self.case.groups.values())
        found = [Name(entry.title, entry.id, entry.title) for entry in entries]
        found += (
            Name(alias.name, entry.id, entry.title) for entry in entries for alias in entry.aliases if not alias.source
        )
        return tuple(found)

    @cached_property
    def library(self) -> Library:
        """The works in hand."""
        return Library(self.case.sources, self.texts, self.settings.language or "en")


class Documents:
    """The source files of a dossier, each read once, by however many threads."""

    def __init__(self, dossier: Dossier) -> None:
        """Take a dossier."""
        self._dossier = dossier
        self.profiles = {profile.path: profile for profile in dossier.settings.profiles}
        self._read: dict[str, Document] = {}
        self._locks = {path: threading.Lock() for path in self.profiles}

    def read(self, path: str) -> Document:
        """Return a source file, read now or before; nobody waits for another one."""
        with self._locks[path]:
            if path not in self._read:
                self._read[path] = self._dossier.document(self.profiles[path])
            return self._read[path]


class _Texts(Mapping[str, Text]):
    """The words of the source files that can be read, by path."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def __getitem__(self, path: str) -> Text:
        text = self._documents.read(path).text if path in self._documents.profiles else None
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._documents.profiles if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _is_inside(root: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


def open_dossier(path: str | os.PathLike[str]) -> Dossier:
    """Open the dossier in a folder. A change that was interrupted is finished first, or taken back.

    Raises:
        DossierError: the folder is no dossier, or its dossier.toml cannot be read.
    """
    from assay.dossier.writing import finish_interrupted  # noqa: PLC0415 - seldom needed

    root = Path(path)
    if root.is_file() and root.name == "dossier.toml":
        root = root.parent
    if not root.is_dir():
        raise DossierError(f"there is no folder {root}", "name the folder that holds dossier.toml")
    settings = read_settings(root)
    notice = finish_interrupted(root) if (root / ".assay" / "pending.json").exists() else ""
    return Dossier(root, settings, notice)


def find_dossier(start: Path) -> Path | None:
    """Find the dossier that a folder lies in: the nearest dossier.toml upward."""
    for folder in (start, *start.parents, *start.absolute().parents):
        if (folder / "dossier.toml").is_file():
            return folder
    return None
