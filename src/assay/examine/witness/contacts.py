"""Which contacts of two witnesses the casebook records, and whether they came before the words that agree."""

from collections.abc import Iterator, Sequence

from assay.examine.channels import pressing
from assay.examine.identity import Identity
from assay.model.accounts import Contact, Seen
from assay.model.case import Case
from assay.model.entries import Statement


class Contacts:
    """Knows who told whom, who has it from whom, and in whose hands witnesses were."""

    def __init__(self, case: Case) -> None:
        """Read the statements of a case."""
        self._case, self.identity = case, Identity(case)
        self._to_others: dict[str, list[Statement]] = {}
        for s in case.statements.values():
            if s.to or s.via:
                self._to_others.setdefault(self.identity.one(s.witness), []).append(s)

    def between(self, one: Statement, other: Statement) -> tuple[Contact, ...]:
        """Return the recorded contacts of two witnesses who say the same, each once."""
        found = (*self._hearsay(one, other), *self._hands(one, other), *self._told(one, other))
        return tuple(sorted(dict.fromkeys(found)))

    def meets(self, name: str, names: Sequence[str]) -> bool:
        """Say whether somebody is among those named, under any of his names or in a group."""
        covered = self.identity.covers(name)
        return any(covered & self.identity.covers(one) for one in names)

    def _hearsay(self, one: Statement, other: Statement) -> Iterator[Contact]:
        for s, witness in ((one, other.witness), (other, one.witness)):
            if s.knows is not None and self.meets(witness, s.knows.chain):
                yield Contact("has it from", s.witness, witness, s.id, "after")
        shared = set(_chain(one)) & set(_chain(other))
        for name in sorted(shared - {one.witness, other.witness}):
            yield Contact("same informant", name, "", one.id, "after")

    def _hands(self, one: Statement, other: Statement) -> Iterator[Contact]:
        """Yield whoever pressed both. One who spoke despite the pressure was in the same hands."""
        theirs = self._pressing(other)
        for name in self._pressing(one):
            if self.meets(name, theirs):
                yield Contact("same hands", name, "", one.id, "after")

    def _pressing(self, statement: Statement) -> list[str]:
        despite = [c.by for c in statement.despite if c.by is not None and c.kind != "custody"]
        return sorted({*pressing(self._case, statement), *despite} - {"unknown"})

    def _told(self, one: Statement, other: Statement) -> Iterator[Contact]:
        """Yield each statement of the one to, or through, the other."""
        for speaker, hearer in ((one.witness, other.witness), (other.witness, one.witness)):
            for s in self._to_others.get(self.identity.one(speaker), ()):
                if self.meets(hearer, s.to):
                    yield Contact("told", speaker, hearer, s.id, _seen_from(s, one, other))
                elif self.meets(hearer, s.via):
                    yield Contact("passed on", hearer, speaker, s.id, _seen_from(s, one, other))


def _chain(statement: Statement) -> tuple[str, ...]:
    return () if statement.knows is None else statement.knows.chain


def _seen_from(contact: Statement, one: Statement, other: Statement) -> Seen:
    """Say whether the words that agree, at least the later of them, came after a contact."""
    if contact.date.surely_before(one.date) or contact.date.surely_before(other.date):
        return "after"
    if all(s.id == contact.id or s.date.surely_before(contact.date) for s in (one, other)):
        return "before"
    return "unknown"
