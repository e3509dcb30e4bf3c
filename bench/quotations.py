"""How long one quotation takes to look up, found and not found, in a work of two million characters that is made here.

python bench/quotations.py
"""

import random

from measure import Figure, median_seconds, table

from assay.library import Letters, Volume
from assay.model.location import Span
from assay.sources import Profile, read_plain

COMMAND = "python bench/quotations.py"
WORDS, LOOKED_UP = 350_000, 200


def a_work(draw: random.Random) -> str:
    """Make up a work of many pages, of words that are made of syllables."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    vocabulary = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(20_000)]
    words = draw.choices(vocabulary, k=WORDS)
    pages = (words[at : at + 400] for at in range(0, WORDS, 400))
    return "\n\n".join(f"{{p. {number}}} {' '.join(page)}." for number, page in enumerate(pages, 1))


def main() -> str:
    """Measure, and return the table."""
    draw = random.Random(1936)
    text = read_plain(a_work(draw), Profile("work.txt"))
    volume = Volume("work", text, (Span(0, len(text.body)),), Letters(text))
    fold = median_seconds(lambda: Letters(text).all, 3)
    assert volume.letters.all
    words = text.body.split()
    starts = [draw.randrange(len(words) - 30) for _ in range(LOOKED_UP)]
    there = [" ".join(words[at : at + 20]) for at in starts]
    changed = [" ".join([*words[at : at + 10], "never", *words[at + 11 : at + 20]]) for at in starts[:20]]
    assert all(volume.quote_on(quote, None).kind.is_faithful for quote in there)
    assert not any(volume.quote_on(quote, None).kind.is_faithful for quote in changed)
    found = median_seconds(lambda: [volume.quote_on(quote, None) for quote in there], 3) / len(there)
    missed = median_seconds(lambda: [volume.quote_on(quote, None) for quote in changed], 3) / len(changed)
    figures = [
        Figure(f"a work of {len(text.body):,} characters, folded to letters (once)", f"{fold:.2f} s", COMMAND),
        Figure("a quotation of 20 words that is there", f"{found * 1000:.1f} ms", COMMAND),
        Figure("one with a changed word: the nearest passage found and compared", f"{missed * 1000:.0f} ms", COMMAND),
    ]
    return table("Looking quotations up", figures)


if __name__ == "__main__":
    print(main())
