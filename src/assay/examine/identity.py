"""Who is who: members of groups, and persons judged to be the same."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from assay.model.case import Case


class Identity:
    """Tells when two names stand for the same link.

    A group and its member are the same link; two members of a group are not. Persons judged to be the same are, even
    where somebody judged otherwise: independence is never assumed.
    """

    def __init__(self, case: Case) -> None:
        """Read the groups and judgements of a case."""
        self._groups = case.groups
        self._judgements = case.judgements

    @cached_property
    def _representative(self) -> Mapping[str, str]:
        parent: dict[str, str] = {}

        def find(name: str) -> str:
            while parent.get(name, name) != name:
                name = parent[name]
            return name

        for judgement in self._judgements:
            if judgement.verb == "same" and judgement.source is None:
                first, second = sorted(map(find, judgement.subjects))
                parent[second] = first
        return {name: find(name) for name in parent}

    def one(self, name: str) -> str:
        """Return the name under which all names judged the same are known."""
        return self._representative.get(name, name)

    @cached_property
    def _covered(self) -> Mapping[str, frozenset[str]]:
        members: dict[str, set[str]] = {}
        for id_, group in self._groups.items():
            members.setdefault(self.one(id_), set()).update(map(self.one, group.members))
        return {group: frozenset(_closure(group, members)) for group in members}

    def covers(self, name: str) -> frozenset[str]:
        """Return everyone whom a name stands for: a person himself, a group with its members, and theirs."""
        name = self.one(name)
        return self._covered.get(name, frozenset({name}))

    @cached_property
    def _covering(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for group, members in self._covered.items():
            for member in members:
                found.setdefault(member, {member}).add(group)
        return {name: frozenset(groups) for name, groups in found.items()}

    def covered_by(self, name: str) -> frozenset[str]:
        """Return everyone who stands for a name: itself, and every group that it belongs to."""
        name = self.one(name)
        return self._covering.get(name, frozenset({name}))

    def footprint(self, names: Iterable[str]) -> frozenset[str]:
        """Return everyone on whom something depends that names these."""
        covered = self._covered
        if not covered and not self._representative:
            return frozenset(names)
        return frozenset[str]().union(*map(self.covers, names))


def _closure(group: str, members: Mapping[str, set[str]]) -> set[str]:
    seen, todo = {group}, [group]
    while todo:
        fresh = members.get(todo.pop(), set()) - seen
        seen |= fresh
        todo += fresh
    return seen
