"""How often each run of capitals was seen in all documents, and what speaks for its being a person.

Evidence is counted over all places where a name stands, so that one in which the parser errs is outvoted. The weights
are rules of thumb, in units of one sentence in which the parser takes the word for a person.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field, structs

from assay.draft.names.circumstances import THING
from assay.draft.names.evidence import beside, evidence, is_place_here, parser_says
from assay.draft.names.forms import FIRST, Form, form_of, is_first_name
from assay.draft.names.sightings import Sighting
from assay.draft.names.spelling import misread, plain
from assay.draft.names.words import BODIES, JOINED, MALE_TITLES, PEOPLES, PLACES
from assay.model.voices import Name
from assay.quotation.lexicon import known_words

_FOLLOWERS = ("ist", "ists", "ite", "ites", "ism", "isms", "ians", "ian")
_LONG = 6
_BESIDE = 1.5
_TWICE, _OFTEN = 2, 5
_LEAST = 0.12  # evidence per place, for a single word
_TOWNS = ("sk", "grad", "burg", "stan", "ville")
_OTHERS = frozenset(plain(name) for name in BODIES | PLACES | PEOPLES)


class Weight(Struct):
    """How often a surname was seen alone, and what speaks for a person."""

    seen: int = 0
    inner: int = 0
    """How often it stood within a sentence."""
    men: int = 0
    """How often it stood alone behind a title that no woman has."""
    full: int = 0
    """How often a first name or initials stood before it."""
    things: int = 0
    """How often a place or a thing was surely or, half as much, likely meant."""
    score: float = 0.0


class Tally(Struct):
    """What all documents together say of each name."""

    weights: dict[str, Weight] = field(default_factory=dict)
    runs: Counter[Form] = field(default_factory=Counter)
    people: dict[Form, float] = field(default_factory=dict)
    """What the parser says of each run of several words."""
    beside: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Which two single names stood side by side in a list."""
    _often: list[tuple[str, int]] = field(default_factory=list)
    firsts: set[str] = field(default_factory=set)
    """First names of those who are named in full somewhere, where nobody has them as a surname."""
    known: dict[str, str] = field(default_factory=dict)
    """Surnames that the casebook has: folded, and as written there."""

    @classmethod
    def of(cls, names: Iterable[Name]) -> "Tally":
        """Begin with the names that the casebook has."""
        words = (name.words.split() for name in names if _is_name(name.words))
        return cls(known={plain(parts[-1]): parts[-1] for parts in words})

    def add(self, found: Iterable[Sighting]) -> None:
        """Count the sightings of a document."""
        for one in found:
            form = form_of(one)
            self.runs[form] += 1
            weight = self.weights.setdefault(plain(one.last), Weight())
            weight.seen += not one.given
            weight.men += not one.given and one.title in MALE_TITLES
            weight.inner += not one.opens
            weight.full += bool(one.given) and (one.has_initials or is_first_name(one.given[0]))
            weight.things += (not one.given and not one.title) * (
                _TWICE * (one.hint <= THING) or one.is_placed or one.hint < 0
            )
            weight.score += evidence(one)
            if one.given:
                self.people[form] = self.people.get(form, 0.0) + parser_says(one.entity) + beside(one)
            if one.beside:
                self.beside[plain(one.beside), plain(one.last)] += 1

    def settle(self) -> None:
        """Let names that stand in a list with persons count as persons, and with places as places."""
        before = {word: weight.score for word, weight in self.weights.items()}
        for (one, other), count in self.beside.items():
            for word, neighbour in ((one, other), (other, one)):
                if word in before and neighbour in before:
                    self.weights[word].score += _BESIDE * count * self._sort(neighbour, before[neighbour])
        self.beside.clear()
        full = [form for form in self.runs if form.last and form.given and self.people.get(form, 0.0) > 0]
        self.firsts = {plain(form.given[0]) for form in full if form.given[0] not in JOINED}
        self.firsts -= {plain(form.last) for form in self.runs if form.given} | self.known.keys()

    @property
    def _frequent(self) -> Iterable[tuple[str, int]]:
        """Surnames of persons, the most frequent first."""
        if not self._often:
            rows = (
                (word, weight.seen + weight.full)
                for word, weight in self.weights.items()
                if word in self.known or weight.score >= _LEAST * max(weight.seen, 3)
            )
            self._often = sorted((row for row in rows if row[1] >= _OFTEN), key=lambda row: (-row[1], row[0]))
        return self._often

    def _sort(self, word: str, score: float) -> int:
        """Say that a word is a person (1), something else (-1), or nobody knows."""
        if word in self.known or score >= 2:  # noqa: PLR2004 - two sentences say so
            return 1
        return -1 if word in _OTHERS or score <= -2 else 0  # noqa: PLR2004 - likewise

    def is_person(self, one: Sighting) -> bool:
        """Say whether a sighting is the name of a person, by all that was counted."""
        last = plain(one.last)
        if one.hint <= THING or (not one.title and is_place_here(one)):
            return False
        if last in self.known:
            return True
        if one.given:
            return self._is_person_in_full(one)
        if one.last in PLACES or one.last in BODIES or one.last in PEOPLES or self._is_follower(one.last):
            return bool(one.title) and one.last not in BODIES
        if self.is_pair(one):
            return False
        if "-" in one.last and any(part in BODIES | PLACES | PEOPLES for part in one.last.split("-")):
            return False
        if one.is_common and not one.title:
            return False
        weight = self.weights[last]
        if weight.full >= _TWICE or one.title:
            return True
        if weight.things * _TWICE >= weight.seen and not weight.full:
            return False
        if last in self.firsts and weight.score > -_TWICE and one.last.lower() not in known_words("en"):
            return True
        if not weight.inner and last not in FIRST and one.last.lower() in known_words("en"):
            return False
        is_likely = weight.score >= _LEAST * max(weight.seen, 3) and not one.last.endswith(_TOWNS)
        return is_likely or self.misread_of(one.last) != ""

    def misread_of(self, word: str) -> str:
        """Return the much more frequent name that a rare word may be by a scanner's error, or nothing."""
        if word.lower() in known_words("en"):
            return ""
        count = self.weights[plain(word)].seen
        return next((name for name in self._frequent if count * _OFTEN <= name[1] and misread(word, name[0])), ("", 0))[
            0
        ]

    def _is_follower(self, word: str) -> bool:
        """Say whether a word names the followers of somebody, or a creed: *Lindbergist*, and not *Lindqvist*."""
        ending = next((one for one in _FOLLOWERS if len(word) > _LONG and word.endswith(one)), "")
        if not ending or self.weights[plain(word)].full:
            return False
        stem = plain(word.removesuffix(ending))
        return ending.endswith("s") or word.lower() in known_words("en") or stem in self.weights or stem in self.known

    def _is_person_in_full(self, one: Sighting) -> bool:
        if one.last in BODIES or one.last in PEOPLES:
            return False
        if one.has_initials or plain(one.given[0]) in FIRST:
            return one.last not in PLACES or one.has_initials
        if any(word in BODIES or word in PLACES or word in PEOPLES for word in (*one.given, one.last)):
            return False
        said = self.people[form_of(one)]
        weight = self.weights[plain(one.last)]
        if said > 0 or one.is_common:
            return said > 0
        is_surname = weight.score > _LEAST * max(weight.seen, 3)
        are_names = not any(word.lower() in known_words("en") for word in one.given)
        return is_surname and said > -_TWICE and (bool(one.title) or (are_names and not one.is_placed))

    def parted(self, one: Sighting) -> tuple[Sighting, ...]:
        """Part two surnames that only a lost comma joins: *Holm Lindberg* are two; and a byword: *Judas-Lindberg*."""
        byword, hyphen, last = one.last.rpartition("-")
        if hyphen and not one.given and self._is_byword(byword) and self._stands_alone(last):
            return (structs.replace(one, start=one.end - len(last), last=last),)
        if len(one.given) != 1 or one.has_initials or is_first_name(one.given[0]) or self.runs[form_of(one)] > 1:
            return (one,)
        first = one.given[0]
        often = self.weights.get(plain(first))
        if often is not None and often.seen >= _OFTEN and often.score > 0 and one.last.lower() in known_words("en"):
            return (structs.replace(one, given=(), last=first, end=one.start + len(first), owns=False),)
        if not (self._stands_alone(first) and self._stands_alone(one.last)):
            return (one,)
        alone = structs.replace(one, given=(), start=one.end - len(one.last))
        return structs.replace(one, given=(), last=first, end=one.start + len(first), owns=False), alone

    def form(self, one: Sighting) -> Form:
        """Return the name as written: *Lazar Abramovich* has a surname where *Abramovich* is one elsewhere."""
        form = form_of(one)
        if not form.given and plain(form.last) in self.firsts and not one.title:
            return Form((form.last,), "")
        if form.last or len(form.given) == 1 or not self._stands_alone(form.given[-1], times=1):
            return form
        return Form(form.given[:-1], form.given[-1])

    def is_pair(self, one: Sighting) -> bool:
        """Say whether two surnames are joined by a hyphen, as in the name of a bloc: no person is called so."""
        parts = one.last.split("-")
        return len(parts) > 1 and all(self._stands_alone(part) for part in parts)

    def _is_byword(self, word: str) -> bool:
        return word.lower() in known_words("en") and not is_first_name(word) and not self._stands_alone(word)

    def _stands_alone(self, word: str, times: int = _TWICE) -> bool:
        weight = self.weights.get(plain(word))
        return plain(word) in self.known or (weight is not None and weight.seen >= times and weight.score > 0)


def _is_name(words: str) -> bool:
    """Say whether a title of the casebook is a name: *The director of the airfield* is none."""
    parts = words.split()
    return bool(parts) and all(part[:1].isupper() for part in parts) and parts[0] != "The"
