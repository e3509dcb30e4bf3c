"""The plainest reports, where no parser is installed: a verb of saying, *that*, and the words up to the next stop.

A sentence that was read roughly has no clauses; in one that was parsed this finds nothing, as the clause is known.
"""

from collections.abc import Iterator

from assay.draft.sayings.acts import act_of
from assay.draft.sayings.reports import Report, has, trimmed
from assay.draft.sayings.words import VERBS
from assay.voices.grammar import Sentence

_STOPS = frozenset({".", ";", "?", "!"})
_NEAR = 6
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl"})


def plainly(sentence: Sentence) -> Iterator[Report]:
    """Find *Berg testified that*, by the order of words alone."""
    words = sentence.words
    if any(word.dep in _CLAUSES for word in words):
        return
    for number, word in enumerate(words):
        if word.pos != "VERB" or word.lemma not in VERBS or not has(sentence, number, "nsubj"):
            continue
        behind = range(number + 1, min(number + 1 + _NEAR, len(words)))
        that = next((other for other in behind if words[other].text.lower() == "that"), None)
        made = act_of(sentence, number)
        if that is None or made is None:
            continue
        stop = next((other for other in range(that, len(words)) if words[other].text in _STOPS), len(words))
        content = trimmed(sentence, that + 1, stop)
        if content[0] < content[1]:
            yield Report(number, sentence.doer(number), content, made.act, "that, behind a verb of saying")
