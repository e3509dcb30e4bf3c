"""A corpus in which it is known who copied what: made-up prose with passages planted in it, drawn from a stated seed.

The prose has a Zipf vocabulary, words that tend to follow one another, names of persons, and stock phrases of three to
nine words that many documents use and that nobody copied from anybody. Into it go copies of 60 to 700 characters of
other documents' passages: a third letter by letter, a third with 5 % of their characters misread, lost or put in, a
third with 15 %; half of them leave words out in the middle.
"""

import random
from collections import defaultdict
from itertools import pairwise

import numpy as np
from confusions import BY_HAND, LETTERS
from msgspec import Struct
from numpy.typing import NDArray

NOISE = (0.0, 0.05, 0.15)
_FUNCTION = """the of and to in a that it was is he for his as on with by at had be not this were from which have or an
they but are her one all we been their there has who more when so no if out into up what than its some could them time
only other my any these may will about him she would do over then now did after such our new upon""".split()  # noqa: SIM905 - reads best as words
_VOCABULARY, _FOLLOWERS, _PHRASES, _NAMES = 30_000, 24, 400, 1_500
_ONE_LETTER = {there: read for there, read in (*LETTERS, *BY_HAND) if len(there) == 1}


class Place(Struct, frozen=True, order=True):
    """A run of characters of a document, by the document's number."""

    document: int
    start: int
    end: int


class Copy(Struct, frozen=True):
    """A passage and its copy, with the share of the copy's characters that are wrong, and whether any are left out."""

    original: Place
    copy: Place
    noise: float
    omits: bool


class Corpus(Struct, frozen=True):
    """Documents, and every passage that was planted in them."""

    texts: list[str]
    copies: list[Copy]


