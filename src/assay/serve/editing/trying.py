"""What is wrong with an entry's text: what the parser says, and names that nobody has described, each at its field."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from assay.casebook import Casebook, parse_text
from assay.casebook.heads import head_parts, kind_of_head
from assay.casebook.lexer import Item, cut
from assay.casebook.references import references
from assay.model.case import Case
from assay.model.entries import Entry, Extension, Judgement, Search, Statement, kind_of
from assay.model.guessing import did_you_mean


class Message(Struct, frozen=True):
    """Something to mend: where (`head id`, or a field with its number: `cite 0`), what is wrong, what to type."""

    place: str
    message: str
    help: str = ""
    stops: bool = True
    """Whether the entry cannot be written so; else it can, once somebody has read this."""
    describe: str = ""
    """A name that nobody has described yet."""


class Tried(Struct, frozen=True):
    """An entry's text, read: the entry where it can be, its id, and what is wrong."""

    entry: Entry | None
    messages: tuple[Message, ...]

    @property
    def id(self) -> str:
        """The entry's id; nothing where it cannot be read."""
        return "" if self.entry is None else (self.entry.entry if isinstance(self.entry, Extension) else self.entry).id


def read_entry(text: str) -> Tried:
    """Read one entry's text."""
    if "\n\n" in text.strip("\n") or re.search(r"^[^\S\n]+$", text, re.MULTILINE):
        return Tried(None, (Message("text", "a blank line ends an entry", "take the blank line out"),))
    items = cut(text).items
    if not items:
        return Tried(None, (Message("text", "there is no entry here", "write its head, as the help says"),))
    if len(items) > 1:
        return Tried(None, (Message("text", "these are several entries", "write each in a form of its own"),))
    parsed = parse_text(text)
    messages = tuple(
        Message(_place(items[0], one.line, one.column), one.message, one.help) for one in parsed.complaints
    )
    return Tried(parsed.entries[0].entry if parsed.entries else None, messages)


def _place(item: Item, line: int, column: int) -> str:
    """Name the field on whose line a complaint stands, or the part of the head."""
    if line <= item.line:
        return _part(item.head, column)
    owner = max((field for field in item.fields if field.line <= line), key=lambda field: field.line, default=None)
    if owner is None:
        return "text"
    nth = sum(field.name == owner.name for field in item.fields if field.line < owner.line)
    return f"{owner.name} {nth}"


def _part(head: str, column: int) -> str:
    """Name the part of a head that stands in a column."""
    kind = kind_of_head(head)
    if kind is None:
        return "text"
    parts = [(name, value) for name, value in head_parts(head).items() if value]
    at = 0
    for name, value in parts:
        found = head.find(value, at)
        if found <= column - 1 < found + len(value):
            return f"head {name}"
        at = max(found, at)
    return f"head {parts[0][0]}" if parts else "head id"


def unknown_names(tried: Tried, text: str, casebook: Casebook, fresh: Mapping[str, str]) -> Iterator[Message]:
    """Say which names nobody has described, and which are of the wrong kind. `fresh` gives the kind of new ids."""
    if tried.entry is None:
        return
    item = cut(text).items[0]
    for reference in references(tried.entry):
        kind = fresh.get(reference.name) or kind_called(casebook.case, reference.name)
        if kind in reference.kinds:
            continue
        place = _named_at(item, reference.field, reference.name)
        wanted = " or ".join(reference.kinds)
        if kind is not None:
            yield Message(place, f"{reference.name} is a {kind}, not a {wanted}", f"name a {wanted}", stops=False)
            continue
        known = [id_ for id_ in casebook.spots if kind_called(casebook.case, id_) in reference.kinds]
        help_ = did_you_mean(reference.name, known, f"describe it as a {wanted}")
        name = "" if "statement" in reference.kinds else reference.name
        yield Message(place, f"nobody has described {reference.name} yet", help_, stops=False, describe=name)


def _named_at(item: Item, field: str, name: str) -> str:
    if field == "head":
        parts = head_parts(item.head)
        return next(
            (f"head {part}" for part, value in parts.items() if name in value.replace("#", " ").split()), "text"
        )
    own = [given for given in item.fields if given.name == field]
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    nth = next((number for number, given in enumerate(own) if whole.search(given.value)), 0)
    return f"{field} {nth}"


def kind_called(case: Case, id_: str) -> str | None:
    """Name the kind of whatever has an id."""
    entry = case.described.get(id_)
    if entry is not None:
        return kind_of(entry)
    return "statement" if id_ in case.statements else None


def has_own_id(entry: Entry) -> bool:
    """Say whether an entry is called what it says, so that no other may be called the same."""
    if isinstance(entry, Statement):
        return entry.labelled
    return not isinstance(entry, (Judgement, Search, Extension))
