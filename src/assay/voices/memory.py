"""What is remembered of a text, sentence after sentence: whom it is about, who is asked, whose letters it speaks of."""

from collections.abc import Iterator

from msgspec import structs

from assay.voices.clauses import (
    ASKING,
    according,
    asks,
    author,
    bodies,
    is_document,
    owned_words,
    reporting,
    roles,
    subjects,
)
from assay.voices.grammar import Sentence
from assay.voices.lexicon import WORDS_OF, is_person
from assay.voices.people import Meant, is_same
from assay.voices.pronouns import GENDERED
from assay.voices.remembered import Remembered

_ASKED = frozenset({"dobj", "nsubjpass"})
_TELLING = frozenset({"tell", "answer", "reply", "shout", "call", "warn", "write", "say", "insist", "explain", "beg"})
_SPOKEN_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
_SOURCES = frozenset({"source", "informant", "witness", "interviewee", "author", "narrator", "speaker", "guide"})
_FARTHEST = 4  # sentences that a pronoun may reach back


class Memory(Remembered):
    """Remembers, sentence by sentence, whom a text is about, whose words it speaks of and who asks whom."""

    def note(self, sentence: Sentence, plain: Sentence | None = None) -> None:
        """Remember whom a sentence is about, whose words it speaks of, and who says something in it.

        `plain` is the sentence without the grammar of what is quoted in it: it is about nobody in there.
        """
        plain = plain or sentence
        self.roles.update(roles(sentence))
        about = [meant for number in subjects(plain) if (meant := self.somebody(sentence, number)) is not None]
        self.sentences += 1
        asked = next(self._asked(sentence), "")  # by what was spoken of before: *a reporter asked him*
        self.topic = self._main(plain)
        self.asked = asked
        self.told = None
        for noun, owner in owned_words(sentence):
            whose = self.somebody(sentence, owner)
            if whose is not None:
                self.works[sentence.words[noun].lemma] = whose.name, self.sentences
                self.told = whose
                if self.people.has(sentence, owner) or whose.certainty == "anaphoric":
                    about.append(whose)
        about += (meant for number in according(sentence) if (meant := self.somebody(sentence, number)) is not None)
        self.subjects = [*self.subjects, about]
        self.acting = frozenset(sentence.words[number].text.lower() for number in subjects(plain)) & GENDERED
        self.teller = next(self._tellers(plain), None)
        self.is_question = not asked and asks(sentence)
        self.spoken_of = tuple(self._besides(sentence))
        body = next(bodies(plain), "")
        self.body = (body, self.sentences) if body else self.body
        paper = next(self._papers(plain), "")
        self.paper = (paper, self.sentences) if paper else self.paper
        for number in according(sentence):
            if self.people.has(sentence, number):
                self.source = sentence.text(sentence.name(number))
        for verb in reporting(sentence):
            doer = sentence.doer(verb)
            source = self.meant(sentence, doer) if doer is not None else None
            is_name = doer is not None and sentence.words[doer].pos != "NOUN"
            if source is not None and is_name and not source.is_plural:
                self.source = source.name
        named = list(dict.fromkeys(self.persons(sentence, len(sentence.words))))
        if len(named) > 1:
            self.pair = named[0], named[-1]
        elif name := named[0] if named else self.topic.name if self.topic is not None else _noun(plain):
            self.pair = (self.pair[1] if self.pair else name), name
        del self.subjects[:-_FARTHEST]

    def copy(self) -> "Memory":
        """Return what is remembered now, whatever comes later."""
        return structs.replace(
            self,
            subjects=list(self.subjects),
            works=dict(self.works),
            roles=dict(self.roles),
            pronouns=dict(self.pronouns),
        )

    def told_by(self, name: str | None) -> "Memory":
        """Return what somebody who is quoted can speak of: whom the text speaks of before, and not of themselves."""
        told = Memory(self.people, name, roles=self.roles, pronouns=self.pronouns)
        others = [[meant for meant in about if not is_same(meant.name, name)] for about in self.subjects]
        told.subjects = [about for about in others if about]
        told.spoken_of = tuple(
            other for other in (*self.spoken_of, *(self.pair or ())[::-1]) if not is_same(other, name)
        )
        return told

    def parties(self) -> tuple[str, ...]:
        """Name who may speak next, the likeliest first: who is asked, whom the last sentence is about, who spoke."""
        topic = self.topic.name if self.topic is not None else ""
        return tuple(name for name in (self.asked, topic, self.source, *self.spoken_of) if name)

    def quote(self, name: str) -> None:
        """Remember who was quoted, or quotes."""
        self.source = name
        if name not in self.turns[-1:]:
            self.turns = (*self.turns[-1:], name)

    def _main(self, sentence: Sentence) -> Meant | None:
        """Return whom the main clause is about: its subject, or whose that is."""
        for number in subjects(sentence)[:1]:
            if sentence.words[number].lemma == "name":  # *his name was Berg*
                names = sentence.below(sentence.words[number].head, "attr")
                called = (self.meant(sentence, name) for name in names if sentence.words[name].pos == "PROPN")
                if (meant := next(called, None)) is not None:
                    return meant
            for person in (number, sentence.owner(number)):
                if person is not None and (meant := self.somebody(sentence, person)) is not None:
                    return None if meant.is_plural else meant
            for person in sentence.below(sentence.words[number].head, "attr"):  # *my source is his wife, Anna*
                is_source = sentence.words[number].lemma in _SOURCES
                if (
                    is_source
                    and self.is_named(sentence, person)
                    and (meant := self.meant(sentence, person)) is not None
                ):
                    return None if meant.is_plural else meant
        return None

    def _papers(self, sentence: Sentence) -> Iterator[str]:
        """Name the letters and notices of a sentence: by whoever wrote them, where that is known."""
        for number, word in enumerate(sentence.words):
            if (
                word.pos == "NOUN"
                and word.dep in _SPOKEN_OF
                and (is_document(sentence, number) or word.lemma in WORDS_OF)
            ):
                owner = sentence.owner(number)
                owner = author(sentence, number) if owner is None else owner
                whose = self.meant(sentence, owner) if owner is not None else None
                if whose is not None:
                    yield whose.name
                elif is_document(sentence, number):
                    yield sentence.text(sentence.described(number))

    def _besides(self, sentence: Sentence) -> Iterator[str]:
        """Name the persons whom a sentence speaks of as those to whom something is done or said."""
        for number, word in enumerate(sentence.words):
            noun = word.pos == "NOUN" and word.text == word.lemma and is_person(word.lemma)
            noun = noun and any(True for _ in sentence.below(number, "det", "poss"))  # and not *in exile*
            if word.dep in {"dobj", "pobj", "dative"} and (noun or self.is_named(sentence, number)):
                yield from self.called(sentence, number)

    def _tellers(self, sentence: Sentence) -> Iterator[Meant]:
        """*She rang her mother, who told her to wait*: who tells, the last first."""
        for number in reversed(range(len(sentence.words))):
            word = sentence.words[number]
            if word.lemma in _TELLING and word.pos == "VERB" and word.dep in {"relcl", "conj", "advcl"}:
                doer = sentence.doer(number)
                meant = self.meant(sentence, doer) if doer is not None else None
                if doer is None or meant is None or meant.is_plural:
                    continue
                if (
                    sentence.words[doer].pos == "PRON"
                    or self.is_named(sentence, doer)
                    or is_person(sentence.words[doer].lemma)
                ):
                    yield meant

    def _asked(self, sentence: Sentence) -> Iterator[str]:
        for number, word in enumerate(sentence.words):
            verb = sentence.words[word.head]
            if verb.lemma not in ASKING or not (verb.dep == "ROOT" or word.dep == "nsubjpass"):
                continue
            noun = word.pos == "NOUN" and word.text == word.lemma and is_person(word.lemma)
            if word.dep in _ASKED and (noun or self.is_named(sentence, number)):
                yield from self.called(sentence, number)
            elif word.dep in _ASKED and word.pos == "PRON" and (meant := self.meant(sentence, number)) is not None:
                yield meant.name


def _noun(sentence: Sentence) -> str:
    """*His manager was tired*: the noun for a person whom a sentence is about, though he does nothing in it."""
    for number in subjects(sentence)[:1]:
        word = sentence.words[number]
        if word.pos == "NOUN" and word.text == word.lemma and is_person(word.lemma):
            return sentence.text(sentence.described(number))
    return ""
