"""New dossiers, new documents, new names: what `assay new`, `add` and `rename` do."""

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from assay.casebook.edits import Edit, derived_ids, rename_edits
from assay.casebook.parser import KEYWORDS
from assay.casebook.readers import NAME
from assay.dossier.documents import bytes_of, read_document
from assay.dossier.dossier import Dossier
from assay.dossier.errors import DossierError
from assay.dossier.settings import FORMAT
from assay.dossier.writing import FileChange, file_change, write
from assay.model.guessing import did_you_mean
from assay.model.location import Span
from assay.sources import Profile, fingerprint

_FIRST_CASE = """\
; Who says what, and where it stands. A first entry of each kind; take the semicolons away and write your own.
;
; issue fire "Who set fire to the mill?"
;
; person anna "Anna Berg"
;
; claim anna-saw "The mill burned from the roof down"
;   issue: fire
;
; 1931-05 anna affirms anna-saw
;   knows: saw
;   cite: memoir p. 12
;     > the words as they stand on the page
"""


class Added(Struct, frozen=True):
    """What became of a document that was added."""

    path: str
    id: str
    casebook: str
    characters: int
    pages: int
    format: str
    encoding: str
    notices: tuple[str, ...]


def make_dossier(folder: Path, title: str, language: str) -> None:
    """Make a new dossier.

    Raises:
        DossierError: there is one already, or the folder cannot be made.
    """
    if (folder / "dossier.toml").exists():
        raise DossierError(f"{folder} is a dossier already", f"put documents into it: assay add {folder} FILE")
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in title + language):  # noqa: PLR2004 - bytes that are no text
        raise DossierError("the title is no text that can be written", "type it in UTF-8")
    toml = f"assay = {FORMAT}\ntitle = {_quoted(title)}\nlanguage = {_quoted(language)}\n"
    try:
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        (folder / "casebook").mkdir(exist_ok=True)
        if not any((folder / "casebook").rglob("*.case")):
            (folder / "casebook" / "case.case").write_text(_FIRST_CASE, encoding="utf-8", newline="")
        # dossier.toml comes last: it is what makes the folder a dossier.
        (folder / "dossier.toml").write_text(toml, encoding="utf-8", newline="")
    except OSError as error:
        raise DossierError(f"{folder} cannot be made: {error.strerror}") from None


def add_file(dossier: Dossier, file: Path, encoding: str = "", format_: str = "") -> Added:
    """Copy a document into `sources/`, hash it, list it in dossier.toml and give it a source entry.

    Raises:
        DossierError: it cannot be read, or not in this encoding or format, or is there already.
    """
    data = bytes_of(file)
    path = _path_for(dossier, file, data)
    profile = Profile(path, fingerprint(data), encoding, format=format_)
    text = read_document(file, data, profile)
    id_ = _free_id(dossier, Path(path).stem)
    copied = _copy(dossier.root, data, path)
    entry = f'source {id_} "{_title(file)}"\n  file: {path}\n'
    settings = f'[[file]]\npath = {_quoted(path)}\nsha256 = "{profile.sha256}"\n'
    settings += f"encoding = {_quoted(encoding)}\n" if encoding else ""
    settings += f"format = {_quoted(format_)}\n" if format_ else ""
    casebook = "casebook/sources.case"
    changes = [_appended(dossier.root, "dossier.toml", settings), _appended(dossier.root, casebook, entry)]
    try:
        write(dossier.root, f"add {path}", changes)
    except BaseException:
        if copied:
            (dossier.root / path).unlink(missing_ok=True)
        raise
    return Added(path, id_, casebook, len(text.body), len(text.pages), text.format, text.encoding, text.notices)


def hash_again(dossier: Dossier, file: Path) -> str:
    """Hash a document that is in the dossier anew, and return its path there.

    Raises:
        DossierError: dossier.toml does not list it.
    """
    given = file.as_posix()
    resolved = {(dossier.root / profile.path).resolve(): profile for profile in dossier.settings.profiles}
    by_path = {profile.path: profile for profile in dossier.settings.profiles}
    profile = by_path.get(given) or resolved.get(file.resolve())
    if profile is None:
        raise DossierError(f"dossier.toml does not list {given}", did_you_mean(given, by_path))
    now = fingerprint(bytes_of(dossier.root / profile.path))
    text = _text_of(dossier.root, "dossier.toml")
    edits = [_hash_edit(text, dossier.settings.profiles.index(profile), now)]
    write(dossier.root, f"add {profile.path} --again", [file_change("dossier.toml", text, edits)])
    return profile.path


def _hash_edit(text: str, number: int, now: str) -> Edit:
    """Put a hash into the block of the dossier's n-th file, and into no other."""
    heads = [match.end() for match in re.finditer(r"^\s*\[\[\s*file\s*\]\].*$", text, re.MULTILINE)]
    start, end = heads[number], [*heads[1:], len(text)][number]
    there = re.search(r"""^[ \t]*["']?sha256["']?\s*=\s*["']([^"'\n]*)["']""", text[start:end], re.MULTILINE)
    if there is not None:
        return Edit("dossier.toml", Span(start + there.start(1), start + there.end(1)), now)
    return Edit("dossier.toml", Span(start, start), f'\nsha256 = "{now}"')


