"""Nicknames that are no names by their looks: where else a document says them, once it has said whose they are.

*The Night Porter* is somebody only behind a passage that says so; in small letters only in the same paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from assay.draft.aliases.finding import Found
from assay.draft.names.forms import Form
from assay.draft.names.resolving import Mention
from assay.draft.names.sightings import Sighting

RULE = "alias: the document says whose nickname it is"


def nicknames(body: str, found: Sequence[Found], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, and with them every place where a nickname stands that is none of them."""
    taken = [(one.sighting.start, one.sighting.end) for one in mentions]
    more: list[Mention] = []
    for one in found:
        for start, end in _places(body, one):
            if not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                more.append(Mention(_sighting(one.alias, start, end), Form((), one.alias), one.id, RULE))
    return tuple(sorted((*mentions, *more), key=lambda mention: mention.sighting.start))


def _places(body: str, one: Found) -> Iterator[tuple[int, int]]:
    """Yield where a nickname stands: where it is given, behind an article as there, or in quotation marks."""
    yield one.alias_at.start, one.alias_at.end
    words = r"\s+".join(map(re.escape, one.alias.split()))
    has_article = bool(re.search(r"\b[Tt]he\s[\"“”‘'*_]?$", body[: one.alias_at.start][-6:]))
    before = r"(?<=\b[Tt]he\s)" if has_article else r"(?<=[\"“”‘'])"
    is_small = one.alias[:1].islower()
    start, end = (one.scope.start, one.scope.end) if is_small else (0, len(body))
    for match in re.compile(rf"{before}{words}(?!\w|['’]s\s[A-Z])").finditer(body, start, end):
        yield match.span()


def _sighting(words: str, start: int, end: int) -> Sighting:
    return Sighting(
        start=start, end=end, given=(), last=words, title="", entity="", says=False, owns=False, is_placed=False,
        has_article=True, opens=False, is_common=False, described=False, beside="",
    )  # fmt: skip
