"""The pages on which entries are written: as values, so that each has its JSON twin."""

import bisect
import re

from msgspec import Struct

from assay.casebook import Casebook
from assay.casebook.references import references
from assay.model.entries import Entry, Extension, kind_of
from assay.serve.editing.editors import Editor


class Choice(Struct, frozen=True):
    """Something that a field may name: its id, and what it is called."""

    id: str
    title: str


class Versions(Struct, frozen=True):
    """An entry that changed underneath: when the form was opened, in the file now, and as it was to be."""

    title: str
    before: str
    now: str
    yours: str
    gone: bool


class EditPage(Struct, frozen=True):
    """A form for one entry or several, with what they may name, and what becomes of it."""

    title: str
    editors: tuple[Editor, ...]
    names: dict[str, tuple[Choice, ...]]
    """What fields may name, by kind."""
    files: tuple[str, ...]
    onward: str
    """Where to go when it is written."""
    conflict: Versions | None = None
    warned: bool = False
    """Whether everything that is wrong may be written nevertheless."""
    named_by: tuple[str, ...] = ()
    """The entries that name this one."""
    verdict: str = ""
    """Whether the quoted words stand on their page."""
    said: str = ""
    unreadable: bool = False
    """Whether the entry has bytes that are no text, and cannot be edited here."""


class KindsPage(Struct, frozen=True):
    """Which kinds of entries can be made."""

    title: str
    kinds: tuple[Choice, ...]


class WaitingPage(Struct, frozen=True):
    """What is shown while a large dossier is being examined."""

    title: str
    dossier: str


class RefusalPage(Struct, frozen=True):
    """Why something cannot be done, and what to do."""

    title: str
    message: str
    help: str
    status: int


KINDS_SAID = {
    "statement": "Somebody said something: who, when, what, and where it stands",
    "claim": "Something that is so or is not so, whoever says it",
    "person": "Someone who speaks, is spoken of, or handed words on",
    "group": "Several persons who act as one",
    "source": "A work: in hand, or known only from others",
    "place": "A place, which may lie within others",
    "issue": "A question that the investigation is to answer",
    "judgement": "A decision, with your name, the date and the reason",
    "search": "A search that found nothing",
    "scenario": "A named set of strikes: what if this were left out?",
    "extension": "More fields for an entry that stands elsewhere",
}
"""What the kinds of entries are for, those first that are made most."""


def names_by_kind(casebook: Casebook) -> dict[str, tuple[Choice, ...]]:
    """List what fields may name, by kind."""
    found: dict[str, list[Choice]] = {}
    for id_, entry in casebook.case.described.items():
        found.setdefault(kind_of(entry), []).append(Choice(id_, entry.title))
    return {kind: tuple(choices[:_LISTED]) for kind, choices in found.items()}


_LISTED = 2000  # beyond which a list of suggestions helps nobody


def naming(casebook: Casebook, id_: str) -> tuple[str, ...]:
    """Return the ids of the entries that name another. Only entries in whose text the id stands are looked at."""
    whole = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    if not any(id_ in text for text in casebook.texts.values()):
        return ()
    found: dict[str, None] = {}
    lines = {file: _lines_with(text, whole) for file, text in casebook.texts.items()}
    heads: dict[str, list[tuple[int, Entry]]] = {}
    for spot, entry in casebook.entries:
        heads.setdefault(spot.file, []).append((spot.line, entry))
    for file, entries in heads.items():
        entries.sort(key=lambda placed: placed[0])
        starts = [line for line, _ in entries]
        for index in sorted({bisect.bisect_right(starts, line) - 1 for line in lines[file]}):
            entry = entries[max(index, 0)][1]
            own = entry.entry.id if isinstance(entry, Extension) else entry.id
            if own != id_ and any(reference.name == id_ for reference in references(entry)):
                found[own] = None
    return tuple(found)


def _lines_with(text: str, whole: "re.Pattern[str]") -> list[int]:
    """Return the numbers of the lines on which something stands."""
    lines: list[int] = []
    at, line = 0, 1
    for match in whole.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        lines.append(line)
    return lines
