"""Words that are looked for in the documents: where they stand, and who speaks."""

from typing import TYPE_CHECKING

from msgspec import Struct

from assay.model.location import Span
from assay.pages.found import Found, found
from assay.pages.leaves import leaf_at
from assay.pages.site import NotHereError

if TYPE_CHECKING:
    import sqlite3

    from assay.dossier import Dossier
    from assay.model.search import Found as Looked
    from assay.model.search import Hit

_SMALL = 4_000_000  # bytes of documents that are read into the index while somebody waits
_LIMIT = 50


class HitLine(Struct, frozen=True):
    """A hit: the work, the place and the leaf, who speaks, and the words, cut into what is marked and what is not."""

    work: str
    title: str
    locator: str
    leaf: str
    speaks: str
    words: tuple[tuple[str, bool], ...]


class SearchPage(Struct, frozen=True):
    """What was looked for, and what was found. `problem` says why nothing could be looked for, and what to type."""

    sought: str
    hits: tuple[HitLine, ...]
    further: str
    problem: str = ""
    help: str = ""


def search(dossier: "Dossier", words: str, limit: int = _LIMIT) -> SearchPage:
    """Look words up in a dossier's index; what is new in a small dossier is read first."""
    from assay.dossier import DossierError  # noqa: PLC0415 - pages without a search start without the index
    from assay.dossier.indexing import carry_out, use_index  # noqa: PLC0415 - likewise
    from assay.dossier.naming import resolved  # noqa: PLC0415
    from assay.dossier.staleness import plan_update  # noqa: PLC0415
    from assay.library.index import QueryError, parse_query  # noqa: PLC0415
    from assay.library.index import search as look_up  # noqa: PLC0415

    if not words.strip():
        return SearchPage("", (), "")

    def look(index: "sqlite3.Connection") -> "Looked":
        plan = plan_update(dossier, index)
        if sum(task.size for task in plan.work) > _SMALL:
            raise NotHereError(
                "the documents have not been read since they changed", f"type: assay read {dossier.root}"
            )
        if plan.work:
            list(carry_out(dossier, index, plan))
        return look_up(index, sought, limit)

    try:
        sought = resolved(parse_query(words), dossier)
        result = use_index(dossier, look, _quietly)
    except (QueryError, DossierError, NotHereError) as error:
        return SearchPage(words, (), "", str(error), error.help)
    known = found(dossier)
    return SearchPage(words, tuple(_line(dossier, known, hit) for hit in result.hits), _further(result))


def _quietly(said: str) -> None:
    del said  # that an index is made anew is of no interest to whoever searches


def _further(result: "Looked") -> str:
    from assay.report.hits_text import counted  # noqa: PLC0415 - beside its use

    return counted(result)


def _line(dossier: "Dossier", known: Found, hit: "Hit") -> HitLine:
    from assay.report.hits_text import speaks  # noqa: PLC0415 - beside its use

    volume = dossier.library.volume(hit.work) if hit.work is not None else None
    turned = known.leaves(volume) if volume is not None else ()
    number = leaf_at(turned, volume.text.in_body(hit.raw.start)) if volume is not None else None
    title = dossier.case.called(hit.work) if hit.work is not None else hit.file
    return HitLine(
        hit.work or "", title, hit.locator, turned[number].key if number is not None else "", speaks(hit, dossier),
        _cut(hit),
    )  # fmt: skip


def _cut(hit: "Hit") -> tuple[tuple[str, bool], ...]:
    """Cut the words around a hit at the places of what was looked for."""
    parts: list[tuple[str, bool]] = []
    before, behind = _from_a_word(hit.before).lstrip(), _from_a_word(hit.after[::-1])[::-1].rstrip()
    whole, shift = before + hit.text + behind, len(before)
    at = 0
    for mark in hit.marks:
        here = Span(mark.start + shift, mark.end + shift)
        parts += [(whole[at : here.start], False), (whole[here.start : here.end], True)]
        at = here.end
    return tuple(part for part in (*parts, (whole[at:], False)) if part[0])


def _from_a_word(words: str) -> str:
    """Leave out what may be the end of a word that was cut through, where there are others."""
    return words if not words[:1].isalnum() else words.partition(" ")[2] or words
