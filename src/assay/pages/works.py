"""The works in hand, to be opened at a page."""

from typing import TYPE_CHECKING

from msgspec import Struct

from assay.library.index.works import file_of
from assay.model.case import within
from assay.model.dates import in_words
from assay.pages.found import found

if TYPE_CHECKING:
    from assay.dossier import Dossier


_MANY = 100
"""Works that are opened to list their leaves; of more, each is opened when it is read."""


class Turned(Struct, frozen=True):
    """A leaf in the list of a work's leaves."""

    key: str
    place: str


class Work(Struct, frozen=True):
    """A work of the casebook. `quotations`: how many statements quote it. Of very many works, leaves are not listed."""

    id: str
    title: str
    about: str
    in_hand: bool
    leaves: tuple[Turned, ...]
    quotations: int


class Works(Struct, frozen=True):
    """Every work that the casebook describes, those in hand first."""

    title: str
    works: tuple[Work, ...]


def works(dossier: "Dossier") -> Works:
    """List the works."""
    known, case = found(dossier), dossier.case
    few = len(case.sources) <= _MANY
    files = {profile.path for profile in dossier.settings.profiles}
    quoted: dict[str, int] = {}
    for statement in case.statements.values():
        for work in {cite.source for cite in statement.cites}:
            quoted[work] = quoted.get(work, 0) + 1
    made: list[Work] = []
    for id_, source in case.sources.items():
        volume = dossier.library.volume(id_) if few else None
        turned = known.leaves(volume) if volume is not None else ()
        about = [
            source.kind,
            "by " + " and ".join(within(case.called(name)) for name in source.by) if source.by else "",
            in_words(source.made.text) if source.made is not None else "",
            f"in {within(case.called(source.within.source))}" if source.within is not None else "",
        ]
        listed = tuple(Turned(leaf.key, leaf.place) for leaf in turned)
        in_hand = bool(turned) if few else file_of(id_, case.sources) in files
        made.append(Work(id_, source.title, ", ".join(filter(None, about)), in_hand, listed, quoted.get(id_, 0)))
    return Works(dossier.title, tuple(sorted(made, key=lambda work: not work.in_hand)))
