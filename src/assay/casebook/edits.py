"""Changes to casebook text by slice: the lines that change, and no others."""

from collections.abc import Iterable

from msgspec import Struct

from assay.casebook.assembly import Casebook
from assay.casebook.lexer import cut
from assay.casebook.slots import slots
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


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Make one edit of those that touch, so that what was taken out side by side is put back in its order."""
    found: list[Edit] = []
    for edit in sorted(edits):
        if found and found[-1].span.end == edit.span.start:
            last = found.pop()
            found.append(Edit(edit.file, Span(last.span.start, edit.span.end), last.new + edit.new))
        else:
            found.append(edit)
    return tuple(found)


def rename_edits(casebook: Casebook, old: str, new: str) -> list[Edit]:
    """Rename whatever has the id `old`, everywhere it is named, in entries that cannot be read too.

    Entries without a label take their id from their head, so theirs change with it, and so do references to them.
    """
    renamed = {old: new} | derived_ids(casebook, old, new)
    edits: list[Edit] = []
    for file, text in casebook.texts.items():
        starts = _line_starts(text)
        bom = text.startswith("\ufeff")
        for item in cut(text).items:
            for line, column, name in slots(item):
                if name in renamed:
                    at = starts[line - 1] + column - 1 + (bom and line == 1)
                    edits.append(Edit(file, Span(at, at + len(name)), renamed[name]))
    return sorted(edits)


def derived_ids(casebook: Casebook, old: str, new: str) -> dict[str, str]:
    """Return the new ids of the statements without a label of their own whose head names `old`, or one of these."""
    changed = {old: new}
    while True:
        before = len(changed)
        for statement in casebook.case.statements.values():
            if statement.labelled or statement.id in changed:
                continue
            parts = (statement.date.text, statement.witness, statement.act, statement.target or statement.claim)
            fresh = tuple(changed.get(part, part) for part in parts)
            stem = "-".join(parts)
            if fresh != parts and statement.id.startswith(stem):
                changed[statement.id] = "-".join(fresh) + statement.id.removeprefix(stem)
        if len(changed) == before:
            del changed[old]
            return changed


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
