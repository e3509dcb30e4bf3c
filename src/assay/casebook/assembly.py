"""All files of a casebook, put together into one case."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, structs

from assay.casebook.complaints import Complaint
from assay.casebook.lexer import Field, Item, cut
from assay.casebook.parser import Parsed
from assay.model.case import Case
from assay.model.entries import KINDS, Described, Entry, Extension, Facts, Judgement, Search, Statement, kind_of
from assay.model.location import Location


class Spot(Struct, frozen=True, array_like=True):
    """Where an entry's head stands."""

    file: str
    line: int


class Duplicate(Struct, frozen=True):
    """An id that was given again: the second entry counts for nothing."""

    id: str
    at: Spot
    first: Spot


class Stray(Struct, frozen=True):
    """An `extend` of something that is not there, or that is of another kind."""

    id: str
    kind: str
    at: Spot


class Casebook(Struct, frozen=True, dict=True):
    """A case, with the files it was read from and what could not be read in them."""

    case: Case
    texts: Mapping[str, str]
    """The files by path within the dossier, with forward slashes."""
    complaints: Mapping[str, list[Complaint]]
    spots: Mapping[str, tuple[Spot, ...]]
    """Where each entry stands, and what extends it, by id."""
    entries: tuple[tuple[Spot, Entry], ...]
    duplicates: tuple[Duplicate, ...] = ()
    strays: tuple[Stray, ...] = ()

    def locate(self, id_: str, field: str = "head", word: str = "", nth: int = 0) -> Location:
        """Find where an entry says something: a field's value, or one word in it. Falls back to the entry's head."""
        spots = self.spots[id_]
        for spot in spots:
            item = item_at(self.lines[spot.file], spot.line)
            found = places_in(item, field, word)
            if len(found) > nth:
                return Location(spot.file, *found[nth])
            nth -= len(found)
        return self.head(spots[0])

    def head(self, spot: Spot) -> Location:
        """Return the whole head of an entry."""
        return Location(spot.file, spot.line, 1, len(self.lines[spot.file][spot.line - 1].rstrip()) or 1)

    @cached_property
    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of each file."""
        return {file: text.split("\n") for file, text in self.texts.items()}


def item_at(lines: Sequence[str], line: int) -> Item:
    """Cut the one item whose head stands on a line."""
    last = line
    while last < len(lines) and lines[last].strip() and lines[last][0] in " \t":
        last += 1
    (item,) = cut("\n".join(lines[line - 1 : last])).items
    shift = line - 1
    fields = tuple(structs.replace(field, line=field.line + shift) for field in item.fields)
    return Item(item.head, line, fields)


def places_in(item: Item, field: str, word: str = "") -> list[tuple[int, int, int]]:
    """Find line, column and width of a field's values in an item, or of a word in them, in order."""
    values = [(item.line, 1, item.head)] if field == "head" else [_value_at(f) for f in item.fields if f.name == field]
    if not word:
        return [(line, column, len(text) or 1) for line, column, text in values]
    whole = re.compile(rf"(?<![\w~?%/.-]){re.escape(word)}(?![\w~?%/.-])")
    return [
        (line, column + match.start(), len(word)) for line, column, text in values for match in whole.finditer(text)
    ]


def _value_at(field: Field) -> tuple[int, int, str]:
    return field.line, field.column, field.value


def assemble(texts: Mapping[str, str], parsed: Mapping[str, Parsed]) -> Casebook:
    """Put the files of a casebook together, in the order of their paths."""
    gathering = _Gathering()
    for file in sorted(parsed):
        for placed in parsed[file].entries:
            gathering.add(placed.entry, Spot(file, placed.line))
    gathering.extend()
    gathering.settle_targets()
    return Casebook(
        case=gathering.case(),
        texts=texts,
        complaints={file: parsed[file].complaints for file in sorted(parsed) if parsed[file].complaints},
        spots={id_: tuple(spots) for id_, spots in gathering.spots.items()},
        entries=tuple(gathering.entries),
        duplicates=tuple(gathering.duplicates),
        strays=tuple(gathering.strays),
    )


