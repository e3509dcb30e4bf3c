"""What is told once of a testimony, and holds for what follows of it: to whom, under what, when.

    Under interrogation, Lund said that it burned. He added that nobody was there.
    In a letter to Berg, Lund wrote that it burned. [...] In the same letter he wrote that nobody was there.

It holds in the same paragraph while nobody else speaks and no other setting is told, and wherever the text says *the
same letter*.
"""

import re
from collections.abc import Sequence

from msgspec import structs

from assay.draft.sayings.saying import Party, Saying

_SAME = re.compile(
    r"\b(?:the|that) same (?:letter|note|report|speech|statement|declaration|article|interview|testimony|telegram"
    r"|message|interrogation|questioning|hearing|session|meeting|occasion|conversation|deposition|book|diary|day)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n[ \t]*\n(?!\s*\{p)")
_FAR = 6000  # characters
_ONE_TALK = "conversation"


def carried(found: Sequence[Saying], body: str) -> list[Saying]:
    """Give each saying, in order, what was told of the one that it goes on from; those within another stay."""
    made: list[Saying] = []
    last: Saying | None = None
    by_witness: dict[str, Saying] = {}
    for one in found:
        if one.within >= 0:
            made.append(one)
            continue
        before = _goes_on_from(one, last, by_witness.get(one.witness.name), body)
        answer = last is not None and before is None and _answers(one, last, body)
        last = _when(one, last) if answer and last is not None else one if before is None else _with(one, before)
        by_witness[one.witness.name] = last
        made.append(last)
    return made


def _goes_on_from(one: Saying, last: Saying | None, alike: Saying | None, body: str) -> Saying | None:
    """Return the saying that this one goes on from: the last, or the last of the same witness, where it says *same*."""
    if last is None or alike is None or one.chain or one.span.start - alike.span.end > _FAR:
        return None
    if _SAME.search(_around(one, body)) and one.setting in {"", alike.setting}:
        return alike
    is_next = last is alike and not _BREAK.search(body, last.span.start, max(last.span.start, one.span.start))
    goes_on = is_next and one.setting in {"", last.setting} and last.sentence != one.sentence
    return last if goes_on else None


def _answers(one: Saying, last: Saying, body: str) -> bool:
    """Say whether a saying goes to whoever spoke last, in the same paragraph."""
    is_next = not _BREAK.search(body, last.span.start, max(last.span.start, one.span.start))
    return is_next and not one.date and one.setting in {"", last.setting} and _is_told(last.witness, one.to)


def _is_told(witness: Party, to: Sequence[Party]) -> bool:
    return any(party.name == witness.name for party in to)


def _when(one: Saying, asked: Saying) -> Saying:
    """An answer is given when the question was asked."""
    return structs.replace(one, date=asked.date, anchor=asked.anchor)


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
