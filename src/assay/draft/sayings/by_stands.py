"""Reports by a set phrase: *was adamant that it burned*, *her account has it that*, *let it be known that*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, has, is_negated, run_of
from assay.draft.sayings.words import HEARING, TESTIMONIES
from assay.voices.grammar import Sentence
from assay.voices.lexicon import listed

_FIRM = listed("adamant emphatic insistent categorical categoric unequivocal explicit outspoken")
_STICKING = listed("stick stand adhere hold keep")
_POINTING = listed("point refer draw call direct allude")
_STRESSING = listed("stress emphasize emphasise mention note underline report admit acknowledge concede confirm recall")
_RULE = "a set phrase for saying"


def by_stands(sentence: Sentence) -> Iterator[Report]:
    """Find clauses that say what somebody stands by, and what a testimony has it that."""
    words = sentence.words
    for clause, word in enumerate(words):
        if not any(words[mark].lemma == "that" for mark in sentence.below(clause, "mark")):
            continue
        found = _found(sentence, word.head, word.dep)
        if found is not None and found[1] is not None and not is_negated(sentence, found[0]):
            content = run_of(sentence, clause)
            if found[0] < content[0] < content[1]:
                yield Report(found[0], found[1], content, "affirms", _RULE, chain=found[2])


Found = tuple[int, int | None, tuple[int, ...]]


def _found(sentence: Sentence, head: int, dep: str) -> Found | None:
    """Find the phrase on whose word a clause with *that* depends."""
    if dep == "acl":
        return _fact(sentence, head)
    if dep != "ccomp":
        return None
    ways = (_adamant, _has_it, _stuck, _let_be_known)
    return next((found for way in ways if (found := way(sentence, head)) is not None), None)


def _adamant(sentence: Sentence, head: int) -> Found | None:
    """*She was adamant that*, *remained insistent that*."""
    words = sentence.words
    number = head if words[head].lemma in _FIRM else next(sentence.below(head, "acomp"), head)
    if words[number].lemma not in _FIRM:
        return None
    verb = words[number].head
    return verb, sentence.doer(verb), ()


def _fact(sentence: Sentence, noun: int) -> Found | None:
    """*Pointed to the fact that*, *drew attention to the fact that*, *stressed the fact that*."""
    words = sentence.words
    if words[noun].lemma != "fact":
        return None
    if words[noun].dep == "dobj" and words[words[noun].head].lemma in _STRESSING:
        return words[noun].head, sentence.doer(words[noun].head), ()
    above = words[words[noun].head].head
    if words[noun].dep == "pobj" and words[above].lemma == "attention":
        above = words[above].head
    is_said = words[noun].dep == "pobj" and words[above].lemma in _POINTING
    return (above, sentence.doer(above), ()) if is_said else None


def _has_it(sentence: Sentence, verb: int) -> Found | None:
    """*Her account has it that*; *he has it from the clerk that*."""
    words = sentence.words
    is_it = any(words[one].text.lower() == "it" for one in sentence.below(verb, "dobj"))
    if words[verb].lemma != "have" or not is_it:
        return None
    subject = next(sentence.below(verb, "nsubj"), None)
    if subject is None:
        return None
    if words[subject].lemma in TESTIMONIES:
        return verb, sentence.owner(subject), ()
    for link in sentence.below(verb, "prep"):
        if words[link].text.lower() == "from":
            return verb, subject, tuple(sentence.below(link, "pobj"))
    return None


def _stuck(sentence: Sentence, verb: int) -> Found | None:
    """*Stuck to her story that*, where the parser takes the clause for the verb's."""
    words = sentence.words
    if words[verb].lemma in _STICKING:
        for link in sentence.below(verb, "prep"):
            if any(words[one].lemma in TESTIMONIES for one in sentence.below(link, "pobj")):
                return verb, sentence.doer(verb), ()
    return None


def _let_be_known(sentence: Sentence, verb: int) -> Found | None:
    """*She let it be known that*, *made it known that*, *made it clear that*, *put it about that*."""
    words = sentence.words
    above = words[verb].head
    if words[verb].lemma in HEARING | {"clear"} and words[above].lemma in {"let", "make"}:
        return above, sentence.doer(above), ()
    is_about = has(sentence, verb, "prt", "advmod") and words[verb].lemma == "put"
    is_it = any(words[one].text.lower() == "it" for one in sentence.below(verb, "dobj"))
    return (verb, sentence.doer(verb), ()) if is_about and is_it else None
