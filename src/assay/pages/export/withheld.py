"""Finding every form of a name that is to be withheld: whole, surname alone, in other words' inflections, and in ids.

A word that contains a name of five letters or more is taken as a form of it (*Nerudaist*, *Neruda's*); of six or more,
without its last vowel (*Nerudovi*); a shorter name only as itself, with or without an ending `s`. Capitals, accents,
hyphens at a line's end, characters without width, Cyrillic and Greek letters, and signs between the letters do not
matter (`disguises.py`). Initials alone (*N. B.*, *Berg, N.*) are found, and a name with a capital that a space or a
line's end divides (*Ner uda*; `initials.py`). Rather too much is withheld than too little: another person of the same
surname goes as well.

Not found are nicknames that the casebook does not have, an initial without its full stop, other alphabets, and what is
written backwards letter by letter.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, structs

from assay.pages.export.disguises import bare, divided, in_latin, seen
from assay.pages.export.initials import behind, broken, initials
from assay.pages.export.secrets import HALVES, TELLING, Secret
from assay.quotation.fold import WORD, fold

_ID = re.compile(r"#?[a-z0-9][a-z0-9_.~-]*")
_PARTS = re.compile(r"([-_.~#])")
_INITIAL = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]\.[ \u00a0]?)+$")


class Place(Struct, frozen=True, order=True):
    """Where a name stands in a text, and whose it is."""

    start: int
    end: int
    letter: str


class Withheld:
    """Everybody who is to be withheld, to be found in any text, and blanked there."""

    def __init__(self, secrets: Sequence[Secret], ids: Collection[str] = (), spared: Collection[str] = ()) -> None:
        """Take the secrets and all ids of the casebook; `spared` are words that are not looked for by themselves."""
        self.secrets = tuple(structs.replace(one, ids=one.ids - frozenset(spared)) for one in secrets)
        self._ids = frozenset(ids) - frozenset(spared)
        self._words = [(one.letter, one.words - frozenset(spared)) for one in secrets]
        self._apart = [
            (letter, divided([name for name in names if len(name) >= TELLING])) for letter, names in self._words
        ]

        self._broken = [
            (letter, broken([name for name in names if len(name) >= TELLING])) for letter, names in self._words
        ]
        self._initials = [(one.letter, initials(one.phrases)) for one in secrets]
        self._phrases = {one.letter: one.phrases for one in secrets}

    def blank(self, text: str) -> str:
        """Put a letter in the place of every name."""
        if not self.secrets:
            return text
        if _ID.fullmatch(text):
            return self._blank_id(text)
        found, at = "", 0
        for place in self.places(text):
            is_id = text[place.start : place.end] in self._ids
            instead = self._blank_id(text[place.start : place.end]) if is_id else blank_for(place.letter)
            found += text[at : place.start] + instead
            at = place.end
        return found + text[at:]

    def is_in(self, text: str) -> bool:
        """Say whether a text has any of the names."""
        return self._blank_id(text) != text if _ID.fullmatch(text) else bool(self.places(text))

    def places(self, text: str) -> list[Place]:
        """Find every name in a text, in order; none overlaps another."""
        if not self.secrets:
            return []
        plain, origin = seen(text)
        words = [(match.start(), match.end(), match[0]) for match in WORD.finditer(plain)]
        found = sorted(
            {*self._single(plain, words), *self._whole(words), *self._divided(plain), *self._abbreviated(plain)}
        )
        merged: list[Place] = []
        for place in found:
            if merged and place.start < merged[-1].end:
                merged[-1] = Place(merged[-1].start, max(merged[-1].end, place.end), merged[-1].letter)
            else:
                merged.append(place)
        return [Place(origin[one.start], origin[one.end - 1] + 1, one.letter) for one in merged]

    def _single(self, plain: str, words: Sequence[tuple[int, int, str]]) -> Iterator[Place]:
        for start, end, word in words:
            if word in self._ids:
                letter = next((one.letter for one in self.secrets if self._blank_id(word, only=one) != word), "")
                if letter:
                    yield Place(start, end, letter)
                continue
            letter = self._letter_of(word)
            if letter:
                before = _INITIAL.search(plain[:start][-24:])
                last = behind(plain, end, self._phrases[letter])
                yield Place(start - (len(before[0]) if before else 0), last, letter)

    def _letter_of(self, word: str) -> str:
        folded = fold(word)
        halves = {fold(half) for half in HALVES.split(word)} | {folded}
        halves |= {latin for half in halves for latin in in_latin(half)}
        wholes = (folded, *in_latin(folded))
        for letter, names in self._words:
            for name in names:
                if len(name) >= TELLING:
                    is_form = any(name in whole for whole in wholes)
                else:
                    is_form = bool(halves & {name, f"{name}s", f"{name}es"})
                if is_form:
                    return letter
        return ""

    def _divided(self, plain: str) -> Iterator[Place]:
        letters = bare(plain)
        for letter, pattern in self._apart:
            if pattern is not None:
                yield from (Place(match.start(), match.end(), letter) for match in pattern.finditer(letters))

    def _abbreviated(self, plain: str) -> Iterator[Place]:
        for letter, pattern in self._initials:
            if pattern is not None:
                yield from (Place(match.start(), match.end(), letter) for match in pattern.finditer(plain))
        letters = bare(plain)
        for letter, pattern in self._broken:
            for match in pattern.finditer(letters) if pattern is not None else ():
                if plain[match.start()].isupper():  # *a good man* is not somebody called Goodman
                    yield Place(match.start(), match.end(), letter)

    def _whole(self, words: Sequence[tuple[int, int, str]]) -> Iterator[Place]:
        folded = [fold(word) for _, _, word in words]
        at: dict[str, list[int]] = {}
        for number, word in enumerate(folded):
            at.setdefault(word, []).append(number)
        for one in self.secrets:
            for phrase in one.phrases:
                last = len(phrase) - 1
                for first in at.get(phrase[0], ()):
                    here = folded[first : first + last + 1]
                    if here[:-1] == list(phrase[:-1]) and here[-1:] and here[-1] in (phrase[-1], f"{phrase[-1]}s"):
                        yield Place(words[first][0], words[first + last][1], one.letter)

    def _blank_id(self, id_: str, only: Secret | None = None) -> str:
        """Blank the parts of an id that are somebody's id, or have his name in them."""
        for one in (only,) if only is not None else self.secrets:
            for own in sorted(one.ids, key=len, reverse=True):
                id_ = re.sub(rf"(?<![a-z0-9]){re.escape(own)}(?![a-z0-9])", f"withheld-{one.letter.lower()}", id_)
        names = self._words if only is None else [(only.letter, only.words)]
        parts = _PARTS.split(id_)
        for number, part in enumerate(parts):
            for letter, known in names:
                if any(name in part if len(name) >= TELLING else part in (name, f"{name}s") for name in known):
                    parts[number] = f"withheld-{letter.lower()}"
        return "".join(parts)


def blank_for(letter: str) -> str:
    """Write what stands in the place of a name."""
    return f"[withheld {letter}]"


def moved(places: Sequence[Place], at: int) -> int:
    """Return where a place of a text is once its names are blanked; one inside a name goes to the end of the blank."""
    shift = 0
    for place in places[: bisect_left(places, at, key=lambda one: one.start)]:
        new = len(blank_for(place.letter))
        if at < place.end:
            return place.start + shift + new
        shift += new - (place.end - place.start)
    return at + shift
