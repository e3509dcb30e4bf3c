"""What each field of each kind is for, in a sentence, with an example: what forms and editors show beside it.

`fields.py` says how a field is read; a test holds the two tables against each other.
"""

from msgspec import Struct


class FieldHelp(Struct, frozen=True):
    """What a field says, what is typed into it, and of which kinds the things are that it names."""

    says: str
    example: str = ""
    names: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


_WHO = ("person", "group")
_NOTE = {
    "note": FieldHelp("anything worth remembering; nothing is computed from it"),
    "proposed": FieldHelp("the rule by which the program drafted this entry", "a name"),
    "because": FieldHelp("the reason", "two papers report it independently"),
}
_CONDITION = FieldHelp(
    "a pressure on whoever spoke: custody, interrogation, torture, threat, promise, dictation, editing, exhaustion",
    "interrogation by investigators",
)
_ALIAS = FieldHelp("another name; NAME in SOURCE where only that work uses it", "Kolokoltsev in letter-1936")
_YES_NO = ("yes", "no")

HELP: dict[str, dict[str, FieldHelp]] = {
    "source": {
        "by": FieldHelp("who wrote it", "anna, boris", _WHO),
        "kind": FieldHelp("transcript, memoir, letter, newspaper …", "memoir"),
        "made": FieldHelp("when it was made", "1936-08"),
        "file": FieldHelp("its file in the dossier", "sources/memoir.txt"),
        "in": FieldHelp("in which work its words stand, and where", "anthology pp. 25-60", ("source",)),
        "from": FieldHelp("a work of which it is a copy, translation or excerpt", "copy of minutes", ("source",)),
        "recorded by": FieldHelp("who took the words down", "clerk", _WHO),
        "edited by": FieldHelp("who edited it", "clerk", _WHO),
        "translated by": FieldHelp("who translated it", "clerk", _WHO),
        "held": FieldHelp("no: nobody here has it", "no", (), _YES_NO),
        "whole": FieldHelp("no: only excerpts of it", "no", (), _YES_NO),
        "calendar": FieldHelp("julian where its dates are Old Style", "julian"),
        "language": FieldHelp("the language of its words", "en"),
        "under": _CONDITION,
        **_NOTE,
    },
    "person": {
        "alias": _ALIAS,
        "born": FieldHelp("when", "1899"),
        "died": FieldHelp("when", "1936-08-25"),
        **_NOTE,
    },
    "group": {"alias": _ALIAS, "members": FieldHelp("who belongs to it", "anna, boris", _WHO), **_NOTE},
    "place": {
        "in": FieldHelp("the place around it", "copenhagen", ("place",)),
        "at": FieldHelp("latitude and longitude, in degrees", "55.676, 12.568"),
        "existed": FieldHelp("when it existed; it did not at any other time", "../1917"),
        **_NOTE,
    },
    "issue": _NOTE,
    "claim": {
        "issue": FieldHelp("the question that it belongs to", "fire", ("issue",)),
        "who": FieldHelp("who was there, or did it", "anna, boris", _WHO),
        "where": FieldHelp("in which place", "hotel-bristol", ("place",)),
        "when": FieldHelp("at some time within this date", "1932-11"),
        "event": FieldHelp("what happened, in a word that other claims use too", "landing"),
        "none": FieldHelp("what never happened throughout the date", "landing"),
        "count": FieldHelp("a number, and of what; ~ for about, 16/20 for between", "~4000000 convicted"),
        "existed": FieldHelp("when the place existed; it did not at any other time", "../1917"),
        "after": FieldHelp("a claim that came before this", "arrest by at least 3 days", ("claim",)),
        "before": FieldHelp("a claim that came after this", "trial by at most 2 weeks", ("claim",)),
        "implies": FieldHelp("claims that are so wherever this one is", "arrived", ("claim",)),
        "excludes": FieldHelp("claims that cannot be so beside this one", "never-left", ("claim",)),
        "about": FieldHelp("themes, by which strikes can name it", "conspiracy"),
        "assumes": FieldHelp("a fact that the quoted words do not state: its field, then its value", "where oslo"),
        **_NOTE,
    },
    "statement": {
        "knows": FieldHelp("saw, took part, from A from B (nearest first), from records, inferred, unknown", "saw"),
        "to": FieldHelp("to whom it was said", "boris", _WHO),
        "setting": FieldHelp("court, letter, memoir …", "court"),
        "in": FieldHelp("the record through which it passed", "minutes", ("source",)),
        "via": FieldHelp("who passed it on after the witness, in order", "clerk", _WHO),
        "under": _CONDITION,
        "despite": FieldHelp("a pressure against which the words were spoken", "interrogation by investigators"),
        "interest": FieldHelp("own defence, against, or what the witness had to gain", "own defence"),
        "words": FieldHelp("whose words stand on the page", "own", (), ("own", "reported")),
        "cite": FieldHelp("the work and the page; below, the words that stand there", "memoir p. 17", ("source",)),
        **_NOTE,
    },
    "judgement": {
        "rests on": FieldHelp("statements with which it stands and falls", "#anna-1931", ("statement",)),
        **_NOTE,
    },
    "search": {"for": FieldHelp("what was looked for, and not found", "any mention of the meeting"), **_NOTE},
    "scenario": {
        "strike": FieldHelp("a name, #label, under CONDITION, about THEME, or setting WORD", "under torture"),
        **_NOTE,
    },
}  # fmt: skip

USUAL: dict[str, tuple[str, ...]] = {
    "source": ("by", "kind", "made", "file"),
    "person": ("alias", "born", "died"),
    "group": ("alias", "members"),
    "place": ("in", "existed"),
    "claim": ("issue", "who", "where", "when", "about"),
    "statement": ("knows", "setting", "words", "cite"),
    "judgement": ("because", "rests on"),
    "search": ("for",),
    "scenario": ("strike",),
}
"""The fields that a form offers at once; the others unfold."""
