"""The words of a sentence that are not what is said in it: the setting, and what whoever speaks was under."""

from collections.abc import Iterator, Sequence

from assay.draft.sayings.conditions import cues
from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import Report
from assay.draft.sayings.saying import Pressed
from assay.voices.grammar import Sentence, Word


def around(sentence: Sentence, report: Report) -> str:
    """The words of the sentence that are not what is said."""
    return " ".join(
        " ".join(word.text for word in sentence.words[first:last]) for first, last in _outside(sentence, report)
    )


def pressed(place: Place, report: Report, others: Sequence[Report] = ()) -> Iterator[Pressed]:
    """Find conditions in the words around what is said, those of what else is said left out."""
    seen = set()
    sentence = place.sentence
    told = {number for other in others if other is not report for number in range(*other.content)}
    for first, last in _outside(sentence, report):
        if first >= last:
            continue
        line = "".join(
            f"{'_' if number in told or _is_quoted(place, sentence.words[number]) else sentence.words[number].text} "
            for number in range(first, last)
        )
        for cue in cues(line):
            number = first + line[: cue.start].count(" ")
            end = first + line[: cue.end].count(" ") + 1
            is_witness = _names_witness(sentence, report, range(number, end))
            if cue.kind not in seen and not is_witness:
                seen.add(cue.kind)
                yield Pressed(cue.kind, cue.by, place.span(number, min(end, last)), cue.rule)


def _names_witness(sentence: Sentence, report: Report, cue: range) -> bool:
    """*The interrogator Berg, who said*: the words tell what the witness is, and not what he was under."""
    nouns = {"NOUN", "PROPN"}
    return any(
        number == report.doer or (sentence.words[number].head == report.doer and sentence.words[number].pos in nouns)
        for number in cue
    )


def _outside(sentence: Sentence, report: Report) -> list[tuple[int, int]]:
    first, last = report.content
    return [(0, first), (last, len(sentence.words))]


def _is_quoted(place: Place, word: Word) -> bool:
    """Say whether a word is within a quotation: what is told in it is no condition of it."""
    return any(one.start <= word.start < one.end for one in place.stretch.stand_ins)
