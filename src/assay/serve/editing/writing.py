"""Drafts into the files: by slice, whole or not at all, and refused where the entry has moved underneath."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.casebook import Casebook
from assay.casebook.slices import entry_span, inserted, removed, replaced
from assay.dossier import Dossier, DossierError
from assay.dossier.errors import ChangedUnderneathError
from assay.dossier.writing import FileChange, file_change, write
from assay.model.entries import Extension, kind_of
from assay.serve.desk import Desk
from assay.serve.editing.drafts import Draft
from assay.serve.editing.entries import Standing, entries_with, entry_called

if TYPE_CHECKING:
    from assay.casebook.edits import Edit

_TRIES = 5
_FILE = re.compile(r"casebook/(?:[\w-][\w .-]*/)*[\w-][\w .-]*\.case")


class Conflict(Struct, frozen=True):
    """An entry that is no longer as the form was opened with: the draft, and the entry now; None where it is gone."""

    draft: Draft
    now: Standing | None


class Written(Struct, frozen=True):
    """What was written, in words, and the files that it went into."""

    what: str
    files: tuple[str, ...]


def write_drafts(desk: Desk, drafts: Sequence[Draft], what: str, *, delete: bool = False) -> Written | Conflict:
    """Write the drafts in one change; or return the first that somebody else has changed, and write nothing.

    Changes to other entries of the same files are no hindrance: the change is worked out anew on the files as they are.

    Raises:
        DossierError: it cannot be written.
    """
    for _ in range(_TRIES):
        dossier = desk.dossier
        try:
            changes = _changes(dossier, drafts, delete=delete)
            if isinstance(changes, Conflict):
                return changes
            write(desk.root, what, changes)
        except ChangedUnderneathError:
            desk.reopen()
            continue
        desk.reopen()
        return Written(what, tuple(change.path for change in changes))
    raise DossierError("the files change faster than they can be written", "try again")


def _changes(dossier: Dossier, drafts: Sequence[Draft], *, delete: bool) -> list[FileChange] | Conflict:
    edits: dict[str, list[Edit]] = {}
    fresh: dict[tuple[str, int | None], list[str]] = {}
    texts = dossier.casebook_texts
    for draft in drafts:
        if not draft.frame.before:
            fresh.setdefault(_place_for(dossier.casebook, draft), []).append(draft.text)
            continue
        now = where_now(dossier.casebook, draft)
        if now is None or now.text != draft.frame.before:
            return Conflict(draft, now)
        text = texts[now.file]
        made = removed(now.file, text, now.line) if delete else replaced(now.file, text, now.line, draft.text)
        edits.setdefault(now.file, []).append(made)
    for (file, at), entries in fresh.items():
        text = texts.get(file, "")
        edits.setdefault(file, []).append(inserted(file, text, _joined(entries), at))
    return [file_change(file, texts.get(file), made) for file, made in edits.items()]


def _joined(entries: Sequence[str]) -> str:
    return "\n\n".join(entry.strip("\n") for entry in entries)


def where_now(casebook: Casebook, draft: Draft) -> Standing | None:
    """Find the entry that a draft is of: by its id, or by its text where its id has become another's."""
    frame = draft.frame
    called = entry_called(casebook, frame.id, frame.part) if frame.id else None
    if called is not None and called.text == frame.before:
        return called
    return next(entries_with(casebook, frame.before), called)


def _place_for(casebook: Casebook, draft: Draft) -> tuple[str, int | None]:
    """Choose where in its file a new entry goes: a statement behind the last one on its claim, others at the end."""
    file = draft.frame.file or default_file(casebook, draft.frame.kind, draft.text)
    if not _FILE.fullmatch(file) or "drafts" in file.split("/")[1:-1]:
        raise DossierError(f"“{file}” is no file of the casebook", "write casebook/NAME.case")
    head = draft.text.partition("\n")[0].split()
    if draft.frame.kind != "statement" or len(head) < 4 or file not in casebook.texts:  # noqa: PLR2004 - DATE WHO ACT CLAIM
        return file, None
    beside = [
        spot.line
        for statement in casebook.case.by_claim.get(head[3], ())
        for spot in casebook.spots[statement.id]
        if spot.file == file
    ]
    return file, entry_span(casebook.texts[file], max(beside)).end if beside else None


def default_file(casebook: Casebook, kind: str, text: str = "") -> str:
    """Choose a file for a new entry: where its claim stands, or else most entries of its kind, or else any."""
    head = text.partition("\n")[0].split()
    if kind == "statement" and len(head) > 3 and head[3] in casebook.case.claims:  # noqa: PLR2004 - DATE WHO ACT CLAIM
        return casebook.spots[head[3]][0].file
    likes = {"statement": {"statement", "claim"}, "claim": {"claim", "statement"}}.get(kind, {kind})
    found = Counter(
        spot.file
        for spot, entry in casebook.entries
        if kind_of(entry.entry if isinstance(entry, Extension) else entry) in likes
    )
    return found.most_common(1)[0][0] if found else next(iter(casebook.texts), "casebook/case.case")
