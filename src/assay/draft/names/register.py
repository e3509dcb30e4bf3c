"""The persons that the documents name, with every way in which they are written, and which id each has.

It is what drafting keeps from one document to the next.
"""

import re
import unicodedata

from msgspec import Struct, field

from assay.casebook.parser import KEYWORDS
from assay.draft.names.forms import Form
from assay.draft.names.spelling import plain
from assay.draft.names.words import TITLES


class Person(Struct):
    """Someone, by the id and title of the casebook or of our proposal; `forms` are the names as written, counted."""

    id: str
    title: str
    forms: dict[Form, int]
    is_known: bool = False
    """Whether the casebook describes him."""

    @property
    def best(self) -> Form:
        """The name as a reader would give it: with the most first names in full, the most usual of these."""
        return max(self.forms, key=lambda form: (form.full, len(form.given), self.forms[form], form))

    @property
    def usual(self) -> str:
        """The surname as it is mostly spelt."""
        counts: dict[str, int] = {}
        for form, count in self.forms.items():
            counts[form.last] = counts.get(form.last, 0) + count
        return max(counts, key=lambda last: (counts[last], last))


class Register(Struct):
    """Persons, findable by any name as written."""

    ids: set[str] = field(default_factory=set)
    """Ids that are taken."""
    persons: dict[str, Person] = field(default_factory=dict)
    by_form: dict[Form, str] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    """Whom a surname may mean, the most frequent first."""
    by_given: dict[str, list[str]] = field(default_factory=dict)
    """Whom a first name may mean."""

    def add(self, person: Person) -> None:
        """Enter a person; one without an id gets one."""
        person.is_known = bool(person.id)
        if not person.id:
            usual = person.usual
            person.title = Form(person.best.given, usual or person.best.last).words
            person.id = self.free(person.title, usual)
        self.persons[person.id] = person
        for form, count in person.forms.items():
            if count or form not in self.by_form:
                self.by_form[form] = person.id
            others = self.by_surname.setdefault(plain(form.last), [])
            if form.last and person.id not in others:
                others.append(person.id)
                others.sort(key=lambda id_: -sum(self.persons[id_].forms.values()))
            for given in form.given[:1]:
                if person.id not in self.by_given.setdefault(plain(given), []):
                    self.by_given[plain(given)].append(person.id)

    def who(self, name: str) -> str | None:
        """Return whom a name means, if anybody: by the whole name, else by the surname.

        >>> register = Register()
        >>> register.add(Person("", "", {Form(("Anna",), "Berg"): 1}))
        >>> register.who("Dr. Anna Berg"), register.who("Berg"), register.who("Lund")
        ('berg', 'berg', None)
        """
        words = [word for word in name.split() if word.rstrip(".") not in TITLES]
        if not words:
            return None
        form = Form(tuple(words[:-1]), words[-1])
        if form in self.by_form:
            return self.by_form[form]
        return next(iter(self.by_surname.get(plain(words[-1]), ())), None)

    def free(self, title: str, surname: str = "") -> str:
        """Make an id of a name that is not taken: the surname alone where it is free."""
        for words in (surname, title) if surname else (title,):
            id_ = slug(words)
            if id_ not in self.ids and id_ not in KEYWORDS:
                self.ids.add(id_)
                return id_
        number = 2
        while f"{slug(title)}-{number}" in self.ids:
            number += 1
        self.ids.add(f"{slug(title)}-{number}")
        return f"{slug(title)}-{number}"


def slug(words: str) -> str:
    """Make an id of words.

    >>> slug("A. M. Larina"), slug("Zinov'yev"), slug("42")
    ('a-m-larina', 'zinovyev', 'n-42')
    """
    plain_ = "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))
    joined = "-".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", plain_)))
    return joined if joined[:1].isalpha() else f"n-{joined}"
