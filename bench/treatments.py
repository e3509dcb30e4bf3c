"""Quotations whose treatment is known, nine kinds, cut from books that `prose` has printed.

What each kind is here, to the letter:

exact           the words as the book prints them, its misreadings included.
orthographic    only what a scanner, printer or typist makes of words: capitals, accents, marks, spaces, hyphens, and
                letters misread into what is no word. On the book's side (the quotation has the words as they were
                written) or on the quotation's (0.5 to 3 % of its characters). At least one such difference.
elided          words left out where the quotation has a mark of omission, of nine forms.
silently-elided words left out with no mark. Three words or fewer of which one negates are an alteration, not this.
interpolated    words in brackets added.
altered         a word changed into another: drawn from the book's words, a negation put in or taken out, a number, a
                name, a tense, a pair that is easily confounded. A change of letters that a scanner might have made,
                but that makes another known word (modern, modem), is an alteration by definition, and is among these.
stitched        pieces from far apart places (3,000 words or more) or in another order, joined by a mark of omission.
wrong-page      faithful, exact or orthographic, with a page cited on which it is not.
absent          sentences that are not in the books: made up by the same chain, of the books that were held out, or a
                passage whose content words are changed and whose order is turned round.

Those of every kind but exact and absent have a scanner's noise, too: the book's own where it is a scanned one, and
half the time the quotation's where it is not.
"""

import random

from confusions import bare, letter_misread, noisy
from msgspec import Struct
from prose import NAMES, Book, Chain
from substitutes import BRACKETS, NEGATIONS, OMISSIONS, PAIRS, TENSES


class Quotation(Struct, frozen=True):
    """A quotation, what was done to it, and the page that is cited for it, if any."""

    kind: str
    words: str
    page: str | None
    done: str
    original: str


