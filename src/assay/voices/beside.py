"""Whose words a quotation is, where a name stands outright beside it: no grammar is needed for these.

The attribution that stands directly behind the quotation, and the one that leads directly into it.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from assay.model.voices import Name, SpeakerClass
from assay.voices.context import VERB, Context
from assay.voices.lexicon import NO_NAMES

_CAPITAL = r"(?:[A-Z]\. ?)*(?:[A-Z][\w’'-]+|[A-Z]\.)"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Rev|St)\. )?"
_CODE = r"[A-Z][a-z]+ (?:[A-Z]{1,3}-?)?\d{1,3}"
NAME = rf"(?:{_CODE}|{_TITLE}{_CAPITAL}(?: (?:de |von |van |al-|el-|ap |ab )?{_CAPITAL})*)"
_ATTRIBUTED = (
    r"(?=[,.;]|\s*$|\s+(?:in|to|on|at|of|that|later|about|with|during|after|before|from|by|when|while|as|again|me|us|"
    r"him|her|them|this|last)\b)"
)
_NEXT = r"(?![^.;\"'“‘]{0,80}:\s*[\"'“‘])"  # what leads in to the next quotation speaks of that one
_AFTER_NAME = re.compile(
    rf"^,?\s*(?P<name>{NAME})(?:, [a-z ]{{3,20}},)? (?:\w+ly |would later |later |had )?{VERB}\b{_ATTRIBUTED}{_NEXT}"
)
_AFTER_ROLE = re.compile(rf"^,?\s*(?:[a-z][\w’'-]* ){{1,5}}?[a-z][\w-]+, (?P<name>{NAME}), (?:\w+ly )?{VERB}\b")
_LETTER_RUNS = re.compile(
    rf"(?:^,?\s*|\b)(?P<name>{NAME})['’]s? (?:\w+ )?(?:letter|note|report|article|diary|statement|telegram|entry|reply)"
    r" (?:runs|ran|reads|goes on|went on|continue[sd]|begins|began|end(?:s|ed)|conclude[sd])\b,?[^.\"'“‘]*$"
)
_AFTER_VERB = re.compile(rf"^,?\s*{VERB} (?:the |old |\w+ist |\w+er ){{0,3}}?(?P<name>{NAME})")
_ACCORDING = re.compile(rf"\b(?:[Aa]ccording to|[Ii]n the words of) (?:\w+ ){{0,3}}?(?P<name>{NAME})[^,]{{0,40}},?\s*$")
_WHOSE = re.compile(
    rf"(?P<name>{NAME})['’]s? (?:\w+ ){{0,2}}"
    r"(?:questions?|words?|remarks?|statements?|answers?|reply|phrase|comment|exclamation|note)[,:]?\s*$"
)
_AS_NOTES = re.compile(rf"\b[Aa]s the (?P<name>[a-z][a-z' -]{{2,40}}?) {VERB},?\s*$")
_PERSONS = frozenset({"author", "writer", "author of the memoirs"})  # who was named before: the sieves know
_SAID_SO = re.compile(
    rf"(?:^|\b[a-z][\w’'-]* |\b(?:of|for) [A-Z]\w+, )(?P<name>{NAME}), {VERB}(?: to [^.,;:]{{2,40}})?[:,]\s*$"
)
_INVERTED = re.compile(rf"[,;]\s*{VERB} (?P<name>{NAME}),?\s*$")
_FROM = re.compile(r"\b(?:quoted?|quotes|cited?|cites|read|reads)\b.*\bfrom\b")  # somebody else's words
_SENTENCES = (_AFTER_NAME, _AFTER_ROLE)
_STOPS = re.compile(r"(?!\s+(?:that|whether|if|how|(?:him|her|them|me|us)\s+to)\b)(?:\s+[\w’'-]+){0,4}(?:[.,]|\s*$)")
_TO_USE = re.compile(
    rf"^\W*(?:to (?:use|borrow|quote)|in) (?P<name>{NAME})['’]s? (?:language|words?|expression|phrase|term)"
)
_AS_PUT = re.compile(rf"^\W*as (?P<name>{NAME}) (?:\w+ly )?{VERB}")
_GLUED = re.compile(r"^,?(?P<name>[A-Z][a-z]+?)(?:wrote|said|declared|asked|replied)\b")
_APPOSED = r"(?:, (?:who|which|a|an|the|then|now) [^,.;:]{3,70},)?"
_LEADS_IN = re.compile(
    rf"(?P<name>{NAME}){_APPOSED}(?: \w+ly)?(?: (?:had|has|also|then|later|would|himself|herself))* {VERB}\b"
    r"[^.;:]{0,60}?(?:[:,]| that)?\s*$"
)
_OBJECT = re.compile(
    r"\b(?:to|with|of|by|about|from|against|for|between|under|told|asked|and)\s*$"
    r"|\b(?:of|at|for|from|in) (?:the|a|an) *$"
    r"|\b(?:sentence|words?|line|phrase|remark|note|letter|passage|answer|question) (?:that|which) *$"
)


class Found(Struct, frozen=True):
    """A speaker as the text names him, how sure that is, and by which rule."""

    name: str | None
    certainty: SpeakerClass
    rule: str


NOBODY = Found(None, "none", "no attribution beside it")


def find_beside(context: Context, common: frozenset[str]) -> Found:
    """Find whose words a quotation is; `common` are words that are no names, whatever their capital."""
    for rule, pattern in (
        ("named behind it", _AFTER_NAME),
        ("named behind it, with what he is", _AFTER_ROLE),
        ("named behind the verb after it", _AFTER_VERB),
        ("to use somebody's words", _TO_USE),
        ("as somebody put it", _AS_PUT),
        ("named behind it, the space lost", _GLUED),
    ):
        match = pattern.match(context.after)
        if (
            match is not None
            and pattern in _SENTENCES
            and context.is_ended
            and not _STOPS.match(context.after, match.end())
        ):
            continue  # another sentence: *"It burned." Berg said that she saw it.*
        if match is not None and (name := clean(match["name"], common)):
            return Found(name, "explicit", rule)
    for rule, pattern in (
        ("according to", _ACCORDING),
        ("subject of the verb that leads in", _LEADS_IN),
        ("somebody's words or questions lead in", _WHOSE),
        ("named before the verb that leads in", _SAID_SO),
        ("named behind the verb before it", _INVERTED),
        ("whose letter or report runs so", _LETTER_RUNS),
    ):
        match = pattern.search(context.lead)
        if match is None or (pattern is _LEADS_IN and _FROM.search(match.group())):
            continue
        if pattern is not _WHOSE and _OBJECT.search(context.lead[: match.start()]):
            continue
        if name := clean(match["name"], common):
            return Found(name, "explicit", rule)
    described = _AS_NOTES.search(context.lead)
    if described is not None and described["name"] not in _PERSONS:
        return Found(described["name"], "explicit", "as something notes")
    return NOBODY


def common_words(body: str) -> frozenset[str]:
    """Return the words that a text writes small more often than with a capital within its sentences."""
    within = Counter(word.lower() for word in re.findall(r"(?<=[a-z,;] )([A-Z][\w’'-]+)", body))
    small = Counter(re.findall(r"\b[a-z][\w’'-]+", body))
    return frozenset(word for word, count in small.items() if count >= within[word])


def clean(name: str, common: frozenset[str]) -> str:
    """Strip what only looks like part of a name: *However Molchanov*, *Sedov's*."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and (words[0] in NO_NAMES or words[0].lower() in common):
        words = words[1:]
    while words and words[-1] in NO_NAMES:
        words = words[:-1]
    return " ".join(words) if any(len(word.rstrip(".")) > 1 for word in words) else ""


def in_register(name: str, register: Sequence[Name]) -> Name | None:
    """Find whom of the register a name means: by the whole name, else by a surname that only one of them has."""
    plain = name.casefold()
    whole = {entry.id: entry for entry in register if entry.words.casefold() == plain}
    if len(whole) == 1:
        return next(iter(whole.values()))
    last = plain.split()[-1] if plain else ""
    alike = {entry.id: entry for entry in register if entry.words.casefold().split()[-1:] == [last]}
    return next(iter(alike.values())) if len(alike) == 1 else None
