"""Whom a pronoun, a role or a name means, by what the text has spoken of before."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct, field

from assay.voices.clauses import ASKING, acts, called, is_definite, is_numbered, owned_words, subjects
from assay.voices.grammar import Sentence
from assay.voices.lexicon import DOCUMENTS, PERSONS, RUNS, SAYING, WORDS_OF, WRITERS, is_person, is_somebody
from assay.voices.people import NEVER, Meant, People, is_same, named
from assay.voices.pronouns import HERS, HIS

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "who"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_OWN = frozenset({"i", "me", "my", "myself"})
_SOMEONE = frozenset({"someone", "somebody", "one", "another", "others", "anonymous"})
_OBJECTS = frozenset({"dobj", "dative"})
_OF_TWO = ("former", "latter")
_FARTHEST = 4  # sentences that a pronoun may reach back


class Remembered(Struct):
    """What one stretch after another has spoken of, newest last, and whom a word means by it."""

    people: People
    own: str | None = None
    """Who says *I* here."""
    subjects: list[list[Meant]] = field(default_factory=list)
    """For each sentence whom it is about: the subject of its main clause first."""
    pair: tuple[str, str] | None = None
    """Whom *the former* and *the latter* mean."""
    topic: Meant | None = None
    """Whom the main clause of the last sentence is about."""
    source: str | None = None
    """Who was quoted last, or was said to say or write something."""
    turns: tuple[str, ...] = ()
    """The last two who were quoted, the older first."""
    works: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Whose letter, article or speech was spoken of last, by the noun, and in which sentence."""
    roles: dict[str, str] = field(default_factory=dict)
    """Who was called *the engineer Berg*, or *Captain Berg*, by the engineer and the captain."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """Whom *he* and *she* were taken to mean, by name: what one was once, he is likely to be again."""
    spoken_of: tuple[str, ...] = ()
    """Whom the last sentence names besides its subjects."""
    acting: frozenset[str] = frozenset()
    """The pronouns that are subjects of the last sentence: whom it speaks of besides is somebody else."""
    asked: str = ""
    """Who is asked something in the last sentence: whoever answers is likelier the one than who asks."""
    teller: Meant | None = None
    """Who last told somebody something in the last sentence, in a clause that is not its main one."""
    is_question: bool = False
    """Whether something is asked in the last sentence, and it is not said of whom."""
    body: tuple[str, int] = ("", 0)
    """Which council or ministry was last the subject of a sentence, and of which."""
    paper: tuple[str, int] = ("", 0)
    """Which letter or notice was last spoken of, or whose, and in which sentence."""
    told: Meant | None = None
    """Whose letter, article or speech the last sentence spoke of, if any."""
    sentences: int = 0

    def somebody(self, sentence: Sentence, number: int) -> Meant | None:
        """Return whom a subject means, where it is a person or a group."""
        meant = self.meant(sentence, number)
        if meant is None or sentence.words[number].pos == "PRON" or meant.is_plural:
            return meant
        word = sentence.words[number]
        described = word.pos == "NOUN" and meant.certainty != "explicit"
        return meant if described or self.is_person(sentence, number) else None

    def is_named(self, sentence: Sentence, number: int) -> bool:
        """Say whether a word is a name, or stands for one: *Berg*, *the fourth, Anna Berg*."""
        word = sentence.words[number]
        if is_numbered(sentence, number) or (word.pos == "PROPN" and is_person(word.text.lower())):
            return True
        apposed = any(
            self.people.has(sentence, other) or is_numbered(sentence, other)
            for other in sentence.below(number, "appos")
        )
        return apposed or self.people.has(sentence, number)

    def is_person(self, sentence: Sentence, number: int) -> bool:
        """Say whether a word names a person, or is the noun for one who does something: *my father went*."""
        return self.is_named(sentence, number) or (not self.people.only and acts(sentence, number))

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
            return self._whose_words(sentence) or self._paper_or_body(sentence.words[word.head].lemma)
        if form in _PLURAL:
            return self._group()
        if is_numbered(sentence, number):
            return Meant(sentence.text((number, number + 2)), "explicit")
        if form in _SOMEONE:
            words = sentence.text(sentence.described(number))
            return Meant(words, "explicit") if " " in words or form.startswith("some") else None
        if word.pos == "PROPN" and form in self.roles and is_definite(sentence, number):
            return Meant(self.roles[form], "anaphoric")
        if word.pos == "PROPN":
            is_nobody = self.people.only and word.text not in self.people.names
            return None if is_nobody else named(sentence, number)
        return self._described(sentence, number) if word.pos in {"NOUN", "ADJ"} else None

    def _described(self, sentence: Sentence, number: int) -> Meant | None:
        word = sentence.words[number]
        for other in sentence.below(number, "appos"):
            if sentence.words[other].pos == "PROPN":
                return named(sentence, other)
        calling = called(sentence, number)
        if calling is not None and (meant := named(sentence, calling)) is not None:
            return meant
        if word.text.lower() in _OF_TWO:
            two = self._of_two(sentence, number)
            return Meant(two[_OF_TWO.index(word.text.lower())], "anaphoric") if two else None
        owner = sentence.owner(number)
        definite = is_definite(sentence, number)
        if word.lemma in WORDS_OF:
            whose = self.meant(sentence, owner) if owner is not None else None
            if whose is not None:
                return whose
            name, since = self.works.get(word.lemma, ("", 0))
            if definite and name and self.sentences - since < _FARTHEST:
                return Meant(name, "anaphoric")
        is_new = word.lemma in DOCUMENTS and any(
            True for _ in sentence.below(number, "compound", "amod", "acl", "relcl")
        )
        if definite and word.lemma in WRITERS and (owner is None or word.lemma == "author") and not is_new:
            if word.lemma in PERSONS and (about := self._before(sentence, number)) is not None:
                return about
            if self.source is not None:
                return Meant(self.source, "anaphoric")
        if definite and owner is None and word.text == word.lemma and word.lemma in self.roles:
            return Meant(self.roles[word.lemma], "anaphoric")
        is_doer = word.dep in {"nsubj", "pobj"}
        if not is_somebody(word.lemma.lower()) and not (definite and is_doer and word.lemma in WORDS_OF):
            return None
        return Meant(sentence.text(sentence.described(number)), "explicit", word.text != word.lemma)

    def _paper_or_body(self, verb: str) -> Meant | None:
        """Return which letter or which council says it, in *it says*: whichever was spoken of last."""
        (paper, told), (body, acted) = self.paper, self.body
        if paper and (verb in RUNS or (verb in SAYING and (told > acted or not body))) and self._is_near(told):
            return Meant(paper, "anaphoric")
        return Meant(body, "anaphoric") if body and verb in SAYING else None

    def _is_near(self, sentence: int) -> bool:
        return self.sentences - sentence < _FARTHEST

    def _of_two(self, sentence: Sentence, number: int) -> tuple[str, str] | None:
        """Return whom *the former* and *the latter* mean: those named before, here or in a sentence before."""
        named = list(dict.fromkeys(self.persons(sentence, number)))
        if len(named) == 1 and self.topic is not None:
            named = [self.topic.name, *named]
        return (named[0], named[-1]) if named else self.pair

    def persons(self, sentence: Sentence, end: int) -> Iterator[str]:
        """Name the persons in a sentence, up to one of its words."""
        for number, word in enumerate(sentence.words[:end]):
            if self.people.has(sentence, number) and word.dep not in {"compound", "flat"}:
                yield sentence.text(sentence.name(number))

    def _before(self, sentence: Sentence, number: int) -> Meant | None:
        """Whom *he* or *she* means: the subject of the main clause before it, here or in a sentence before.

        A title that goes with the pronoun (*Mrs.*, *she*) counts for more than nearness.
        """
        pronoun = sentence.words[number].text.lower()
        candidates = [name for name in self._candidates(sentence, number) if not is_same(name, self.own)]
        fit = partial(self.people.fit, pronoun=pronoun, taken=self.pronouns)
        best = min(candidates, key=fit, default=None)
        if best is None or fit(best) == NEVER:
            return None
        if pronoun in HIS | HERS:
            self.pronouns[best] = "he" if pronoun in HIS else "she"
        return Meant(best, "anaphoric")

    def _candidates(self, sentence: Sentence, number: int) -> Iterator[str]:
        """Name those who can be meant by a pronoun, the likeliest first."""
        for other in subjects(sentence):
            if sentence.words[number].dep in _OBJECTS and sentence.words[other].head == sentence.words[number].head:
                continue  # *a reporter asked him*: somebody else
            for person in (other, sentence.owner(other)):
                if person is not None and person < number and self.is_person(sentence, person):
                    yield from self.called(sentence, person)
        for other, word in enumerate(sentence.words[:number]):
            is_agent = word.dep == "pobj" and sentence.words[word.head].dep == "agent"
            is_agent = is_agent and sentence.words[sentence.words[word.head].head].lemma not in ASKING
            if (is_agent or self._owns_words(sentence, other)) and self.is_person(sentence, other):
                yield from self.called(sentence, other)
        yield from self._done_to(sentence, number)
        if self.asked:
            yield self.asked
        if self.topic is not None:
            yield self.topic.name
        spoken_of = () if sentence.words[number].text.lower() in self.acting else self.spoken_of
        if self.subjects and not self.subjects[-1]:
            yield from spoken_of
        for about in reversed(self.subjects):
            yield from (meant.name for meant in about if not meant.is_plural)
        yield from spoken_of
        if self.source is not None:
            yield self.source

    def _done_to(self, sentence: Sentence, number: int) -> Iterator[str]:
        """*I went to the priest, and he told me*: to whom the author, or who speaks here, does something before."""
        doers = [other for other in subjects(sentence) if other < number and sentence.words[other].pos != "PRON"]
        first = any(word.text.lower() in {"i", "we"} for word in sentence.words[:number])
        if doers or not first:
            return
        for other, word in reversed([*enumerate(sentence.words[:number])]):
            noun = word.pos == "NOUN" and word.text == word.lemma and is_person(word.lemma)
            if word.dep in {"dobj", "pobj", "dative"} and (noun or self.is_named(sentence, other)):
                yield from self.called(sentence, other)

    def called(self, sentence: Sentence, number: int) -> Iterator[str]:
        """Return what somebody is called, where a word is no pronoun."""
        meant = self.meant(sentence, number) if sentence.words[number].pos != "PRON" else None
        if meant is not None:
            yield sentence.text(sentence.name(number)) if meant.is_plural else meant.name

    def _owns_words(self, sentence: Sentence, number: int) -> bool:
        word = sentence.words[number]
        return word.dep == "poss" and sentence.words[word.head].lemma in WORDS_OF

    def _group(self) -> Meant | None:
        for about in reversed(self.subjects):
            for meant in about:
                if meant.is_plural:
                    return Meant(meant.name, "anaphoric", is_plural=True)
        return None

    def _whose_words(self, sentence: Sentence) -> Meant | None:
        """Whose letter or article *it* is, in *in Berg's article it said*."""
        for noun, owner in owned_words(sentence):
            if sentence.words[noun].dep == "pobj" and (whose := self.meant(sentence, owner)) is not None:
                return Meant(whose.name, "anaphoric")
        return None
