"""dossier.toml: the title, the language, and how each file is read."""

import re
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from assay.dossier.errors import DossierError
from assay.model.guessing import did_you_mean
from assay.sources import Profile

FORMAT = 1
"""The version of the dossier's format that this assay reads and writes."""
_LONGEST = 10_000
"""Characters on a line: longer ones are read in the square of their length."""
_KEYS = {"assay", "title", "language", "file", "model"}
_MODEL_KEYS = {"url", "name"}
_FILE_KEYS = dict.fromkeys(
    ("path", "sha256", "encoding", "format", "compiler", "section", "page", "note", "quote", "quote_end", "editor"), str
)


class Settings(Struct, frozen=True):
    """What dossier.toml says."""

    title: str
    language: str
    profiles: tuple[Profile, ...]
    lines: tuple[str, ...]
    """dossier.toml as written, to point into."""
    model: tuple[str, str] = ("", "")
    """The address and the name of a language model, for whoever asks for one."""


def read_settings(root: Path) -> Settings:
    """Read a dossier's dossier.toml.

    Raises:
        DossierError: it is missing or is no TOML, a key is unknown or has the wrong type, or the format is another.
    """
    path = root / "dossier.toml"
    try:
        written = path.read_text(encoding="utf-8-sig")
        if any(len(line) > _LONGEST for line in written.split("\n")):
            raise DossierError(f"{path} has a line of more than {_LONGEST} characters", "break it")
        table = tomllib.loads(written)
    except FileNotFoundError:
        raise DossierError(f"{root} is no dossier: it has no dossier.toml", f"type: assay new {root}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DossierError(f"{path} cannot be read: {error}") from None
    except RecursionError:
        raise DossierError(
            f"{path} has lists in lists in lists", "list each file under a [[file]] of its own"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise DossierError(f"{path} is not written as TOML: {error}", _at_fault(written, error)) from None
    version = table.get("assay")
    if version != FORMAT:
        known = f"this assay reads format {FORMAT}"
        raise DossierError(f"{path} is of format {version!r}; {known}", f"its first line is: assay = {FORMAT}")
    if unknown := sorted(set(table) - _KEYS):
        help_ = did_you_mean(unknown[0], _KEYS, f"write one of {', '.join(sorted(_KEYS))}")
        raise DossierError(f"{_line(path, written, unknown[0])}: “{unknown[0]}” is not known here", help_)
    files = table.get("file", [])
    if not isinstance(files, list) or not all(isinstance(file, dict) for file in files):
        raise DossierError(f"{path}: files are listed one by one", "write [[file]] above each path")
    profiles = tuple(_profile(path, written, file) for file in files)
    paths = [profile.path for profile in profiles]
    if twice := {name for name in paths if paths.count(name) > 1}:
        raise DossierError(f"{path}: {min(twice)} is listed twice", "keep one of the two")
    title, language = _text(path, table, "title"), _text(path, table, "language")
    return Settings(title, language, profiles, tuple(written.split("\n")), _model(path, written, table))


def _model(path: Path, written: str, table: dict[str, Any]) -> tuple[str, str]:
    """Read where a language model is; nothing is asked of it unless a command is told to."""
    model = table.get("model", {})
    help_ = 'write [model], then url = "http://127.0.0.1:8080/v1" and name = "…"'
    if not isinstance(model, dict):
        raise DossierError(f"{_line(path, written, 'model')}: model takes an address and a name", help_)
    if unknown := sorted(set(model) - _MODEL_KEYS):
        raise DossierError(f"{_line(path, written, unknown[0])}: “{unknown[0]}” is no setting of a model", help_)
    return _text(path, model, "url"), _text(path, model, "name")


def _at_fault(written: str, error: tomllib.TOMLDecodeError) -> str:
    """Show the line that cannot be read, and say what is most often wrong with one."""
    said = re.search(r"line (\d+)", str(error))
    lines = written.split("\n")
    line = lines[int(said[1]) - 1].strip() if said and int(said[1]) <= len(lines) else ""
    key, equals, value = (part.strip() for part in line.partition("="))
    if not equals:
        return f"this line says no name = value: {line}" if line else 'a line says name = "words"'
    if value and value[0] not in "\"'[{" and not value[0].isdigit():
        return f'words stand in quotes: {key} = "{value}"'
    if value.startswith('"') and "\\" in value:
        return f"words with a backslash stand in single quotes: {key} = '{value.strip(chr(34))}'"
    return f"look at: {line}"


def _line(path: Path, written: str, key: str) -> str:
    """Name the line on which a key stands, behind the file."""
    for number, line in enumerate(written.split("\n"), 1):
        if re.match(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}\b", line):
            return f"{path}:{number}"
    return str(path)


def _text(path: Path, table: dict[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise DossierError(f"{path}: {key} takes words", f'write {key} = "…"')
    return value


def _profile(path: Path, written: str, file: dict[str, Any]) -> Profile:
    for key, value in file.items():
        if key not in _FILE_KEYS:
            help_ = did_you_mean(key, _FILE_KEYS, f"write one of {', '.join(_FILE_KEYS)}")
            raise DossierError(f"{_line(path, written, key)}: “{key}” is no setting of a file", help_)
        if not isinstance(value, _FILE_KEYS[key]):
            raise DossierError(f"{_line(path, written, key)}: {key} takes words", f'write {key} = "…"')
    if "path" not in file:
        raise DossierError(f"{path}: a file has no path", 'write path = "sources/…"')
    pure = PurePosixPath(file["path"])
    if pure.is_absolute() or ".." in pure.parts or "\\" in file["path"] or "\0" in file["path"]:
        raise DossierError(f"{path}: {file['path']!r} leads out of the dossier", 'write path = "sources/…"')
    return Profile(**file)
