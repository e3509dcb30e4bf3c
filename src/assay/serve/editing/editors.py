"""What a form for one entry shows: the parts of its head, its fields with their help, its text, and what is wrong."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from assay.casebook.fields import FIELDS, FieldRule
from assay.casebook.heads import HEADS, HeadPart, head_parts, kind_of_head
from assay.casebook.help import HELP, USUAL, FieldHelp
from assay.casebook.printer import Line, head_of, lines_of
from assay.model.entries import KINDS, Judgement, Search, Statement
from assay.serve.editing.trying import Message

_SAID = {"statement": Statement, "judgement": Judgement, "search": Search}


class Box(Struct, frozen=True):
    """One value to type: how the form calls it, what it holds, and what is wrong with it."""

    name: str
    value: str
    quoted: str = ""
    messages: tuple[Message, ...] = ()


class PartBox(Struct, frozen=True):
    """One part of the head."""

    part: HeadPart
    box: Box


class FieldBoxes(Struct, frozen=True):
    """One field: its help, and a box to each time it is given, with an empty one to add to."""

    field: str
    help: FieldHelp
    repeats: bool
    quotes: bool
    boxes: tuple[Box, ...]


class Editor(Struct, frozen=True):
    """A form for one entry, and its own text."""

    prefix: str
    kind: str
    id: str
    part: int
    before: str
    """The entry as the file had it when the form was opened; nothing for a new one."""
    text: str
    head: tuple[PartBox, ...]
    fields: tuple[FieldBoxes, ...]
    messages: tuple[Message, ...]
    """What is wrong with the whole of it, or where no field can be told."""
    file: str
    optional: bool = False

    @property
    def is_new(self) -> bool:
        """Say whether the file does not have it yet."""
        return not self.before

    @property
    def used(self) -> tuple[FieldBoxes, ...]:
        """The fields that say something, or are wrong, or are usually filled in."""
        usual = USUAL.get(self.kind, ())
        return tuple(
            field
            for field in self.fields
            if field.field in usual or any(box.value or box.quoted or box.messages for box in field.boxes)
        )

    @property
    def unused(self) -> tuple[FieldBoxes, ...]:
        """The fields that unfold."""
        return tuple(field for field in self.fields if field not in self.used)


def field_order(kind: str, text: str = "") -> tuple[str, ...]:
    """Return the fields of a kind, in the order of the table; for an extension, those of what it extends."""
    return tuple(_rules(kind, text))


def repeating(kind: str, text: str = "") -> tuple[str, ...]:
    """Return the fields of a kind that may be given more than once."""
    return tuple(name for name, rule in _rules(kind, text).items() if rule.repeats)


def _rules(kind: str, text: str) -> dict[str, FieldRule]:
    kind = _inner(kind, text)
    made = KINDS.get(kind) or _SAID.get(kind)
    return {} if made is None else dict(FIELDS[made])


def _inner(kind: str, text: str) -> str:
    return head_parts(head_of(text)).get("kind", "") if kind == "extension" else kind


def kind_of_text(text: str, otherwise: str) -> str:
    """Tell an entry's kind by its head, or take the kind it was meant to have."""
    return kind_of_head(head_of(text)) or otherwise


class Frame(Struct, frozen=True):
    """What stays of an entry while it is edited: which one it is, where it stands, and as what it was opened."""

    prefix: str
    kind: str
    file: str
    id: str = ""
    part: int = 0
    before: str = ""
    optional: bool = False


def editor(frame: Frame, text: str, messages: Sequence[Message] = (), more: Iterable[str] = ()) -> Editor:
    """Make the form of an entry's text. `more` names fields that get another empty box."""
    kind = kind_of_text(text, frame.kind)
    parts, given, wanted = head_parts(head_of(text)), lines_of(text), set(more)
    prefix = frame.prefix
    head = tuple(
        PartBox(
            part, Box(f"{prefix}.head.{part.name}", parts.get(part.name, ""), "", _at(messages, f"head {part.name}"))
        )
        for part in HEADS.get(kind, ())
    )
    helps = HELP.get(_inner(kind, text), {})
    fields = tuple(
        FieldBoxes(
            name,
            helps[name],
            rule.repeats,
            rule.quotes,
            tuple(_boxes(prefix, name, given.get(name, []), messages, open_=name in wanted)),
        )
        for name, rule in _rules(kind, text).items()
    )
    shown = {f"head {part.part.name}" for part in head} | {
        f"{f.field} {n}" for f in fields for n in range(len(f.boxes))
    }
    return Editor(
        prefix, kind, frame.id, frame.part, frame.before, text, head, fields,
        tuple(message for message in messages if message.place not in shown), frame.file, frame.optional,
    )  # fmt: skip


def _boxes(prefix: str, field: str, lines: Sequence[Line], messages: Sequence[Message], *, open_: bool) -> list[Box]:
    boxes = [
        Box(f"{prefix}.field.{field}", line.value, "\n".join(line.quoted), _at(messages, f"{field} {nth}"))
        for nth, line in enumerate(lines)
    ]
    return boxes if boxes and not open_ else [*boxes, Box(f"{prefix}.field.{field}", "")]


def _at(messages: Sequence[Message], place: str) -> tuple[Message, ...]:
    return tuple(message for message in messages if message.place == place)
