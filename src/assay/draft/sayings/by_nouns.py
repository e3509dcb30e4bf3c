"""Reports by a noun for what is said: *her testimony that it burned*, *his denial that he was there*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, run_of
from assay.draft.sayings.words import TESTIMONIES
from assay.voices.grammar import Sentence
from assay.voices.lexicon import listed

_LIGHT = listed("make give issue offer repeat send write express voice publish have reach draw sign take contain")
_STANDING = listed("stick stand adhere hold keep")
_SHOWING = frozenset({"become", "be", "follow", "emerge", "appear", "transpire", "seem", "clear", "evident"})
_ARRIVING = frozenset({"come", "arrive"})


def by_nouns(sentence: Sentence) -> Iterator[Report]:
    """Find clauses that say what a testimony says, where somebody is named whose it is."""
    words = sentence.words
    for number, word in enumerate(words):
        act = TESTIMONIES.get(word.lemma)
        if word.pos != "NOUN" or act is None:
            continue
        clause = next((one for one in sentence.below(number, "acl", "ccomp", "relcl") if _is_that(sentence, one)), None)
        via_verb = word.head if word.dep in {"nsubj", "dobj"} else None
        if clause is None and via_verb is not None and words[via_verb].lemma == "be":
            clause = next(iter(sentence.below(via_verb, "ccomp")), None)
        owner = _whose(sentence, number)
        if clause is None or owner is None or _is_parted(sentence, number):
            continue
        content = run_of(sentence, clause)
        if content[0] < content[1] and content[0] > number:
            yield Report(number, owner, content, act, f"what somebody's {word.lemma} says")
    yield from _following_from(sentence)


def _following_from(sentence: Sentence) -> Iterator[Report]:
    """*From her testimony it became clear that*, *it follows from his letter that*."""
    words = sentence.words
    for clause, word in enumerate(words):
        if word.dep != "ccomp" or words[word.head].lemma not in _SHOWING or not _is_that(sentence, clause):
            continue
        for link in (*sentence.below(word.head, "prep"), *_below_adjective(sentence, word.head)):
            for noun in sentence.below(link, "pobj") if words[link].text.lower() == "from" else ():
                owner, content = sentence.owner(noun), run_of(sentence, clause)
                act = TESTIMONIES.get(words[noun].lemma)
                if act is not None and owner is not None and noun < content[0] < content[1]:
                    yield Report(noun, owner, content, act, f"what follows from somebody's {words[noun].lemma}")


def _below_adjective(sentence: Sentence, verb: int) -> Iterator[int]:
    """The links of *clear*, in *it is clear from*."""
    for adjective in sentence.below(verb, "acomp"):
        yield from sentence.below(adjective, "prep")


def _is_that(sentence: Sentence, clause: int) -> bool:
    """Say whether *that* opens a clause as what is said, and not as *which*."""
    words = sentence.words
    if any(words[mark].lemma == "that" for mark in sentence.below(clause, "mark")):
        return True
    # *that he had blown up the dam*, where the parser takes *that* for *which*
    objects = [*sentence.below(clause, "dobj")]
    return len(objects) > 1 and words[objects[0]].lemma == "that"


def _is_parted(sentence: Sentence, noun: int) -> bool:
    """*It was in her testimony that they erred*: what follows is no part of it."""
    return any(
        sentence.words[above].lemma == "be"
        and any(sentence.words[subject].text.lower() == "it" for subject in sentence.below(above, "nsubj"))
        for above in sentence.above(noun)
    )


def _whose(sentence: Sentence, noun: int) -> int | None:
    """Whose testimony it is: the owner, or who makes, gives or repeats it."""
    owner = sentence.owner(noun)
    if owner is not None:
        return owner
    word = sentence.words[noun]
    head = sentence.words[word.head]
    if word.dep == "dobj" and head.lemma in _LIGHT:
        return sentence.doer(word.head)
    if word.dep == "pobj" and head.text.lower() == "to" and sentence.words[head.head].lemma in _ARRIVING:
        return sentence.doer(head.head)  # *came to the conclusion*
    if word.dep == "pobj" and sentence.words[head.head].lemma in _STANDING:
        return sentence.doer(head.head)  # *stuck to the story*
    return None
