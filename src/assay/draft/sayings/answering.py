"""To whom an answer goes: to whoever asked, where the text says who did."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report
from assay.voices.clauses import ASKING
from assay.voices.grammar import Sentence
from assay.voices.lexicon import listed

ANSWERING = listed("answer reply respond retort rejoin")
_REPLIES = listed("answer reply response")
_QUESTIONS = listed("question inquiry query")


def asked_by(sentence: Sentence, report: Report) -> Iterator[int]:
    """*Asked by Lund whether it burned, she said*; *in reply to Lund's question*; *Lund asked her, and she said*."""
    words = sentence.words
    for number, word in enumerate(words):
        if number == report.teller or report.content[0] <= number < report.content[1]:
            continue
        if word.lemma in ASKING and word.pos == "VERB":
            for agent in sentence.below(number, "agent"):
                yield from sentence.below(agent, "pobj")
        is_question = word.lemma in _QUESTIONS and words[word.head].text.lower() in {"to", "by", "from"}
        if is_question and _is_answered(sentence, word.head):
            owner = sentence.owner(number)
            if owner is not None:
                yield owner


def _is_answered(sentence: Sentence, link: int) -> bool:
    """*In reply to*, *replied to*, *asked by*: whether an answer is given behind which a link stands."""
    above = sentence.words[sentence.words[link].head]
    return above.lemma in _REPLIES | ANSWERING


def asker_before(before: Sentence | None, answer: Sentence, teller: int) -> Iterator[int]:
    """*Lund asked her where she was. She replied that*: who asks, in the sentence before."""
    if before is None or answer.words[teller].lemma not in ANSWERING:
        return
    for number, word in enumerate(before.words):
        if word.lemma in ASKING and word.pos == "VERB" and (doer := before.doer(number)) is not None:
            yield doer
            return
