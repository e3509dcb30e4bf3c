"""Words before and behind a date that make it vague, or open at one end: *in the middle of*, *until*, *or so*."""

import re
from typing import Literal

from msgspec import Struct, structs

from assay.draft.dates.parts import part_of
from assay.draft.dates.units import Found
from assay.draft.dates.values import Day, Meaning, Open
from assay.draft.dates.words import MONTH, SEASON
from assay.model.location import Span

PART = "part of it"
_NEAR = 48
_PART = (
    r"(?:beginning|start|middle|end|close|outset|opening|eve"
    r"|(?:first|last|final|early|closing)\s+(?:days|weeks|months))"
)


class Row(Struct, frozen=True):
    """Words before a date, and what they make of it."""

    rule: str
    pattern: re.Pattern[str]
    mark: Literal["", "~", "?"] = ""
    open: Open = ""
    half: int = 0


def _row(rule: str, pattern: str, mark: Literal["", "~", "?"] = "", open_: Open = "", half: int = 0) -> Row:
    return Row(rule, re.compile(rf"(?<!\w)(?:{pattern})$", re.IGNORECASE), mark, open_, half)


_BEFORE = (
    _row("half", r"(?:the\s+)?first\s+half\s+of\s+(?:the\s+)?", half=1),
    _row("half", r"(?:the\s+)?second\s+half\s+of\s+(?:the\s+)?", half=2),
    _row(PART, rf"(?:the\s+)?(?:very\s+)?{_PART}\s+of\s+(?:the\s+)?", "~"),
    _row(PART, r"(?:the\s+)?(?:very\s+)?(?:early|late|mid)(?:\s+in|[\s-]+(?:the\s+)?|\s*-\s*)\s*", "~"),
    _row(PART, r"(?:the\s+)?middle\s+", "~"),
    _row("about", r"(?:about|around|circa|c\.|ca\.|approximately|roughly|towards?|near)\s+(?:the\s+)?", "~"),
    _row("until", r"on\s+or\s+before\s+(?:the\s+)?", "", "until"),
    _row("about", r"some\s*time\s+(?:in|during|around)\s+(?:the\s+)?", "~"),
    _row("perhaps", r"(?:perhaps|possibly|probably|presumably)\s+(?:in|on|of)\s+(?:the\s+)?", "?"),
    _row(
        "until",
        r"(?:until|till|up\s+(?:to|until)|(?<!not\s)(?<!or\s)before|prior\s+to|no(?:t)?\s+later\s+than)\s+(?:the\s+)?",
        "",
        "until",
    ),
    _row(
        "since",
        r"(?:since|after|ever\s+since|not\s+before|starting\s+(?:in|from)|beginning\s+(?:in|from))\s+(?:the\s+)?",
        "",
        "since",
    ),
)
_BETWEEN = re.compile(
    rf"(?<!\w)between\s+(?:the\s+)?(?:(?!{MONTH}|{SEASON}|\d)[^.;:()“”\"])*?\s+and\s+(?:the\s+)?$", re.IGNORECASE
)
_AND_THEN = re.compile(r"(?<!\w)between\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\b")
_BEHIND = (
    (re.compile(r"\s+or\s+(?:so|thereabouts)\b"), "~"),
    (re.compile(r"\s?\(\?\)|\?(?=\))"), "?"),
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n\s*)From\s+$")
_GOES_ON = re.compile(r"\s*,?\s*(?:(?:up\s+)?(?:to|until|till|through)\b|[-–—])")
_ONWARDS = re.compile(r"\s+(?:on|onwards?)\b(?!\s+(?:the|a)\b)")


def qualified(body: str, found: Found) -> Found:
    """Take in the words around a date that say how vague it is. One word may stand on another: *until the end of*."""
    found = _behind(body, found)
    for _ in range(2):
        around = _before(body, found)
        if around is None:
            break
        found = around
    return _from(body, found)


def _before(body: str, found: Found) -> Found | None:
    base = max(0, found.span.start - _NEAR)
    before = body[base : found.span.start]
    if "\n\n" in before:
        base += before.rindex("\n\n") + 2
        before = body[base : found.span.start]
    for row in _BEFORE:
        match = row.pattern.search(before)
        if match is None or found.meaning.open or found.meaning.is_moot:
            continue
        if row.half:
            meaning = _half(found.meaning, row.half)
        elif row.rule == PART:
            meaning = part_of(found.meaning, match[0])
        else:
            mark = row.mark if not found.meaning.start.fixed else ""
            meaning = structs.replace(found.meaning, mark=mark or found.meaning.mark, open=row.open)
            if row.open and found.meaning.end is not None:
                continue
        return Found(Span(base + match.start(), found.span.end), meaning, f"{found.rule}, {row.rule}", found.is_weak)
    return None


def between(body: str, found: Found) -> Found:
    """*Between Easter and 1 May*, *between 1 May and his arrest*: of two ends only one has a date."""
    day = found.meaning.start
    if found.meaning.open or found.meaning.end is not None or (day.day is None and day.year is None):
        return found
    base = max(0, found.span.start - _NEAR)
    before = body[base : found.span.start]
    until, since = _BETWEEN.search(before), _AND_THEN.search(before)
    if until is not None:
        span = Span(base + until.start(), found.span.end)
        return Found(span, structs.replace(found.meaning, open="until"), f"{found.rule}, until", found.is_weak)
    if since is not None and _AND.match(body, found.span.end):
        span = Span(base + since.start(), found.span.end)
        return Found(span, structs.replace(found.meaning, open="since"), f"{found.rule}, since", found.is_weak)
    return found


def _half(meaning: Meaning, half: int) -> Meaning:
    day = meaning.start
    if day.fixed.endswith("X") and day.fixed[:3].isdigit():
        first = int(day.fixed[:3]) * 10 + (0 if half == 1 else 5)
        return Meaning(Day(first), Day(first + 4))
    if day.year is None or day.month is not None or meaning.end is not None:
        return structs.replace(meaning, mark="" if day.fixed else "~")
    first = 1 if half == 1 else 7
    return Meaning(Day(day.year, first), Day(day.year, first + 5))


def _behind(body: str, found: Found) -> Found:
    for pattern, mark in _BEHIND:
        match = pattern.match(body, found.span.end)
        if match is not None:
            meaning = structs.replace(found.meaning, mark=mark)
            return Found(Span(found.span.start, match.end()), meaning, f"{found.rule}, about", found.is_weak)
    return found


def _from(body: str, found: Found) -> Found:
    """*From 1932 on*, and *From 1932* at the head of a sentence."""
    before = body[max(0, found.span.start - 12) : found.span.start]
    word = re.search(r"[Ff]rom\s+(?:the\s+)?$", before)
    if word is None or found.meaning.open or found.meaning.end is not None:
        return found
    onwards = _ONWARDS.match(body, found.span.end)
    if onwards is None and (not _OPENS_SENTENCE.search(before) or _GOES_ON.match(body, found.span.end)):
        return found
    span = Span(found.span.start - len(word[0]), onwards.end() if onwards else found.span.end)
    return Found(span, structs.replace(found.meaning, open="since"), f"{found.rule}, since", found.is_weak)
