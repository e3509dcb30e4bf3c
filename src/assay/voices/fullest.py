"""The fullest name that a text gives somebody whom it also calls by the first name, or by a title and an initial.

Only where there is one name that it can be: *Wim* is Wim Hattersley where no other Wim has a surname, *Sir Hubert* is
Sir Hubert Aske, *Lady S.* is Lady Strake. A surname alone stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from assay.voices.grammar import Sentence
from assay.voices.lexicon import is_somebody
from assay.voices.pronouns import TITLES

_OFTEN = 2  # times as often as in full: what stands alone so often is a surname


def fullest(sentences: Iterable[Sentence]) -> Mapping[str, str]:
    """Return the full names of persons by the shorter ones that each of them alone has."""
    names = Counter(name for sentence in sentences for name in _names(sentence))
    surnames = {name.split()[-1] for name in names if " " in name}
    longer: dict[str, set[str]] = {}
    for name in names:
        for short in _shorter(name):
            if short not in surnames:
                longer.setdefault(short, set()).add(name)
    return {
        short: max(full, key=len)
        for short, full in longer.items()
        if len({name.split()[-1] for name in full}) == 1 and names[short] <= _OFTEN * sum(names[name] for name in full)
    }


def _names(sentence: Sentence) -> Iterator[str]:
    """Find the names of persons, with the titles before them."""
    for number, word in enumerate(sentence.words):
        if word.entity == "PERSON" and word.pos == "PROPN" and word.dep not in {"compound", "flat"}:
            name = sentence.text(sentence.name(number))
            if all(part[:1].isupper() for part in name.split()):
                yield name


def _shorter(name: str) -> Iterator[str]:
    """Return what somebody of a full name may be called besides: without the surname, or with its initial."""
    words = name.split()
    if len(words[-1].rstrip(".")) == 1:
        return
    if words[0].rstrip(".") in TITLES:
        if len(words) > 1:
            yield f"{words[0]} {words[-1][0]}."
        if len(words) > 2:  # noqa: PLR2004 - a title and two names
            yield f"{words[0]} {words[1]}"
        words = words[1:]
    if len(words) > 1 and len(words[0].rstrip(".")) > 1 and not is_somebody(words[0].lower()):
        yield words[0]
