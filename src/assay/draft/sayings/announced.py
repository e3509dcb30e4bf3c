"""Reports behind a colon: *a newspaper published an article: the mill had burned in May*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, has, trimmed
from assay.draft.sayings.words import TESTIMONIES, VERBS
from assay.voices.grammar import Sentence

_FEWEST = 4  # words that say something
_NEWS = frozenset({"news", "rumor", "rumour"})
_GIVING = frozenset(
    {"publish", "make", "give", "issue", "send", "write", "release", "print", "offer", "submit", "sign"}
)


def _given(sentence: Sentence, verb: int) -> Iterator[int]:
    """What somebody gives, or turns to others with: *made a statement*, *appealed to them with a warning*."""
    if sentence.words[verb].lemma in _GIVING:
        yield from sentence.below(verb, "dobj")
    for preposition in sentence.below(verb, "prep"):
        if sentence.words[preposition].text.lower() == "with":
            yield from sentence.below(preposition, "pobj")


def announced(sentence: Sentence) -> Iterator[Report]:
    """Find what stands behind a colon, where before it somebody publishes or makes a statement, or says something."""
    words = sentence.words
    colon = next((number for number, word in enumerate(words) if word.text == ":"), None)
    if colon is None or len(words) - colon <= _FEWEST:
        return
    content = trimmed(sentence, colon + 1, len(words))
    is_clause = any(words[number].dep in {"nsubj", "nsubjpass"} for number in range(*content))
    for number, word in enumerate(words[:colon]):
        gives = any(
            words[object_].lemma in TESTIMONIES or words[object_].lemma in _NEWS
            for object_ in _given(sentence, number)
            if object_ < colon
        )
        says = word.lemma in VERBS and VERBS[word.lemma] == "affirms" and not has(sentence, number, "ccomp", "neg")
        is_near = colon - number <= _FEWEST or _leads_in(sentence, colon)
        if is_clause and word.pos == "VERB" and (gives or (says and is_near)):
            doer = sentence.doer(number)
            if doer is not None and doer < colon and content[0] < content[1]:
                yield Report(number, doer, content, "affirms", "what stands behind a colon")
                return


def _leads_in(sentence: Sentence, colon: int) -> bool:
    """*Explained it in the following way:*, *put it as follows:*: what stands behind the colon is what is said."""
    lead = " ".join(word.text.lower() for word in sentence.words[max(0, colon - _FEWEST) : colon])
    return lead.endswith(("as follows", "like this", "thus")) or "the following" in lead or "these words" in lead
