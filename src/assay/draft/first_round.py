"""The first round: each document is listened to and parsed once, and what it yields is put aside for the second."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from assay.dossier import Dossier
from assay.dossier.cache import cache_folder
from assay.draft import places, spool
from assay.draft.dates import dates, governing
from assay.draft.document import Document, documents
from assay.draft.names.sightings import sightings
from assay.draft.sayings import sayings
from assay.library import Library
from assay.library.index.code import code_of
from assay.model.text import Text
from assay.sources import Profile
from assay.voices.hearing import Grammar

_CODE = ("draft", "voices", "sources", "model/text.py", "model/voices.py")


class Listening:
    """A dossier's documents, listened to with one grammar. What an earlier run has put aside is not done again."""

    def __init__(self, dossier: Dossier, grammar: Grammar) -> None:
        self._dossier, self._grammar = dossier, grammar
        self._folder = _folder()
        self.profiles = dossier.settings.profiles
        self.from_before = 0
        """How many documents had been listened to by an earlier run."""

    def listen(self, profile: Profile) -> tuple[spool.Yielded, ...] | None:
        """Return what a document yields, and put it aside; nothing where it cannot be read."""
        key = self._key(profile)
        yielded = spool.kept(self._folder, self._name(profile), key)
        if yielded is not None:
            self.from_before += 1
            return yielded
        text = self._dossier.document(profile).text
        if text is None:
            return None
        found = documents(text, self._dossier.names, self._grammar, self.work_at(text))
        yielded = tuple(self._yield(document) for document in found)
        spool.keep(self._folder, self._name(profile), key, yielded)
        return yielded

    def kept(self) -> Iterator[tuple[Profile, tuple[spool.Yielded, ...]]]:
        """Yield what was put aside of each document."""
        for profile in self.profiles:
            yielded = spool.kept(self._folder, self._name(profile), self._key(profile))
            if yielded is not None:
                yield profile, yielded

    def library(self, text: Text) -> Library:
        """Return the works of one document: a library of all of them would hold all of them."""
        return Library(self._dossier.case.sources, {text.file: text}, self._dossier.settings.language or "en")

    def work_at(self, text: Text) -> Callable[[int], str | None]:
        """Return a function that says which work stands at a character of a document."""
        library = self.library(text)
        return lambda at: library.work_at(text, at)

    def _yield(self, document: Document) -> spool.Yielded:
        assert document.heard is not None  # it was listened to just now
        dated = tuple(dates(document))
        return spool.as_yielded(
            document,
            overlong=document.overlong(),
            sightings=tuple(sightings(document)),
            dates=dated,
            places=tuple(places.places(document)),
            sayings=tuple(sayings(document.text, document.heard, self._grammar, governing(document, dated))),
        )

    def _name(self, profile: Profile) -> str:
        return f"{spool.key_of(self._dossier.root.resolve(), profile.path)[:32]}.msgpack"

    def _key(self, profile: Profile) -> str:
        names = sorted((name.words, name.id) for name in self._dossier.names)
        sources = list(self._dossier.case.sources.values())  # they say which work stands where
        sha256 = self._dossier.hash_now(profile)
        return spool.key_of(sha256, profile, names, sources, self._grammar.name, code_of(*_CODE))


def _folder() -> Path:
    """Where what documents yield is put aside: the user's cache, or where that cannot be written a folder for once."""
    try:
        folder = cache_folder() / "drafts"
        folder.mkdir(exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="assay-"))
    return folder
