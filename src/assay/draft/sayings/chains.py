"""From whom a witness had it, nearest first: *wrote that Lund had told him that Berg had said*."""

from collections.abc import Iterator

from assay.draft.sayings.cited import cited, had_from
from assay.draft.sayings.reports import Report, has
from assay.draft.sayings.words import CALLING, HEARING, VERBS
from assay.voices.grammar import Sentence

_LONGEST = 6
TELLING = frozenset({"tell", "inform", "report", "relate"})


def chain_of(sentence: Sentence, report: Report) -> Iterator[int]:
    """Yield the words for those from whom the witness had it, as the report's own clauses say."""
    yield from report.chain
    yield from cited(sentence, report)
    number: int | None = _top(sentence, report.content)
    for _ in range(_LONGEST):
        if number is None:
            return
        source, number = _step(sentence, number)
        if source is not None:
            yield source
            yield from had_from(sentence, source)


def _top(sentence: Sentence, content: tuple[int, int]) -> int | None:
    """Return the verb on which the words of a content depend."""
    first, last = content
    inside = range(first, last)
    return next(
        (
            number
            for number in inside
            if sentence.words[number].head not in inside or sentence.words[number].head == number
        ),
        None,
    )


def _step(sentence: Sentence, number: int) -> tuple[int | None, int | None]:
    """Go from a verb of saying or hearing into what is said: whose words it is, and the verb that says it."""
    word = sentence.words[number]
    clause = next(sentence.below(number, "ccomp"), None)
    if word.lemma in HEARING:
        return _from(sentence, number), clause
    if word.lemma in CALLING and has(sentence, number, "oprd", "dobj"):
        return sentence.doer(number), None  # *that Berg had called him a liar*
    if word.lemma not in VERBS:
        return None, None
    if clause is None:  # told her of it: whoever tells is the last that is known
        is_what = any(sentence.words[one].text.lower() == "what" for one in sentence.below(number, "dobj"))
        is_told = is_what or (word.lemma in TELLING and has(sentence, number, "prep", "dobj"))
        is_told = is_told and not has(sentence, number, "neg")
        return (sentence.doer(number) if is_told else None), None
    if has(sentence, number, "nsubjpass"):
        agent = next(sentence.below(number, "agent"), None)
        return (next(sentence.below(agent, "pobj"), None) if agent is not None else None), clause
    doer = sentence.doer(number)
    return doer, clause


def _from(sentence: Sentence, verb: int) -> int | None:
    for preposition in sentence.below(verb, "prep"):
        if sentence.words[preposition].text.lower() == "from":
            return next(sentence.below(preposition, "pobj"), None)
    return None
