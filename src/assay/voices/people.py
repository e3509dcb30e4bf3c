"""Whom a text speaks of: names, pronouns and descriptions, and what went before that decides about them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from assay.model.voices import SpeakerClass
from assay.voices.grammar import Sentence
from assay.voices.lexicon import PERSONS, REPORTING, SAYING, WORDS_OF, WRITERS, is_somebody

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "who"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_OWN = frozenset({"i", "me", "my", "myself"})
_SOMEONE = frozenset({"someone", "somebody", "one", "another", "others", "anonymous"})
_HIS, _HERS = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_TITLED = re.compile(r"Mr|Mrs|Ms|Miss|Sir|Lady|Lord|King|Queen|Madame")
_DEFINITE = frozenset({"the", "this", "that"})
_TIMES = frozenset({"DATE", "TIME"})
_FARTHEST = 4  # sentences that a pronoun may reach back
_SPEAKS = 2  # names of persons that this counts for
_MENTIONS = 20


class Meant(Struct, frozen=True):
    """Whom a word means, as the text names them, and how that is known."""

    name: str
    certainty: SpeakerClass
    is_plural: bool = False


class People(Struct, frozen=True):
    """Which words of a text are names of persons: those that the parser takes for one more often than for else."""

    names: frozenset[str]
    only: bool = False
    """Whether nobody else is taken for a speaker: where a rough grammar takes any capital for a name."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence], known: Iterable[str] = (), *, only: bool = False) -> "People":
        """Count, over the whole text; `known` are the words of names that the casebook has."""
        counts: Counter[str] = Counter()
        for sentence in sentences:
            for word in sentence.words:
                if word.pos == "PROPN" and word.entity:
                    counts[word.text] += 1 if word.entity == "PERSON" else -1
            for name in _speaking(sentence):
                counts[name] += _SPEAKS
        return cls(frozenset({*(name for name, count in counts.items() if count > 0), *known}), only)

    def has(self, sentence: Sentence, number: int) -> bool:
        """Say whether a word is, or heads, the name of a person."""
        word = sentence.words[number]
        return word.pos == "PROPN" and (word.text in self.names or word.entity == "PERSON")