class _Prose:
    """Walks from word to word, all documents at once."""

    def __init__(self, seed: int) -> None:
        self.draw = np.random.default_rng(seed)
        plain = random.Random(seed)
        syllables = [a + b for a in "b c d f g h l m n p r s t v w st tr ch pl".split() for b in "aeiou"]  # noqa: SIM905
        endings = ["", "n", "r", "s", "t", "ng", "nd", "ly", "ed", "ion"]
        made = {
            "".join(plain.choices(syllables, k=1 + (rank > 300) + plain.randrange(1 + (rank > 3000) + 1)))
            + plain.choice(endings): 0
            for rank in range(_VOCABULARY * 2)
        }
        self.words = [*_FUNCTION, *made][:_VOCABULARY]
        self.chances = 1 / (np.arange(len(self.words)) + 2.7) ** 1.05
        self.chances /= self.chances.sum()
        self.followers = self.draw.choice(len(self.words), (len(self.words), _FOLLOWERS), p=self.chances)
        names = [
            plain.choice(self.words[300:]).capitalize() + plain.choice(("ov", "in", "sky", "er")) for _ in range(_NAMES)
        ]
        phrases = [
            " ".join(plain.choices(self.words, self.chances.tolist(), k=plain.randint(3, 9))) for _ in range(_PHRASES)
        ]
        self.strewn = [phrases, names]

    def texts(self, count: int, characters: int) -> list[str]:
        """Write so many documents of about so many characters."""
        steps = characters // 6
        word = self.draw.integers(0, 300, count)
        walked = np.empty((steps, count), np.int32)
        for step in range(steps):
            if step % 512 == 0:
                block = self.draw.choice(len(self.words), (512, count), p=self.chances)
                follow = self.draw.random((512, count)) < 0.45
                which = (_FOLLOWERS * self.draw.random((512, count)) ** 2).astype(np.int64)
            at = step % 512
            word = np.where(follow[at], self.followers[word, which[at]], block[at])
            walked[step] = word
        return [self._written(walked[:, number]) for number in range(count)]

    def _written(self, walked: NDArray[np.int32]) -> str:
        words = [self.words[at] for at in walked.tolist()]
        length = len(words)
        for strewn, share in zip(self.strewn, (0.006, 0.02), strict=True):
            places = self.draw.integers(0, length, int(length * share)).tolist()
            which = (len(strewn) * self.draw.random(len(places)) ** 2.5).astype(int).tolist()
            for at, one in zip(places, which, strict=True):
                words[at] = strewn[one]
        ends = np.cumsum(self.draw.integers(6, 30, length // 10)).tolist()
        for number, (before, end) in enumerate(pairwise([0, *ends])):
            if end >= length:
                break
            words[end - 1] += "." if number % 5 else ".\n\n"
            words[before] = words[before][:1].upper() + words[before][1:]
        return " ".join(words).replace("\n ", "\n")


def corpus(seed: int, characters: int, document: int = 50_000) -> Corpus:
    """Write a corpus of about so many characters, a twentieth of them copies, in documents of about the given size."""
    count = max(4, characters // document)
    prose = _Prose(seed)
    texts = prose.texts(count, min(document, characters // count))
    draw = random.Random(seed)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    inserted: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    originals: list[Place] = []
    details: list[tuple[float, bool]] = []
    for number in range(characters // 7_500):
        noise, omits = NOISE[number % 3], draw.random() < 0.5
        length = draw.randint(60, 700)
        gap = int(length * draw.uniform(0.2, 0.5)) if omits else 0
        source = draw.randrange(count)
        start = _free(draw, texts[source], taken[source], length + gap)
        passage = texts[source][start : start + length + gap]
        if gap:
            half = draw.randint(length * 2 // 5, length * 3 // 5)
            passage = passage[:half] + passage[half + gap :]
        target = (source + draw.randrange(1, count)) % count
        at = _free(draw, texts[target], taken[target], 0)
        inserted[target].append((at, number, misread(draw, passage, noise)))
        originals.append(Place(source, start, start + length + gap))
        details.append((noise, omits))
    return _put_together(texts, originals, details, inserted)


def _free(draw: random.Random, text: str, taken: list[tuple[int, int]], length: int) -> int:
    """Find a place that nothing was copied from, or put into, yet."""
    while True:
        start = text.find(" ", draw.randrange(len(text) - length - 100)) + 1
        if all(start + length < a or b < start for a, b in taken):
            taken.append((start - 1, start + length + 1))
            return start


def misread(draw: random.Random, words: str, share: float) -> str:
    """Misread a share of the characters: most for others, as a scanner would; some are lost, some put in."""
    made: list[str] = []
    for letter in words:
        sort = draw.random() / share if share else 1
        if sort >= 1:
            made.append(letter)
        elif sort < 0.35:
            made.append(_ONE_LETTER.get(letter, "i"))
        elif sort < 0.7:
            made.append(draw.choice("abcdefghijklmnopqrstuvwxyz .,"))
        elif sort < 0.85:
            made.append(letter + draw.choice("abcdefghijklmnopqrstuvwxyz .,"))
    return "".join(made)


def _put_together(
    texts: list[str],
    originals: list[Place],
    details: list[tuple[float, bool]],
    inserted: dict[int, list[tuple[int, int, str]]],
) -> Corpus:
    copies: dict[int, Place] = {}
    made: list[str] = []
    moved: dict[int, list[tuple[int, int]]] = {}
    for number, text in enumerate(texts):
        pieces: list[str] = []
        length = before = 0
        shifts = [(0, 0)]
        for at, which, words in sorted(inserted[number]):
            pieces += (text[before:at], words, " ")
            length += at - before
            copies[which] = Place(number, length, length + len(words))
            length += len(words) + 1
            before = at
            shifts.append((at, length - at))
        moved[number] = shifts
        made.append("".join([*pieces, text[before:]]))
    found = []
    for which, original in enumerate(originals):
        shift = max((s for s in moved[original.document] if s[0] <= original.start), key=lambda s: s[0])[1]
        place = Place(original.document, original.start + shift, original.end + shift)
        found.append(Copy(place, copies[which], *details[which]))
    return Corpus(made, found)
