"""A report found in a sentence: which word tells it, who says it, and which words give what is said."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from assay.model.entries import Act
from assay.voices.grammar import Sentence

_EDGES = frozenset({"PUNCT", "SPACE", "CCONJ"})


class Report(Struct, frozen=True):
    """Words are named by their number in the sentence.

    `teller` is the verb or noun that tells the report, `doer` whoever says it. `content` is the run that gives what is
    said, the last word not included; empty where only quoted words can give it.
    """

    teller: int
    doer: int | None
    content: tuple[int, int]
    act: Act
    rule: str
    chain: tuple[int, ...] = ()
    """Words for those from whom the witness had it, nearest first, where the report itself says so."""
    to: tuple[int, ...] = ()


Finder = Callable[[Sentence], Iterator[Report]]


def below(sentence: Sentence, number: int) -> set[int]:
    """Return a word and all that depend on it, directly or not."""
    found = {number}
    grows = True
    while grows:
        more = {other for other, word in enumerate(sentence.words) if word.head in found} - found
        found |= more
        grows = bool(more)
    return found


def run_of(sentence: Sentence, number: int, *, without: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Return the run of a clause, from its first word to its last, without stops and joints at its ends.

    Of words that are left out within it, the longest part that they leave counts.
    """
    inside = sorted(below(sentence, number) - without)
    if not inside:
        return (number, number)
    return trimmed(sentence, inside[0], inside[-1] + 1)


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Take stops, and *that* or *and* at its head, off a run of words."""
    words = sentence.words
    while first < last and (
        words[first].pos in _EDGES or (words[first].lemma == "that" and words[first].dep == "mark")
    ):
        first += 1
    while last > first and (words[last - 1].pos in {"PUNCT", "SPACE"} and words[last - 1].text not in {")", "]"}):
        last -= 1
    return first, last


def has(sentence: Sentence, number: int, *deps: str) -> bool:
    """Say whether something depends on a word in one of some ways."""
    return next(sentence.below(number, *deps), None) is not None


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb is negated: *did not say*, *never said*, *without saying*."""
    if has(sentence, verb, "neg"):
        return True
    if any(sentence.words[other].text.lower() == "nor" for other in sentence.below(verb, "cc") if other < verb):
        return True  # *nor did she deny that*
    if any(sentence.words[other].lemma == "never" for other in sentence.below(verb, "advmod")):
        return True
    word = sentence.words[verb]
    return word.dep == "pcomp" and sentence.words[word.head].lemma == "without"


def is_now(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb stands in the present: *she recalls*, *they say*; not *did not say*."""
    word = sentence.words[verb]
    if word.pos != "VERB" or has(sentence, verb, "aux"):
        return False
    return word.text.lower() == word.lemma or word.text.lower().endswith("s")
