"""Whom a text speaks of: the names in it that are those of persons, and what a word means."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from assay.model.voices import SpeakerClass
from assay.voices.clauses import is_numbered, persons, speaking
from assay.voices.grammar import Sentence
from assay.voices.lexicon import BODIES, is_person
from assay.voices.pronouns import GENDERED, HIS, TITLES, by_form, most, pronoun_of, told_pronouns

_TIMES = frozenset({"DATE", "TIME"})
_WHERE = frozenset({"in", "at", "near", "through", "outside"})
_OFTEN = 2  # sentences that show the pronoun of a name
NEVER = 2
_SPEAKS = 2  # names of persons that this counts for


class Meant(Struct, frozen=True):
    """Whom a word means, as the text names them, and how that is known."""

    name: str
    certainty: SpeakerClass
    is_plural: bool = False


class People(Struct, frozen=True):
    """Which words of a text are names of persons: those that the parser takes for one more often than for else."""

    names: frozenset[str]
    pronouns: Mapping[str, str]
    """*he* or *she*, by the last word of a name, where the text itself says so, and never both."""
    forms: Mapping[str, str]
    """Likewise, as the form of a whole name has it: *Berta Oyarzo*, by each of her two names."""
    only: bool = False
    """Whether nobody else is taken for a speaker: where a rough grammar takes any capital for a name."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence], known: Iterable[str] = (), *, only: bool = False) -> "People":
        """Count, over the whole text; `known` are the words of names that the casebook has."""
        counts: Counter[str] = Counter()
        pronouns: dict[str, Counter[str]] = {}
        forms: dict[str, Counter[str]] = {}
        for sentence in sentences:
            for word in sentence.words:
                if word.pos == "PROPN" and word.entity:
                    counts[word.text] += 1 if word.entity == "PERSON" else -1
                if word.pos == "PROPN" and word.dep == "pobj" and sentence.words[word.head].lemma in _WHERE:
                    counts[word.text] -= 1
                if word.dep == "compound" and word.text.rstrip(".") in TITLES:
                    counts[sentence.words[word.head].text] += _SPEAKS
            for name in (*speaking(sentence), *persons(sentence)):
                counts[name] += _SPEAKS
            for name, pronoun in told_pronouns(sentence):
                pronouns.setdefault(name, Counter())[pronoun] += 1
            for full in _full_names(sentence):
                if (form := by_form(full)) is not None:
                    for part in (full.split()[0], full.split()[-1]):
                        forms.setdefault(part, Counter())[form] += 1
        names = frozenset({*(name for name, count in counts.items() if count > 0), *known})
        sure = {name: found for name, found in pronouns.items() if found.total() >= _OFTEN}
        seldom = {name: found for name, found in pronouns.items() if found.total() < _OFTEN}
        said, seem = (
            {name: told for name, found in counted.items() if (told := most(found))}
            for counted in (sure, forms | seldom)
        )
        return cls(names, said, seem, only)

    def fit(self, name: str, pronoun: str, taken: Mapping[str, str]) -> int:
        """Say how well *he* or *she* fits a name: 0, as far as is known; 1, not as it seems; NEVER, not at all.

        `taken` says for which pronoun a name was taken before.
        """
        if pronoun not in GENDERED:
            return 0
        words = name.lower().split()
        is_thing = name.islower() or words[-1] in BODIES
        if is_thing and not any(is_person(word) for word in words):
            return NEVER
        wanted = "he" if pronoun in HIS else "she"
        last = name.rsplit(maxsplit=1)[-1]
        told = pronoun_of(name) or self.pronouns.get(last)
        if told is not None:
            return 0 if told == wanted else NEVER
        return 0 if (taken.get(name) or by_form(name) or self.forms.get(last)) in {None, wanted} else 1

    def has(self, sentence: Sentence, number: int) -> bool:
        """Say whether a word is, or heads, the name of a person."""
        word = sentence.words[number]
        return word.pos == "PROPN" and (word.text in self.names or word.entity == "PERSON")


def _full_names(sentence: Sentence) -> Iterator[str]:
    """Find names of persons that have more than one word."""
    for number, word in enumerate(sentence.words):
        if word.entity == "PERSON" and word.pos == "PROPN" and word.dep not in {"compound", "flat"}:
            name = sentence.text(sentence.name(number))
            if " " in name:
                yield name


def named(sentence: Sentence, number: int) -> Meant | None:
    """A name, with those that *and* joins to it."""
    if sentence.words[number].entity in _TIMES:
        return None
    if is_numbered(sentence, number):
        return Meant(sentence.text((number, number + 2)), "explicit")
    word = sentence.words[number]
    if word.entity != "PERSON" and word.text.rstrip(".") not in TITLES:
        of = [place for prep in sentence.below(number, "prep") for place in sentence.below(prep, "pobj")]
        for other in (apposed for noun in (number, *of) for apposed in sentence.below(noun, "appos")):
            if sentence.words[other].entity == "PERSON":  # *the Minister of War, Anna Berg*
                return Meant(sentence.text(sentence.name(other)), "explicit")
    joined = [other for other in sentence.below(number, "conj") if sentence.words[other].pos == "PROPN"]
    names = [
        sentence.text(sentence.name(one) if sentence.words[one].entity == "PERSON" else sentence.title(one))
        for one in (number, *joined)
    ]
    return Meant(" and ".join(names), "explicit", len(names) > 1)


def is_same(one: str, other: str | None) -> bool:
    """Say whether two names can be one person's, by their last words: *Mr Berg*, *Anna Berg*."""
    return one.casefold().split()[-1:] == (other or "").casefold().split()[-1:]
