"""What tells that a dossier's files have changed: names, times and sizes, without reading them."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

Stamp = tuple[tuple[str, int, int, int], ...]
"""Each file's path with when it was written, how large it is, and which file it is."""


def casebook_stamp(root: Path) -> Stamp:
    """Stamp dossier.toml, and every file of the casebook, drafts among them."""
    return _stamped(root, _written(root))


def sources_stamp(root: Path, paths: Iterable[str]) -> Stamp:
    """Stamp the documents."""
    return _stamped(root, (root / PurePosixPath(path) for path in paths))


def index_stamp(root: Path) -> Stamp:
    """Stamp the index."""
    return _stamped(root, (root / ".assay" / name for name in ("index.db", "index.db-wal")))


def _written(root: Path) -> Iterator[Path]:
    yield root / "dossier.toml"
    yield from sorted(path for path in (root / "casebook").rglob("*.case") if not path.name.startswith("."))


def _stamped(root: Path, paths: Iterable[Path]) -> Stamp:
    found: list[tuple[str, int, int, int]] = []
    for path in paths:
        try:
            stat = path.stat()
        except (OSError, ValueError):
            continue  # gone in between, or a link to nowhere: opening says so
        found.append((path.relative_to(root).as_posix(), stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(found)
