"""A sentence where it stands in the text, and whom its words mean there."""

from typing import Protocol

from msgspec import Struct, structs

from assay.draft.sayings.saying import Party, Pressed
from assay.draft.sayings.words import GATHERINGS, NO_SPEAKERS
from assay.model.location import Span
from assay.voices.grammar import Sentence
from assay.voices.lexicon import DOCUMENTS, WORDS_OF, is_person
from assay.voices.memory import Memory
from assay.voices.people import Meant
from assay.voices.stretches import Stretch

_OF = frozenset({"of", "in"})
_LONG = 7  # words that may belong to the name of those who are told


class Holds(Protocol):
    """Knows who has been seized in the sentences before."""

    def under(self, name: str) -> tuple[Pressed, ...]:
        """Say under what somebody is."""
        ...


class Place(Struct, frozen=True):
    """A sentence in its stretch, and whom the text has spoken of."""

    stretch: Stretch
    sentence: Sentence
    memory: Memory
    before: Sentence | None
    last: Party | None = None
    """Who spoke last, in the sentences before."""
    held: Holds | None = None

    def span(self, first: int, last: int) -> Span:
        """Return where a run of words stands."""
        words = self.sentence.words
        return self.stretch.span(words[first].start, words[max(first, last - 1)].end)

    def party(self, number: int) -> Party | None:
        """Say whom a word means, if that can be said."""
        word = self.sentence.words[number]
        meant = self.memory.meant(self.sentence, number)
        if meant is None and word.pos == "NOUN" and word.text in self.memory.people.names:
            meant = Meant(word.text, "explicit")  # a name that the parser takes for a noun
        if meant is None or meant.certainty == "none":
            return None
        first, last = self.sentence.name(number)
        return Party(meant.name, self.span(first, last), meant.certainty)

    def hearer(self, number: int) -> Party | None:
        """Say whom a word for somebody who is told something means: a description, where it is no name.

        *The members of the board* are told as a whole: who they are stands behind the noun.
        """
        party, word = self.party(number), self.sentence.words[number]
        is_named = party is not None and any(letter.isupper() for letter in party.name)
        if word.pos not in {"NOUN", "PROPN"} or (is_named and word.pos == "NOUN"):
            return party
        if word.pos == "PROPN" and (word.entity == "PERSON" or word.text in self.memory.people.names):
            return party
        first, last = self.sentence.described(number)
        ends = [_end(self.sentence, of) for of in self.sentence.below(number, "prep") if of == last]
        whole = (first, max([last, *ends]))
        return Party(self.sentence.text(whole), self.span(*whole), "explicit")

    def described(self, number: int) -> Party | None:
        """Describe whoever does what only somebody, or a paper, can do: *the count replied*, *the log stated*."""
        word = self.sentence.words[number]
        is_one = next(self.sentence.below(number, "det", "poss", "amod", "compound"), None) is not None
        if word.pos != "NOUN" or not is_one or word.lemma.lower() in NO_SPEAKERS:
            return None
        first, last = self.sentence.described(number)
        return Party(self.sentence.text((first, last)), self.span(first, last), "explicit")

    def spoken_at(self, number: int) -> Party | None:
        """Name the meeting or the paper for whoever speaks in it."""
        word = self.sentence.words[number]
        is_one = word.lemma.lower() in GATHERINGS | DOCUMENTS | WORDS_OF
        return self.hearer(number) if is_one else None


def _end(sentence: Sentence, preposition: int) -> int:
    """Return where *of the board* ends; where it begins, if it is something else or long."""
    if sentence.words[preposition].text.lower() not in _OF:
        return preposition
    object_ = next(sentence.below(preposition, "pobj"), None)
    if object_ is None:
        return preposition
    _, last = sentence.title(object_) if sentence.words[object_].pos == "PROPN" else sentence.described(object_)
    return last if last - preposition <= _LONG else preposition


def as_before(place: Place, doer: int) -> Party | None:
    """Whom *he* or *she* means where nobody is named: the subject before it; *they*, whose memoirs they are."""
    form = place.sentence.words[doer].text.lower()
    if place.before is None or form not in {"he", "she", "they", "it"}:
        return None
    before = structs.replace(place, sentence=place.before, before=None)
    for number, word in enumerate(place.before.words):
        if word.dep not in {"nsubj", "nsubjpass"} or place.before.words[word.head].dep != "ROOT":
            continue
        is_words = word.pos == "NOUN" and word.lemma in WORDS_OF
        whose = place.before.owner(number) if is_words else number
        is_one = word.pos == "PROPN" or is_person(word.lemma.lower())
        if whose is None or is_words != (form in {"they", "it"}) or not (is_words or is_one):
            continue
        party = before.party(whose)
        if party is not None:
            return structs.replace(party, certainty="carried")
    return None