def rename(dossier: Dossier, old: str, new: str) -> tuple[int, int]:
    """Rename an id everywhere it is named; return in how many places of how many files.

    Raises:
        DossierError: there is no such id, or the new one cannot be an id or is taken.
    """
    spots = dossier.casebook.spots
    labelled = {id_ for id_, statement in dossier.case.statements.items() if statement.labelled}
    if old not in dossier.case.described and old not in labelled:
        unlabelled = old in dossier.case.statements
        help_ = (
            "give it a #label in its head" if unlabelled else did_you_mean(old, [*dossier.case.described, *labelled])
        )
        raise DossierError(f"nothing here has the id {old}", help_)
    if not NAME.fullmatch(new) or new in KEYWORDS:
        raise DossierError(
            f"“{new}” cannot be an id", "an id has letters, digits and hyphens, and is no word of the language"
        )
    if new in spots:
        at = spots[new][0]
        raise DossierError(f"{new} is taken, at {at.file}:{at.line}", "choose another id")
    derived = derived_ids(dossier.casebook, old, new)
    if taken := sorted(set(derived.values()) & spots.keys() - derived.keys()):
        help_ = "choose another id, or give one of the statements another #label"
        raise DossierError(f"a statement would come to be called {taken[0]}, which is taken", help_)
    edits = [*rename_edits(dossier.casebook, old, new), *_compiler_edits(dossier.root, old, new)]
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    texts = {**dossier.casebook_texts, "dossier.toml": _text_of(dossier.root, "dossier.toml")}
    changes = [file_change(file, texts[file], found) for file, found in by_file.items()]
    write(dossier.root, f"rename {old} {new}", changes)
    return len(edits), len(by_file)


def _compiler_edits(root: Path, old: str, new: str) -> Iterable[Edit]:
    text = _text_of(root, "dossier.toml")
    pattern = rf"""^\s*["']?compiler["']?\s*=\s*["']({re.escape(old)})["']"""
    for match in re.finditer(pattern, text, re.MULTILINE):
        yield Edit("dossier.toml", Span(*match.span(1)), new)


def _text_of(root: Path, path: str) -> str:
    target = root / path
    return target.read_bytes().decode("utf-8", errors="surrogateescape") if target.exists() else ""


def _appended(root: Path, path: str, block: str) -> FileChange:
    """Add a block at a file's end, a blank line above it."""
    exists = (root / path).exists()
    text = _text_of(root, path)
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    edit = Edit(path, Span(len(text), len(text)), gap + block)
    return file_change(path, text if exists else None, [edit])


def _path_for(dossier: Dossier, file: Path, data: bytes) -> str:
    """Choose where in the dossier a document goes; one that lies in it already stays."""
    listed = {profile.path: profile for profile in dossier.settings.profiles}
    for profile in listed.values():
        if profile.sha256 == fingerprint(data):
            raise DossierError(f"{file.name} is in the dossier already, as {profile.path}")
    if file.resolve().is_relative_to(dossier.root.resolve()):
        path = file.resolve().relative_to(dossier.root.resolve()).as_posix()
    else:
        path = f"sources/{_safe_name(file.name)}"
        target = dossier.root / path
        if target.exists() and not (target.is_file() and target.read_bytes() == data):
            raise DossierError(f"{path} is there already, with other words", "rename the document, then add it")
    if path in listed:
        raise DossierError(
            f"dossier.toml lists {path} already", f"where it was changed on purpose: assay add {path} --again"
        )
    return path


def _safe_name(name: str) -> str:
    """Name a file so that any system and any line of text can hold it."""
    kept = (letter if letter.isprintable() and letter not in '\\/:*?"<>|' else "-" for letter in name)
    return "".join(kept).strip() or "document.txt"


def _copy(root: Path, data: bytes, path: str) -> bool:
    """Put a document in its place, whole, unless it is there already; say whether it was put there now.

    Raises:
        DossierError: another document came to be there in the meantime, or there is no room.
    """
    target = root / path
    if target.exists():
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(name).chmod(0o644)
            _place(Path(name), target)
        finally:
            Path(name).unlink()
    except FileExistsError:
        raise DossierError(f"{path} is there already, with other words", "rename the document, then add it") from None
    except OSError as error:
        raise DossierError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from None
    return True


def _place(made: Path, target: Path) -> None:
    """Give a file its name, unless there is one by then; some file systems know no links."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:
        with target.open("xb") as out:
            out.write(made.read_bytes())


def _free_id(dossier: Dossier, stem: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", plain.lower())
    base = "-".join(words) or "source"
    if not NAME.fullmatch(base) or base in KEYWORDS:
        base = f"source-{base}"
    id_, number = base, 2
    while id_ in dossier.casebook.spots:
        id_, number = f"{base}-{number}", number + 1
    return id_


def _title(file: Path) -> str:
    return _safe_name(file.stem)


def _quoted(text: str) -> str:
    """Write a string as TOML has it."""
    escaped = "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) == "Cc" else "\\" + c if c in '"\\' else c for c in text
    )
    return f'"{escaped}"'
