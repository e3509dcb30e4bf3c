"""A few words in quotation marks: somebody's, or a term held at arm's length? The grammar of the sentence decides."""

from assay.voices.clauses import is_document, judges
from assay.voices.grammar import Sentence, Word
from assay.voices.lexicon import RUNS, SAYING
from assay.voices.stretches import StandIn

_SAID = frozenset({"dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "conj", "advcl", "dep", "pcomp", "as"})
_OWN_VERB = frozenset({"xcomp", "ccomp", "conj", "ROOT", "advcl"})
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "nsubj", "neg", "xcomp", "ccomp"})
_ADDRESSED = frozenset({"tell", "ask", "inform", "advise", "order", "urge", "assure", "instruct", "reproach", "accuse"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "so", "-"})
_ALWAYS = frozenset({"the", "so", "-"})
_FEW, _SEVERAL = 2, 4
_WEAK = frozenset({"begin", "go", "name", "reason", "refer", "speak", "think", "read", "order", "regard", "deny"})


def is_said(sentence: Sentence, stand_in: StandIn, *, is_beside_speech: bool = False) -> str:
    """Return the rule that says that somebody says these few words, or an empty string.

    `is_beside_speech` tells whether other words of the sentence are somebody's.
    """
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
    if inside[0] > 0 and _points(sentence.words[inside[0] - 1]):
        return ""
    if any(judges(sentence, above, at) for above in sentence.above(at)):
        return "what something is found, or taken, to be"
    if len(inside) < _FEW:
        return ""
    if is_beside_speech:
        return "beside other words that somebody says"
    if any(_is_written(sentence, above) for above in sentence.above(at)):
        return "what a document says"
    if len(inside) >= _SEVERAL and any(_is_saying(sentence.words[above]) for above in sentence.above(at)):
        return "a phrase in what somebody says"
    return ""


def _points(word: Word) -> bool:
    return word.text.lower() in _POINTING and (word.text.lower() in _ALWAYS or word.dep == "det")


def _is_predicate(sentence: Sentence, number: int) -> bool:
    """*That it was of little use*: what something is said to be, behind a preposition."""
    word = sentence.words[number]
    head = sentence.words[word.head]
    if word.dep == "pobj" and head.dep == "prep":
        return sentence.words[head.head].lemma == "be"
    return word.dep == "prep" and head.lemma == "be"


def _is_written(sentence: Sentence, verb: int) -> bool:
    """*The certificate gives the cause as*, *the log speaks of*: a verb of which a document is the subject."""
    if sentence.words[verb].pos != "VERB" or sentence.words[verb].lemma not in RUNS | SAYING:
        return False
    return any(is_document(sentence, subject) for subject in sentence.below(verb, "nsubj"))


def _is_saying(word: Word) -> bool:
    return word.pos == "VERB" and word.lemma in SAYING and word.lemma not in _WEAK


def _is_object_of_saying(sentence: Sentence, number: int) -> bool:
    """Go up from the words to a verb of saying, by objects and complements alone."""
    while True:
        word = sentence.words[number]
        head = sentence.words[word.head]
        dep = (
            "as"
            if (word.dep in {"pobj", "amod"} and head.lemma == "as") or (word.dep == "prep" and word.lemma == "as")
            else word.dep
        )
        if _is_predicate(sentence, number):
            dep = "attr"
        if word.head == number or dep not in _SAID:
            return False
        number = word.head
        if dep == "dobj" and head.lemma in _ADDRESSED:
            return False  # whom one tells, not what
        if _is_saying(head):
            return True
