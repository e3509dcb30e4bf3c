"""Whom the text has just told to be held: what he then testifies is said under that."""

from collections.abc import Iterator

from assay.draft.sayings.conditions import Cue, cues
from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import is_negated
from assay.draft.sayings.saying import Pressed
from assay.voices.lexicon import listed

_SEIZING = listed("arrest imprison jail detain intern seize capture interrogate question torture beat threaten")
_FREEING = listed("release free acquit pardon escape flee emigrate amnesty")
_LASTS = 3  # sentences
_SEIZED = listed("dobj nsubjpass")


class Held:
    """Keeps who has been arrested, questioned or tortured in the last sentences, and by which words that is known."""

    def __init__(self) -> None:
        """Begin with nobody held."""
        self._held: dict[str, tuple[int, tuple[Pressed, ...]]] = {}

    def note(self, place: Place) -> None:
        """Take in what a sentence does to whom; what was told long ago counts no more."""
        self._held = {name: (left - 1, under) for name, (left, under) in self._held.items() if left > 1}
        words = place.sentence.words
        for number, word in enumerate(words):
            verb = words[word.head]
            if word.dep not in _SEIZED | {"nsubj"} or verb.pos != "VERB" or is_negated(place.sentence, word.head):
                continue
            if verb.lemma in _FREEING:
                self._drop(place, number)
            elif verb.lemma in _SEIZING and word.dep in _SEIZED and verb.dep in {"ROOT", "conj"}:
                self._take(place, number)

    def under(self, name: str) -> tuple[Pressed, ...]:
        """Say under what somebody is."""
        return self._held.get(_last(name), (0, ()))[1]

    def _drop(self, place: Place, number: int) -> None:
        party = place.party(number)
        if party is not None:
            self._held.pop(_last(party.name), None)

    def _take(self, place: Place, number: int) -> None:
        party = place.party(number)
        sentence = place.sentence
        found = tuple(self._pressed(place, sentence.words[number].head)) if party is not None else ()
        if party is not None and found:
            before = tuple(one for one in self.under(party.name) if one.kind not in {new.kind for new in found})
            self._held[_last(party.name)] = (_LASTS, (*before, *found))

    def _pressed(self, place: Place, verb: int) -> Iterator[Pressed]:
        words = place.sentence.words
        line = "".join(f"{word.text} " for word in words)
        found: dict[str, Cue] = {cue.kind: cue for cue in cues(line)}
        for cue in found.values():
            first, last = line[: cue.start].count(" "), line[: cue.end].count(" ") + 1
            span = place.span(first, min(last, len(words)))
            yield Pressed(cue.kind, cue.by, span, f"{cue.rule}, just before")
        if words[verb].lemma in {"beat", "torture"} and "torture" not in found:
            yield Pressed("torture", None, place.span(verb, verb + 1), "tortured or beaten, just before")


def _last(name: str) -> str:
    """*Erik Malm* is *Malm* some sentences on."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""
