"""Sieve for documents that speak for themselves: the notice, the statute, the ruling."""

from assay.voices.beside import Found
from assay.voices.clauses import author, is_document
from assay.voices.grammar import Sentence
from assay.voices.lexicon import RUNS, SAYING, is_somebody
from assay.voices.scene import Scene, is_passive

_VERBS = frozenset({"VERB", "AUX"})


def documented(scene: Scene) -> Found | None:
    """A document says it: *the notice declares*, *section 4 provides*, *it was held in the decision*."""
    sentence = scene.sentence
    for number in sentence.above(scene.at):
        word = sentence.words[number]
        if word.pos not in _VERBS or scene.is_quoted(number) or word.lemma not in RUNS | SAYING:
            continue
        paper = _said_in(sentence, number) if is_passive(sentence, number) else sentence.doer(number)
        if paper is None:
            continue
        if is_document(sentence, paper):
            owner = sentence.owner(paper)
            owner = author(sentence, paper) if owner is None else owner
            whose = scene.whoever(paper if owner is None else owner, "whose words, letter or testimony it is")
            if owner is not None or (whose is not None and whose.certainty == "anaphoric"):
                return whose
            return Found(sentence.text(sentence.described(paper)), "explicit", "the document that says so")
        if is_passive(sentence, number):
            return scene.whoever(paper, "where it is said")
    return None


def _said_in(sentence: Sentence, verb: int) -> int | None:
    """*In the decision it is held*, *it was said in a letter*: in what."""
    before = (number for number in range(verb) if sentence.words[number].text.lower() == "in")
    for preposition in (*before, *sentence.below(verb, "prep")):
        for place in sentence.below(preposition, "pobj"):
            is_body = sentence.words[place].entity == "ORG" or is_somebody(sentence.words[place].lemma.lower())
            if sentence.words[preposition].text.lower() == "in" and (is_body or is_document(sentence, place)):
                return place
    return None
