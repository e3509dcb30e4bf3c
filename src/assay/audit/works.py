"""What is compared with one another: files, the files of folders, or the works of a dossier."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from assay.audit.reading import read
from assay.dossier import Dossier, DossierError, open_dossier
from assay.model.dates import Dating
from assay.model.location import Span
from assay.model.text import Text


class Work(Struct, frozen=True):
    """A document, or a work within one: its name, its text, which runs of it are its words, and when it was made."""

    name: str
    text: Text
    spans: tuple[Span, ...]
    made: Dating | None = None

    @property
    def at(self) -> int:
        """Where its first words stand in the text."""
        return self.spans[0].start if self.spans else 0

    @property
    def words(self) -> str:
        """Its words, and blanks where words of others stand in between; those before the first are left away."""
        pieces: list[str] = []
        end = self.at
        for span in self.spans:
            pieces += (" " * (span.start - end), self.text.body[span.start : span.end])
            end = span.end
        return "".join(pieces)


class Unread(Struct, frozen=True):
    """A file that was passed over, and why."""

    name: str
    why: str


def works_in(paths: Sequence[Path]) -> "Iterator[Work | Unread]":
    """Read what paths name, one work at a time. In a folder, files that cannot be read are passed over.

    Raises:
        DossierError: a file that was named, or a dossier, cannot be read.
    """
    for path in paths:
        if (path / "dossier.toml").is_file():
            yield from _of_dossier(open_dossier(path))
        elif path.is_dir():
            yield from _of_folder(path)
        elif path.exists():
            yield _of_file(path, path.name if len(paths) == 1 else str(path))
        else:
            raise DossierError(f"there is no {path}", "name files, folders, or a dossier")


def _of_file(path: Path, name: str) -> Work:
    text = read(path).text
    return Work(name, text, (Span(0, len(text.body)),))


def _of_folder(folder: Path) -> "Iterator[Work | Unread]":
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_symlink() or not path.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        try:
            yield _of_file(path, name.as_posix())
        except DossierError as error:
            yield Unread(name.as_posix(), str(error))


def _of_dossier(dossier: Dossier) -> "Iterator[Work | Unread]":
    described: set[str] = set()
    for id_, source in dossier.case.sources.items():
        volume = dossier.library.volume(id_)
        if volume is not None:
            described.add(volume.text.file)
            yield Work(id_, volume.text, volume.spans, source.made)
    for path, text in dossier.texts.items():
        if path not in described:
            yield Work(path, text, (Span(0, len(text.body)),))
    yield from (Unread(one.path, one.message) for one in dossier.problems if one.sort == "unreadable")
