"""A few words in quotation marks: somebody's, or a term held at arm's length? The grammar of the sentence decides."""

from assay.voices.grammar import Sentence
from assay.voices.lexicon import SAYING
from assay.voices.stretches import StandIn

_SAID = frozenset({"dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "conj", "advcl", "dep", "pcomp", "as"})
_OWN_VERB = frozenset({"xcomp", "ccomp", "conj", "ROOT", "advcl"})
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "nsubj", "neg", "xcomp", "ccomp"})
_ADDRESSED = frozenset({"tell", "ask", "inform", "advise", "order", "urge", "assure", "instruct", "reproach", "accuse"})
_WEAK = frozenset({"begin", "go", "name", "reason", "refer", "speak", "think", "read", "order", "regard", "deny"})


def is_said(sentence: Sentence, stand_in: StandIn) -> str:
    """Return the rule that says that somebody says these few words, or an empty string."""
    at = sentence.word_at(stand_in.start, stand_in.end)
    if at is None:
        return ""
    inside = [number for number, word in enumerate(sentence.words) if stand_in.start <= word.start < stand_in.end]
    word = sentence.words[at]
    if (
        word.pos == "VERB"
        and word.dep in _OWN_VERB
        and any(
            sentence.words[below].dep in _ARGUMENTS
            for below in inside
            if sentence.words[below].head == at and below != at
        )
    ):
        return "a verb with what belongs to it"
    if _is_object_of_saying(sentence, at):
        return "what a verb of saying says"
    return ""


def _is_object_of_saying(sentence: Sentence, number: int) -> bool:
    """Go up from the words to a verb of saying, by objects and complements alone."""
    while True:
        word = sentence.words[number]
        head = sentence.words[word.head]
        dep = (
            "as"
            if (word.dep == "pobj" and head.lemma == "as") or (word.dep == "prep" and word.lemma == "as")
            else word.dep
        )
        if word.head == number or dep not in _SAID:
            return False
        number = word.head
        if dep == "dobj" and head.lemma in _ADDRESSED:
            return False  # whom one tells, not what
        if head.pos == "VERB" and head.lemma in SAYING and head.lemma not in _WEAK:
            return True
