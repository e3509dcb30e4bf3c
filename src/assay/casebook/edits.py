"""Changes to casebook text by slice: the lines that change, and no others."""

from collections.abc import Iterable

from msgspec import Struct

from assay.casebook.assembly import Casebook, item_at, places_in
from assay.casebook.lexer import Item
from assay.casebook.references import references
from assay.model.entries import Extension
from assay.model.location import Span


class Edit(Struct, frozen=True, order=True):
    """Put `new` in the place of a run of characters of a file."""

    file: str
    span: Span
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits to one file's text. They may not overlap.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.span.start < at or edit.span.end > len(text):
            raise ValueError(f"edits overlap or lie outside the text at character {edit.span.start}")
        pieces += [text[at : edit.span.start], edit.new]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def rename_edits(casebook: Casebook, old: str, new: str) -> list[Edit]:
    """Rename whatever has the id `old`, everywhere it is named.

    Statements without a label take their id from their head, so theirs change with it, and so do references to them.
    """
    renamed = {old: new} | _derived(casebook, old, new)
    edits: set[Edit] = set()
    for spot, entry in casebook.entries:
        text = casebook.texts[spot.file]
        used = {(ref.field, ref.name) for ref in references(entry) if ref.name in renamed}
        inner = entry.entry if isinstance(entry, Extension) else entry
        if inner.id == old:
            used.add(("head", old))
        if not used:
            continue
        starts = _line_starts(text)
        item = item_at(text, spot.line)
        for field, name in used:
            for line, column, width in _named(item, field, name):
                at = starts[line - 1] + column - 1
                edits.add(Edit(spot.file, Span(at, at + width), renamed[name]))
    return sorted(edits)


def _named(item: Item, field: str, name: str) -> list[tuple[int, int, int]]:
    places = places_in(item, field, name)
    if field == "head":
        # The title may say the same word; ids stand before it.
        title = item.head.find('"') + 1 or len(item.head) + 1
        places = [place for place in places if place[1] < title]
    return places


def _derived(casebook: Casebook, old: str, new: str) -> dict[str, str]:
    """New ids of the statements that have no label of their own and name `old` in their head."""
    changed: dict[str, str] = {}
    for statement in casebook.case.statements.values():
        if statement.labelled or old not in (statement.witness, statement.claim, statement.target):
            continue
        target = statement.target or statement.claim
        parts = (statement.date.text, statement.witness, statement.act, target)
        stem = "-".join(parts)
        fresh = "-".join(new if part == old else part for part in parts)
        if statement.id.startswith(stem):
            changed[statement.id] = fresh + statement.id.removeprefix(stem)
    return changed


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
