"""What speaks for a person at one place where a name stands, in units of one sentence in which the parser says so.

The weights are rules of thumb.
"""

from functools import lru_cache
from string import ascii_lowercase

from assay.draft.names.forms import FIRST
from assay.draft.names.sightings import Sighting
from assay.draft.names.spelling import plain
from assay.draft.names.words import BODIES, PLACES
from assay.quotation.lexicon import known_words

_AGAINST = {
    "GPE": -0.7,
    "LOC": -1.0,
    "FAC": -0.7,
    "ORG": -0.5,
    "NORP": -0.5,
    "WORK_OF_ART": -0.5,
    "EVENT": -1.5,
    "LAW": -1.5,
    "PRODUCT": -0.3,
    "LANGUAGE": -1.5,
    "DATE": -1.5,
}
_ENDINGS = (
    "ov", "ev", "sky", "ski", "skii", "enko", "vich", "vitch", "idze", "shvili", "berg", "stein", "mann", "sson", "sen",
    "ovsky", "uk", "chuk", "ez",
)  # fmt: skip
_NO_SURNAME = ("s", "ia", "sk", "grad", "stan", "burg", "ville", "land", "ism", "ist", "ite", "'t")


def parser_says(entity: str) -> float:
    """Weigh what the parser takes a word for."""
    return 1.0 if entity == "PERSON" else _AGAINST.get(entity, 0.0)


def is_place_here(one: Sighting) -> bool:
    """Say whether the place that bears somebody's name is meant: *in Lund*, *Oslo, Lund and other towns*."""
    is_place = (one.is_placed or one.beside in PLACES) and one.entity in ("GPE", "LOC", "FAC")
    return is_place and not one.given and not one.owns


def beside(one: Sighting) -> float:
    """What stands around a name of several words says whether somebody is meant."""
    said = 2.0 * (one.says and not one.has_article) + 2.0 * one.described + one.owns
    return one.hint + said - 1.0 * one.is_placed - 1.0 * one.has_article


def _is_strange(one: Sighting) -> bool:
    """Say whether a word can be nothing else that we know: no word of the language, no place by its place or ending."""
    word = one.last.lower()
    if one.opens or one.is_placed or one.has_article or "-" in one.last:
        return False
    if one.entity in ("GPE", "LOC") and not word.endswith(_ENDINGS):
        return False
    return not word.endswith(_NO_SURNAME) and not one.last.isupper() and not _is_word(word)


@lru_cache(maxsize=1 << 14)
def _is_word(word: str) -> bool:
    """Say whether letters are a word of the language, or one letter from one."""
    known = known_words("en")
    if word in known:
        return True
    if word.endswith(_ENDINGS):
        return False
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    nearly = {first + rest[1:] for first, rest in parts if rest}
    nearly |= {first + letter + rest[1:] for first, rest in parts if rest for letter in ascii_lowercase}
    nearly |= {first + letter + rest for first, rest in parts for letter in ascii_lowercase}
    return not known.isdisjoint(nearly | {word.replace("rn", "m"), word.replace("m", "rn")})


def evidence(one: Sighting) -> float:
    """Weigh everything that is known at one place where a name stands."""
    if one.last in BODIES or one.last in PLACES:
        return -1.0
    score = parser_says(one.entity) + one.hint
    if one.given and (one.has_initials or plain(one.given[0]) in FIRST):
        score += 3.0
    if one.title:
        score += 3.0
    elif not one.given and plain(one.last) in FIRST:
        score += 1.0
    if not one.given:
        score += 2.0 * (one.says and not one.has_article) + 2.0 * one.owns + 2.0 * one.described
        score += 0.9 * _is_strange(one)
        score += 0.7 * (one.last.lower().endswith(_ENDINGS) and one.last.lower() not in known_words("en"))
        score -= 1.0 * one.is_placed + 1.5 * one.has_article + 3.0 * one.is_common
    return score
