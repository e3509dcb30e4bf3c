"""All passages that works share, with their words and where they stand in the original."""

import itertools
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from assay.audit.works import Unread, Work, works_in
from assay.dossier.cache import cache_folder
from assay.echoes.scratch import scratch
from assay.echoes.searching import Likeness, likenesses
from assay.echoes.wanted import Tell, Wanted, silent
from assay.model.location import Span

if TYPE_CHECKING:
    from assay.model.dates import Dating


class EchoSide(Struct, frozen=True):
    """A passage in one work: the characters of its file from `start` up to `end`, its page if it has any, its words."""

    work: str
    file: str
    page: str
    start: int
    end: int
    text: str


class Echo(Struct, frozen=True):
    """A passage that two works share. `earlier` is the work that was surely made before the other, if dates tell."""

    first: EchoSide
    second: EchoSide
    cluster: int
    letters: int
    differing: int
    omitted: int
    score: float
    chance: float
    earlier: str


class Echoes(Struct, frozen=True):
    """The passages, how many works were compared, and what was passed over."""

    rows: tuple[Echo, ...]
    works: int
    unread: tuple[Unread, ...]


class Watcher(Struct, frozen=True):
    """Is told what is being done, and which work has been read."""

    doing: Tell = silent
    read: Callable[[str], None] = lambda _: None


def echoes(
    paths: Sequence[Path], wanted: Wanted | None = None, watcher: Watcher | None = None, work: Path | None = None
) -> Echoes:
    """Find the passages that the works in some paths share.

    Args:
        paths: files, folders, dossiers.
        wanted: what is looked for, and with what means.
        watcher: is told what is being done.
        work: a folder for what does not fit into memory, and for what is done when this is interrupted, so that the
            next run of the same can go on from there; `work_folder()` where none is named.

    Raises:
        DossierError: a path cannot be read.
        OSError: the folder cannot be written to.
    """
    watcher = watcher or Watcher()
    work = work or work_folder()
    with scratch(work, "works") as folder:
        shelf = _Shelf(folder, watcher)
        found = likenesses(shelf.bodies(paths), work, wanted or Wanted(), watcher.doing)
        return Echoes(tuple(shelf.rows(found)), shelf.count, tuple(shelf.unread))


def work_folder() -> Path:
    """Return the folder to work in where the user names none: in the user's cache, or else among temporary files."""
    try:
        folder = cache_folder() / "reuse"
        folder.mkdir(exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder


class _Shelf:
    """Works put aside on disk, so that the words of many need no memory, and taken out again where they are shown."""

    def __init__(self, folder: Path, watcher: Watcher) -> None:
        self._folder = folder
        self._watcher = watcher
        self._made: list[Dating | None] = []
        self.unread: list[Unread] = []

    @property
    def count(self) -> int:
        """How many works there are."""
        return len(self._made)

    def bodies(self, paths: Sequence[Path]) -> Iterator[str]:
        """Yield every work's words, and put the work aside."""
        for one in works_in(paths):
            if isinstance(one, Unread):
                self.unread.append(one)
                continue
            self._file(len(self._made)).write_bytes(msgspec.msgpack.encode(one))
            self._made.append(one.made)
            self._watcher.read(one.name)
            yield one.words

    def _file(self, number: int) -> Path:
        return self._folder / f"{number}.work"

    def rows(self, found: Sequence[Likeness]) -> Iterator[Echo]:
        """Give each passage its words and its place in the original."""
        firsts = self._sides([(one.first, one.first_span) for one in found])
        seconds = self._sides([(one.second, one.second_span) for one in found])
        for one, first, second in zip(found, firsts, seconds, strict=True):
            yield Echo(
                first=first,
                second=second,
                cluster=one.cluster,
                letters=one.letters,
                differing=one.differing,
                omitted=one.omitted,
                score=round(one.score, 1),
                chance=float(f"{one.chance:.2g}"),
                earlier=self._earlier((one.first, first), (one.second, second)),
            )

    def _sides(self, wanted: Sequence[tuple[int, Span]]) -> list[EchoSide]:
        """Take each work out once, whatever the order in which its passages are wanted."""
        found: dict[int, EchoSide] = {}
        for number, places in itertools.groupby(
            sorted(range(len(wanted)), key=wanted.__getitem__), lambda at: wanted[at][0]
        ):
            work = msgspec.msgpack.decode(self._file(number).read_bytes(), type=Work)
            found.update((at, _side(work, wanted[at][1].shifted(work.at))) for at in places)
        return [found[at] for at in range(len(wanted))]

    def _earlier(self, first: tuple[int, EchoSide], second: tuple[int, EchoSide]) -> str:
        for (one, side), (other, _) in ((first, second), (second, first)):
            made, later = self._made[one], self._made[other]
            if made is not None and later is not None and made.surely_before(later):
                return side.work
        return ""


def _side(work: Work, span: Span) -> EchoSide:
    raw = work.text.raw(span)
    page = work.text.page_at(span.start)
    label = str(page.labels[0]) if page is not None and page.labels else ""
    return EchoSide(work.name, work.text.file, label, raw.start, raw.end, work.text.body[span.start : span.end])
