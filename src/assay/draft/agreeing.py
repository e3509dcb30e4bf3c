"""Proposals that agree with one another: what names something of another kind goes, and what only that had needed."""

from collections.abc import Iterator, Sequence

from assay.casebook.parser import parse_text
from assay.casebook.references import references
from assay.draft.gate import Refused
from assay.draft.names.register import Register
from assay.draft.writing import entry, titled
from assay.model.case import Case
from assay.model.entries import Extension, kind_of
from assay.model.proposals import Proposal


def agreeing(made: Sequence[Proposal], refused: Sequence[Refused], case: Case) -> tuple[list[Proposal], list[Refused]]:
    """Leave out what does not agree with the rest, in the order of where they stand; and say what was refused."""
    wrong = list(_misnamed(made, case))
    bad = {id(one.proposal) for one in wrong}
    left = [one for one in made if id(one) not in bad]
    all_refused = [*refused, *wrong]
    return _ordered(_wanted(left, all_refused)), all_refused


def still_needed(made: Sequence[Proposal], register: Register) -> Iterator[Proposal]:
    """Describe persons whom only statements name: by a name that elsewhere in the document is another's."""
    known = {one.id for one in made}
    for proposal in made:
        for id_ in _named(proposal.text):
            person = register.persons.get(id_)
            if person is not None and not person.is_known and id_ not in known:
                known.add(id_)
                rule = "a name that statements use"
                text = entry(f"person {id_} {titled(person.title)}", [("proposed", rule)])
                yield Proposal("persons", id_, text, rule, "carried", proposal.evidence)


def _misnamed(made: Sequence[Proposal], case: Case) -> Iterator[Refused]:
    """Refuse what names something of another kind than must stand there."""
    entries = [(one, placed.entry) for one in made for placed in parse_text(one.text + "\n").entries]
    kinds = {id_: kind_of(known) for id_, known in case.described.items()}
    kinds |= {entry.id: kind_of(entry) for _, entry in entries if not isinstance(entry, Extension)}
    for one, entry_ in entries:
        for used in references(entry_):
            if kinds.get(used.name, used.kinds[0]) not in used.kinds:
                yield Refused(one, f"{used.name} is a {kinds[used.name]}, and names it wrongly")
                break


def _wanted(made: Sequence[Proposal], refused: Sequence[Refused]) -> list[Proposal]:
    """Leave out what was proposed only for the sake of statements that were refused: their claims and persons."""
    lost = {name for one in refused for name in _named(one.proposal.text)}
    lost -= {name for one in made for name in _named(one.text)}
    return [one for one in made if one.id not in lost]


def _named(text: str) -> Iterator[str]:
    """Name what an entry uses."""
    for placed in parse_text(text + "\n").entries:
        yield from (reference.name for reference in references(placed.entry))


def _ordered(made: Sequence[Proposal]) -> list[Proposal]:
    """Sort proposals by where they stand; the order of what stands together is kept."""
    return sorted(made, key=lambda one: (one.evidence[0].file, one.evidence[0].span) if one.evidence else ("", 0))
