"""What a verb of saying makes of what is said, once negations, refusals and mere possibilities are counted in."""

from msgspec import Struct

from assay.draft.sayings.reports import is_negated
from assay.draft.sayings.words import MODALS, NEGATED, OWNING, REFUSING, UNREAL, VERBS
from assay.model.entries import Act
from assay.voices.grammar import Sentence


class Made(Struct, frozen=True):
    """An act, and by which rule."""

    act: Act
    rule: str


def act_of(sentence: Sentence, verb: int) -> Made | None:
    """Say which act a verb of saying makes; None where nothing is said to have been said.

    *Did not deny that* affirms; *did not admit that*, *refused to confess* deny; *did not say*, *was asked to confess*,
    *might say* and *if she said* are no sayings.
    """
    words = sentence.words
    word = words[verb]
    act = VERBS.get(word.lemma)
    if act is None or _is_unreal(sentence, verb):
        return None
    if word.lemma == "rule" and any(words[one].text == "out" for one in sentence.below(verb, "prt")):
        act = "denies"
    negations = is_negated(sentence, verb) + _is_refused(sentence, verb)
    if negations % 2 == 0:
        return Made(act, "") if negations == 0 else None
    if word.lemma in OWNING:
        return Made("denies", "not owned to: a denial")
    turned = NEGATED.get(act)
    return Made(turned, f"not {_ing(act)}: an affirmation") if turned is not None else None


def _ing(act: Act) -> str:
    return {"denies": "denied", "doubts": "doubted"}.get(act, act)


def _is_unreal(sentence: Sentence, verb: int) -> bool:
    words = sentence.words
    if any(words[aux].lemma in MODALS or words[aux].text.lower() in MODALS for aux in sentence.below(verb, "aux")):
        return True
    for mark in sentence.below(verb, "mark"):
        if words[mark].text.lower() in {"if", "whether", "unless", "lest"}:
            return True
    word = words[verb]
    head = words[word.head]
    if word.dep in {"xcomp", "ccomp"} and word.head != verb and head.lemma in UNREAL - REFUSING:
        has_to = any(words[aux].text.lower() == "to" for aux in sentence.below(verb, "aux"))
        is_bare = word.text == word.lemma and word.dep == "ccomp" and not has_to
        return has_to or is_bare
    return False


def _is_refused(sentence: Sentence, verb: int) -> bool:
    word = sentence.words[verb]
    return word.dep == "xcomp" and sentence.words[word.head].lemma in REFUSING