class Cutter:
    """Cuts quotations from books."""

    def __init__(
        self, draw: random.Random, books: list[Book], chain: Chain, held_out: list[str], known: frozenset[str]
    ) -> None:
        self.draw, self.books, self.chain, self.held_out, self.known = draw, books, chain, held_out, known
        self.common = [bare(word) for book in books for word in draw.choices(book.clean, k=4000)]

    def cut(self, kind: str) -> Quotation:
        """Cut one quotation and treat it so; tried again where the passage does not lend itself to it."""
        while True:
            made = getattr(self, f"_{kind.replace('-', '_')}")()
            if made is not None:
                return made  # type: ignore[no-any-return]

    def _place(self, low: int = 6, high: int = 55) -> tuple[Book, int, int]:
        book = self.draw.choice(self.books)
        length = min(self.draw.randint(low, high), self.draw.randint(low, high))
        start = self.draw.randrange(len(book.clean) - length - 1)
        return book, start, start + length

    def _words(self, book: Book, start: int, end: int) -> tuple[list[str], str]:
        """Take words as they were written, or half the time, of a clean book, with noise of the quotation's own."""
        words = book.clean[start:end]
        if not book.is_scanned and self.draw.random() < 0.5:
            return noisy(self.draw, words, self.draw.uniform(0.005, 0.03), self.known), "noise in the quotation"
        return list(words), "noise in the book" if book.is_scanned else ""

    def _made(  # noqa: PLR0913, PLR0917 - a quotation has as many properties
        self, kind: str, words: list[str], book: Book, start: int, end: int, done: str
    ) -> Quotation:
        page = str(book.page[start]) if self.draw.random() < 0.5 else None
        original = " ".join(book.clean[start:end])
        return Quotation(
            kind, " ".join(filter(None, words)), None if page is None else f"{book.name} {page}", done, original
        )

    def _exact(self) -> Quotation | None:
        book, start, end = self._place()
        words = book.printed[start:end]
        if not words[0] or (end < len(book.printed) and not book.printed[end]):
            return None  # cut inside words that ran together
        if any(word.endswith(".") for word in words) or any("-" in word for word in words):
            return None  # a note number may stand there
        return self._made("exact", words, book, start, end, "")

    def _orthographic(self) -> Quotation | None:
        book, start, end = self._place()
        if not book.printed[start] or not book.printed[end]:
            return None
        if book.is_scanned:
            words, done = list(book.clean[start:end]), "noise in the book"
            theirs = book.printed[start:end]
        else:
            words = noisy(self.draw, book.clean[start:end], self.draw.uniform(0.005, 0.03), self.known)
            words, done, theirs = self._typed(words), "noise in the quotation", book.clean[start:end]
        if _inner(words) == _inner(theirs):
            return None
        return self._made("orthographic", words, book, start, end, done)

    def _typed(self, words: list[str]) -> list[str]:
        """Do what a typist does now and then."""
        chance = self.draw.random()
        if chance < 0.1:
            return [word.upper() for word in words]
        if chance < 0.2:
            return [words[0].capitalize(), *words[1:]]
        if chance < 0.3:
            return [word.replace("s", "ſ", word.count("s") - word.endswith("s")) for word in words]
        if chance < 0.4:
            return [word.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ") for word in words]
        return words

    def _elided(self) -> Quotation | None:
        return self._leaving_out("elided", self.draw.choice(OMISSIONS))

    def _silently_elided(self) -> Quotation | None:
        return self._leaving_out("silently-elided", "")

    def _leaving_out(self, kind: str, mark: str) -> Quotation | None:
        book, start, end = self._place(12, 70)
        words, done = self._words(book, start, end)
        first = self.draw.randrange(3, len(words) - 6)
        count = min(self.draw.choice((1, 2, 3, 4, 6, 9, 14, 22, 35)), len(words) - first - 3)
        left_out = [bare(word) for word in book.clean[start + first : start + first + count]]
        if not mark and count <= 3 and NEGATIONS & set(left_out):
            return None
        if bare(words[first + count]) == left_out[0] or bare(words[first - 1]) == left_out[-1]:
            return None  # what was left out could be read in two ways
        kept = [*words[:first], mark, *words[first + count :]]
        return self._made(kind, kept, book, start, end, f"{count} words left out; {done}")

    def _interpolated(self) -> Quotation | None:
        book, start, end = self._place()
        words, done = self._words(book, start, end)
        words.insert(self.draw.randrange(1, len(words)), self.draw.choice(BRACKETS))
        return self._made("interpolated", words, book, start, end, done)

    def _altered(self) -> Quotation | None:
        book, start, end = self._place()
        words, done = self._words(book, start, end)
        at = self.draw.randrange(len(words))
        sort = self.draw.choice(
            ("word", "word", "negation", "negation", "number", "name", "tense", "pair", "confusion")
        )
        new = self._changed(sort, words, at)
        if new is None or [*map(bare, filter(None, new))] == [*map(bare, filter(None, words))]:
            return None
        return self._made("altered", new, book, start, end, f"{sort}; {done}")

    def _changed(self, sort: str, words: list[str], at: int) -> list[str] | None:
        word = words[at]
        plain = bare(word)
        new: str | None = None
        match sort:
            case "word":
                new = self.draw.choice(self.common)
            case "negation" if plain in NEGATIONS:
                return [*words[:at], *words[at + 1 :]] if 0 < at < len(words) - 1 else None
            case "negation":
                return [*words[:at], self.draw.choice(("not", "never", "no")), *words[at:]] if at else None
            case "number" if plain.isdecimal():
                digits = list(plain)
                digits[self.draw.randrange(len(digits))] = str(self.draw.randrange(1, 10))
                new = "".join(digits)
            case "name" if word[:1].isupper() and at and plain not in self.known:
                new = self.draw.choice(NAMES)
            case "tense":
                new = next((plain.removesuffix(a) + b for a, b in TENSES if plain.endswith(a)), None)
            case "pair":
                new = PAIRS.get(plain)
            case "confusion":
                new = letter_misread(self.draw, plain)
            case _:
                return None
        if new is None or new == plain or (sort in ("tense", "confusion") and new not in self.known):
            return None
        return [*words[:at], _dressed(new, word), *words[at + 1 :]]

    def _stitched(self) -> Quotation | None:
        book, start, end = self._place(6, 25)
        length = self.draw.randint(6, 25)
        if self.draw.random() < 0.3:  # in another order
            other, done = start - length - self.draw.randrange(0, 400), "turned round"
        else:
            other, done = start + self.draw.randrange(3000, 60_000), "far apart"
        if other < 0 or other + length >= len(book.clean):
            return None
        first, noise = self._words(book, start, end)
        second, _ = self._words(book, other, other + length)
        words = [*first, self.draw.choice(OMISSIONS), *second]
        return self._made("stitched", words, book, start, end, f"{done}; {noise}")

    def _wrong_page(self) -> Quotation | None:
        book, start, end = self._place()
        words, done = self._words(book, start, end)
        if not book.printed[start]:
            return None
        here = book.page[start]
        near = self.draw.choice((here - 1, here + 1, here + self.draw.randint(2, 40)))
        page = max(1, min(book.page[-1], near))
        if page in book.page[start - 3 : end + 3]:
            return None
        made = self._made("wrong-page", words, book, start, end, done)
        return Quotation(made.kind, made.words, f"{book.name} {page}", done, made.original)

    def _absent(self) -> Quotation | None:
        chance = self.draw.random()
        if chance < 0.4:
            words = self.chain.sentence(self.draw)
            return Quotation("absent", " ".join(words), None, "made up", "")
        length = self.draw.randint(8, 40)
        if chance < 0.7:
            start = self.draw.randrange(len(self.held_out) - length)
            return Quotation("absent", " ".join(self.held_out[start : start + length]), None, "of a book held out", "")
        book, start, end = self._place(12, 40)
        words = [bare(word) for word in book.clean[start:end]]
        changed = [
            self.draw.choice(self.common) if len(word) > 3 and self.draw.random() < 0.7 else word for word in words
        ]
        half = len(words) // 2
        pieces = [changed[half:][at : at + 3] for at in range(0, half, 3)] + [
            changed[:half][at : at + 3] for at in range(0, half, 3)
        ]
        self.draw.shuffle(pieces)
        return Quotation("absent", " ".join(word for piece in pieces for word in piece), None, "paraphrase", "")


def _dressed(new: str, word: str) -> str:
    """Give a new word the capital and the marks of the old one."""
    tail = word[len(word.rstrip(".,;:?!")) :]
    return (new.capitalize() if word[:1].isupper() else new) + tail


def _inner(words: list[str]) -> str:
    return " ".join(filter(None, words)).strip(".,;:!?’' ")
