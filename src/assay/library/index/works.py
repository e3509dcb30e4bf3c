"""Which works stand in a document, and where: as far as the casebook's sources say."""

import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct

from assay.library.library import Library
from assay.model.entries import Source
from assay.model.text import Text


class Run(Struct, frozen=True):
    """A run of a text that is a work's words. Where runs of two works overlap, the narrower says whose they are."""

    work: str
    start: int
    end: int


def sources_by_file(sources: Mapping[str, Source]) -> Mapping[str, Mapping[str, Source]]:
    """Sort sources by the file in which they stand: those that are it, and those that stand inside them."""
    found: dict[str, dict[str, Source]] = {}
    for id_, source in sorted(sources.items()):
        if (file := file_of(id_, sources)) is not None:
            found.setdefault(file, {})[id_] = source
    return found


def runs(text: Text, own: Mapping[str, Source]) -> Iterator[Run]:
    """Find the works of a text, of the sources that stand in its file."""
    library = Library(own, {text.file: text})
    for id_ in own:
        volume = library.volume(id_)
        for span in volume.spans if volume is not None else ():
            yield Run(id_, span.start, span.end)


def works_key(own: Mapping[str, Source]) -> str:
    """Hash all on which the works of a file depend, apart from its words."""
    places = [(id_, source.file, source.within) for id_, source in own.items()]
    return hashlib.sha256(repr(places).encode(errors="replace")).hexdigest()[:16]


def file_of(id_: str, sources: Mapping[str, Source]) -> str | None:
    """Return the file in which a work stands: follow what contains what; a work contained in itself is in no file."""
    seen: set[str] = set()
    source = sources.get(id_)
    while source is not None and source.file is None and source.within is not None and id_ not in seen:
        seen.add(id_)
        id_ = source.within.source
        source = sources.get(id_)
    return source.file if source is not None else None
