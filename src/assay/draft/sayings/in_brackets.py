"""Reports whose source stands in brackets behind them: *the mill burned in May (Berg's testimony)*."""

from collections.abc import Iterator

from assay.draft.sayings.reports import Report, trimmed
from assay.draft.sayings.words import TESTIMONIES
from assay.voices.grammar import Sentence

_MOST = 6  # words within the brackets
_ENDS = frozenset({")", ";"})
_STOPS = frozenset({";", ":", "("})


def in_brackets(sentence: Sentence) -> Iterator[Report]:
    """Find what stands before somebody's testimony in brackets, back to the last semicolon."""
    words = sentence.words
    for number, word in enumerate(words):
        behind = range(number, min(number + _MOST + 2, len(words)))
        close = next((n for n in behind if words[n].text in _ENDS), None)
        if word.text != "(" or close is None:
            continue
        noun = next((n for n in range(number + 1, close) if words[n].lemma in TESTIMONIES), None)
        owner = sentence.owner(noun) if noun is not None else None
        if noun is None or owner is None or not number < owner < close:
            continue
        first = number
        while first > 0 and words[first - 1].text not in _STOPS:
            first -= 1
        content = trimmed(sentence, first, number)
        if content[0] < content[1]:
            yield Report(
                noun, owner, content, TESTIMONIES[words[noun].lemma], "whose testimony stands in brackets behind it"
            )
