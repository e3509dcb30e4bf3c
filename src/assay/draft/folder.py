"""The folder `casebook/drafts/`: proposals as they stand there, and what was decided about others.

Every drafted entry carries a comment behind its head, `; drafted KEY PRINT`: its name among proposals, and a print of
its text as it was made, by which an edited one is known. A line of `decided.case` says of a proposal that was kept or
dropped that it is not to be made again. All of it is text that git can hold; nothing in `.assay/` is needed.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from assay.casebook.edits import Edit
from assay.casebook.parser import parse_text
from assay.casebook.slices import entry_span
from assay.dossier.errors import DossierError
from assay.dossier.writing import FileChange, file_change
from assay.model.entries import Extension
from assay.model.location import Span
from assay.model.proposals import PARTS, Proposal

FOLDER = "casebook/drafts"
DECIDED = f"{FOLDER}/decided.case"
_LARGEST = 64 << 20  # bytes; a folder of more is no list that anybody goes through
_OPENING = "; What was decided about proposals, one to a line. assay draft does not make these again.\n"
_MARK = re.compile(r"^[ \t]*; drafted (?P<key>\S+) (?P<print>[0-9a-f]{12})[ \t\r]*\n?", re.MULTILINE)
_DECIDED = re.compile(r"^; (?P<what>kept|dropped) (?P<key>\S+)(?: because (?P<why>.*))?$", re.MULTILINE)
_HEADS = {
    "persons": "Persons whom the documents name, and ways of writing their names.",
    "aliases": "Names that stand for somebody else's, where a document itself says so.",
    "places": "Places that the documents name.",
    "dates": "Dates.",
    "statements": "Who says what, and where that stands.",
    "claims": "What the statements are about.",
}


class Drafted(Struct, frozen=True):
    """An entry of the folder. `text` is what would be kept: without the comment that marks it as drafted."""

    file: str
    line: int
    key: str
    text: str
    is_edited: bool
    """Whether somebody changed it since it was drafted, or wrote it there himself."""


class Decision(Struct, frozen=True):
    """That a proposal was kept or dropped."""

    what: Literal["kept", "dropped"]
    key: str
    why: str = ""

    def line(self) -> str:
        """Write it down."""
        return f"; {self.what} {self.key}" + (f" because {self.why}" if self.why else "")


class Drafts(Struct, frozen=True):
    """The folder as it is on disk."""

    root: Path
    texts: Mapping[str, str]
    drafted: Sequence[Drafted]
    decided: Mapping[str, Decision]

    def find(self, key: str) -> Drafted | None:
        """Return the proposal of this name."""
        plain = key.removeprefix("#")
        return next((one for one in self.drafted if one.key == plain), None)


def read_drafts(root: Path) -> Drafts:
    """Read the folder; an empty one where there is none.

    Raises:
        DossierError: a file in it cannot be read, or leads out of the dossier.
    """
    texts = draft_texts(root)
    decided = [
        Decision("kept" if match["what"] == "kept" else "dropped", match["key"], match["why"] or "")
        for match in _DECIDED.finditer(texts.pop(DECIDED, "").replace("\r", ""))
    ]
    drafted = [one for name, text in texts.items() for one in _entries(name, text)]
    return Drafts(root, texts, drafted, {one.key: one for one in decided})


def draft_texts(root: Path) -> dict[str, str]:
    """Read the files of the folder, by their names in the dossier, what was decided among them.

    Raises:
        DossierError: a file in it cannot be read, is too large, or leads out of the dossier.
    """
    texts: dict[str, str] = {}
    folder = root / FOLDER
    for path in sorted(folder.rglob("*.case")):
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root.resolve()):
            raise DossierError(f"{name} leads out of the dossier", "put the file itself there, not a link to it")
        try:
            if path.stat().st_size > _LARGEST:
                raise DossierError(f"{name} has more than {_LARGEST >> 20} MiB", "draft a part at a time")
            texts[name] = path.read_bytes().decode("utf-8", errors="surrogateescape")
        except OSError as error:
            raise DossierError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from None
    return texts


def _entries(file: str, text: str) -> Iterator[Drafted]:
    for placed in parse_text(text).entries:
        span = entry_span(text, placed.line)
        written = text[span.start : span.end].replace("\r\n", "\n")
        mark = _MARK.search(written)
        clean = _MARK.sub("", written).rstrip("\n")
        inner = placed.entry.entry if isinstance(placed.entry, Extension) else placed.entry
        key = mark["key"] if mark is not None else inner.id
        yield Drafted(file, placed.line, key, clean, mark is None or mark["print"] != print_of(clean))


def print_of(text: str) -> str:
    """Hash an entry's text, so that a change of it is seen."""
    return hashlib.sha256(text.strip().encode("utf-8", errors="surrogateescape")).hexdigest()[:12]


