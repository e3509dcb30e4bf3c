"""What a report itself says that it rests on: *citing a letter from Berg*, *on the basis of a police report*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report
from assay.voices.grammar import Sentence
from assay.voices.lexicon import DOCUMENTS, WORDS_OF, is_somebody, listed

_CITING = listed("citing quoting")
_BASES = listed("basis strength authority evidence testimony word")
_TOLD = listed("tell inform assure")
_HAVING = listed("have hear learn get receive know")


def cited(sentence: Sentence, report: Report) -> Iterator[int]:
    """Yield the words for those on whom whoever speaks relies."""
    words = sentence.words
    beside = sentence.below(report.doer, "acl") if report.doer is not None else ()
    for clause in (*sentence.below(report.teller, "advcl"), *beside):
        if words[clause].text.lower() in _CITING:
            yield from _sources(sentence, sentence.below(clause, "dobj"))
    for link in sentence.below(report.teller, "prep"):
        if words[link].text.lower() != "on":
            continue
        for basis in sentence.below(link, "pobj"):
            for of in sentence.below(basis, "prep") if words[basis].lemma in _BASES else ():
                yield from _sources(sentence, sentence.below(of, "pobj"))
    yield from _according(sentence, report)


def _according(sentence: Sentence, report: Report) -> Iterator[int]:
    """*Wrote that, according to Berg, it burned*: what is said is Berg's."""
    for number in range(*report.content):
        if sentence.words[number].text.lower() != "according":
            continue
        for to in sentence.below(number, "prep"):
            yield from _sources(sentence, sentence.below(to, "pobj"))
        return


def had_from(sentence: Sentence, source: int) -> Iterator[int]:
    """*The driver, who had it from a clerk*: from whom a source has it in his turn."""
    words = sentence.words
    for clause in sentence.below(source, "relcl"):
        for link in sentence.below(clause, "prep") if words[clause].lemma in _HAVING else ():
            if words[link].text.lower() == "from":
                yield from sentence.below(link, "pobj")
        for agent in sentence.below(clause, "agent") if words[clause].lemma in _TOLD else ():
            yield from sentence.below(agent, "pobj")


def _sources(sentence: Sentence, objects: Iterator[int]) -> Iterator[int]:
    """Whose letter it is, or who sent it; the paper itself where nobody is named."""
    words = sentence.words
    for number in objects:
        is_words = words[number].lemma in WORDS_OF | DOCUMENTS
        senders = [
            one
            for link in sentence.below(number, "prep")
            if words[link].text.lower() in {"from", "by"}
            for one in sentence.below(link, "pobj")
        ]
        owner = sentence.owner(number) if is_words else None
        if owner is not None:
            yield owner
        elif is_words and senders:
            yield from senders
        elif is_words or words[number].pos == "PROPN" or is_somebody(words[number].lemma):
            yield number
