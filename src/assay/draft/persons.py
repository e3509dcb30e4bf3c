"""Persons as proposed entries: who is named, in which ways, and what joins these.

A person whom the casebook describes gets no second entry, only an `extend` for each new way of writing his name. Each
joining of two spellings is an entry of its own, so that it can be dropped alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from assay.draft.names.forms import Form
from assay.draft.names.register import Person, Register, slug
from assay.draft.names.resolving import Mention
from assay.draft.names.spelling import plain, sound
from assay.draft.names.words import JOINED
from assay.draft.writing import entry, listed, times, titled
from assay.model.proposals import Evidence, Proposal

_SHOWN = 4  # ways of writing a name that a reason lists


class Ledger(Struct):
    """Where each person is named first, and in which words how often: what is kept of all mentions."""

    forms: dict[str, Counter[Form]] = field(default_factory=dict)
    first: dict[tuple[str, Form], Evidence] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    """When each person was met first."""

    def add(self, mention: Mention, evidence: Evidence) -> None:
        """Count a mention. What an alias stands for is counted under the alias's own words elsewhere."""
        self.order.setdefault(mention.person, len(self.order))
        if mention.rule.startswith("alias"):
            return
        self.forms.setdefault(mention.person, Counter())[mention.form] += 1
        self.first.setdefault((mention.person, mention.form), evidence)


def proposals(register: Register, ledger: Ledger, aliases: Iterable[str]) -> Iterator[Proposal]:
    """Yield an entry for each person named that the casebook does not describe, and one for each joining.

    `aliases` are the names that the casebook has already, folded.
    """
    taken = frozenset(aliases)
    for id_ in sorted(ledger.order, key=ledger.order.__getitem__):
        person = register.persons.get(id_)
        forms = ledger.forms.get(id_)
        if person is None or not forms:
            continue
        if not person.is_known:
            yield _new(person, forms, ledger)
        yield from _joinings(person, forms, ledger, taken)


def _new(person: Person, forms: Counter[Form], ledger: Ledger) -> Proposal:
    usual = [form for form, _ in forms.most_common() if plain(form.last) == plain(person.usual)] or list(forms)
    ways = listed(f"“{form.words}” {times(forms[form])}" for form in usual[:_SHOWN])
    first = min((ledger.first[person.id, form] for form in forms), key=lambda one: (one.file, one.span))
    rule = "a name" if len(usual) == 1 else "one surname, and no first name or initial that differs"
    because = f"named as {ways}, first at {place(first)}"
    text = entry(f"person {person.id} {titled(person.title)}", [("proposed", rule), ("because", because)])
    return Proposal("persons", person.id, text, rule, "explicit", (first,))


def _joinings(person: Person, forms: Counter[Form], ledger: Ledger, taken: frozenset[str]) -> Iterator[Proposal]:
    """Propose each way of writing the name that is not the same name with more or fewer first names."""
    title = person.title.split()
    for form in sorted(forms, key=lambda one: ledger.first[person.id, one].span):
        rule, why = _joined(form, title)
        if not rule or plain(form.words) in taken:
            continue
        evidence = ledger.first[person.id, form]
        because = f"“{form.words}” ({place(evidence)}, {times(forms[form])}) and “{person.title}”: {why}"
        fields = [("alias", form.words), ("proposed", rule), ("because", because)]
        text = entry(f"extend person {person.id}", fields)
        key = f"{person.id}+{slug(form.words)}"
        yield Proposal("persons", key, text, rule, "carried", (evidence,))


def _joined(form: Form, title: list[str]) -> tuple[str, str]:
    """Say by which rule a way of writing a name was joined to its person, and why; nothing where they are one name."""
    last = title[-1] if title else ""
    if form.last and plain(form.last) != plain(last):
        if sound(form.last) == sound(last):
            return "another transliteration", "the two spellings write one Russian name in different systems"
        return "a scanner's misreading", "a rare spelling, one misread letter from a frequent one"
    if form.last and form.last != last:
        return "", ""
    given = [one for one in form.given if not one.endswith(".") and one not in JOINED]
    other = [one for one in title[:-1] if one[-1] != "."]
    if form.last and given and other and plain(given[0]) != plain(other[0]):
        return "another form of the first name", "the first names are one name in different languages"
    return "", ""


def place(evidence: Evidence) -> str:
    """Write where something stands: the work and its page or paragraph, else the file and the character."""
    where = evidence.work or evidence.file
    otherwise = f"{where} ¶ {evidence.paragraph}" if evidence.paragraph else f"{where}, character {evidence.span.start}"
    return f"{where} p. {evidence.page}" if evidence.page else otherwise
