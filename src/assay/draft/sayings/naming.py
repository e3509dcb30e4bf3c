"""Whom the parties of sayings mean: persons of the register where the text names them, else whoever it describes."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from assay.draft.names.register import slug
from assay.draft.sayings.saying import Party
from assay.model.location import Span

_ARTICLES = ("the ", "a ", "an ", "this ", "that ", "his ", "her ", "their ")


Known = Callable[[str], tuple[str, str] | None]
"""Finds a person by name: an id, and what he is called."""


class Named(Struct, frozen=True):
    """A name of a person in a document: where it stands, whose it is, and what he is mostly called."""

    span: Span
    id: str
    title: str


class Somebody(Struct, frozen=True):
    """Who speaks or hears: an id, what he is called, and whether he is of the register."""

    id: str
    title: str
    is_person: bool


class Names:
    """The names of a document, to look parties up in."""

    def __init__(self, named: Sequence[Named], known: Known = lambda _: None) -> None:
        """Take the names, in any order, and a function that finds whom a name means anywhere."""
        self._known = known
        self._named = sorted(named, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._named]
        self._by_last: dict[str, dict[str, Named]] = {}
        for one in self._named:
            last = one.title.split()[-1].casefold() if one.title.split() else ""
            self._by_last.setdefault(last, {}).setdefault(one.id, one)
        self._by_title = {one.title.casefold(): one for one in self._named}

    def within(self, span: Span) -> list[Named]:
        """Return the names that stand within a span, in order."""
        from bisect import bisect_left  # noqa: PLC0415 - used here alone

        first = bisect_left(self._starts, span.start)
        found: list[Named] = []
        for one in self._named[first:]:
            if one.span.start >= span.end:
                break
            found.append(one)
        return found

    def who(self, party: Party) -> Iterator[Somebody]:
        """Yield whom a party means: several where *and* joins names."""
        for name in party.name.split(" and "):
            yield self._one(name.strip(), party)

    def _one(self, name: str, party: Party) -> Somebody:
        last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
        for one in self.within(party.span):
            if one.title.casefold().split()[-1:] == [last] or name.casefold() == one.title.casefold():
                return Somebody(one.id, one.title, is_person=True)
        if name.casefold() in self._by_title:
            found = self._by_title[name.casefold()]
            return Somebody(found.id, found.title, is_person=True)
        alike = self._by_last.get(last, {})
        if alike and name[:1].isupper():
            like = next((one for one in alike.values() if _goes_with(name, one.title)), None)
            if like is not None:
                return Somebody(like.id, like.title, is_person=True)
        here = [one for one in self.within(party.span) if party.certainty == "explicit" and len(party.span)]
        if len(here) == 1 and last == self._word(here[0]):
            return Somebody(here[0].id, here[0].title, is_person=True)
        anywhere = self._known(name)
        if anywhere is not None:
            return Somebody(*anywhere, is_person=True)
        plain = _without_article(name)
        return Somebody(slug(plain), plain[:1].upper() + plain[1:], is_person=False)

    def _word(self, one: Named) -> str:
        return one.title.split()[-1].casefold()


def _goes_with(name: str, title: str) -> bool:
    """Say whether first names and initials agree as far as both have them: *P. Broue*, *Pierre Broue*."""
    mine, theirs = name.split()[:-1], title.split()[:-1]
    return all(one[:1].casefold() == other[:1].casefold() for one, other in zip(mine, theirs, strict=False))


def _without_article(name: str) -> str:
    for article in _ARTICLES:
        if name.lower().startswith(article):
            return name[len(article) :]
    return name
