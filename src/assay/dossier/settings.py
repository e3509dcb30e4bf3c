"""dossier.toml: the title, the language, and how each file is read."""

import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from assay.dossier.errors import DossierError
from assay.sources import Profile

FORMAT = 1
"""The version of the dossier's format that this assay reads and writes."""
_KEYS = {"assay", "title", "language", "file"}
_FILE_KEYS = dict.fromkeys(("path", "sha256", "encoding", "format", "compiler", "section", "page"), str)


class Settings(Struct, frozen=True):
    """What dossier.toml says."""

    title: str
    language: str
    profiles: tuple[Profile, ...]
    lines: tuple[str, ...]
    """dossier.toml as written, to point into."""


def read_settings(root: Path) -> Settings:
    """Read a dossier's dossier.toml.

    Raises:
        DossierError: it is missing or is no TOML, a key is unknown or has the wrong type, or the format is another.
    """
    path = root / "dossier.toml"
    try:
        written = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(written)
    except FileNotFoundError:
        raise DossierError(f"{root} is no dossier: it has no dossier.toml", f"type: assay new {root}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DossierError(f"{path} cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise DossierError(f"{path} is not written as TOML: {error}", "values that are words stand in quotes") from None
    version = table.get("assay")
    if version != FORMAT:
        known = f"this assay reads format {FORMAT}"
        raise DossierError(f"{path} is of format {version!r}; {known}", f"its first line is: assay = {FORMAT}")
    if unknown := sorted(set(table) - _KEYS):
        raise DossierError(f"{path}: “{unknown[0]}” is not known here", f"write one of {', '.join(sorted(_KEYS))}")
    files = table.get("file", [])
    if not isinstance(files, list) or not all(isinstance(file, dict) for file in files):
        raise DossierError(f"{path}: files are listed one by one", "write [[file]] above each path")
    profiles = tuple(_profile(path, file) for file in files)
    paths = [profile.path for profile in profiles]
    if twice := {name for name in paths if paths.count(name) > 1}:
        raise DossierError(f"{path}: {min(twice)} is listed twice", "keep one of the two")
    title, language = _text(path, table, "title"), _text(path, table, "language")
    return Settings(title, language, profiles, tuple(written.split("\n")))


def _text(path: Path, table: dict[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise DossierError(f"{path}: {key} takes words", f'write {key} = "…"')
    return value


def _profile(path: Path, file: dict[str, Any]) -> Profile:
    for key, value in file.items():
        if key not in _FILE_KEYS:
            raise DossierError(f"{path}: “{key}” is no setting of a file", f"write one of {', '.join(_FILE_KEYS)}")
        if not isinstance(value, _FILE_KEYS[key]):
            raise DossierError(f"{path}: {key} takes words", f'write {key} = "…"')
    if "path" not in file:
        raise DossierError(f"{path}: a file has no path", 'write path = "sources/…"')
    pure = PurePosixPath(file["path"])
    if pure.is_absolute() or ".." in pure.parts or "\\" in file["path"] or "\0" in file["path"]:
        raise DossierError(f"{path}: {file['path']!r} leads out of the dossier", 'write path = "sources/…"')
    return Profile(**file)
