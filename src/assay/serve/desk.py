"""The dossier on the desk: opened once, opened anew when its files change, and what was worked out from it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Generic, TypeVar

from assay.dossier import Dossier, open_dossier
from assay.serve.stamps import Stamp, casebook_stamp, sources_stamp

_Made = TypeVar("_Made")
_KEPT = 200  # views; a strike more is a view more
_LATE = 100_000  # more than views that come late
_FRESH = 0.2  # seconds in which the files are not looked at again


class Desk:
    """A dossier that many requests read at once. What a request is given does not change while it works."""

    def __init__(self, root: Path) -> None:
        """Take a dossier's folder, and open it.

        Raises:
            DossierError: it cannot be opened.
        """
        self.root = root
        self._lock = threading.RLock()
        self._looked = 0.0
        self._stamps: tuple[Stamp, Stamp] = ((), ())
        self._before: dict[Hashable, Any] = {}
        self._late = 0
        self._sheet = _Sheet(open_dossier(root), 0)
        self._look()

    @property
    def dossier(self) -> Dossier:
        """The dossier as its files are now.

        Raises:
            DossierError: its files have changed so that it cannot be opened.
        """
        return self._now().dossier

    @property
    def turn(self) -> int:
        """A number that changes when what was shown is out of date: files changed, or what took long is there."""
        return self._now().turn * _LATE + self._late

    def view(self, key: Hashable, make: Callable[[Dossier], _Made]) -> _Made:
        """Work something out from the dossier, or return what was worked out since its files last changed."""
        return self._now().view(key, make).result()

    def view_soon(self, key: Hashable, make: Callable[[Dossier], _Made], patience: float) -> "Seen[_Made]":
        """Work something out, and wait no longer than that: meanwhile there is what was so before the latest change.

        A dossier of a hundred thousand statements is examined in ten seconds; nobody should look at an empty page.
        """
        sheet = self._now()
        coming = sheet.view(key, make)
        try:
            return Seen(coming.result(patience), fresh=True)
        except TimeoutError:
            if coming.done():
                raise  # it was the view itself that ran out of time
        coming.add_done_callback(self._come)
        return Seen(self._before.get(key), fresh=False)

    def _come(self, coming: "Future[Any]") -> None:
        del coming
        with self._lock:
            self._late += 1

    def forget(self, key: Hashable) -> None:
        """Keep nothing of a view that is not complete yet, so that it is made anew when it is asked for again."""
        self._now().forget(key)

    def reopen(self) -> None:
        """Open the dossier anew at once, whatever its files look like: something was written."""
        with self._lock:
            self._stamps = ((), self._stamps[1])
            self._look()

    def _now(self) -> "_Sheet":
        with self._lock:
            if time.monotonic() - self._looked > _FRESH:
                self._look()
            return self._sheet

    def _look(self) -> None:
        """Open the dossier anew if its files have changed; documents that did not change are not read again."""
        before, dossier = self._stamps, self._sheet.dossier
        stamp = casebook_stamp(self.root)
        if stamp != before[0]:
            dossier = open_dossier(self.root)
        stamps = stamp, sources_stamp(self.root, (profile.path for profile in dossier.settings.profiles))
        if stamps != before:
            if dossier is self._sheet.dossier:
                dossier = open_dossier(self.root)
            if stamps[1] == before[1]:
                dossier.keep_documents_of(self._sheet.dossier)
            self._before = {**self._before, **self._sheet.done()}
            for key in list(self._before)[:-_KEPT]:
                del self._before[key]
            self._sheet = _Sheet(dossier, self._sheet.turn + 1)
            self._stamps = stamps
        self._looked = time.monotonic()


class Seen(Generic[_Made]):
    """A view: `fresh` where it is of the files as they are; else of the files before, or not there yet (None)."""

    def __init__(self, value: _Made | None, *, fresh: bool) -> None:
        """Take the view."""
        self.value, self.fresh = value, fresh


class _Sheet:
    """One state of the dossier, and the views of it, each worked out once however many ask for it."""

    def __init__(self, dossier: Dossier, turn: int) -> None:
        self.dossier, self.turn = dossier, turn
        self._lock = threading.Lock()
        self._views: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def view(self, key: Hashable, make: Callable[[Dossier], _Made]) -> "Future[_Made]":
        """Return the view, to come or there already."""
        with self._lock:
            known: Future[_Made] | None = self._views.get(key)
            if known is not None:
                self._views.move_to_end(key)
                return known
            coming: Future[_Made] = Future()
            self._views[key] = coming
            while len(self._views) > _KEPT:
                self._views.popitem(last=False)
        threading.Thread(target=self._make, args=(key, make, coming), daemon=True).start()
        return coming

    def _make(self, key: Hashable, make: Callable[[Dossier], _Made], coming: "Future[_Made]") -> None:
        try:
            coming.set_result(make(self.dossier))
        except BaseException as error:  # noqa: BLE001 - whoever waits for it is told
            with self._lock:
                self._views.pop(key, None)
            coming.set_exception(error)

    def forget(self, key: Hashable) -> None:
        """Drop a view."""
        with self._lock:
            self._views.pop(key, None)

    def done(self) -> dict[Hashable, Any]:
        """Return the views that are there."""
        with self._lock:
            views = list(self._views.items())
        return {key: view.result() for key, view in views if view.done() and view.exception() is None}
