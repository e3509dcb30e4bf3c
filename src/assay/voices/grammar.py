"""A sentence as a grammarian sees it: words, what each depends on, and who does what.

Plain values, so that whatever reads them needs no parser. The names of dependencies are those of the ClearNLP labels
(Choi and Palmer 2012), which spaCy's English pipelines use.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct, structs

_CLAUSAL = frozenset({"xcomp", "advcl", "ccomp", "prep", "pcomp", "aux"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_GIVING = frozenset(
    {
        "send",
        "write",
        "give",
        "make",
        "issue",
        "publish",
        "deliver",
        "sign",
        "utter",
        "compose",
        "tell",
        "relate",
        "put",
    }
)
_WHERE = frozenset({"in", "of", "among", "from", "at", "on", "for", "with", "off"})
_IN_TITLES = frozenset({"of", "for", "the", "and", "on"})
_SHORT = 4  # words that a description may go on for
_PARTS_OF_NAMES = frozenset({"compound", "flat", "nmod"})
_DETERMINERS = frozenset({"det", "predet", "poss", "nummod", "amod", "compound", "nmod", "quantmod", "case", "punct"})


class Word(Struct, frozen=True):
    """One word: where it stands in the stretch, and the number of the word in its sentence that it depends on."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    entity: str = ""