class Memory(Struct):
    """What one stretch after another has spoken of, newest last."""

    people: People
    own: str | None = None
    """Who says *I* here."""
    subjects: list[list[Meant]] = field(default_factory=list)
    """For each sentence whom it is about: the subject of its main clause first."""
    mentioned: list[str] = field(default_factory=list)
    topic: Meant | None = None
    """Whom the main clause of the last sentence is about."""
    source: str | None = None
    """Who was quoted last, or was said to say or write something."""
    works: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Whose letter, article or speech was spoken of last, by the noun, and in which sentence."""
    told: Meant | None = None
    """Whose letter, article or speech the last sentence spoke of, if any."""
    sentences: int = 0

    def note(self, sentence: Sentence) -> None:
        """Remember whom a sentence is about, whose words it speaks of, and who says something in it."""
        about = [meant for number in _subjects(sentence) if (meant := self._somebody(sentence, number)) is not None]
        self.sentences += 1
        self.topic = self._main(sentence)
        self.told = None
        for noun, owner in _owned_words(sentence):
            whose = self._somebody(sentence, owner)
            if whose is not None:
                self.works[sentence.words[noun].lemma] = whose.name, self.sentences
                self.told = whose
                if self.people.has(sentence, owner) or whose.certainty == "anaphoric":
                    about.append(whose)
        self.subjects = [*self.subjects, about]
        for verb in _reporting(sentence):
            doer = sentence.doer(verb)
            source = self.meant(sentence, doer) if doer is not None else None
            is_name = doer is not None and sentence.words[doer].pos != "NOUN"
            if source is not None and is_name and not source.is_plural:
                self.source = source.name
        self.mentioned += (
            sentence.text(sentence.name(number))
            for number, word in enumerate(sentence.words)
            if self.people.has(sentence, number) and word.dep not in {"compound", "flat"}
        )
        del self.subjects[:-_FARTHEST]
        del self.mentioned[:-_MENTIONS]

    def _main(self, sentence: Sentence) -> Meant | None:
        """Return whom the main clause is about: its subject, or whose that is."""
        for number in _subjects(sentence)[:1]:
            for person in (number, sentence.owner(number)):
                if person is not None and (meant := self._somebody(sentence, person)) is not None:
                    return None if meant.is_plural else meant
        return None

    def _somebody(self, sentence: Sentence, number: int) -> Meant | None:
        """Return whom a subject means, where it is a person or a group."""
        meant = self.meant(sentence, number)
        if meant is None or sentence.words[number].pos == "PRON" or meant.is_plural:
            return meant
        described = sentence.words[number].pos == "NOUN" and meant.certainty != "explicit"
        return meant if described or self.people.has(sentence, number) else None

    def meant(self, sentence: Sentence, number: int) -> Meant | None:
        """Return whom a word means, where that can be said."""
        word = sentence.words[number]
        form = word.text.lower()
        if form == "who" and sentence.words[word.head].dep == "relcl":
            return self.meant(sentence, sentence.words[word.head].head)
        if form in _OWN:
            return Meant(self.own, "anaphoric") if self.own else None
        if form in _SINGULAR:
            return self._before(sentence, number)
        if form == "it":
            return self._whose_words(sentence)
        if form in _PLURAL:
            return self._group()
        if form in _SOMEONE:
            words = sentence.text(sentence.described(number))
            return Meant(words, "explicit") if " " in words or form.startswith("some") else None
        if word.pos == "PROPN":
            is_nobody = self.people.only and word.text not in self.people.names
            return None if is_nobody else _named(sentence, number)
        return self._described(sentence, number) if word.pos in {"NOUN", "ADJ"} else None

    def _described(self, sentence: Sentence, number: int) -> Meant | None:
        word = sentence.words[number]
        for other in sentence.below(number, "appos"):
            if sentence.words[other].pos == "PROPN":
                return _named(sentence, other)
        if word.text.lower() == "latter":
            return Meant(self.mentioned[-1], "anaphoric") if self.mentioned else None
        owner = sentence.owner(number)
        is_definite = any(sentence.words[det].text.lower() in _DEFINITE for det in sentence.below(number, "det"))
        if word.lemma in WORDS_OF:
            whose = self.meant(sentence, owner) if owner is not None else None
            if whose is not None:
                return whose
            name, since = self.works.get(word.lemma, ("", 0))
            if is_definite and name and self.sentences - since < _FARTHEST:
                return Meant(name, "anaphoric")
        if is_definite and word.lemma in WRITERS and (owner is None or word.lemma == "author"):
            if word.lemma in PERSONS and (about := self._before(sentence, number)) is not None:
                return about
            if self.source is not None:
                return Meant(self.source, "anaphoric")
        is_doer = word.dep in {"nsubj", "pobj"}
        if not is_somebody(word.lemma.lower()) and not (is_definite and is_doer and word.lemma in WORDS_OF):
            return None
        return Meant(sentence.text(sentence.described(number)), "explicit", word.text != word.lemma)

    def _before(self, sentence: Sentence, number: int) -> Meant | None:
        """Whom *he* or *she* means: the subject of the main clause before it, here or in a sentence before.

        A title that goes with the pronoun (*Mrs.*, *she*) counts for more than nearness.
        """
        candidates = list(self._candidates(sentence, number))
        pronoun = sentence.words[number].text.lower()
        for fit in (True, None):
            for name in candidates:
                if _agrees(name, pronoun) is fit:
                    return Meant(name, "anaphoric")
        return None

    def _candidates(self, sentence: Sentence, number: int) -> Iterator[str]:
        """Name those who can be meant by a pronoun, the likeliest first."""
        for other in _subjects(sentence):
            for person in (other, sentence.owner(other)):
                if person is not None and person < number and self.people.has(sentence, person):
                    yield sentence.text(sentence.name(person))
        for other, word in enumerate(sentence.words[:number]):
            is_agent = word.dep == "pobj" and sentence.words[word.head].dep == "agent"
            if (is_agent or self._owns_words(sentence, other)) and self.people.has(sentence, other):
                yield sentence.text(sentence.name(other))
        if self.topic is not None:
            yield self.topic.name
        for subjects in reversed(self.subjects):
            yield from (meant.name for meant in subjects if not meant.is_plural)
        if self.source is not None:
            yield self.source

    def _owns_words(self, sentence: Sentence, number: int) -> bool:
        word = sentence.words[number]
        return word.dep == "poss" and sentence.words[word.head].lemma in WORDS_OF

    def _group(self) -> Meant | None:
        for subjects in reversed(self.subjects):
            for meant in subjects:
                if meant.is_plural:
                    return Meant(meant.name, "anaphoric", is_plural=True)
        return None

    def _whose_words(self, sentence: Sentence) -> Meant | None:
        """Whose letter or article *it* is, in *in Berg's article it said*."""
        for noun, owner in _owned_words(sentence):
            if sentence.words[noun].dep == "pobj" and (whose := self.meant(sentence, owner)) is not None:
                return Meant(whose.name, "anaphoric")
        return None


def _speaking(sentence: Sentence) -> Iterator[str]:
    """Find names without an article that say something: newspapers have one, persons have none."""
    for number, word in enumerate(sentence.words):
        says = word.dep == "nsubj" and sentence.words[word.head].lemma in SAYING
        if says and word.pos == "PROPN" and not any(True for _ in sentence.below(number, "det")):
            yield word.text


def _agrees(name: str, pronoun: str) -> bool | None:
    """Say whether the title in a name goes with a pronoun; None where there is no such title."""
    titled = _TITLED.match(name)
    if titled is None or pronoun not in _HIS | _HERS:
        return None
    return (titled[0] in {"Mr", "Sir", "Lord", "King"}) == (pronoun in _HIS)


def _named(sentence: Sentence, number: int) -> Meant | None:
    """A name, with those that *and* joins to it."""
    if sentence.words[number].entity in _TIMES:
        return None
    joined = [other for other in sentence.below(number, "conj") if sentence.words[other].pos == "PROPN"]
    names = [sentence.text(sentence.name(one)) for one in (number, *joined)]
    return Meant(" and ".join(names), "explicit", len(names) > 1)


def _subjects(sentence: Sentence) -> Sequence[int]:
    """Return the subjects of a sentence's clauses: that of the main clause first, the others as they stand."""
    found = [number for number, word in enumerate(sentence.words) if word.dep in {"nsubj", "nsubjpass"}]
    return sorted(found, key=lambda number: (sum(1 for _ in sentence.above(number)), number))


def _owned_words(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Find letters, articles and speeches in a sentence, with the word for whoever wrote or made them."""
    for number, word in enumerate(sentence.words):
        if word.pos == "NOUN" and word.lemma in WORDS_OF and (owner := sentence.owner(number)) is not None:
            yield number, owner


def _reporting(sentence: Sentence) -> Iterator[int]:
    """Find verbs that say that somebody says something, and what."""
    for number, word in enumerate(sentence.words):
        if word.pos == "VERB" and word.lemma in REPORTING and any(True for _ in sentence.below(number, "ccomp")):
            yield number
