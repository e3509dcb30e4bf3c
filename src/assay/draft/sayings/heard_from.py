"""Reports by whoever heard them: *he heard from her that it burned*, *he was told by her that it burned*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, run_of, trimmed
from assay.draft.sayings.words import HEARING
from assay.voices.grammar import Sentence

_NEWS = frozenset({"information", "news", "word", "report", "assurance", "confirmation", "message", "notice", "tip"})
_GETTING = frozenset({"receive", "get", "have", "obtain"})
_NEAR = 9  # words between whoever tells and what is told


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
    yield from _received(sentence)


def _received(sentence: Sentence) -> Iterator[Report]:
    """*He received information from a clerk that it burned*: the noun stands for what is heard."""
    words = sentence.words
    for number, word in enumerate(words):
        verb = word.head
        if word.lemma not in _NEWS or word.dep != "dobj" or words[verb].lemma not in _GETTING:
            continue
        source = _from(sentence, number)
        source = _from(sentence, verb) if source is None else source
        behind = range(source + 1, min(source + _NEAR, len(words))) if source is not None and source > number else ()
        that = next((other for other in behind if words[other].text.lower() == "that"), None)
        if that is None or source is None:
            continue
        content = trimmed(sentence, that + 1, len(words))
        hearer = sentence.doer(verb)
        to = (hearer,) if hearer is not None else ()
        if content[0] < content[1]:
            yield Report(number, source, content, "affirms", f"{word.lemma} that somebody has from somebody", to=to)


def _from(sentence: Sentence, verb: int) -> int | None:
    for preposition in sentence.below(verb, "prep"):
        if sentence.words[preposition].text.lower() == "from":
            object_ = next(sentence.below(preposition, "pobj"), None)
            if object_ is not None:
                return sentence.owner(object_) if sentence.words[object_].lemma == "word" else object_
    return None
