"""Reports by a verb for a view, or for a name given to something: *felt that it was unfair*, *called it unfair*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, below, has, is_negated, run_of, trimmed
from assay.draft.sayings.words import CALLING, HOLDING, SEEING_AS, UNTRUTHS
from assay.model.entries import Act
from assay.voices.grammar import Sentence

VIEW = "a view of somebody whom the text quotes"
"""The rule for views: whoever is never quoted may have kept them to himself."""
_NOT_OTHERS = frozenset({"i", "we", "you", "one", "it"})
_TWO = frozenset({"brand", "call", "label", "dub", "term"})  # *branded the story a lie*
_CALLED = frozenset({"oprd", "attr"})


def by_views(sentence: Sentence) -> Iterator[Report]:
    """Find what somebody is said to hold, and as what somebody describes a thing or a person."""
    for number, word in enumerate(sentence.words):
        is_verb = word.pos == "VERB" and not is_negated(sentence, number) and not has(sentence, number, "nsubjpass")
        if not is_verb or (has(sentence, number, "aux") and _is_to(sentence, number)):
            continue
        doer = sentence.doer(number)
        if doer is None or sentence.words[doer].text.lower() in _NOT_OTHERS:
            continue
        if word.lemma in HOLDING and (content := _held(sentence, number)) is not None:
            yield Report(number, doer, content, "affirms", VIEW)
        elif word.lemma in CALLING | SEEING_AS and (content := _called(sentence, number)) is not None:
            rule = VIEW if word.lemma in SEEING_AS else f"what somebody {word.lemma}s something"
            yield Report(number, doer, content, _act(sentence, number, content), rule)


def _act(sentence: Sentence, verb: int, content: tuple[int, int]) -> Act:
    """*Called the charges a slander*, *dismissed it as pure invention*: as much as to deny it."""
    inside = sentence.words[content[0] : content[1]]
    is_untrue = sentence.words[verb].lemma in CALLING and any(word.lemma.lower() in UNTRUTHS for word in inside)
    return "denies" if is_untrue and all(word.dep != "neg" for word in inside) else "affirms"


def _is_to(sentence: Sentence, verb: int) -> bool:
    """*To call it unfair*, *might call it so*: nobody has."""
    return any(
        sentence.words[aux].text.lower() in {"to", "could", "would", "should", "might", "may", "must", "can"}
        for aux in sentence.below(verb, "aux")
    )


def _is_himself(sentence: Sentence, number: int) -> bool:
    """*Called himself a poet*, *considers herself lucky*: nothing about the world."""
    return sentence.words[number].text.lower().endswith(("self", "selves"))


def _held(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the clause behind a verb for a view."""
    for clause in sentence.below(verb, "ccomp"):
        content = run_of(sentence, clause)
        if any(_is_himself(sentence, one) for one in sentence.below(clause, "nsubj")):
            continue
        if verb < content[0] < content[1]:
            return content
    return None


def _called(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the thing and what it is called: *his book a rotten thing*, *the plan as folly*."""
    words = sentence.words
    things = [one for one in sentence.below(verb, "dobj", *_CALLED) if one > verb]
    names = [one for one in sentence.below(verb, *_CALLED) if one > verb and words[one].pos != "PROPN"]
    names += things[1:] if words[verb].lemma in _TWO and all(words[one].dep == "dobj" for one in things) else []
    names += [
        one
        for one in sentence.below(verb, "prep")
        if words[one].text.lower() == "as" and one > verb and has(sentence, one, "pobj", "pcomp", "amod")
    ]
    if not names or (not any(words[one].dep == "dobj" for one in things) and len(things) < len("ab")):
        return None
    if any(_is_himself(sentence, one) for one in things):
        return None
    inside = [number for one in {*things, *names} for number in below(sentence, one)]
    content = trimmed(sentence, min(inside), max(inside) + 1)
    return content if verb < content[0] < content[1] else None
