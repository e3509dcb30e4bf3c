"""Page labels as a format gives them, made such as can be cited."""

import re
from collections.abc import Iterable, Iterator

from assay.model.text import PageMark

_PLAIN = re.compile(r"[^\W_]{1,12}")
_LABEL = re.compile(r"(?:pages?|seite|fols?|pp|pg|ff|p|s|f)[\s._:#-]*([^\W_]{1,12})[.\s]*", re.IGNORECASE)
_EDITION = re.compile(r"[^\W\d]\w*")
_LONGEST = 60


def label_in(words: str) -> str:
    """Find the printed label in what a document calls a page; nothing where there is none.

    >>> label_in("17"), label_in("[p. 3r]"), label_in("Page_xii"), label_in("A-3"), label_in("*")
    ('17', '3r', 'xii', '', '')
    """
    bare = words.strip().strip("[](){}").strip()
    if len(bare) > _LONGEST or _PLAIN.fullmatch(bare):
        return bare if len(bare) <= _LONGEST else ""
    match = _LABEL.fullmatch(bare)
    return match[1] if match is not None else ""


def edition_in(words: str) -> str:
    """Find a name for an edition that a locator can carry: `hbk` for `#hbk`."""
    match = _EDITION.search(words)
    return match.group() if match is not None else ""


def carried_on(breaks: Iterable[PageMark]) -> Iterator[PageMark]:
    """Let a page of one edition go on where only another edition breaks.

    A break without a label ends the page of every edition.
    """
    current: dict[str, str] = {}
    waiting: PageMark | None = None
    own: set[str] = set()
    for mark in breaks:
        new = {edition for edition, _ in mark.labels}
        together = waiting is not None and waiting.at == mark.at and new and own and not new & own
        if waiting is not None and not together:
            yield waiting
            own = set()
        current = {**current, **dict(mark.labels)} if new else {}
        own |= new
        waiting = PageMark(mark.at, tuple(current.items()))
    if waiting is not None:
        yield waiting
