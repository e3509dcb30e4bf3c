"""Entries as they stand in the files: found by id or by line, with their own text."""

from collections.abc import Iterator

from msgspec import Struct

from assay.casebook.assembly import Casebook, Spot
from assay.casebook.lexer import cut
from assay.casebook.slices import entry_span


class Standing(Struct, frozen=True):
    """An entry where it stands: its file and line, its text, and its id where it can be read."""

    file: str
    line: int
    text: str
    id: str = ""
    part: int = 0
    """Which of the entries with this id: 0 is the entry itself, the others extend it."""
    parts: int = 1


def plain_lines(text: str) -> str:
    """Write a text with the line ends that forms have, and no blank lines around it."""
    return text.replace("\r\n", "\n").strip("\n")


def text_at(casebook: Casebook, spot: Spot) -> str:
    """Return the text of the entry whose head stands at a spot."""
    whole = casebook.texts[spot.file]
    span = entry_span(whole, spot.line)
    return plain_lines(whole[span.start : span.end])


def entry_called(casebook: Casebook, id_: str, part: int = 0) -> Standing | None:
    """Find an entry by its id, or one that extends it."""
    spots = casebook.spots.get(id_, ())
    if not 0 <= part < len(spots):
        return None
    spot = spots[part]
    return Standing(spot.file, spot.line, text_at(casebook, spot), id_, part, len(spots))


def entry_on(casebook: Casebook, file: str, line: int) -> Standing | None:
    """Find the entry that a line of a file belongs to, whether it can be read or not."""
    if file not in casebook.texts:
        return None
    heads = [item.line for item in cut(casebook.texts[file]).items if item.line <= line]
    if not heads:
        return None
    spot = Spot(file, heads[-1])
    named = next(((id_, at.index(spot)) for id_, at in casebook.spots.items() if spot in at), None)
    text = text_at(casebook, spot)
    if line > spot.line + text.count("\n") + 1:
        return None
    if named is None:
        return Standing(file, spot.line, text)
    return Standing(file, spot.line, text, named[0], named[1], len(casebook.spots[named[0]]))


def entries_with(casebook: Casebook, text: str) -> Iterator[Standing]:
    """Find every entry that has exactly this text."""
    head = text.partition("\n")[0]
    for file, whole in casebook.texts.items():
        if head not in whole:
            continue
        for item in cut(whole).items:
            if item.head.strip() == head.strip() and text_at(casebook, Spot(file, item.line)) == text:
                yield Standing(file, item.line, text)
