"""Whom each name of a document means, aliases included, once all names of all documents are known."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.dossier import Dossier
from assay.draft import spool
from assay.draft.aliases import aliases
from assay.draft.aliases import proposing as naming
from assay.draft.aliases.again import nicknames
from assay.draft.aliases.finding import rebound
from assay.draft.document import Document
from assay.draft.names.register import Register
from assay.draft.names.resolving import Mention, persons_in, resolve
from assay.draft.names.spelling import plain
from assay.draft.names.tally import Tally
from assay.draft.sayings.naming import Named, Names
from assay.model.location import Span
from assay.model.proposals import AliasMention, NameMention, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Meant(Struct, frozen=True):
    """Whom the names of one document mean; the aliases that it tells of, and the proposals that these make."""

    mentions: "Sequence[Mention]"
    aliases: "Sequence[AliasMention]"
    proposals: "Sequence[Proposal]"
    names: Names


class Whom:
    """Says whom names mean."""

    def __init__(self, dossier: Dossier, tally: Tally, register: Register) -> None:
        self._case, self._tally, self._register = dossier.case, tally, register
        self._titles = {_bare(name.words): (name.id, name.title) for name in dossier.names}
        described = (name.words for name in dossier.names if name.id in self._case.persons)
        scoped = (alias.name for person in self._case.persons.values() for alias in person.aliases)
        self.known_names = frozenset(_bare(words) for words in (*described, *scoped))
        """Names that the casebook has, scoped ones included."""

    def meant(self, document: Document, yielded: spool.Yielded) -> Meant:
        """Say whom each name of a document means."""
        register = self._register
        mentions = list(resolve(list(persons_in(yielded.sightings, self._tally)), register))
        found = aliases(document, mentions)
        is_other = {plain(each.alias): self._has_bearer(each.alias) for each in found}
        made: list[Proposal] = []
        for each in found:
            if _bare(each.alias) not in self.known_names:
                made += naming.proposals(document, each, is_other=is_other[plain(each.alias)])
        meant = list(rebound(mentions, found, is_other))
        moved = {one.person: other.person for one, other in zip(mentions, meant, strict=True) if one != other}
        moved = {id_: other for id_, other in moved.items() if not register.persons[id_].is_known}
        meant = list(nicknames(document.body, found, meant))
        names = Names([self._named(mention) for mention in meant], self._known_to(moved))
        return Meant(meant, [naming.mention(document, each) for each in found], made, names)

    def rows(self, document: Document, mentions: "Sequence[Mention]") -> "Iterator[NameMention]":
        """List mentions, each with the name of whom it means."""
        for mention in mentions:
            span, person = span_of(mention), self._register.persons[mention.person]
            words = document.body[span.start : span.end]
            yield NameMention(document.evidence(span), words, person.id, person.title, mention.rule)

    def _known_to(self, moved: Mapping[str, str]) -> Callable[[str], tuple[str, str] | None]:
        """Return a function that finds whom a name means anywhere: an id, and what he is called.

        `moved` are those whose name stands for another person's in this document, with that person.
        """

        def known(name: str) -> tuple[str, str] | None:
            found = self._register.who(name) if name[:1].isupper() else None
            id_ = moved.get(found or "", found)
            return self._titles.get(_bare(name)) or (None if id_ is None else (id_, self._register.persons[id_].title))

        return known

    def _named(self, mention: Mention) -> Named:
        person = self._register.persons[mention.person]
        return Named(span_of(mention), person.id, person.title)

    def _has_bearer(self, alias: str) -> bool:
        """Say whether somebody else is called so: by a casebook's entry, or with first names or initials of his own."""
        last = alias.rsplit(maxsplit=1)[-1]
        for id_ in self._register.by_surname.get(plain(last), ()):
            person = self._register.persons[id_]
            if person.is_known or any(form.given for form in person.forms):
                return True
        return False


def span_of(mention: Mention) -> Span:
    """Return where a name stands."""
    return Span(mention.sighting.start, mention.sighting.end)


def _bare(name: str) -> str:
    """Fold a name, without an article before it: *The Old Man*, *Old Man*."""
    return plain(name).removeprefix("the ")
