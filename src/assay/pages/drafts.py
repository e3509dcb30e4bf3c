"""Proposals: entries that the program drafted, which count for nothing until somebody keeps them."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.casebook import parse_text
from assay.casebook.slices import entry_span
from assay.dossier.errors import DossierError
from assay.draft.folder import DECIDED, draft_texts
from assay.model.case import Case
from assay.model.entries import Citation, Claim, Entry, Extension, Group, Person, Place, Statement, kind_of
from assay.pages.site import NotHereError

if TYPE_CHECKING:
    from assay.dossier import Dossier

_MARK = re.compile(r"^[ \t]*; drafted (\S+) [0-9a-f]+[ \t\r]*\n?", re.MULTILINE)
_RULE = re.compile(r"^[ \t]+(?:proposed|because):[ \t]*(.+)$", re.MULTILINE)


class Proposal(Struct, frozen=True):
    """A proposed entry: its key among proposals, its text, the rule that made it, and the words that it rests on."""

    key: str
    file: str
    line: int
    kind: str
    title: str
    text: str
    rules: tuple[str, ...]
    quotes: tuple[tuple[str, str, str], ...]
    """Work, locator and words."""


class Drafts(Struct, frozen=True):
    """The proposals, file by file, a hundred at a time."""

    title: str
    proposals: tuple[Proposal, ...]
    first: int
    of: int
    unreadable: tuple[str, ...]
    """Lines that nobody can read, with their place."""
    marked: bool = False
    """Whether all that are shown are marked from the start."""


def drafts(dossier: "Dossier", first: int = 0, most: int = 100, *, marked: bool = False) -> Drafts:
    """List what `casebook/drafts` proposes."""
    read: list[tuple[str, str, int, Entry]] = []
    unreadable: list[str] = []
    for name, text in _texts(dossier).items():
        parsed = parse_text(text)
        read += ((name, text, placed.line, placed.entry) for placed in parsed.entries)
        unreadable += (f"{name}:{one.line}: {one.message}" for one in parsed.complaints)
    proposed = {entry.id: entry.title for *_, entry in read if isinstance(entry, Claim | Person | Group | Place)}
    names = _Names(dossier.case, proposed)
    shown = tuple(_proposal(names, *one) for one in read[first : first + most])
    return Drafts(dossier.title, shown, first, len(read), tuple(unreadable[:most]), marked)


def waiting(dossier: "Dossier") -> int:
    """Count the proposals that nobody has decided about; none where they cannot be read, which their own page says."""
    try:
        return sum(len(_MARK.findall(text)) for text in _texts(dossier).values())
    except NotHereError:
        return 0


def _texts(dossier: "Dossier") -> dict[str, str]:
    """Read the proposals' files, and not what was decided."""
    try:
        texts = draft_texts(dossier.root)
    except DossierError as error:
        raise NotHereError(str(error), error.help) from None
    return {name: text for name, text in texts.items() if name != DECIDED}


class _Names:
    """What ids are called: in the casebook, and among what is proposed."""

    def __init__(self, case: Case, proposed: Mapping[str, str]) -> None:
        self._case, self._proposed = case, proposed

    def called(self, id_: str) -> str:
        return self._proposed.get(id_) or self._case.called(id_)


def _proposal(names: _Names, file: str, text: str, line: int, entry: Entry) -> Proposal:
    span = entry_span(text, line)
    own = text[span.start : span.end]
    mark = _MARK.search(own)
    inner = entry.entry if isinstance(entry, Extension) else entry
    return Proposal(
        key=mark[1] if mark is not None else inner.id,
        file=file,
        line=line,
        kind=kind_of(inner),
        title=_title(names, entry),
        text=_MARK.sub("", own),
        rules=tuple(_RULE.findall(own)),
        quotes=tuple((cite.source, str(cite.locator or ""), cite.words) for cite in _cites(entry)),
    )


def _title(names: _Names, entry: Entry) -> str:
    if isinstance(entry, Statement):
        return f"{names.called(entry.witness)} {entry.act}: {names.called(entry.claim)}"
    inner = entry.entry if isinstance(entry, Extension) else entry
    more = "more of " if isinstance(entry, Extension) else ""
    return more + (names.called(inner.id) if isinstance(entry, Extension) else getattr(inner, "title", inner.id))


def _cites(entry: Entry) -> Iterator[Citation]:
    if isinstance(entry, Statement):
        yield from entry.cites
