"""Whether a date leads the narrative with it: *who died in 1958*, *had burned down in 1947* only look aside or back.

A date by itself at the head of a paragraph, as in a chronicle or diary, is a heading: what follows is of it.
"""

import re

from assay.draft.dates.values import Expression
from assay.model.location import Span

_CLAUSE = ';:()“”"'
_NO_VERB = (
    r"(?:to|an?|the|no|any|some|his|her|its|their|our|my|your|one|two|three|four|many|much|more|little|few|both|each"
    r"|another|nothing|in|at|on|with|\d+)"
)
_HAD = re.compile(
    rf"\b(?:had|['’]d)\s+(?:(?:not|never|already|once|also|only|long|first|since|\w+ly)\s+)*(?!{_NO_VERB}\b)\w+",
    re.IGNORECASE,
)
_WHICH = re.compile(r"(?:(?:,\s+|\band\s+)(?:which|whose|whom|where)|\bwho)\b[^,]*$", re.IGNORECASE)
_MARK = r"(?:\{[^}\n]*\}|\|\d+\|)"
_END = r"(?:\A|\n[ \t]*\n|[.!?:;'\"’”)*][ \t]*\n)"
_OPENS = re.compile(rf"{_END}\s*(?:{_MARK}\s*)*\Z")
_CLOSES = re.compile(r"[ \t]*(?:[.:](?=\s|\Z)|\s[-–—]\s|(?=\n|\Z))")
_BRACKET = re.compile(r"\([^()]*\w[^()]*\Z")
_CLOSED = re.compile(r"[^()\n]{0,80}\)")
_NEAR = 40


def looks_back(before: str) -> bool:
    """Say whether the words of a sentence before a date put it before what is told: *it had burned in*.

    >>> looks_back("The house had been pulled down in"), looks_back("He had a house in")
    (True, False)
    """
    clause = before[1 + max(before.rfind(sign) for sign in _CLAUSE) :]
    return _HAD.search(clause) is not None


def looks_aside(before: str) -> bool:
    """Say whether a date stands in what is said by the way of somebody or something: *Lind, who left in*.

    >>> looks_aside("Lind, who left in"), looks_aside("Lind, who left, came in")
    (True, False)
    """
    return _WHICH.search(before) is not None


def is_in_brackets(body: str, one: Expression) -> bool:
    """Say whether a year is put in brackets with other words, by the way: *(first printed in 1994)*."""
    before = body[max(0, one.span.start - 2 * _NEAR) : one.span.start]
    return _BRACKET.search(before) is not None and _CLOSED.match(body, one.span.end) is not None


def is_heading(body: str, one: Expression) -> bool:
    """Say whether a year or a day heads what follows: *1952. It rained.* is an entry of its own.

    >>> from assay.draft.dates.finding import expressions
    >>> body = "1952. It rained."
    >>> is_heading(body, next(iter(expressions(body))))
    True
    """
    start = one.meaning.start
    if start.year is None or one.meaning.end is not None or not one.anchors or (start.month and not start.day):
        return False
    before = body[max(0, one.span.start - _NEAR) : one.span.start]
    if one.span.start > _NEAR:
        before = f"_{before}"  # the document does not begin here
    return _OPENS.search(before) is not None and _CLOSES.match(body, one.span.end) is not None


def line_of(body: str, span: Span) -> str:
    """Return the line in which a date stands."""
    end = body.find("\n", span.end)
    return body[body.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(body)]


def is_whole(one: Expression) -> bool:
    """Say whether a date takes neither year nor month from elsewhere, or is none."""
    return one.meaning.is_moot or one.meaning.shift is not None or not is_short(one)


def leaves_behind(one: Expression) -> bool:
    """Say whether what follows is of a year that nobody knows: *until the following March*, after no known date."""
    shift = one.meaning.shift
    if shift is not None:
        return bool(shift.count) and shift.unit in {"year", "season"}
    return one.meaning.start.needs_year and not one.meaning.is_moot and not one.meaning.start.needs_month


def is_short(one: Expression) -> bool:
    """Say whether a date takes its year or month from elsewhere."""
    return one.meaning.start.needs_year or one.meaning.start.needs_month
