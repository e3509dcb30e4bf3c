"""Items into entries: what the words of a head and of its fields say."""

import re
from typing import Any, TypeVar

from msgspec import Struct

from assay.casebook.complaints import Complaint, Sort
from assay.casebook.fields import FIELDS, FieldRule
from assay.casebook.lexer import Item, cut
from assay.casebook.readers import NAME, UNREADABLE, Value, better_date, no_name
from assay.model.dates import UNDATED, Dating, parse_date
from assay.model.entries import (
    ACTS,
    ASPECTS,
    KINDS,
    VERBS,
    Described,
    Entry,
    Extension,
    Facts,
    Judgement,
    Search,
    Statement,
)
from assay.model.guessing import did_you_mean, guess
from assay.model.locators import parse_locator

_Made = TypeVar("_Made", bound=Struct)
_TITLE = re.compile(r'"(.*)"')
_SURROGATE = re.compile("[\ud800-\udfff]")
_VERBS = (*ACTS, *VERBS, "searched")
KEYWORDS = frozenset(
    """by from per since in cite unknown records inferred saw own against undated extend none
    source person group place issue claim scenario""".split()  # noqa: SIM905 - a list of words reads best as words
) | {*ACTS, *VERBS, "searched"}  # fmt: skip
"""Words of the language, which cannot name anything."""


class Placed(Struct, frozen=True, array_like=True):
    """An entry and the line its head stands on."""

    line: int
    entry: Entry


class Parsed(Struct, frozen=True, array_like=True):
    """What one casebook file says, and what could not be read in it."""

    entries: list[Placed]
    complaints: list[Complaint]


def parse_text(text: str) -> Parsed:
    """Read a casebook text. Never raises: one damaged line costs one entry."""
    lines = cut(text)
    entries: list[Placed] = []
    complaints = list(lines.complaints)
    for item in lines.items:
        entry = _Reader(item, complaints).entry()
        if entry is not None:
            entries.append(Placed(item.line, entry))
    complaints += _undecoded(text)
    complaints.sort(key=lambda complaint: (complaint.line, complaint.column))
    return Parsed(entries, complaints)


def _undecoded(text: str) -> list[Complaint]:
    """Bytes that are no UTF-8 come in as lone surrogates; say where they stand."""
    if text.isascii() or not _SURROGATE.search(text):
        return []
    lines = enumerate(text.split("\n"), 1)
    found = ((number, match) for number, line in lines for match in _SURROGATE.finditer(line))
    help_ = "save the file as UTF-8"
    return [Complaint("syntax", line, match.start() + 1, 1, "this is not UTF-8", help_) for line, match in found]


