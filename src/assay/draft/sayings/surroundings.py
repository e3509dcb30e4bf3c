"""The words of a sentence that are not what is said in it: the setting, and what whoever speaks was under."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.draft.sayings.conditions import cues
from assay.draft.sayings.outermost import outermost
from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import Report
from assay.draft.sayings.saying import Party, Pressed
from assay.draft.sayings.words import TESTIFYING
from assay.voices.grammar import Sentence, Word
from assay.voices.lexicon import listed

_SETTINGS_UNDER = frozenset({"", "interrogation", "testimony", "declaration"})
_HELD = re.compile(
    r"^(?!.*\b(?:among|of|for)\b).*\b(?:prisoners?|cell-?mates?|inmates?|detainees?|convicts?|captives?|hostages?)$",
    re.IGNORECASE,
)
_CAPTIVE = listed("imprisoned detained captured jailed captive arrested")
_LATER = listed("later afterwards afterward subsequently eventually today now since before")


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


def under(
    place: Place, said: Report, parties: Sequence[Party], setting: str, others: Sequence[Report]
) -> tuple[Pressed, ...]:
    """Tell what the witness was under: by the words around it, else by the sentence before, else by who he is.

    `parties` are the witness and those who are told.
    """
    found = tuple(pressed(place, said, others)) or tuple(pressed_before(place, said, parties[0].name, setting))
    found = found or _held_before(place, said, parties[0].name, setting)
    held = tuple(_as_prisoner(parties)) or tuple(_called_prisoner(place, said))
    return (*found, *(one for one in held if one.kind not in {other.kind for other in found}))


def _held_before(place: Place, said: Report, witness: str, setting: str) -> tuple[Pressed, ...]:
    """What a sentence shortly before says that was done to whoever testifies."""
    words = place.sentence.words
    testifies = words[said.teller].lemma in TESTIFYING | {"state", "declare", "say", "claim", "sign"}
    is_later = any(word.text.lower() in _LATER for word in words)
    if place.held is None or not testifies or is_later or setting not in _SETTINGS_UNDER:
        return ()
    return place.held.under(witness)


def _called_prisoner(place: Place, said: Report) -> Iterator[Pressed]:
    """*The prisoner Roth testified*, *the imprisoned bishop wrote*."""
    sentence = place.sentence
    beside = sentence.below(said.doer, "compound", "appos", "amod", "nmod") if said.doer is not None else ()
    for number in (*(() if said.doer is None else (said.doer,)), *beside):
        if _HELD.search(sentence.words[number].text) or sentence.words[number].lemma in _CAPTIVE:
            yield Pressed("custody", None, place.span(number, number + 1), "called a prisoner")
            return


def _as_prisoner(parties: Sequence[Party]) -> Iterator[Pressed]:
    """*The prisoners wrote*, *told his cellmates*: who says it, or hears it, is held."""
    for party in parties:
        if _HELD.search(party.name):
            yield Pressed("custody", None, party.span, "said by a prisoner, or to one's fellows in prison")
            return


def pressed_before(place: Place, report: Report, witness: str, setting: str) -> Iterator[Pressed]:
    """Find what the sentence before says that the witness was under: *Berg was tortured. He confessed to having lied*.

    Only of what one says to those who have one in their power; not where it has another setting, or came later.
    """
    before = place.before
    is_later = any(word.text.lower() in _LATER for word in place.sentence.words)
    is_testimony = place.sentence.words[report.teller].lemma in TESTIFYING and setting in _SETTINGS_UNDER
    if before is None or is_later or not is_testimony:
        return
    there = structs.replace(place, sentence=before, before=None)
    for number, word in enumerate(before.words):
        if word.dep not in {"nsubj", "nsubjpass"} or before.words[word.head].dep != "ROOT":
            continue
        party = there.party(number)
        is_witness = party is not None and party.name.split()[-1:] == witness.split()[-1:]
        if not is_witness or any(True for _ in outermost(before)):
            continue
        line = "".join(f"{'_' if _is_quoted(there, one) else one.text} " for one in before.words)
        for cue in cues(line):
            first, last = line[: cue.start].count(" "), line[: cue.end].count(" ") + 1
            yield Pressed(cue.kind, cue.by, there.span(first, min(last, len(before.words))), f"{cue.rule}, just before")
        return


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
