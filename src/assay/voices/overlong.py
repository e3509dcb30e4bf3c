"""What is too long for any sentence is cut, so that no document, however odd, is parsed for hours.

A parser looks at each word with those around it, and the sieves at each word of a sentence with every other. That is
quick for whatever people write, and never ends for a hundred thousand brackets, or for a book without a full stop.
"""

import re
from collections.abc import Iterator

from msgspec import structs

from assay.voices.grammar import Sentence

MOST_WORDS = 400
"""Of a sentence: lists of names are as long now and then, sentences never."""
MOST_LETTERS = 20_000
"""Of what is parsed at once, at most twice that."""
NO_WORDS = 200
"""Characters without one letter or digit: they are not parsed."""
_UNBROKEN = re.compile(r"\S{200}")
_ENDS = re.compile(r"[.!?][\"'”’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a stretch, seldom, where a sentence or a word ends, or within a word that is none.

    >>> list(pieces("One. Two."))
    [(0, 9)]
    """
    start = 0
    for unbroken in (*_UNBROKEN.finditer(text), None):
        end = len(text) if unbroken is None else unbroken.end()
        while end - start > 2 * MOST_LETTERS:
            cut = _cut(text, start + MOST_LETTERS, start + 2 * MOST_LETTERS)
            yield start, cut
            start = cut
        if start < end or not text:
            yield start, end
            start = end


def is_words(text: str) -> bool:
    """Say whether there is anything to parse: a long run of brackets, commas or marks has no grammar.

    >>> is_words("," * 300), is_words("Who?"), is_words("...")
    (False, True, True)
    """
    return len(text) < NO_WORDS or any(sign.isalnum() for sign in text)


def _cut(text: str, first: int, last: int) -> int:
    found = _ENDS.search(text, first, last) or _SPACE.search(text, first, last)
    return last if found is None else found.end()


def divided(sentence: Sentence, at: int = 0) -> Iterator[Sentence]:
    """Cut a sentence of too many words, and add `at` to the places of its words. What depended across stands alone."""
    words = sentence.words
    if not at and len(words) <= MOST_WORDS:
        yield sentence
        return
    for first in range(0, len(words), MOST_WORDS):
        last = min(first + MOST_WORDS, len(words))
        yield Sentence(
            tuple(
                structs.replace(
                    words[number],
                    start=words[number].start + at,
                    end=words[number].end + at,
                    head=words[number].head - first if first <= words[number].head < last else number - first,
                )
                for number in range(first, last)
            )
        )
