"""The table of what may be said of what: every field of every kind, how it is read and where it goes.

This table is the language. `docs/casebook.md` is checked against it.
"""

from typing import Any

from msgspec import Struct

from assay.casebook import readers as read
from assay.casebook.readers import Reader
from assay.model.entries import (
    Claim,
    Extension,
    Group,
    Issue,
    Judgement,
    Person,
    Place,
    Scenario,
    Search,
    Source,
    Statement,
)


class FieldRule(Struct, frozen=True):
    """Where a field's value goes (`attribute`), how it is read, and whether it may be given more than once."""

    attribute: str
    read: Reader
    repeats: bool = False
    quotes: bool = False
    """Whether quoted words may stand below it."""


def _one(attribute: str, reader: Reader) -> FieldRule:
    return FieldRule(attribute, reader)


def _many(attribute: str, reader: Reader, *, quotes: bool = False) -> FieldRule:
    return FieldRule(attribute, reader, repeats=True, quotes=quotes)


_COMMON = {
    "note": _many("notes", read.phrase),
    "proposed": _one("proposed", read.words),
    "because": _one("because", read.words),
}

_FACTS: dict[str, tuple[str, Reader]] = {
    "who": ("who", read.names),
    "where": ("where", read.name),
    "when": ("when", read.date),
    "event": ("event", read.words),
    "none": ("none", read.words),
    "count": ("count", read.count),
    "existed": ("existed", read.date),
}

FIELDS: dict[type[Any], dict[str, FieldRule]] = {
    Source: {
        "by": _many("by", read.names),
        "kind": _one("kind", read.words),
        "made": _one("made", read.date),
        "file": _one("file", read.words),
        "in": _one("within", read.within),
        "from": _many("made_from", read.made_from),
        "recorded by": _many("recorded_by", read.names),
        "edited by": _many("edited_by", read.names),
        "translated by": _many("translated_by", read.names),
        "held": _one("held", read.yes_or_no),
        "whole": _one("whole", read.yes_or_no),
        "calendar": _one("calendar", read.words),
        "language": _one("language", read.words),
        "under": _many("under", read.condition, quotes=True),
        **_COMMON,
    },
    Person: {
        "alias": _many("aliases", read.alias),
        "born": _one("born", read.date),
        "died": _one("died", read.date),
        **_COMMON,
    },
    Group: {"alias": _many("aliases", read.alias), "members": _many("members", read.names), **_COMMON},
    Place: {
        "in": _many("within", read.names),
        "at": _one("at", read.coordinates),
        "existed": _one("existed", read.date),
        **_COMMON,
    },
    Issue: _COMMON,
    Claim: {
        "issue": _one("issue", read.name),
        **{field: FieldRule(f"facts.{attribute}", reader) for field, (attribute, reader) in _FACTS.items()},
        "after": _many("after", read.order),
        "before": _many("before", read.order),
        "implies": _many("implies", read.names),
        "excludes": _many("excludes", read.names),
        "about": _many("about", read.phrases),
        "assumes": _many("assumed", read.assumption(_FACTS)),
        **_COMMON,
    },
    Statement: {
        "knows": _one("knows", read.knowledge),
        "to": _many("to", read.names),
        "setting": _one("setting", read.words),
        "in": _one("record", read.name),
        "via": _many("via", read.names),
        "under": _many("under", read.condition, quotes=True),
        "despite": _many("despite", read.condition),
        "interest": _one("interest", read.words),
        "words": _one("words", read.one_of("own", "reported")),
        "cite": _many("cites", read.citation, quotes=True),
        **_COMMON,
    },
    Judgement: {"rests on": _many("rests_on", read.labels), **_COMMON},
    Search: {"for": _one("sought", read.words), **_COMMON},
    Scenario: {"strike": _many("strikes", read.phrase), **_COMMON},
    Extension: {},
}