def marked(proposal: Proposal) -> str:
    """Write a proposal as it stands in the folder: with its mark behind its head."""
    head, newline, rest = proposal.text.strip().partition("\n")
    return f"{head}\n  ; drafted {proposal.id} {print_of(proposal.text)}{newline}{rest}"


def file_of(part: str) -> str:
    """Return the file of a part's proposals."""
    return f"{FOLDER}/{part}.case"


class Merged(Struct, frozen=True):
    """What a part's file is to hold now, and how that differs from before."""

    text: str
    new: int
    same: int
    edited: int
    gone: int


def merged(part: str, made: Sequence[Proposal], drafts: Drafts) -> Merged:
    """Put new proposals into a part's file: what somebody edited or wrote there stays as it is."""
    file = file_of(part)
    before = {one.key: one for one in drafts.drafted if one.file == file}
    edited = {key: one for key, one in before.items() if one.is_edited}
    elsewhere = {one.key for one in drafts.drafted if one.file != file and one.is_edited}
    blocks: list[str] = []
    new = same = 0
    for proposal in made:
        key = proposal.id
        if key in drafts.decided or key in elsewhere:
            continue
        if key in edited:
            blocks.append(_as_it_stands(drafts.texts[file], edited.pop(key)))
            continue
        blocks.append(marked(proposal))
        new, same = new + (key not in before), same + (key in before)
    blocks += (_as_it_stands(drafts.texts[file], one) for one in edited.values())
    kept_keys = {proposal.id for proposal in made}
    gone = sum(key not in kept_keys and not one.is_edited for key, one in before.items())
    opening = f"; {_HEADS[part]}\n; Proposals: they count for nothing until you type: assay keep . LABEL\n"
    text = "\n\n".join([opening.rstrip(), *blocks]) + "\n" if blocks or before else ""
    return Merged(text, new, same, sum(one.is_edited for one in before.values()), gone)


def _as_it_stands(text: str, one: Drafted) -> str:
    span = entry_span(text, one.line)
    return text[span.start : span.end].replace("\r\n", "\n")


def changed_to(drafts: Drafts, file: str, text: str) -> FileChange | None:
    """Describe a file's change to another text; None where it is the same."""
    before = drafts.texts.get(file)
    if (before or "") == text:
        return None
    return file_change(file, before, [Edit(file, Span(0, len(before or "")), text)])


def decisions_added(drafts: Drafts, decisions: Sequence[Decision]) -> FileChange:
    """Describe the change that writes decisions down."""
    path = drafts.root / DECIDED
    before = path.read_bytes().decode("utf-8", errors="surrogateescape") if path.exists() else None
    gap = "" if before is None or before.endswith("\n") else "\n"
    lines = "".join(f"{one.line()}\n" for one in decisions)
    at = len(before or "")
    return file_change(DECIDED, before, [Edit(DECIDED, Span(at, at), (_OPENING if before is None else gap) + lines)])


assert set(_HEADS) == set(PARTS)