class _Gathering:
    """Entries as they come in, by kind."""

    def __init__(self) -> None:
        self.described: dict[str, dict[str, Described]] = {kind: {} for kind in KINDS}
        self.statements: dict[str, Statement] = {}
        self.judgements: list[Judgement] = []
        self.searches: list[Search] = []
        self.extensions: list[tuple[Extension, Spot]] = []
        self.spots: dict[str, list[Spot]] = {}
        self.entries: list[tuple[Spot, Entry]] = []
        self.duplicates: list[Duplicate] = []
        self.strays: list[Stray] = []
        self.repeats: Counter[str] = Counter()

    def add(self, entry: Entry, spot: Spot) -> None:
        if isinstance(entry, Extension):
            self.extensions.append((entry, spot))
            self.entries.append((spot, entry))
            return
        if isinstance(entry, (Judgement, Search)) or (isinstance(entry, Statement) and not entry.labelled):
            entry = structs.replace(entry, id=self._free(entry.id))
        elif entry.id in self.spots:
            self.duplicates.append(Duplicate(entry.id, spot, self.spots[entry.id][0]))
            return
        self.spots[entry.id] = [spot]
        self.entries.append((spot, entry))
        match entry:
            case Statement():
                self.statements[entry.id] = entry
            case Judgement():
                self.judgements.append(entry)
            case Search():
                self.searches.append(entry)
            case _:
                self.described[kind_of(entry)][entry.id] = entry

    def _free(self, id_: str) -> str:
        """Number a repeated id: `...~2`."""
        if id_ not in self.spots:
            return id_
        self.repeats[id_] += 1
        while f"{id_}~{self.repeats[id_] + 1}" in self.spots:
            self.repeats[id_] += 1
        return f"{id_}~{self.repeats[id_] + 1}"

    def extend(self) -> None:
        for extension, spot in self.extensions:
            more = extension.entry
            known = self.described[kind_of(more)]
            if more.id not in known:
                self.strays.append(Stray(more.id, kind_of(more), spot))
                continue
            known[more.id] = _merged(known[more.id], more)
            self.spots[more.id].append(spot)

    def settle_targets(self) -> None:
        """Give each statement that names another the claim of that one, through chains, refusing circles."""
        for id_, statement in self.statements.items():
            seen = {id_}
            aim = statement
            while aim.target is not None and aim.target in self.statements and aim.target not in seen:
                seen.add(aim.target)
                aim = self.statements[aim.target]
            if aim is not statement and aim.target is None:
                aimed_at = self.statements[statement.target or ""]
                aside = statement.act == "denies" and aimed_at.act != "affirms"
                self.statements[id_] = structs.replace(statement, claim=aim.claim, aside=aside)

    def case(self) -> Case:
        kinds: dict[str, Any] = {f"{kind}s": entries for kind, entries in self.described.items()}
        return Case(
            **kinds, statements=self.statements, judgements=tuple(self.judgements), searches=tuple(self.searches)
        )


def _merged(entry: Described, more: Described) -> Described:
    """Add the fields of an extension: lists grow, what was not stated is now."""
    changed: dict[str, Any] = {}
    for name, default in _defaults(more):
        added = getattr(more, name)
        if added == default:
            continue
        if isinstance(added, tuple) and name != "at":
            changed[name] = getattr(entry, name) + added
        elif isinstance(added, Facts):
            changed[name] = getattr(entry, name).assuming(added)
        else:
            changed[name] = added
    return structs.replace(entry, **changed)


_OWN = ("id", "title", "proposed", "because")  # an extension that was proposed makes no proposal of what it extends


def _defaults(entry: Described) -> Iterable[tuple[str, Any]]:
    return ((field.name, field.default) for field in structs.fields(entry) if field.name not in _OWN)
