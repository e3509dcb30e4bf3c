"""Lines into items: heads at column 0, fields two spaces in, quoted words four spaces in behind `> `.

An item is what may become an entry; its words are not understood yet. Indentation that is merely off is read as it was
meant, with a complaint; `assay fmt` puts it right.
"""

import re

from msgspec import Struct

from assay.casebook.complaints import Complaint

_NAME = re.compile(r"[^\W\d][\w ]*")
_HEAD = re.compile(
    r"(?:source|person|group|place|issue|claim|scenario|extend)\s+\S+(?:\s+\S+)?$"
    r"|\w+ \S+ \".*\"$"
    r"|\S+ \S+ (?:affirms|denies|retracts|doubts|omits|searched) \S"
    r"|\S+ \S+ (?:accept|doubt|vouch|same|distinct|dependent|independent) \S"
)
SPACE = " \t\r\v\f"
"""What may stand at a line's end and counts for nothing."""
_FIELD_INDENT = "  "
_QUOTE_INDENT = "    "


class Field(Struct, frozen=True, array_like=True):
    """One `name: value` line, with the quoted words below it."""

    name: str
    value: str
    line: int
    column: int
    """Where the value starts, from 1."""
    quoted: tuple[str, ...] = ()
    name_column: int = 3

    @property
    def words(self) -> str:
        """The quoted lines as one run of words."""
        return " ".join(line for line in self.quoted if line)


class Item(Struct, frozen=True, array_like=True):
    """One head with its fields, and the line that the head stands on."""

    head: str
    line: int
    fields: tuple[Field, ...]


class Lines(Struct, frozen=True):
    """A casebook file, cut into items."""

    items: list[Item]
    complaints: list[Complaint]


class _Open:
    """The item that is being read."""

    __slots__ = ("fields", "head", "line")

    def __init__(self, head: str, line: int) -> None:
        self.head, self.line = head, line
        self.fields: list[tuple[str, str, int, int, list[str], int]] = []

    def close(self) -> Item:
        fields = tuple(Field(n, v, line, col, tuple(q), at) for n, v, line, col, q, at in self.fields)
        return Item(self.head, self.line, fields)


def cut(text: str) -> Lines:
    """Cut a casebook text into items. Never raises."""
    items: list[Item] = []
    complaints: list[Complaint] = []
    current: _Open | None = None
    if "\r" in text and "\n" not in text:
        help_ = "save it with the line ends LF or CRLF"
        complaints.append(Complaint("syntax", 1, 1, 1, "this file has no line ends that can be read", help_))
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.rstrip(SPACE)
        if not line.strip() or line[0] == ";":
            if current is not None:
                items.append(current.close())
            current = None
        elif line[0] not in " \t":
            if current is not None:
                items.append(current.close())
            current = _Open(line, number)
        elif is_indented_head(body := line.lstrip(SPACE)):
            # Read as it was meant, so that its fields do not go to the entry above.
            complaints.append(Complaint("syntax", number, 1, len(line) - len(body), "a head stands at the margin"))
            if current is not None:
                items.append(current.close())
            current = _Open(body, number)
        else:
            _inner_line(line, number, current, complaints)
    if current is not None:
        items.append(current.close())
    return Lines(items, complaints)


def is_indented_head(body: str) -> bool:
    """Say whether an indented line can only have been meant as a head."""
    return body[0] not in ";>" and ":" not in body.partition('"')[0] and _HEAD.match(body) is not None


def _inner_line(line: str, number: int, current: _Open | None, complaints: list[Complaint]) -> None:
    """Read a line that stands inside an entry: a field, quoted words, or a comment."""
    body = line.lstrip(SPACE)
    indent = line[: len(line) - len(body)]
    column = len(indent) + 1
    if body[0] == ";":
        return
    if current is None:
        message, help_ = (
            "this line belongs to no entry",
            "a blank line or a comment at the margin ended the entry above",
        )
        complaints.append(Complaint("syntax", number, column, len(body), message, help_))
        return
    if body[0] == ">":
        if not current.fields:
            message, help_ = "quoted words without a citation", "write cite: WORK p. N on the line above"
            complaints.append(Complaint("syntax", number, column, len(body), message, help_))
            return
        if indent != _QUOTE_INDENT:
            complaints.append(Complaint("syntax", number, 1, column, "quoted words stand four spaces in"))
        current.fields[-1][4].append(body[2:] if body[1:2] == " " else body[1:])
        return
    split = split_field(body)
    if split is None:
        message = "this is neither a field nor quoted words"
        help_ = "a field is written name: value; quoted words stand behind > "
        complaints.append(Complaint("syntax", number, column, len(body), message, help_))
        return
    if indent != _FIELD_INDENT:
        complaints.append(Complaint("syntax", number, 1, column, "a field stands two spaces in"))
    name, value = split
    current.fields.append((name, value, number, column + len(body) - len(value), [], column))


def split_field(body: str) -> tuple[str, str] | None:
    """Split `name: value`, or return None where a line is no field.

    >>> split_field("recorded by :  anna"), split_field("see: it"), split_field("12:30"), split_field("a:b")
    (('recorded by', 'anna'), ('see', 'it'), None, None)
    """
    name, colon, value = body.partition(":")
    name = name.rstrip(SPACE)
    if not colon or not _NAME.fullmatch(name) or (value and value[0] not in SPACE):
        return None
    return name, value.lstrip(SPACE)
