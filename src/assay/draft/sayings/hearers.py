"""To whom something is said: *told Berg*, *wrote to Berg*, *in a letter to Berg*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report
from assay.draft.sayings.words import HEARING, NOT_TO, TOLD
from assay.voices.grammar import Sentence
from assay.voices.lexicon import WORDS_OF, is_somebody

_WITH = frozenset({"conversation", "interview", "talk", "meeting"})
_ADDRESSED = frozenset({"address", "send", "write", "deliver", "hand", "give", "make", "submit", "present"})
_SITTINGS = frozenset({"session", "meeting", "sitting", "plenum", "hearing"})
_WIRING = frozenset({"cable", "telegraph", "wire", "telephone", "phone", "write"})
_TO = frozenset({"to", "before"})


def hearers(sentence: Sentence, report: Report) -> Iterator[int]:
    """Yield the words for those to whom a report is told."""
    yield from report.to
    seen = set(report.to)
    for number in _all(sentence, report):
        outside = not report.content[0] <= number < report.content[1]
        if number not in seen and outside and number != report.doer and _can_hear(sentence, number):
            seen.add(number)
            yield number
            yield from (other for other in sentence.below(number, "conj") if _can_hear(sentence, other))


def _all(sentence: Sentence, report: Report) -> Iterator[int]:
    words = sentence.words
    teller = words[report.teller]
    if teller.lemma in TOLD:
        yield from sentence.below(report.teller, "dobj", "dative", "iobj")
        yield from sentence.below(report.teller, "nsubjpass")
    if teller.lemma in _WIRING:
        yield from (one for one in sentence.below(report.teller, "dobj", "dative") if words[one].pos == "PROPN")
    if teller.lemma not in NOT_TO and teller.lemma not in HEARING:
        yield from _behind(sentence, report.teller, _TO)
    for number, word in enumerate(words):
        if report.content[0] <= number < report.content[1]:
            continue
        if word.lemma in _SITTINGS and word.dep == "pobj":
            yield from _behind(sentence, number, frozenset({"of"}))  # *at a session of the council*
        if word.pos == "NOUN" and (word.lemma in WORDS_OF or word.lemma in _WITH):
            yield from _behind(sentence, number, frozenset({"with"}) if word.lemma in _WITH else frozenset({"to"}))
            for clause in sentence.below(number, "acl", "relcl"):
                if words[clause].lemma in _ADDRESSED:
                    yield from _behind(sentence, clause, _TO)


def _behind(sentence: Sentence, number: int, links: frozenset[str]) -> Iterator[int]:
    for preposition in sentence.below(number, "prep", "dative"):
        if sentence.words[preposition].text.lower() in links:
            yield from sentence.below(preposition, "pobj")


def _can_hear(sentence: Sentence, number: int) -> bool:
    word = sentence.words[number]
    if word.pos == "PRON":
        return word.text.lower() in {"him", "her", "them", "me", "us", "he", "she", "they", "i", "we"}
    return word.pos == "PROPN" or (word.pos == "NOUN" and is_somebody(word.lemma))
