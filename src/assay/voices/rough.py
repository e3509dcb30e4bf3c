"""A rough grammar, where no parser is installed: who stands before or behind a verb of saying, and little else.

It finds names by their capitals, subjects by their place, and makes the same values as a parser would, so that the same
sieves can be tried. It knows no clauses.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from assay.voices.grammar import Sentence, Word
from assay.voices.lexicon import NO_NAMES, SAYING, WORDS_OF, listed
from assay.voices.overlong import MOST_WORDS, is_words

_TOKEN = re.compile(r"['’]s\b|(?:[A-Z]\.)+|\w+(?:[-'’](?!s\b)\w+)*|[^\w\s]")
_ENDS = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|Prof|St|Gen|Col|vol|No|etc|i\.e|e\.g))\.[\"')\]]*\s+$")
_IRREGULAR = {
    "said": "say", "wrote": "write", "written": "write", "told": "tell", "thought": "think", "spoke": "speak",
    "read": "read", "swore": "swear", "taught": "teach", "went": "go", "began": "begin", "quoted": "quote",
}  # fmt: skip
_POSSESSIVE = frozenset({"'s", "’s"})
_PRONOUNS = listed("he she they i it who we")
_OTHER_PRONOUNS = listed("him her his their them")
_PREPOSITIONS = listed(
    """to of with by about from against for between under in on at after before during among through since until into
    over without toward towards like than via per"""
)
_PASSED_OVER = listed(
    """also then later would had has have himself herself could not never once again only even still already did does do
    itself may might must will can rightly often who which and"""
)
_BEFORE_NOUNS = listed("the a an of his her their this in own 's ’s")
_BEFORE_PLACES = listed("the in at into an a this")
_BESIDE = 3  # words between a name and its verb
_NEAR = 4  # words between a verb of saying and its object
_OBJECTS_END = frozenset({",", ".", "?", "!", "this"})


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a stretch into sentences, and read each roughly."""
    return tuple(
        _Rough.of(text, *part).sentence()
        for start, end in _bounds(text)
        if text[start:end].strip()
        for part in _cut(text, start, end)
        if is_words(text[slice(*part)])
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what has more words than any sentence before it is read: every word is looked at with its neighbours."""
    places = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if len(places) <= MOST_WORDS:
        yield start, end
        return
    for first in range(0, len(places), MOST_WORDS):
        yield places[first][0], places[min(first + MOST_WORDS, len(places)) - 1][1]


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDS.finditer(text):
        if not _ABBREVIATED.search(text, max(0, match.start() - 8), match.end()):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """Return the dictionary form of a verb of saying or a word for words; any other word in small letters.

    >>> lemma("wrote"), lemma("emphasized"), lemma("stating"), lemma("denied"), lemma("Tables")
    ('write', 'emphasize', 'state', 'deny', 'tables')
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for ending in ("", "s", "es", "d", "ed", "ing"):
        if not low.endswith(ending):
            continue
        stem = low[: len(low) - len(ending)]
        for form in (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem, f"{stem[:-1]}y"):
            if form in SAYING or form in WORDS_OF:
                return form
    return low


class _Rough(Struct, frozen=True):
    """The words of one sentence, and which are names and verbs of saying."""

    places: Sequence[tuple[int, int]]
    words: Sequence[str]
    lemmas: Sequence[str]
    names: Sequence[bool]
    verbs: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "_Rough":
        """Look at the words of a sentence one by one."""
        found = list(_TOKEN.finditer(text, start, end))
        words = [match.group() for match in found]
        lemmas = [lemma(word) for word in words]
        names = [_is_name(words, number) for number in range(len(words))]
        verbs = [number for number in range(len(words)) if _is_verb(words, lemmas, number)]
        return cls([match.span() for match in found], words, lemmas, names, verbs)

    def sentence(self) -> Sentence:
        """Say of every word what it depends on."""
        links = {subject: ("nsubj", verb) for verb in self.verbs if (subject := self._subject(verb)) is not None}
        root = self.verbs[0] if self.verbs else 0
        topic = self._topic()
        if topic is not None and topic not in links and ("nsubj", root) not in links.values():
            root = root if self.verbs else min(topic + 1, len(self.words) - 1)
            links[topic] = ("nsubj", root)
        links.update(self._owners())
        links.update(self._according())
        return Sentence(tuple(self._word(number, links, root) for number in range(len(self.words))))

    def _word(self, number: int, links: dict[int, tuple[str, int]], root: int) -> Word:
        dep, head = ("ROOT", root) if number == root else links.get(number) or self._place(number, root)
        start, end = self.places[number]
        entity = self._entity(number, dep) if self.names[number] else ""
        return Word(start, end, self.words[number], self.lemmas[number], self._part(number), dep, head, entity)

    def _entity(self, number: int, dep: str) -> str:
        """Tell persons from places and bodies: who speaks or has initials, and what *the* or *in* stands before."""
        first = self._first_name(number)
        before = self.words[first - 1].lower() if first else ""
        if before in _BEFORE_PLACES:
            return "ORG"
        speaks = dep == "nsubj" and any(abs(verb - number) <= _BESIDE for verb in self.verbs)
        return "PERSON" if speaks or self.words[first].endswith(".") else ""

    def _place(self, number: int, root: int) -> tuple[str, int]:
        """Say what a word depends on that is no subject."""
        if self.words[number].lower() in {"not", "never"} and number + 1 in self.verbs:
            return "neg", number + 1
        if number in self.verbs:
            return "advcl", root
        if self.names[number] and self._last_name(number) != number:
            return "compound", self._last_name(number)
        verb = max((verb for verb in self.verbs if verb < number), default=root)
        is_object = verb in self.verbs and verb < number and self._is_object(verb, number)
        return ("dobj" if is_object else "pobj"), verb

    def _is_object(self, verb: int, number: int) -> bool:
        """Say whether a word stands close behind a verb, or behind *as*, with no preposition between."""
        between = [word.lower() for word in self.words[verb + 1 : number]]
        if "as" in between:
            return len(between) - between.index("as") <= _NEAR
        return len(between) <= _NEAR and not _PREPOSITIONS.intersection(between)

    def _part(self, number: int) -> str:
        """Return the part of speech, as far as it is known."""
        if not self.words[number][:1].isalnum():
            return "PUNCT"
        if self.names[number]:
            return "PROPN"
        if number in self.verbs:
            return "VERB"
        if self.words[number].lower() in _PRONOUNS | _OTHER_PRONOUNS:
            return "PRON"
        return "NOUN" if self.lemmas[number] in WORDS_OF else "X"

    def _last_name(self, number: int) -> int:
        while number + 1 < len(self.names) and self.names[number + 1]:
            number += 1
        return number

    def _first_name(self, number: int) -> int:
        while number > 0 and self.names[number - 1]:
            number -= 1
        return number

    def _can_speak(self, number: int) -> bool:
        """Say whether a word is a pronoun or name that no preposition governs and that owns nothing."""
        if not (self.names[number] or self.words[number].lower() in _PRONOUNS):
            return False
        first, behind = self._first_name(number), self._last_name(number) + 1
        is_governed = first > 0 and self.words[first - 1].lower() in _PREPOSITIONS
        return not is_governed and not (behind < len(self.words) and self.words[behind] in _POSSESSIVE)

    def _subject(self, verb: int) -> int | None:
        """Find who does a verb of saying: before it, behind it, or at the head of the clause that it hangs on."""
        if self.words[verb].endswith("ing"):
            return self._behind_comma(verb)
        beside = verb - 1
        while beside >= 0 and (self.words[beside].lower() in _PASSED_OVER or self.words[beside].endswith("ly")):
            beside -= 1
        if beside >= 0 and self._can_speak(beside):
            return beside
        return self._inverted(verb) or self._farther(verb)

    def _behind_comma(self, verb: int) -> int | None:
        """*Noting that it burned, Berg wrote*: the name behind the comma."""
        for number in range(verb + 1, len(self.words) - 1):
            if number in self.verbs:
                return None
            if self.words[number] == "," and self.names[number + 1]:
                return self._last_name(number + 1)
        return None

    def _inverted(self, verb: int) -> int | None:
        """*..., wrote Berg*."""
        behind = verb + 1
        while behind < len(self.words) and self.words[behind].lower() in {"the", "old"}:
            behind += 1
        if behind < len(self.words) and self.names[behind] and verb and self.words[verb - 1] in _OBJECTS_END:
            return self._last_name(behind)
        return None

    def _farther(self, verb: int) -> int | None:
        for number in range(verb - 1, -1, -1):
            if number in self.verbs and number < verb - 1:
                return None
            if self.words[number].lower() not in {"who", "it"} and self._can_speak(number):
                first = self._first_name(number)
                if first == 0 or self.words[first - 1] != "and":
                    return number
        return None

    def _topic(self) -> int | None:
        """Find the first name or pronoun that can speak: whom the sentence is about."""
        for number, word in enumerate(self.words):
            if (self.names[number] or word.lower() in {"he", "she", "they"}) and self._can_speak(number):
                return self._last_name(number)
        return None

    def _owners(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """Find whose a letter or a speech is: *Berg's last letter*."""
        for number, word in enumerate(self.words):
            if word in _POSSESSIVE and number and self.names[number - 1]:
                nouns = range(number + 1, min(number + 1 + _NEAR, len(self.words)))
                noun = next((noun for noun in nouns if self.lemmas[noun] in WORDS_OF), None)
                if noun is not None:
                    yield number - 1, ("poss", noun)
                    yield noun, ("pobj", 0)

    def _according(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """*According to the old miller Lund*: the first name behind it."""
        for number, word in enumerate(self.words[:-2]):
            if word.lower() == "according" and self.words[number + 1] == "to":
                near = range(number + 2, min(number + 3 + _NEAR, len(self.words)))
                name = next((other for other in near if self.names[other]), None)
                if name is not None:
                    yield number + 1, ("prep", number)
                    yield self._last_name(name), ("pobj", number + 1)


def _is_name(words: Sequence[str], number: int) -> bool:
    """Say whether a word is a name: by its capital, and at the head of a sentence by what follows."""
    word = words[number]
    if not word[:1].isupper() or word in NO_NAMES:
        return False
    if number > 0:
        return True
    following = words[1] if len(words) > 1 else ""
    is_followed = following in _POSSESSIVE or following in _PASSED_OVER or following == ","
    return is_followed or following[:1].isupper() or lemma(following) in SAYING


def _is_verb(words: Sequence[str], lemmas: Sequence[str], number: int) -> bool:
    """Say whether a word is a verb of saying here, and not a noun: *claims that*, not *the claims*."""
    word = words[number]
    if lemmas[number] not in SAYING or word[:1].isupper():
        return False
    before = words[number - 1].lower() if number else ""
    if before in _BEFORE_NOUNS:
        return False
    return word.lower() != lemmas[number] or before in {"to", "i", "they", "we", "who"}
