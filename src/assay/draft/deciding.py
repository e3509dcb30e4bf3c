"""Keeping and dropping proposals: out of the folder, into the casebook or into the list of what was decided.

A kept entry goes to where entries of its kind stand, and one that extends another stands behind it. Its `proposed:`
line stays: it says that the program wrote the entry, and that a person kept it. All of it is one change, undone as one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from assay.casebook.assembly import Casebook
from assay.casebook.parser import parse_text
from assay.casebook.references import references
from assay.casebook.slices import entry_span, inserted, removed
from assay.dossier import Dossier, DossierError
from assay.dossier.writing import FileChange, file_change, write
from assay.draft.folder import Decision, Drafted, Drafts, decisions_added, read_drafts
from assay.draft.writing import one_line
from assay.model.entries import Entry, Extension, kind_of
from assay.model.guessing import did_you_mean

_FILES = {"person": "people", "group": "people", "source": "sources", "place": "places", "statement": "statements"}
_MANY = 4


class Kept(Struct, frozen=True):
    """A proposal that was kept, and the file that it is in now."""

    key: str
    file: str


def keep(
    dossier: Dossier, keys: Sequence[str], *, with_needed: bool = False, reworded: Mapping[str, str] | None = None
) -> tuple[Kept, ...]:
    """Move proposals into the casebook; `reworded` has the texts of those that are kept in other words.

    Raises:
        DossierError: there is no such proposal, it cannot be read, or it needs something that is not kept yet.
    """
    drafts = read_drafts(dossier.root)
    found = [_found(drafts, key) for key in keys]
    wanted = {one.key: structs.replace(one, text=(reworded or {}).get(one.key, one.text).strip("\n")) for one in found}
    wanted = _with_needed(dossier, drafts, wanted, is_wanted=with_needed)
    placed = [(one, _entry(one)) for one in wanted.values()]
    for one, entry in placed:
        _refuse_taken(dossier, one, entry)
    placed.sort(key=lambda pair: isinstance(pair[1], Extension))  # what is extended comes first
    homes = {one.key: _home(dossier.casebook, entry) for one, entry in placed}
    changes = [
        *_insertions(dossier, [(one, *homes[one.key]) for one, _ in placed]),
        *_taken_out(drafts, wanted.values()),
    ]
    decided = [Decision("kept", one.key) for one, _ in placed]
    write(dossier.root, f"keep {' '.join(list(wanted)[:_MANY])}", [*changes, decisions_added(drafts, decided)])
    return tuple(Kept(one.key, homes[one.key][0]) for one, _ in placed)


def drop(dossier: Dossier, keys: Sequence[str], because: str) -> tuple[str, ...]:
    """Take proposals out of the folder, and remember that they are not wanted.

    Raises:
        DossierError: there is no such proposal.
    """
    drafts = read_drafts(dossier.root)
    dropped = [_found(drafts, key) for key in dict.fromkeys(keys)]
    decided = [Decision("dropped", one.key, one_line(because)) for one in dropped]
    what = f"drop {' '.join(one.key for one in dropped[:_MANY])}"
    write(dossier.root, what, [*_taken_out(drafts, dropped), decisions_added(drafts, decided)])
    return tuple(one.key for one in dropped)


def _found(drafts: Drafts, key: str) -> Drafted:
    found = drafts.find(key)
    if found is not None:
        return found
    if (decision := drafts.decided.get(key.removeprefix("#"))) is not None:
        raise DossierError(f"{key} was {decision.what} before", "assay undo takes the latest change back")
    if not drafts.drafted:
        raise DossierError("nothing is proposed here", "type: assay draft")
    where = "labels stand behind “; drafted” in casebook/drafts; assay check --drafts checks them"
    meant = did_you_mean(key, [one.key for one in drafts.drafted])
    raise DossierError(f"nothing proposed is called {key}", " ".join(filter(None, (meant, where))))


def _entry(one: Drafted) -> Entry:
    parsed = parse_text(one.text + "\n")
    if parsed.complaints or len(parsed.entries) != 1:
        why = parsed.complaints[0].message if parsed.complaints else "it is not one entry"
        raise DossierError(f"{one.key} cannot be kept: {why}", f"mend it in {one.file}, line {one.line}")
    return parsed.entries[0].entry


def _needs(dossier: Dossier, entry: Entry) -> list[str]:
    """Return the names that an entry uses, or extends, and that the casebook does not have."""
    used = [reference.name for reference in references(entry)]
    used += [entry.entry.id] if isinstance(entry, Extension) else []
    return [name for name in dict.fromkeys(used) if name not in dossier.casebook.spots]


def _with_needed(
    dossier: Dossier, drafts: Drafts, wanted: dict[str, Drafted], *, is_wanted: bool
) -> dict[str, Drafted]:
    """Add what the wanted entries need; refuse where that was not asked for."""
    by_id = {_id(_entry(one)): one for one in drafts.drafted if not one.text.startswith("extend ")}
    todo = list(wanted.values())
    missing: list[Drafted] = []
    ids = {_id(_entry(one)) for one in todo if not one.text.startswith("extend ")}
    while todo:
        one = todo.pop()
        for name in _needs(dossier, _entry(one)):
            if name in ids:
                continue
            needed = by_id.get(name)
            if needed is None:
                raise DossierError(
                    f"{one.key} names {name}, which nothing describes", f"mend it in {one.file}, line {one.line}"
                )
            ids.add(name)
            missing.append(needed)
            todo.append(needed)
    if missing and not is_wanted:
        listed = " ".join(one.key for one in missing[:_MANY])
        more = f" and {len(missing) - _MANY} more" if len(missing) > _MANY else ""
        raise DossierError(
            f"this needs what is only proposed: {listed}{more}", "keep these first, or add --with-needed"
        )
    return {one.key: one for one in (*missing, *wanted.values())}


def _id(entry: Entry) -> str:
    return entry.entry.id if isinstance(entry, Extension) else entry.id


def _refuse_taken(dossier: Dossier, one: Drafted, entry: Entry) -> None:
    spots = dossier.casebook.spots.get(_id(entry))
    if spots and not isinstance(entry, Extension):
        help_ = f"give the proposal another id in {one.file}, line {one.line}, or drop it"
        raise DossierError(f"{_id(entry)} is taken, at {spots[0].file}:{spots[0].line}", help_)


def _home(casebook: Casebook, entry: Entry) -> tuple[str, int | None]:
    """Choose the file of an entry, and the line of the entry behind which it goes; None for the end of the file."""
    if isinstance(entry, Extension) and entry.entry.id in casebook.spots:
        spot = casebook.spots[entry.entry.id][0]
        return spot.file, spot.line
    kind = kind_of(entry.entry if isinstance(entry, Extension) else entry)
    alike = [spot for spot, other in casebook.entries if kind_of(other) == kind]
    files = Counter(spot.file for spot in alike)
    if files:
        file = max(files, key=lambda file: (files[file], file))
        return file, max(spot.line for spot in alike if spot.file == file)
    return f"casebook/{_FILES.get(kind, kind + 's')}.case", None


def _insertions(dossier: Dossier, homes: Iterable[tuple[Drafted, str, int | None]]) -> list[FileChange]:
    """Describe how entries are put into files: those that go to one place together."""
    by_place: dict[tuple[str, int | None], list[str]] = {}
    for one, file, line in homes:
        by_place.setdefault((file, line), []).append(one.text)
    edits = defaultdict(list)
    for (file, line), texts in by_place.items():
        text = dossier.casebook_texts.get(file, "")
        at = None if line is None else entry_span(text, line).end
        edits[file].append(inserted(file, text, "\n\n".join(texts), at))
    return [file_change(file, dossier.casebook_texts.get(file), found) for file, found in edits.items()]


def _taken_out(drafts: Drafts, gone: Iterable[Drafted]) -> list[FileChange]:
    by_file: dict[str, list[Drafted]] = {}
    for one in gone:
        by_file.setdefault(one.file, []).append(one)
    return [
        file_change(file, drafts.texts[file], [removed(file, drafts.texts[file], one.line) for one in found])
        for file, found in by_file.items()
    ]