class Sentence(Struct, frozen=True, dict=True):
    """The words of one sentence. A word is named by its number in it."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins in the stretch."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the stretch."""
        return self.words[-1].end

    def without(self, runs: Sequence[tuple[int, int]]) -> "Sentence":
        """Return the sentence with the words of some runs without grammar: what is quoted says nothing of it."""
        if not any(start <= word.start < end for word in self.words for start, end in runs):
            return self
        return Sentence(
            tuple(
                structs.replace(word, pos="X", dep="quoted", entity="")
                if any(start <= word.start < end for start, end in runs)
                else word
                for word in self.words
            )
        )

    def word_at(self, start: int, end: int) -> int | None:
        """Return the highest of the words between two places: the one on which the others there depend."""
        inside = [number for number, word in enumerate(self.words) if start <= word.start < end and word.pos != "PUNCT"]
        return min(inside, key=lambda number: sum(1 for _ in self.above(number)), default=None)

    def above(self, number: int) -> Iterator[int]:
        """Go up from a word to the root of its sentence."""
        seen = {number}
        while (head := self.words[number].head) not in seen:
            yield head
            seen.add(head)
            number = head

    @cached_property
    def _depending(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, word in enumerate(self.words):
            if word.head != number:
                found.setdefault(word.head, []).append(number)
        return found

    def below(self, number: int, *deps: str) -> Iterator[int]:
        """Return the words that depend on one, in order; of some kinds only, where they are given."""
        for other in self._depending.get(number, ()):
            if not deps or self.words[other].dep in deps:
                yield other

    def doer(self, verb: int) -> int | None:
        """Return the word for whoever does what a verb says: its subject, or the one that it shares with another.

        >>> she = Word(0, 3, "she", "she", "PRON", "nsubj", 1), Word(4, 9, "wrote", "write", "VERB", "ROOT", 1)
        >>> Sentence(she).doer(1)
        0
        """
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            for passive in self.below(verb, "agent"):
                return next(self.below(passive, "pobj"), None)
            subjects = list(self.below(verb, "nsubj"))
            if subjects:  # *the tenth, the clerk Berg, said*: the last before the verb
                before = [subject for subject in subjects if subject < verb]
                behind = [subject for subject in subjects if subject > verb and self.words[subject].pos == "PROPN"]
                if before and behind and self.words[before[-1]].pos == "NOUN":
                    return behind[0]  # *"The mill," wrote Berg*
                if before and before[-1] != subjects[-1] and self.words[before[-1]].text.lower() == "this":
                    return subjects[-1]  # *this, said the miller*
                return self._antecedent(verb, (before or subjects)[-1 if before else 0])
            if any(True for _ in self.below(verb, "nsubjpass")):
                return None
            word = self.words[verb]
            if word.dep == "acl":
                return word.head
            if word.dep == "relcl" or word.dep not in {*_CLAUSAL, "conj"}:
                return None
            verb = word.head
        return None

    def _antecedent(self, verb: int, subject: int) -> int:
        """Return what *who* or *which* stands for: the noun of its clause, else the word it stands behind."""
        if self.words[subject].lemma.lower() not in _RELATIVE:
            return subject
        if self.words[verb].dep == "relcl":
            return self.words[verb].head
        before = subject - 1
        while before > 0 and self.words[before].pos == "PUNCT":
            before -= 1
        return before if before >= 0 and self.words[before].pos in {"PROPN", "NOUN"} else subject

    def owner(self, noun: int) -> int | None:
        """Return whose something is: *Olberg's testimony*, *an article by Ibarruri*, *the words of Trotsky*."""
        for possessor in self.below(noun, "poss"):
            return possessor
        for preposition in self.below(noun, "prep", "agent"):
            if self.words[preposition].text.lower() in {"by", "of", "from"}:
                for object_ in self.below(preposition, "pobj"):
                    return object_
        return next((giver for clause in self.below(noun, "relcl", "acl") for giver in self._givers(clause)), None)

    def _givers(self, clause: int) -> Iterator[int]:
        """*A letter that he sent*, *a story told to him by Lund*: who gives it."""
        if self.words[clause].lemma not in _GIVING:
            return
        for agent in self.below(clause, "agent"):
            yield from self.below(agent, "pobj")
        for subject in self.below(clause, "nsubj"):
            if self.words[subject].lemma.lower() not in _RELATIVE:
                yield subject

    def name(self, number: int) -> tuple[int, int]:
        """Return where the name or noun begins and ends of which a word is the head, determiners and titles aside."""
        first = last = number
        while first > 0 and (self._is_part(first - 1, number) or self._is_joined(first)):
            first -= 1
        while self._goes_on(last + 1, number):
            last += 1
        return first, last + 1

    def title(self, number: int) -> tuple[int, int]:
        """Return where the name of a body begins and ends: *the Council for Old Roads*, *the Ministry of War*."""
        first, last = self.name(number)
        while first > 0 and self.words[number].entity == "ORG" == self.words[first - 1].entity:
            first -= 1
        ahead = last
        while ahead < len(self.words) and self._reaches(ahead, number):
            word = self.words[ahead]
            if word.text[:1].isupper():
                last = ahead + 1
            elif word.text not in _IN_TITLES or word.dep == "agent":
                break
            ahead += 1
        return first, last

    def _is_part(self, number: int, head: int) -> bool:
        word = self.words[number]
        return word.pos == "PROPN" and word.dep in _PARTS_OF_NAMES and head in {word.head, *self.above(word.head)}

    def _is_joined(self, number: int) -> bool:
        """Say whether a hyphen without spaces joins a word to the one before: *Berman-Yurin*."""
        before, word = self.words[number - 1], self.words[number]
        return (
            before.end == word.start and (before.text == "-" or word.text == "-") and before.pos in {"PROPN", "PUNCT"}
        )

    def _goes_on(self, number: int, head: int) -> bool:
        if number >= len(self.words):
            return False
        word = self.words[number]
        return word.pos == "PROPN" and word.head == head and word.dep in {"flat", "appos"} and word.text[:1].isupper()

    def text(self, bounds: tuple[int, int]) -> str:
        """Return a run of words as it is written, without a determiner before it."""
        written = ""
        for number in range(*bounds):
            word = self.words[number]
            if not written and (word.dep in {"det", "predet"} or word.pos == "PUNCT"):
                continue
            apart = written and self.words[number - 1].end < word.start
            written += f" {word.text}" if apart else word.text
        return written

    def described(self, number: int) -> tuple[int, int]:
        """Return where a description begins and ends: *the official propaganda*, *a voice in the audience*."""
        first, last = number, number
        if self.words[number].entity == "ORG" and self.words[number].text[:1].isupper():
            return self.title(number)
        while first > 0 and self.words[first - 1].dep in _DETERMINERS and self._reaches(first - 1, number):
            first -= 1
        for preposition in self.below(number, "prep"):
            if preposition == last + 1 and self.words[preposition].lemma in _WHERE:
                inside = [other for other in range(preposition, len(self.words)) if self._reaches(other, preposition)]
                if inside and inside[-1] - preposition <= _SHORT and inside[-1] - preposition == len(inside):
                    last = inside[-1]
        return first, last + 1

    def _reaches(self, number: int, head: int) -> bool:
        return head in set(self.above(number))
