"""What is worked out from a dossier once, however many pages show it."""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from assay.check import Context, Looked, check
from assay.library.index.works import file_of
from assay.model.diagnostics import Diagnostic, Severity
from assay.pages.leaves import Leaf, leaf_at, leaves
from assay.pages.site import NotHereError

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.examine.examined import Examined
    from assay.library import Volume
    from assay.model.entries import Statement
    from assay.model.findings import ClaimFinding, Findings
    from assay.model.location import Span
    from assay.report.soundness import Soundness


_Made = TypeVar("_Made")
_WAITED_FOR = 5000
"""Statements of a casebook that is examined and checked while somebody waits."""


class Found:
    """What an examination and a check of one opened dossier found. Each is made when it is first asked for."""

    def __init__(self, dossier: "Dossier") -> None:
        """Take a dossier as it was opened."""
        self.case = dossier.case
        self.context = Context(dossier)
        self._library = dossier.library
        self._lock = threading.RLock()
        self._begun = False
        self._looked: dict[tuple[str, int], Looked] = {}
        self._places: dict[tuple[str, str], tuple[Span, ...]] = {}
        self._leaves: dict[str, tuple[Leaf, ...]] = {}

    @cached_property
    def findings(self) -> "Findings":
        """All that stands, with every scenario."""
        from assay.examine.examination import put_together  # noqa: PLC0415 - pages that do not show it start without it

        return self._once("findings", lambda: put_together(self.examined))

    @cached_property
    def examined(self) -> "Examined":
        """The case with every claim settled."""
        from assay.examine.examined import Examined  # noqa: PLC0415 - likewise

        return self._once("examined", lambda: Examined(self.case))

    def _once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """Make something, or wait for whoever is at it already."""
        with self._lock:
            made: _Made = self.__dict__[name] if name in self.__dict__ else self.__dict__.setdefault(name, make())
            return made

    @cached_property
    def claims(self) -> "dict[str, ClaimFinding]":
        """Where each claim stands, by id."""
        return dict(self.examined.findings)

    def is_worked_out(self) -> bool:
        """Say whether findings and checks are there; of a large casebook they are then begun beside, not waited for."""
        if len(self.case.statements) <= _WAITED_FOR or {"findings", "diagnostics"} <= self.__dict__.keys():
            return True
        with _LOCK:
            if not self._begun:
                self._begun = True
                threading.Thread(target=self._work_out, name="working out", daemon=True).start()
        return False

    def _work_out(self) -> None:
        _ = self.findings, self.diagnostics

    def without(self, strikes: tuple[str, ...]) -> "Examined":
        """Settle what is left without something. Only that is looked at again on which the strikes bear.

        Raises:
            NotHereError: a strike names nothing of the case.
        """
        from assay.examine import UnknownSelectorError, strike  # noqa: PLC0415 - likewise

        whole = self.examined
        try:
            return whole.again(strike(whole.case, strikes)) if strikes else whole
        except UnknownSelectorError as error:
            raise NotHereError(str(error), error.help) from None

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What `assay check` finds."""
        return self._once("diagnostics", lambda: check(self.context))

    @cached_property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @cached_property
    def soundness(self) -> "Soundness":
        """How far what is concluded can be relied on."""
        from assay.report.soundness import Soundness  # noqa: PLC0415 - likewise

        return Soundness(self.unverified, self.errors)

    @cached_property
    def unverified(self) -> frozenset[str]:
        """The statements whose quotations do not stand as cited."""
        return self._once("unverified", lambda: self.context.unverified)

    def looked(self, statement: "Statement", nth: int) -> Looked:
        """Look a citation of a statement up, once."""
        key = statement.id, nth
        if key not in self._looked:
            cite = statement.cites[nth]
            volume = self._library.volume(cite.source)
            words = cite.words.strip()
            verdict = volume.quote_on(cite.words, cite.locator) if volume is not None and words else None
            self._looked[key] = Looked(statement.id, "cite", nth, cite, volume, verdict)
        return self._looked[key]

    @cached_property
    def citing(self) -> dict[str, list[tuple[str, int]]]:
        """The statements that cite each file, by the work that is cited, with the number of the citation."""
        files = {id_: file_of(id_, self.case.sources) for id_ in self.case.sources}
        citing: dict[str, list[tuple[str, int]]] = {}
        for statement in self.case.statements.values():
            for nth, cite in enumerate(statement.cites):
                file = files.get(cite.source)
                if file is not None:
                    citing.setdefault(file, []).append((statement.id, nth))
        return citing

    def is_cited_elsewhere(self, statement: "Statement", nth: int, leaf: Leaf) -> bool:
        """Say whether a citation names a place of its work that is not on a leaf."""
        cite = statement.cites[nth]
        key = cite.source, str(cite.locator)
        if key not in self._places:
            volume = self._library.volume(cite.source)
            if volume is not None and cite.locator is not None:
                self._places[key] = volume.places(cite.locator)
            else:
                self._places[key] = ()
        places = self._places[key]
        return bool(places) and not any(p.start < leaf.span.end and p.end > leaf.span.start for p in places)

    def leaves(self, volume: "Volume") -> tuple[Leaf, ...]:
        """Return a work's leaves."""
        if volume.source not in self._leaves:
            self._leaves[volume.source] = leaves(volume)
        return self._leaves[volume.source]

    def leaf_of(self, looked: Looked) -> str:
        """Return the key of the leaf on which quoted words stand; else of that which is cited; else nothing."""
        volume, verdict = looked.volume, looked.verdict
        if volume is None:
            return ""
        places = verdict.spans if verdict is not None else ()
        if not places and looked.cite.locator is not None:
            places = volume.places(looked.cite.locator)
        turned = self.leaves(volume)
        number = leaf_at(turned, places[0].start) if places else None
        return "" if number is None else turned[number].key


_FOUND: "WeakKeyDictionary[Dossier, Found]" = WeakKeyDictionary()
_LOCK = threading.Lock()


def found(dossier: "Dossier") -> Found:
    """Return what was found in a dossier, as long as it stays open."""
    with _LOCK:
        known = _FOUND.get(dossier)
        if known is None:
            known = _FOUND[dossier] = Found(dossier)
        return known
