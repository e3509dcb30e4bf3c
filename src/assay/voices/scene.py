"""A quotation as a sieve sees it: its place in its sentence, and what was spoken of before."""

from msgspec import Struct

from assay.voices.beside import Found
from assay.voices.clauses import judges
from assay.voices.grammar import Sentence
from assay.voices.lexicon import SAYING
from assay.voices.memory import Memory
from assay.voices.stretches import StandIn

_FINDING = frozenset({"find", "warn", "decide", "rule", "determine"})
_VERBS = frozenset({"VERB", "AUX"})


class Scene(Struct, frozen=True):
    """A quotation's stand-in in its sentence, what the text has spoken of, and who was quoted before it."""

    stand_in: StandIn
    sentence: Sentence
    memory: Memory
    plain: Sentence
    """The sentence without the grammar of what is quoted in it."""
    in_paragraph: str | None = None
    """Who was quoted last in this paragraph."""
    in_sentence: Found | None = None
    """Who was quoted last in this sentence."""
    is_joined: bool = False
    """Whether nothing but a comma or *and* stands between the quotation and the one before."""
    follows_quote: bool = False
    """Whether somebody is quoted in the sentence before."""
    starts_paragraph: bool = False

    @property
    def at(self) -> int:
        """The word on which the quotation's other words depend."""
        return self.sentence.word_at(self.stand_in.start, self.stand_in.end) or 0

    @property
    def is_alone(self) -> bool:
        """Say whether the sentence is the quotation and nothing else."""
        return all(
            word.pos in {"PUNCT", "SPACE"} or self.is_quoted(number) for number, word in enumerate(self.sentence.words)
        )

    def is_quoted(self, number: int) -> bool:
        """Say whether a word is within the quotation."""
        return self.stand_in.start <= self.sentence.words[number].start < self.stand_in.end

    def is_saying(self, number: int) -> bool:
        """Say whether a word is a verb of saying of whoever quotes."""
        word = self.sentence.words[number]
        finds = {self.sentence.words[below].dep for below in self.sentence.below(number)} >= {"nsubj", "ccomp"}
        says = word.lemma in SAYING or (word.lemma in _FINDING and finds)
        says = says or judges(self.sentence, number, self.at)
        return word.pos in _VERBS and says and not self.is_quoted(number)

    def whoever(self, number: int | None, rule: str) -> Found | None:
        """Return whom a word means as the speaker."""
        if number is None or self.plain.words[number].dep == "quoted":
            return None
        meant = self.memory.meant(self.sentence, number)
        return Found(meant.name, meant.certainty, rule) if meant is not None else None


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Say whether somebody is told something, and nobody tells."""
    is_told = any(True for _ in sentence.below(verb, "nsubjpass"))
    return is_told and not any(True for _ in sentence.below(verb, "agent"))