class _Reader:
    """Reads one item; complains into the list it was given."""

    __slots__ = ("_complaints", "_item", "_words")

    def __init__(self, item: Item, complaints: list[Complaint]) -> None:
        self._item, self._complaints = item, complaints
        self._words = item.head.split()

    def _complain(self, sort: Sort, word: str, message: str, help_: str = "") -> None:
        found = re.search(rf"(?<!\S){re.escape(word)}(?!\S)", self._item.head) if word else None
        column = found.start() + 1 if found else 1
        width = len(word or self._item.head)
        self._complaints.append(Complaint(sort, self._item.line, column, width, message, help_))

    def entry(self) -> Entry | None:
        """Read the item as whatever its head says it is."""
        first = self._words[0]
        if first in KINDS:
            return self._described(first, 1)
        if first == "extend":
            return self._extension()
        if parse_date(first) is not None:
            return self._said()
        return self._unknown_head(first)

    def _unknown_head(self, first: str) -> Entry | None:
        if '"' in self._item.head or len(self._words) < 3:  # noqa: PLR2004 - DATE WITNESS ACT
            kinds = (*KINDS, "extend")
            self._complain("kind", first, f"“{first}” is no kind of entry", did_you_mean(first, kinds, _listed(kinds)))
            return None
        if self._words[2] in _VERBS:
            self._complain("date", first, f"“{first}” is no date", better_date(first))
            return self._said()
        if any(word in _VERBS for word in self._words):
            help_ = "a statement's head reads DATE WITNESS ACT CLAIM, the date as 1908, 1908-03 or 1908-03-03"
            self._complain("syntax", "", "this head is not in order", help_)
            return None
        near = guess(first, KINDS)
        self._complain("kind", first, f"“{first}” opens no entry", f"did you mean {near}?" if near else _listed(KINDS))
        return None

    # -- entries with an id of their own

    def _described(self, kind: str, at: int) -> Described | None:
        made = KINDS[kind]
        title = _TITLE.search(self._item.head)
        words = self._item.head[: title.start() if title else None].split()
        example = f'write {kind} ID "what it is called"'
        if len(words) != at + 1:
            self._complain("syntax", "", f"a {kind} takes one id and a title", _title_help(self._item.head) or example)
            return None
        id_ = self._id(words[at])
        if id_ is None:
            return None
        if title is None:
            self._complain("syntax", id_, f"{kind} {id_} has no title", example)
            return None
        if self._item.head[title.end() :].strip():
            self._complain("syntax", "", "nothing may follow the title", example)
            return None
        return self._build(made, id=id_, title=title[1])

    def _extension(self) -> Extension | None:
        if len(self._words) != 3 or self._words[1] not in KINDS:  # noqa: PLR2004 - extend KIND ID
            word = self._words[1] if len(self._words) > 1 else ""
            help_ = did_you_mean(word, KINDS, "write extend KIND ID")
            self._complain("kind", word, "this extends nothing that is known", help_)
            return None
        id_ = self._id(self._words[2])
        if id_ is None:
            return None
        entry: Described | None = self._build(KINDS[self._words[1]], id=id_, title="")
        return None if entry is None else Extension(entry)

    def _id(self, word: str) -> str | None:
        if not NAME.fullmatch(word):
            self._complain("syntax", word, f"“{word}” cannot be an id", "an id has letters, digits and hyphens")
            return None
        if word in KEYWORDS:
            self._complain("syntax", word, f"“{word}” is a word of the language, not an id", f"write {word}-1, say")
            return None
        return word

    # -- entries that say that somebody said something

    def _said(self) -> Entry | None:
        words = self._words
        date = parse_date(words[0]) or UNDATED
        if len(words) < 3:  # noqa: PLR2004 - DATE WITNESS ACT
            self._complain("syntax", "", "a statement takes a date, a witness, an act and a claim", self._shape())
            return None
        person, verb, rest = words[1], words[2], words[3:]
        if not NAME.fullmatch(person):
            self._complain("syntax", person, no_name(person), self._shape())
            return None
        if verb in ACTS:
            return self._statement(date, person, verb, rest)
        if verb in VERBS:
            return self._judgement(date, person, verb, rest)
        if verb == "searched":
            return self._search(date, person, rest)
        listed = "write affirms, denies, retracts, doubts or omits"
        self._complain("act", verb, f"“{verb}” is no act", did_you_mean(verb, _VERBS, listed))
        return None

    def _shape(self) -> str:
        return "write DATE WITNESS affirms CLAIM"

    def _statement(self, date: Dating, witness: str, act: str, rest: list[str]) -> Statement | None:
        label = rest.pop()[1:] if len(rest) > 1 and rest[-1].startswith("#") else None
        if len(rest) != 1 or (label is not None and not _is_label(label)):
            self._complain("syntax", "", f"{act} takes one claim", f"write DATE WITNESS {act} CLAIM #LABEL")
            return None
        target = rest[0]
        if target.startswith("#"):
            if act not in ("denies", "retracts"):
                self._complain("syntax", target, f"{act} takes a claim, not a statement", f"write {act} CLAIM")
                return None
            said = {"claim": "", "target": target[1:]}
        else:
            said = {"claim": target}
        if not _is_label(target.removeprefix("#")):
            self._complain("syntax", target, no_name(target), self._shape())
            return None
        id_ = label or f"{self._words[0]}-{witness}-{act}-{target.removeprefix('#')}"
        return self._build(Statement, id=id_, date=date, witness=witness, act=act, labelled=label is not None, **said)

    def _judgement(self, date: Dating, person: str, verb: str, rest: list[str]) -> Judgement | None:
        source = None
        if verb in ("same", "distinct") and len(rest) == 4 and rest[2] == "in":  # noqa: PLR2004 - A B in SOURCE
            source = rest[3]
            rest = rest[:2]
        if verb == "vouch" or (verb == "doubt" and len(rest) > 1):
            return self._assessment(date, person, verb, rest)
        wanted = 1 if verb in ("accept", "doubt") else 2
        of_statements = verb in ("dependent", "independent")
        example = {1: "CLAIM-or-#label", 2: "#a #b" if of_statements else "A B"}[wanted]
        if len(rest) != wanted or any(of_statements != word.startswith("#") for word in rest if wanted > 1):
            self._complain("syntax", verb, f"{verb} takes {example}", f"write {' '.join(self._words[:3])} {example}")
            return None
        id_ = "-".join([*self._words[:3], *(word.removeprefix("#") for word in rest)])
        return self._build(Judgement, id=id_, date=date, person=person, verb=verb, subjects=tuple(rest), source=source)

    def _assessment(self, date: Dating, person: str, verb: str, rest: list[str]) -> Judgement | None:
        """Read what is doubted, or vouched for, of one link of a statement: `#label memory of boris`."""
        example = "#label memory of PERSON"
        shape = f"write {' '.join(self._words[:3])} {example}"
        if len(rest) != 4 or rest[2] != "of" or not rest[0].startswith("#"):  # noqa: PLR2004 - #label ASPECT of WHO
            self._complain("syntax", verb, f"{verb} takes {example}", shape)
            return None
        label, aspect, _, whose = rest
        if aspect not in ASPECTS:
            help_ = did_you_mean(aspect, ASPECTS, f"write one of {', '.join(ASPECTS)}")
            self._complain("syntax", aspect, f"“{aspect}” is nothing that can be doubted or vouched for", help_)
            return None
        id_ = "-".join([*self._words[:3], label.removeprefix("#"), aspect, whose])
        return self._build(
            Judgement, id=id_, date=date, person=person, verb=verb, subjects=(label,), aspect=aspect, whose=whose
        )

    def _search(self, date: Dating, person: str, rest: list[str]) -> Search | None:
        locator = parse_locator(" ".join(rest[1:])) if len(rest) > 1 else None
        if not rest or (len(rest) > 1 and locator is None):
            self._complain("syntax", "", "searched takes a work and a place in it", "write searched WORK pp. 1-20")
            return None
        id_ = "-".join([*self._words[:4], *(rest[1:] and rest[-1:])])
        return self._build(Search, id=id_, date=date, person=person, source=rest[0], locator=locator)

    # -- fields

    def _build(self, made: type[_Made], **said: Any) -> _Made:
        """Read the fields into the entry's attributes and make it."""
        rules = FIELDS[made]
        facts: dict[str, Any] = {}
        given: set[str] = set()
        for field in self._item.fields:
            rule = rules.get(field.name)
            if rule is None:
                self._unknown_field(field.name, field.line, field.name_column, made)
                continue
            value = Value(field, self._complaints)
            if field.name in given and not rule.repeats:
                value.complain(f"{field.name}: is given twice", "keep one of the two lines")
                continue
            given.add(field.name)
            if field.quoted and not rule.quotes:
                value.complain(f"{field.name}: takes no quoted words", "quoted words stand below cite: WORK p. N")
            found = rule.read(value)
            if found is not UNREADABLE:
                _put(said, facts, rule, found)
        if facts:
            said["facts"] = Facts(**facts)
        return made(**said)

    def _unknown_field(self, name: str, line: int, column: int, made: type[Any]) -> None:
        kind = made.__name__.lower()
        help_ = did_you_mean(name, FIELDS[made], f"a {kind} has: {', '.join(FIELDS[made])}")
        message = f"“{name}” is no field of a {kind}"
        self._complaints.append(Complaint("field", line, column, len(name), message, help_))


def _put(said: dict[str, Any], facts: dict[str, Any], rule: FieldRule, found: Any) -> None:
    """Store a field's value where the table says."""
    if rule.attribute.startswith("facts."):
        facts[rule.attribute.removeprefix("facts.")] = found
    elif rule.attribute == "assumed":
        said["assumed"] = said.get("assumed", Facts()).assuming(found)
    elif rule.repeats:
        said[rule.attribute] = said.get(rule.attribute, ()) + found
    else:
        said[rule.attribute] = found


def _title_help(head: str) -> str:
    if any(mark in head for mark in "“”„"):
        return 'titles stand in straight quotes: "…"'
    return 'the closing " is missing' if head.count('"') == 1 else ""


def _is_label(word: str) -> bool:
    """Labels may also be the ids that statements get without one: `1936-08-goltsman-affirms-meeting~2`."""
    return bool(re.fullmatch(r"[\w~?%/.-]*\w[\w~?%/.-]*", word)) and word not in KEYWORDS


def _listed(words: Any) -> str:
    return "write one of " + ", ".join(words)
