"""Whom and what a search names: persons by id or name, works by id."""

from collections.abc import Iterator

from msgspec import structs

from assay.dossier.dossier import Dossier
from assay.library.index import QueryError
from assay.model.guessing import did_you_mean
from assay.model.search import Sought


def resolved(sought: Sought, dossier: Dossier) -> Sought:
    """Put ids in the place of names.

    Raises:
        QueryError: nobody, or no work, is called so.
    """
    for work in sought.works:
        if work not in dossier.case.sources:
            raise QueryError(f"there is no work {work}", did_you_mean(work, dossier.case.sources))
    persons = tuple(id_ for name in sought.said_by for id_ in called(name, dossier))
    return structs.replace(sought, said_by=persons)


def called(name: str, dossier: Dossier) -> Iterator[str]:
    """Return who has an id or a name, or else a surname; where several persons do, all of them."""
    plain = " ".join(name.split()).casefold()
    ids = {known.id for known in dossier.names}
    if plain in ids:
        return iter((plain,))
    whole = [known.id for known in dossier.names if known.words.casefold() == plain]
    found = whole or [known.id for known in dossier.names if known.words.casefold().split()[-1:] == [plain]]
    if not found:
        known = {**{words.words: None for words in dossier.names}, **dict.fromkeys(sorted(ids))}
        help_ = did_you_mean(name, known, "persons and groups are those that the casebook describes")
        raise QueryError(f"the casebook describes nobody called {name}", help_)
    return iter(dict.fromkeys(found))
