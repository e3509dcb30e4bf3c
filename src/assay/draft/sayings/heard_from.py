"""Reports by whoever heard them: *he heard from her that it burned*, *he was told by her that it burned*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, run_of
from assay.draft.sayings.words import HEARING
from assay.voices.grammar import Sentence


def heard_from(sentence: Sentence) -> Iterator[Report]:
    """Find what somebody hears from somebody. The witness is whoever is heard; the hearer is the addressee."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.pos != "VERB" or word.lemma not in HEARING:
            continue
        clause = next(sentence.below(number, "ccomp"), None)
        source = _from(sentence, number)
        if clause is None or source is None:
            continue
        hearer = sentence.doer(number)
        to = (hearer,) if hearer is not None else ()
        content = run_of(sentence, clause)
        if content[0] < content[1]:
            yield Report(number, source, content, "affirms", f"what somebody {word.lemma}s from somebody", to=to)


def _from(sentence: Sentence, verb: int) -> int | None:
    for preposition in sentence.below(verb, "prep"):
        if sentence.words[preposition].text.lower() == "from":
            object_ = next(sentence.below(preposition, "pobj"), None)
            if object_ is not None:
                return sentence.owner(object_) if sentence.words[object_].lemma == "word" else object_
    return None
