"""Which view stands at which address, and how it is made and shown."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from msgspec import Struct

from assay.dossier import Dossier
from assay.serve.answers import Form
from assay.serve.showing import LiveSite, show

Keys = Mapping[str, str]


class View(Struct, frozen=True):
    """A page for reading: its address, what of the address it needs, and how it is made and shown."""

    path: str
    make: Callable[[Dossier, Keys, Form], Any]
    show: Callable[[Any, LiveSite], str]
    keys: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def key(self, keys: Keys, asked: Form) -> Hashable:
        """Tell this view of the dossier from all others."""
        return (self.path, *(keys[key] for key in self.keys), *((name, *asked.all(name)) for name in self.asked))


class _Stub(Struct, frozen=True):
    title: str
    claims: tuple[tuple[str, str], ...]


def _overview(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys, asked
    return _Stub(dossier.title, tuple((claim.id, claim.title) for claim in dossier.case.claims.values()))


VIEWS = (
    View("/", _overview, lambda value, site: show("stub.html", value, site)),
    View("/index.json", _overview, lambda value, site: show("stub.html", value, site)),
)
