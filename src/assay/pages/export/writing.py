"""A report onto the disk: whole or not at all, and never over anything that is not a report."""

import os
import shutil
import tempfile
from pathlib import Path

from assay.pages.export.building import Report
from assay.pages.export.errors import ReportError

_OURS = ".assay-report"
_SAID = "A report that assay wrote; these files may be replaced by the next one:"


def write_report(report: Report, folder: Path) -> None:
    """Write a report into a new folder, or in the place of an earlier report.

    Raises:
        ReportError: something else is there, or it cannot be written.
    """
    is_there = _is_replaceable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            for name, words in report.files.items():
                (made / name).write_text(words, encoding="utf-8")
            (made / _OURS).write_text("\n".join([_SAID, *sorted(report.files), ""]), encoding="utf-8")
            made.chmod(0o755)
            _put(made, folder, is_there=is_there)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise ReportError(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _is_replaceable(folder: Path) -> bool:
    """Say whether there is a folder that may be replaced: an empty one, or a report of ours."""
    if not folder.exists() and not folder.is_symlink():
        return False
    if folder.is_symlink() or not folder.is_dir():
        raise ReportError(f"{folder} is no folder", (), "name a new one")
    there = [item.name for item in os.scandir(folder)]
    written = _written(folder)
    strange = [name for name in there if name not in written or not (folder / name).is_file()]
    if strange:
        raise ReportError(f"{folder} has other files in it", tuple(sorted(strange)[:5]), "name a new folder")
    return True


def _written(folder: Path) -> frozenset[str]:
    """Return the names of the files that we wrote into a folder, as its list has them; nothing where it has none."""
    try:
        listed = (folder / _OURS).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset({_OURS, *listed[1:]}) if listed[0] == _SAID else frozenset()


def _put(made: Path, folder: Path, *, is_there: bool) -> None:
    """Put the new folder in its place; the old one is only gone once the new one is there."""
    if not is_there:
        made.replace(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    folder.replace(old / "before")
    try:
        made.replace(folder)
    except OSError:
        (old / "before").replace(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
