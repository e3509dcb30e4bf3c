"""Where in an item names stand: the words of its head and fields that name something.

Lexical, so that names are found in entries that cannot be read, too.
"""

import itertools
import re
from collections.abc import Iterator

from assay.casebook.lexer import Field, Item
from assay.model.entries import ACTS, KINDS, VERBS
from assay.model.selectors import Selector, parse_selector

Slot = tuple[int, int, str]
"""Line, column (both from 1) and the name."""

_WORD = re.compile(r"\S+")
_LISTS = frozenset(
    {"by", "recorded by", "edited by", "translated by", "members", "who", "to", "via", "excludes", "implies"}
)
_SINGLE = frozenset({"issue", "where", "after", "before"})
_AFTER = {"knows": ("from",), "under": ("by", "per", "cite"), "despite": ("by", "per", "cite"), "from": ("of",)}
_NO_NAMES = frozenset({"unknown", "records"})


def slots(item: Item) -> Iterator[Slot]:
    """Yield every name in an item with its place. A `#` before a label is not part of the name."""
    yield from _of_head(item)
    for field in item.fields:
        for at, name in _of_field(field, item):
            yield field.line, field.column + at, name


def _words(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _WORD.finditer(text)]


def _of_head(item: Item) -> Iterator[Slot]:
    title = item.head.find('"')
    words = _words(item.head if title < 0 else item.head[:title])
    if not words:
        return
    first = words[0][1]
    named = words[2:3] if first == "extend" else words[1:2] if first in KINDS else []
    if not named and len(words) > 2 and words[2][1] in (*ACTS, *VERBS, "searched"):  # noqa: PLR2004 - DATE WHO ACT
        same_in = words[2][1] in ("same", "distinct")
        named = [words[1], *(word for word in words[3:] if not (same_in and word[1] == "in"))]
        if words[2][1] == "searched":
            named = named[:2]
        elif words[2][1] in ("doubt", "vouch"):
            named = [*named[:2], *words[6:]]  # DATE WHO doubt #label ASPECT of WHOM
    for at, word in named:
        yield item.line, at + 1 + word.startswith("#"), word.removeprefix("#")


def _of_field(field: Field, item: Item) -> Iterator[tuple[int, str]]:
    name, value = field.name, field.value
    words = _words(value)
    kind = item.head.removeprefix("extend ").split(" ", 1)[0]
    if name in _LISTS or (name == "in" and kind == "place"):
        yield from _listed(value)
    elif name in _SINGLE or name in ("cite", "in"):
        yield from words[:1]
    elif name == "assumes" and words and words[0][1] in ("who", "where"):
        start = words[1][0] if len(words) > 1 else len(value)
        yield from ((start + at, one) for at, one in _listed(value[start:]))
    elif name == "rests on":
        yield from ((at + word.startswith("#"), word.strip("#,")) for at, word in words)
    elif name == "alias" and len(words) > 2 and words[-2][1] == "in":  # noqa: PLR2004 - NAME in SOURCE
        yield words[-1]
    elif name == "strike":
        yield from _of_strike(value)
    elif name in _AFTER:
        yield from _after(words, _AFTER[name], starts=name == "from")


def _listed(value: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\s,]+", value):
        yield match.start(), match.group()


def _after(words: list[tuple[int, str]], keys: tuple[str, ...], *, starts: bool) -> Iterator[tuple[int, str]]:
    """Names stand behind certain words; a work's `from` may name it at once."""
    if starts and words and not any(word in keys for _, word in words):
        yield words[0]
        return
    for (_, key), (at, word) in itertools.pairwise(words):
        if key in keys and word.strip(",") not in _NO_NAMES:
            yield at, word.strip(",")


def _of_strike(value: str) -> Iterator[tuple[int, str]]:
    match parse_selector(value):
        case Selector("name", name) | Selector("label", name):
            yield value.find(name), name
        case Selector("under", _, str(by)):
            yield value.rfind(by), by
