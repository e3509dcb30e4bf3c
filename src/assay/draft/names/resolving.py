"""Whom each mention in a document means: by the whole name, else by the name that this document gave last or most."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from assay.draft.names.forms import WOMAN, Form
from assay.draft.names.register import Register
from assay.draft.names.sightings import Sighting
from assay.draft.names.spelling import plain
from assay.draft.names.tally import Tally

_NEAR = 1500  # characters in which a full name decides about the surname behind it
_FAR = 12_000  # likewise about a first name


class Mention(Struct, frozen=True):
    """A sighting that is a person's name, and whose."""

    sighting: Sighting
    form: Form
    person: str
    rule: str


def persons_in(found: Iterable[Sighting], tally: Tally) -> Iterator[tuple[Sighting, Form]]:
    """Yield what of the sightings are names of persons."""
    for one in found:
        for part in tally.parted(one):
            if tally.is_person(part) and not tally.is_pair(part):
                yield part, tally.form(part)


def resolve(named: Sequence[tuple[Sighting, Form]], register: Register) -> Iterator[Mention]:
    """Say of each name in a document whom it means."""
    full: Counter[str] = Counter(register.by_form[form] for _, form in named if form.given and form.last)
    last_full: dict[str, tuple[str, int]] = {}
    last_given: dict[str, tuple[str, int]] = {}
    called = _first_names(named, register)
    for one, form in named:
        person, rule = register.by_form[form], "the whole name"
        if form.last and not form.given:
            person, rule = _by_surname(form, one, register, full, last_full)
        elif not form.last and len(form.given) == 1:
            whose, at = last_given.get(plain(form.given[0]), ("", -_FAR))
            only = called.get(plain(form.given[0]), frozenset())
            if one.start - at < _FAR:
                person, rule = whose, "a first name, of the one who was named with it last"
            elif len(only) == 1:
                person, rule = next(iter(only)), "a first name, of the only one whom this document names with it"
        if form.last and form.given and form.given != (WOMAN,):
            last_full[_surname(register, form)] = person, one.end
            last_given[plain(form.given[0])] = person, one.end
        yield Mention(one, form, person, rule)


def _first_names(named: Sequence[tuple[Sighting, Form]], register: Register) -> dict[str, frozenset[str]]:
    """Whom a document names in full with each first name."""
    found: dict[str, frozenset[str]] = {}
    for _, form in named:
        if form.given and form.last and form.given != (WOMAN,):
            first = plain(form.given[0])
            found[first] = found.get(first, frozenset()) | {register.by_form[form]}
    return found


def _surname(register: Register, form: Form) -> str:
    """One key for all spellings of a surname: whom it means mostly."""
    return register.by_surname.get(plain(form.last), [form.last])[0]


def _by_surname(
    form: Form, one: Sighting, register: Register, full: Counter[str], last: dict[str, tuple[str, int]]
) -> tuple[str, str]:
    """Whom a surname alone means, of several who have it."""
    usual = register.by_form[form]
    others = register.by_surname.get(plain(form.last), [usual])
    if len(others) == 1:
        return usual, "the surname, which one person has"
    named, at = last.get(_surname(register, form), ("", 0))
    if named and named != usual and one.start - at < _NEAR and full[named] * 2 >= full[usual]:
        return named, "the surname, of the one who was named in full just before"
    if full[usual] == 0 and named:
        return named, "the surname, of the one whom this document names in full"
    return usual, "the surname, of the one who is named most"
