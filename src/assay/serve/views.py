"""Which view stands at which address, and what of the address it is made of."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from assay import pages
from assay.dossier import Dossier
from assay.serve.answers import Form

Keys = Mapping[str, str]
_Make = Callable[[Dossier, Keys, Form], Any]


class View(Struct, frozen=True):
    """A page for reading: its address, the parts of it that are names, what may be asked behind it, how it is made."""

    path: str
    make: _Make
    keys: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def key(self, keys: Keys, asked: Form) -> Hashable:
        """Tell this view of the dossier from all others."""
        return (self.path, *(keys[key] for key in self.keys), *((name, *asked.all(name)) for name in self.asked))

    @property
    def twin(self) -> str:
        """The address of its JSON twin."""
        return "/index.json" if self.path == "/" else f"{self.path}.json"


def _read(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del asked
    return pages.reading(dossier, keys["work"], keys["page"])


def _claim(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    return pages.claim(dossier, keys["id"], asked.all("without"))


def _strike(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.strike(dossier, [*asked.all("without"), *asked.all("strike")])


def _plain(make: Callable[[Dossier], Any]) -> _Make:
    return lambda dossier, keys, asked: make(dossier)  # noqa: ARG005 - it has no keys, and nothing is asked


def _all() -> Iterator[View]:
    yield View("/", _plain(pages.overview))
    yield View("/read", _plain(pages.works))
    yield View("/read/{work}/{page:path}", _read, ("work", "page"))
    yield View("/claim/{id}", _claim, ("id",), ("without",))
    yield View("/strike", _strike, (), ("without", "strike"))
    yield View("/checks", _plain(pages.checks))


VIEWS = tuple(_all())
