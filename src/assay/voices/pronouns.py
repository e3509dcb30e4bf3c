"""Which pronoun goes with a name, as far as the text itself shows: by titles, by nouns, by what it says elsewhere.

Nothing of it is kept: it only tells whom *he* and *she* cannot mean.
"""

import re
from collections import Counter
from collections.abc import Iterator

from assay.voices.clauses import subjects
from assay.voices.grammar import Sentence
from assay.voices.lexicon import is_person, listed

HIS, HERS = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
TITLES = listed(
    "Mr Mrs Ms Miss Dr Prof Professor Sir Lady Lord Madame Captain Colonel Major General Lieutenant Sergeant"
)
"""What stands before the name of a person."""
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Lady|Lord|King|Queen|Madame)\b")
GENDERED = HIS | HERS
_KIN = {
    "he": listed("father brother husband son man boy uncle nephew grandfather gentleman monk king sir lord"),
    "she": listed("mother sister wife widow daughter woman girl lady aunt niece grandmother nun queen madam"),
}
_PARTS = frozenset({"compound", "flat"})
_OF_OTHERS = frozenset({"dobj", "dative", "pobj"})  # *Berg sent for her*: whoever does it is somebody else
_CLEARLY = 3  # times as often
_HER_FORM = re.compile(r"(?:ova|eva|aya|skaia|skaja)$|^[A-Z][a-z]{2,}a [A-Z]")
_HIS_FORM = re.compile(r"(?:[^aeiouy]ov|ev|skii|sky)$")


def pronoun_of(name: str) -> str | None:
    """Say which pronoun goes with a title or a noun: *Mrs Berg*, *my father*; None where none is told."""
    titled = _TITLED.match(name)
    if titled is not None:
        return "he" if titled[0] in {"Mr", "Sir", "Lord", "King"} else "she"
    words = name.lower().split()
    return next((pronoun for pronoun, nouns in _KIN.items() for word in words[:3] if word in nouns), None)


def by_form(name: str) -> str | None:
    """Say which pronoun the form of a name asks for, in the languages that have such forms; seldom sure."""
    if _HER_FORM.search(name):
        return "she"
    return "he" if _HIS_FORM.search(name) else None


def most(found: Counter[str]) -> str:
    """Return the pronoun that goes with a name nearly always; nothing where that cannot be said."""
    (told, count), *rest = found.most_common(2)
    return told if count >= _CLEARLY * sum(other for _, other in rest) else ""


def told_pronouns(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Find a name that is the subject of its sentence, nobody else being spoken of, with pronouns of one kind."""
    names = {word.text for word in sentence.words if word.entity == "PERSON" and word.dep not in _PARTS}
    if not any(sentence.words[number].text in names for number in subjects(sentence)[:1]):
        return
    pronouns = (word for word in sentence.words if word.text.lower() in GENDERED and word.dep not in _OF_OTHERS)
    found = {"he" if word.text.lower() in HIS else "she" for word in pronouns}
    others = any(word.pos == "NOUN" and is_person(word.lemma.lower()) for word in sentence.words)
    if len(names) == len(found) == 1 and not others:
        yield names.pop(), found.pop()
