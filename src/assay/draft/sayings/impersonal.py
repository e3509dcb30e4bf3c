"""Reports in the passive that name no speaker, only where it is said: *it was said at the congress that it burned*."""

from collections.abc import Iterator

from assay.draft.sayings.acts import act_of
from assay.draft.sayings.reports import Report, has, trimmed
from assay.draft.sayings.words import VERBS
from assay.voices.grammar import Sentence

IMPERSONAL = "what is said somewhere, and nobody is named who says it"
_STOPS = frozenset({";", ":"})
_IN = frozenset({"in", "at", "by"})
_NEAR = 8  # words between the verb and what is said


def impersonal(sentence: Sentence) -> Iterator[Report]:
    """Find what is said at a meeting or in a paper: these stand for whoever says it."""
    words = sentence.words
    for number, word in enumerate(words):
        is_it = any(words[one].text.lower() == "it" for one in sentence.below(number, "nsubjpass"))
        made = act_of(sentence, number) if is_it and word.lemma in VERBS else None
        where = _where(sentence, number) if made is not None and not has(sentence, number, "agent") else None
        if made is None or where is None:
            continue
        begin = max(number, where)
        that = next((n for n in range(begin, min(begin + _NEAR, len(words))) if words[n].text.lower() == "that"), None)
        if that is None:
            continue
        stop = next((n for n in range(that, len(words)) if words[n].text in _STOPS), len(words))
        content = trimmed(sentence, that + 1, stop)
        if content[0] < content[1]:
            yield Report(number, where, content, made.act, IMPERSONAL)


def _where(sentence: Sentence, verb: int) -> int | None:
    """The meeting at which, or the paper in which, it is said."""
    for preposition in sentence.below(verb, "prep"):
        if sentence.words[preposition].text.lower() in _IN:
            for object_ in sentence.below(preposition, "pobj"):
                if sentence.words[object_].pos in {"NOUN", "PROPN"} and sentence.words[object_].entity != "DATE":
                    return object_
    return None
