"""Whose words a quotation is, where the sentence around it says so outright.

Two sieves that need no parse: the attribution that stands directly behind the quotation, and the one that leads
directly into it. Pronouns, and what is carried over from the sentence before, need more than this: such a quotation has
no speaker here, rather than a guessed one.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from assay.model.voices import Name, SpeakerClass
from assay.voices.context import VERB, Context

_CAPITAL = r"(?:[A-Z]\. ?)*(?:[A-Z][\w’'-]+|[A-Z]\.)"
NAME = rf"{_CAPITAL}(?: (?:de |von |van )?{_CAPITAL})*"
_ATTRIBUTED = r"(?=[,.;]|\s*$|\s+(?:in|to|on|at|of|that|later|about|with|during)\b)"
_AFTER_NAME = re.compile(rf"^,?\s*(?P<name>{NAME}) (?:\w+ly |would later |later |had )?{VERB}\b{_ATTRIBUTED}")
_AFTER_VERB = re.compile(rf"^,?\s*{VERB} (?:the |old |\w+ist |\w+er ){{0,3}}?(?P<name>{NAME})")
_ACCORDING = re.compile(rf"\b(?:[Aa]ccording to|[Ii]n the words of) (?:\w+ ){{0,3}}?(?P<name>{NAME})[^,]{{0,40}},?\s*$")
_LEADS_IN = re.compile(rf"(?P<name>{NAME})(?: \w+ly)?(?: (?:had|has|also|then|later|would|himself|herself))* {VERB}\b"
                       r"[^.;:]{0,60}?(?:[:,]| that)?\s*$")  # fmt: skip
_OBJECT = re.compile(r"\b(?:to|with|of|by|about|from|against|for|between|under|told|asked|and)\s*$")
_NOT_NAMES = frozenset(
    """The In On At After Before When While If As But And Or Yet Thus Here There This That These Those It He She They We
    I His Her Their Our My For From With Without By To Of Not No Only Even Then Now However Moreover Therefore According
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday""".split()  # noqa: SIM905 - a list of words reads best as words
)


class Found(Struct, frozen=True):
    """A speaker as the text names him, how sure that is, and by which rule."""

    name: str | None
    certainty: SpeakerClass
    rule: str


NOBODY = Found(None, "none", "no attribution beside it")


def find_speaker(context: Context, proper: frozenset[str]) -> Found:
    """Find whose words a quotation is; `proper` are the words that the text writes with a capital within sentences."""
    for rule, pattern in (("named behind it", _AFTER_NAME), ("named behind the verb after it", _AFTER_VERB)):
        match = pattern.match(context.after)
        if match is not None and (name := clean(match["name"], proper)):
            return Found(name, "explicit", rule)
    for rule, pattern in (("according to", _ACCORDING), ("subject of the verb that leads in", _LEADS_IN)):
        match = pattern.search(context.lead)
        if match is None or _OBJECT.search(context.lead[: match.start()]):
            continue
        if name := clean(match["name"], proper):
            return Found(name, "explicit", rule)
    return NOBODY


def proper_words(body: str) -> frozenset[str]:
    """Return the words that a text writes with a capital within its sentences, more often than without."""
    within = Counter(re.findall(r"(?<=[a-z,;] )([A-Z][\w’'-]+)", body))
    small = Counter(re.findall(r"\b[a-z][\w’'-]+", body))
    return frozenset(word for word, count in within.items() if count > small[word.lower()])


def clean(name: str, proper: frozenset[str]) -> str:
    """Strip what only looks like part of a name: *However Molchanov*, *Sedov's*."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and not _is_proper(words[0], proper):
        words = words[1:]
    while words and words[-1] in _NOT_NAMES:
        words = words[:-1]
    return " ".join(words)


def _is_proper(word: str, proper: frozenset[str]) -> bool:
    bare = re.sub(r"['’]s?$", "", word)
    return word not in _NOT_NAMES and (len(word) <= len("A.") or word in proper or bare in proper)


def in_register(name: str, register: Sequence[Name]) -> Name | None:
    """Find whom of the register a name means: by the whole name, else by a surname that only one of them has."""
    plain = name.casefold()
    whole = {entry.id: entry for entry in register if entry.words.casefold() == plain}
    if len(whole) == 1:
        return next(iter(whole.values()))
    last = plain.split()[-1] if plain else ""
    alike = {entry.id: entry for entry in register if entry.words.casefold().split()[-1:] == [last]}
    return next(iter(alike.values())) if len(alike) == 1 else None
