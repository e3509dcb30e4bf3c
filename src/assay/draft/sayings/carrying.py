"""What is told once of a testimony, and holds for what follows of it: to whom, under what, when.

    Under interrogation, Lund said that it burned. He added that nobody was there.
    In a letter to Berg, Lund wrote that it burned. [...] In the same letter he wrote that nobody was there.

It holds in the same paragraph while nobody else speaks and no other setting is told, and wherever the text says *the
same letter*.
"""

import re
from collections.abc import Sequence

from msgspec import structs

from assay.draft.sayings.saying import Saying

_SAME = re.compile(
    r"\b(?:the|that) same (?:letter|note|report|speech|statement|declaration|article|interview|testimony|telegram"
    r"|message|interrogation|questioning|hearing|session|meeting|occasion|conversation|deposition|book|diary|day)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n[ \t]*\n(?!\s*\{p)")
_ONE_TALK = "conversation"


def carried(found: Sequence[Saying], body: str) -> list[Saying]:
    """Give each saying, in order, what was told of the one that it goes on from; those within another stay."""
    made: list[Saying] = []
    outer: list[Saying] = []
    for one in found:
        before = _goes_on_from(one, outer, body) if one.within < 0 else None
        made.append(one if before is None else _with(one, before))
        if one.within < 0:
            outer.append(made[-1])
    return made


def _goes_on_from(one: Saying, made: Sequence[Saying], body: str) -> Saying | None:
    alike = next((other for other in reversed(made) if other.witness.name == one.witness.name), None)
    if alike is None or one.chain:
        return None
    if _SAME.search(_around(one, body)) and one.setting in {"", alike.setting}:
        return alike
    last = made[-1]
    is_next = last is alike and not _BREAK.search(body, last.span.start, max(last.span.start, one.span.start))
    goes_on = is_next and one.setting in {"", last.setting} and last.sentence != one.sentence
    return last if goes_on and last.setting != _ONE_TALK else None


def _around(one: Saying, body: str) -> str:
    """The words of the sentence that are not what is said."""
    sentence = one.sentence
    return f"{body[sentence.start : one.span.start]} {body[min(one.span.end, sentence.end) : sentence.end]}"


def _with(one: Saying, before: Saying) -> Saying:
    """Fill in what is not told of a saying itself; where it was said is its own matter if when or under what is."""
    if one.under or (one.date and one.date != before.date):
        return one
    to = tuple(party for party in before.to if party.name != one.witness.name)
    return structs.replace(
        one,
        to=one.to or to,
        under=before.under,
        setting=one.setting or before.setting,
        date=one.date or before.date,
        anchor=one.anchor if one.date else before.anchor,
    )
