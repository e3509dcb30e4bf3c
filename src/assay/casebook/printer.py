"""An entry's fields put back into its text: only the lines of what changed, so that comments and layout survive."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from assay.casebook.lexer import SPACE, is_indented_head, split_field

_FIELD, _QUOTE = "  ", "    > "


class Line(Struct, frozen=True, order=True):
    """One field as a form has it: its value, and the quoted words below, line by line."""

    value: str
    quoted: tuple[str, ...] = ()


Lines = Mapping[str, Sequence[Line]]
"""The fields of an entry by name, those of one name in order."""


class _Block:
    """A run of lines of the entry's text: a field with what stands below it, or a comment between fields (no name)."""

    def __init__(self, lines: list[str], name: str = "", line: Line | None = None) -> None:
        self.lines, self.name, self.line = lines, name, line


def head_of(text: str) -> str:
    """Return an entry's head."""
    return next((line.strip(SPACE) for line in text.split("\n") if line.strip(SPACE)), "")


def lines_of(text: str) -> dict[str, list[Line]]:
    """Return an entry's fields as a form shows them."""
    found: dict[str, list[Line]] = {}
    for block in _blocks(text)[1]:
        if block.line is not None:
            found.setdefault(block.name, []).append(block.line)
    return found


def print_entry(head: str, fields: Lines, order: Sequence[str]) -> str:
    """Write an entry anew, its fields in the order of the table."""
    return print_changes(head, head, {}, fields, order)


def print_changes(text: str, head: str, known: Lines, wanted: Lines, order: Sequence[str]) -> str:
    """Put what was changed in a form into an entry's text.

    `known` is what the form showed at first. Fields that are `wanted` as they were shown stay as the text has them now,
    so that what was typed into the text is kept beside what was typed into the form.
    """
    first, blocks = _blocks(text)
    for name in dict.fromkeys((*known, *wanted)):
        after = [line for line in wanted.get(name, ()) if line.value or line.quoted]
        if list(known.get(name, ())) != after:
            blocks = _changed(blocks, name, after, order)
    lines = [first if first.strip(SPACE) == head.strip(SPACE) else head]
    return "\n".join([*lines, *(line for block in blocks for line in block.lines)])


def _blocks(text: str) -> tuple[str, list[_Block]]:
    """Cut an entry's text into its head and what follows."""
    raw = [line.rstrip(SPACE) for line in text.split("\n")]
    while raw and not raw[0]:
        raw.pop(0)
    while raw and not raw[-1]:
        raw.pop()
    if not raw:
        return "", []
    blocks: list[_Block] = []
    for line in raw[1:]:
        body = line.lstrip(SPACE)
        split = None if not body or body[0] in ";>" or is_indented_head(body) else split_field(body)
        if split is not None:
            blocks.append(_Block([line], split[0], Line(split[1])))
        elif body.startswith(">") and (owner := _last_field(blocks)) is not None:
            said = body[2:] if body[1:2] == " " else body[1:]
            assert owner.line is not None
            between = blocks[blocks.index(owner) + 1 :]  # comments between quoted lines are the field's own
            for comment in between:
                owner.lines += comment.lines
                blocks.remove(comment)
            owner.lines.append(line)
            owner.line = Line(owner.line.value, (*owner.line.quoted, said))
        else:
            blocks.append(_Block([line]))
    return raw[0], blocks


def _last_field(blocks: Sequence[_Block]) -> _Block | None:
    return next((block for block in reversed(blocks) if block.line is not None), None)


def _changed(blocks: list[_Block], name: str, wanted: Sequence[Line], order: Sequence[str]) -> list[_Block]:
    """Return the blocks with the fields of one name as they are wanted; those that stay keep their lines."""
    own = [block for block in blocks if block.name == name]
    if not own:
        at = _place(blocks, name, order)
        return [*blocks[:at], *(_fresh(name, line) for line in wanted), *blocks[at:]]
    instead: list[list[_Block]] = [[block] for block in own]
    matched = SequenceMatcher(None, [block.line for block in own], list(wanted), autojunk=False)
    for what, low, high, first, last in matched.get_opcodes():
        if what == "equal":
            continue
        both = min(high - low, last - first)
        for index in range(both):
            instead[low + index] = [_rewritten(own[low + index], wanted[first + index])]
        for index in range(low + both, high):
            instead[index] = _comments(own[index])
        fresh = [_fresh(name, line) for line in wanted[first + both : last]]
        if low + both > 0:
            instead[low + both - 1] += fresh
        else:
            instead[0] = [*fresh, *instead[0]]
    given = iter(instead)
    return [kept for block in blocks for kept in (next(given) if block.name == name else [block])]


def _place(blocks: Sequence[_Block], name: str, order: Sequence[str]) -> int:
    """Find where a field belongs that the entry did not have: behind those that come before it in the table."""
    rank = {known: number for number, known in enumerate(order)}
    before = [i for i, b in enumerate(blocks) if b.name and rank.get(b.name, len(rank)) <= rank.get(name, len(rank))]
    return before[-1] + 1 if before else 0


def _fresh(name: str, line: Line) -> _Block:
    return _Block([f"{_FIELD}{name}: {line.value}".rstrip(SPACE), *_quotes(line)], name, line)


def _quotes(line: Line) -> list[str]:
    return [f"{_QUOTE}{said}".rstrip(SPACE) for said in line.quoted]


def _rewritten(block: _Block, line: Line) -> _Block:
    """Change a field's line, and leave the quoted words as they stand unless they changed too."""
    assert block.line is not None
    first, rest = block.lines[0], block.lines[1:]
    if block.line.value != line.value:
        head = first[: len(first) - len(block.line.value)] if block.line.value else first.rstrip(SPACE) + " "
        first = f"{head}{line.value}".rstrip(SPACE)
    if block.line.quoted != line.quoted:
        rest = [*_quotes(line), *(own for own in rest if own.lstrip(SPACE).startswith(";"))]
    return _Block([first, *rest], block.name, line)


def _comments(block: _Block) -> list[_Block]:
    """Return what is left of a field that is taken out: the comments between its lines."""
    kept = [line for line in block.lines if line.lstrip(SPACE).startswith(";")]
    return [_Block(kept)] if kept else []
