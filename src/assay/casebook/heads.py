"""An entry's head in its parts, as a form has them: which parts each kind has, and the words back into a head."""

from collections.abc import Mapping

from msgspec import Struct

from assay.model.entries import ACTS, KINDS, VERBS


class HeadPart(Struct, frozen=True):
    """One part of a head: its name, what it says, and the words to choose from where they are few."""

    name: str
    help: str
    choices: tuple[str, ...] = ()
    needed: bool = True
    names: tuple[str, ...] = ()
    """The kinds of what it may name."""


_ID = HeadPart("id", "letters, digits and hyphens; begins with a letter, and names nothing else")
_TITLE = HeadPart("title", "what it is called, in words")
_DATE = HeadPart("date", "1936, 1936-08, 1936-08-19, 1936~ (about), ../1917 (until), or undated")
_WHO = HeadPart("person", "who judges, or searched", names=("person", "group"))

HEADS: dict[str, tuple[HeadPart, ...]] = {
    **dict.fromkeys(KINDS, (_ID, _TITLE)),
    "statement": (
        _DATE,
        HeadPart("witness", "who speaks", names=("person", "group")),
        HeadPart("act", "what the witness does", ACTS),
        HeadPart(
            "claim", "the claim spoken to; or the #label of a statement that is denied or retracted", names=("claim",)
        ),
        HeadPart("label", "a name for this statement, if others are to refer to it", needed=False),
    ),
    "judgement": (
        _DATE,
        _WHO,
        HeadPart("verb", "what the judgement is", VERBS),
        HeadPart("subjects", "a claim or #label; for same and distinct two ids; for dependent two #labels"),
        HeadPart("source", "same and distinct: only in this work", needed=False, names=("source",)),
    ),
    "search": (
        _DATE,
        _WHO,
        HeadPart("source", "the work that was searched", names=("source",)),
        HeadPart("locator", "where in it: pp. 1-20", needed=False),
    ),
    "extension": (HeadPart("kind", "what is extended", tuple(KINDS)), HeadPart("id", "its id")),
}


def kind_of_head(head: str) -> str | None:
    """Name the kind of entry that a head opens, or None where it opens none; its parts may yet be wrong."""
    words = head.split()
    if not words:
        return None
    if words[0] in KINDS:
        return words[0]
    if words[0] == "extend":
        return "extension"
    verb = words[2] if len(words) > 2 else ""  # noqa: PLR2004 - DATE WHO VERB
    return "statement" if verb in ACTS else "judgement" if verb in VERBS else "search" if verb == "searched" else None


MISSING = "?"
"""Stands in the text of a head for what was not typed yet."""


def head_parts(head: str) -> dict[str, str]:
    """Take a head apart into what a form shows.

    >>> head_parts('1936-08 anna denies fire #x')["label"], head_parts('person anna "Anna B"')["title"]
    ('x', 'Anna B')
    """
    return {name: "" if value == MISSING else value for name, value in _parts(head).items()}


def _parts(head: str) -> dict[str, str]:
    kind, words = kind_of_head(head), head.split()
    match kind:
        case None:
            return {}
        case "extension":
            return {"kind": _at(words, 1), "id": _at(words, 2)}
        case "statement":
            label = words.pop()[1:] if len(words) > 4 and words[-1].startswith("#") else ""  # noqa: PLR2004 - DATE WHO ACT CLAIM
            return {
                "date": words[0],
                "witness": words[1],
                "act": words[2],
                "claim": " ".join(words[3:]),
                "label": label,
            }
        case "judgement":
            scoped = words[2] in ("same", "distinct") and "in" in words[4:]
            source = words[words.index("in", 4) + 1 :] if scoped else []
            subjects = words[3 : words.index("in", 4)] if scoped else words[3:]
            said = {"date": words[0], "person": words[1], "verb": words[2]}
            return said | {"subjects": " ".join(subjects), "source": " ".join(source)}
        case "search":
            said = {"date": words[0], "person": words[1], "source": _at(words, 3)}
            return said | {"locator": " ".join(words[4:])}
        case _:
            start, end = head.find('"'), head.rfind('"')
            title = head[start + 1 : end] if 0 <= start < end else ""
            return {"id": " ".join(head[: start if start >= 0 else None].split()[1:]), "title": title}


def _at(words: list[str], index: int) -> str:
    return words[index] if index < len(words) else ""


def head_from(kind: str, parts: Mapping[str, str]) -> str:
    """Write a head from its parts: whatever was typed, on one line.

    >>> head_from("statement", {"date": "", "witness": "anna", "act": "affirms", "claim": "fire"})
    'undated anna affirms fire'
    """
    said = {name: " ".join(value.split()) for name, value in parts.items()}

    def get(name: str, otherwise: str = MISSING) -> str:
        return said.get(name) or otherwise

    match kind:
        case "extension":
            return f"extend {get('kind')} {get('id')}"
        case "statement":
            label = get("label", "").removeprefix("#")
            words = [get("date", "undated"), get("witness"), get("act", "affirms"), get("claim")]
            return " ".join([*words, *([f"#{label}"] if label else [])])
        case "judgement":
            words = [get("date", "undated"), get("person"), get("verb", "accept"), get("subjects")]
            return " ".join([*words, *(["in", get("source")] if get("source", "") else [])])
        case "search":
            words = [get("date", "undated"), get("person"), "searched", get("source"), get("locator", "")]
            return " ".join(words).rstrip()
        case _:
            return f'{kind} {get("id")} "{get("title", "")}"'
