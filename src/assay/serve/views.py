"""Which view stands at which address, and what of the address it is made of."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from assay import pages
from assay.dossier import Dossier
from assay.serve.answers import Form
from assay.serve.stamps import index_stamp

Keys = Mapping[str, str]
_Make = Callable[[Dossier, Keys, Form], Any]


class View(Struct, frozen=True):
    """A page for reading: its address, the parts of it that are names, what may be asked behind it, how it is made."""

    path: str
    make: _Make
    keys: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    hears: bool = False
    """Whether it shows who speaks, which the index knows, and may come to know better."""

    def key(self, keys: Keys, asked: Form, root: Path) -> Hashable:
        """Tell this view of the dossier from all others."""
        return (
            self.path,
            index_stamp(root) if self.hears else None,
            *(keys[key] for key in self.keys),
            *((name, *asked.all(name)) for name in self.asked),
        )

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


def _search(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.search(dossier, asked.one("q"))


def _witness(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del asked
    return pages.witness(dossier, keys["id"])


def _timeline(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.timeline(dossier, asked.one("since"), asked.one("until"))


def _quotations(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.quotations(dossier, documents=bool(asked.one("documents")))


def _overview(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.overview(dossier, asked.one("issue"), _number(asked.one("first")))


def _drafts(dossier: Dossier, keys: Keys, asked: Form) -> Any:
    del keys
    return pages.drafts(dossier, _number(asked.one("first")), marked=asked.one("marked") == "yes")


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) < _LONG else 0


_LONG = 10  # digits: nothing here is counted so far


def _plain(make: Callable[[Dossier], Any]) -> _Make:
    return lambda dossier, keys, asked: make(dossier)  # noqa: ARG005 - it has no keys, and nothing is asked


def _all() -> Iterator[View]:
    yield View("/", _overview, (), ("issue", "first"))
    yield View("/read", _plain(pages.works))
    yield View("/read/{work}/{page:path}", _read, ("work", "page"), hears=True)
    yield View("/claim/{id}", _claim, ("id",), ("without",))
    yield View("/strike", _strike, (), ("without", "strike"))
    yield View("/checks", _plain(pages.checks))
    yield View("/timeline", _timeline, (), ("since", "until"))
    yield View("/witness", _plain(pages.witnesses))
    yield View("/witness/{id}", _witness, ("id",))
    yield View("/network", _plain(pages.network))
    yield View("/quotations", _quotations, (), ("documents",))
    yield View("/drafts", _drafts, (), ("first", "marked"))
    yield View("/search", _search, (), ("q",), hears=True)


VIEWS = tuple(_all())
