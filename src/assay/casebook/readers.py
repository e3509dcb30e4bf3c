"""How the value of each field is read: words into values of the model, or a complaint and nothing.

A reader takes a `Value` and returns what it says, or `UNREADABLE` after complaining. None raises.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

from assay.casebook.complaints import Complaint, Sort
from assay.casebook.lexer import Field
from assay.model.dates import Dating, parse_date
from assay.model.entries import (
    DURESS,
    PRESSURES,
    Alias,
    Citation,
    Condition,
    Count,
    Facts,
    Knowledge,
    Order,
    Origin,
)
from assay.model.guessing import did_you_mean
from assay.model.locators import Locator, parse_locator

UNREADABLE: Final = object()
NAME = re.compile(r"[^\W\d_][\w-]*")
_SCOPE = re.compile(r"[^\W\d_A-Z][\w-]*")
_NUMBER = r"\d{1,15}|\d{1,3}(?:_\d{3}){1,4}|\.\."
_COUNT = re.compile(rf"(?P<about>~)?(?P<low>{_NUMBER})(?:/(?P<high>{_NUMBER}))?\s+(?P<unit>\S.*)", re.ASCII)
_HOW = re.compile(r"(?:(copy|translation|excerpt) of )?(.*)")
_ORDER = re.compile(r"(?P<claim>\S+)(?: by (?P<by>.+))?")
_SPAN = re.compile(r"(?:at (?P<end>least|most) )?(?P<number>\d{1,6}) (?P<unit>day|week|month|year)s?", re.ASCII)
_UNITS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_DATE_HELP = "write 1936, 1936-08, 1936-08-19, 1936~, 193X, 1935-09/1936-05, ../1917 or undated"


class Value:
    """A field's words with their place, and where complaints about them go."""

    __slots__ = ("_complaints", "field", "text")

    def __init__(self, field: Field, complaints: list[Complaint]) -> None:
        self.field, self.text, self._complaints = field, field.value, complaints

    def complain(self, message: str, help_: str = "", *, word: str = "", sort: Sort = "value") -> Any:
        """Record that the value, or one word of it, cannot be read; return UNREADABLE for the reader to hand on."""
        at = self.text.find(word) if word else 0
        column = self.field.column + max(at, 0)
        width = len(word or self.text) or 1
        self._complaints.append(Complaint(sort, self.field.line, column, width, message, help_))
        return UNREADABLE


Reader = Callable[[Value], Any]


def no_name(word: str) -> str:
    """Say that a word cannot be an id, and why where the eye cannot tell.

    >>> no_name("12"), no_name("mu\u0308ller")
    ('“12” is no name', '“müller” is no name: its accents are signs of their own (decomposed); type it anew')
    """
    composed = unicodedata.normalize("NFC", word)
    if composed != word and NAME.fullmatch(composed):
        return f"“{composed}” is no name: its accents are signs of their own (decomposed); type it anew"
    return f"“{word}” is no name"


def words(value: Value) -> Any:
    """Free words."""
    return value.text or value.complain(
        f"{value.field.name}: is empty", "write something after it, or leave the line out"
    )


def name(value: Value) -> Any:
    """One name of something described elsewhere."""
    if NAME.fullmatch(value.text):
        return value.text
    return value.complain(
        f"{value.field.name}: takes one name", "names have letters, digits and hyphens, without spaces"
    )


def names(value: Value) -> Any:
    """Names with commas between."""
    found = tuple(part.strip() for part in value.text.split(","))
    for part in found:
        if not NAME.fullmatch(part):
            return value.complain(no_name(part), "write names with commas between: goltsman, trotsky", word=part)
    return found


def phrases(value: Value) -> Any:
    """Free words with commas between."""
    found = tuple(part for part in (part.strip() for part in value.text.split(",")) if part)
    return found or words(value)


def phrase(value: Value) -> Any:
    """Free words as one item of several."""
    said = words(value)
    return said if said is UNREADABLE else (said,)


def labels(value: Value) -> Any:
    """Statement labels, each behind #."""
    found = value.text.replace(",", " ").split()
    for part in found:
        if not part.startswith("#") or len(part) == 1:
            return value.complain(f"“{part}” is no label of a statement", f"write #{part}", word=part)
    return tuple(part[1:] for part in found) or words(value)


def read_date(value: Value, text: str) -> Any:
    """One date within a value."""
    date = parse_date(text)
    return value.complain(f"“{text}” is no date", better_date(text), word=text, sort="date") if date is None else date


def better_date(text: str) -> str:
    """Say how a date is to be written: the one that was meant, where that is plain.

    >>> better_date("1908-3-3"), better_date("c. 1907"), better_date("1936/1935")
    ('write: 1908-03-03', 'write: 1907~', 'write: 1935/1936')
    """
    tries = [re.sub(r"(?<=-)(\d)(?!\d)", r"0\1", text)]
    about = re.fullmatch(r"(?:c\.?|ca\.?|circa|about)\s*(\S+)", text)
    tries += [f"{about[1]}~"] if about is not None else []
    start, slash, end = text.partition("/")
    tries += [f"{end}/{start}"] if slash else []
    meant = next((attempt for attempt in tries if attempt != text and parse_date(attempt) is not None), None)
    return _DATE_HELP if meant is None else f"write: {meant}"


def date(value: Value) -> Any:
    """A date."""
    return read_date(value, value.text)


def yes_or_no(value: Value) -> Any:
    """Yes or no."""
    if value.text in ("yes", "no"):
        return value.text == "yes"
    return value.complain(f"{value.field.name}: takes yes or no")


def one_of(*choices: str) -> Reader:
    """Make a reader for one of a closed list of words."""

    def read(value: Value) -> Any:
        if value.text in choices:
            return value.text
        listed = "write " + " or ".join(choices)
        return value.complain(f"“{value.text}” is not known here", did_you_mean(value.text, choices, listed))

    return read


def _place_in_work(value: Value, text: str) -> tuple[str, Locator | None] | None:
    """A work and where in it: `rogovin1937 p. 17`."""
    source, _, rest = text.strip().partition(" ")
    source = source.removesuffix(",")
    if not NAME.fullmatch(source):
        value.complain("a work is named first", "write WORK p. N", word=source)
        return None
    if not rest.strip():
        return source, None
    locator = parse_locator(rest)
    if locator is None:
        help_ = "write p. 17, pp. 25-60, f. 3r, ¶ 12, section 5, or hbk p. 351"
        if rest.strip().isdecimal():
            help_ = f"write: {source} p. {rest.strip()}"
        value.complain(f"“{rest.strip()}” is no place in a work", help_, word=rest.strip())
    return source, locator


def citation(value: Value) -> Any:
    """A work, where in it, and the words that stand there."""
    found = _place_in_work(value, value.text)
    return UNREADABLE if found is None else (Citation(found[0], found[1], value.field.words),)


def within(value: Value) -> Any:
    """The work that contains this one, and where in it."""
    found = _place_in_work(value, value.text)
    return UNREADABLE if found is None else Origin(*found)


def made_from(value: Value) -> Any:
    """What this work is a copy, translation or excerpt of."""
    match = _HOW.fullmatch(value.text)
    assert match is not None  # every part of the pattern is optional
    found = _place_in_work(value, match[2])
    return UNREADABLE if found is None else (Origin(found[0], found[1], match[1] or ""),)


def alias(value: Value) -> Any:
    """Another name, everywhere or in one source."""
    said, _, scope = value.text.rpartition(" in ")
    if not said or not _SCOPE.fullmatch(scope.strip()):
        said, scope = value.text, ""
    plain = said.strip()
    if plain.startswith('"') and plain.endswith('"') and len(plain) > len('""'):
        plain = plain[1:-1]
    return (Alias(plain, scope.strip() or None),) if plain else words(value)


def coordinates(value: Value) -> Any:
    """Latitude and longitude, in degrees."""
    parts = value.text.replace(",", " ").split()
    try:
        latitude, longitude = (float(part) for part in parts)
    except ValueError:
        latitude = longitude = 999.0
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees; a NaN compares false
        return (latitude, longitude)
    return value.complain("at: takes latitude and longitude in degrees", "write at: 55.676, 12.568")


def count(value: Value) -> Any:
    """A number of something. `~4000000` stands for all numbers that would be rounded to it."""
    match = _COUNT.fullmatch(value.text)
    if match is None:
        return value.complain("count: takes a number and of what", "write count: ~4000000 convicted, or 16/20 accused")
    low = None if match["low"] == ".." else int(match["low"])
    high = low if match["high"] is None else None if match["high"] == ".." else int(match["high"])
    if match["high"] is None and low is None:
        return value.complain("count: has no number", "write count: ../16 accused for at most 16")
    if match["about"]:
        low, high = None if low is None else low - _slack(low), None if high is None else high + _slack(high)
    if low is not None and high is not None and low > high:
        return value.complain("count: runs backwards", "write the lower number first: 16/20 accused")
    return Count(value.text, match["unit"], low, high)


def _slack(number: int) -> int:
    """Half a unit of the last digit that is not zero: 4,000,000 may be 3,500,000 to 4,500,000."""
    digits = str(number)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) // 2 if number else 0


def knowledge(value: Value) -> Any:
    """How the witness knows."""
    text = value.text
    if text in ("saw", "took part", "inferred", "unknown"):
        return Knowledge(text, (), text != "unknown")  # type: ignore[arg-type]
    if text == "from records":
        return Knowledge("records")
    chain = re.split(r"(?:^|\s+)from\s+", text)
    if chain[0] or len(chain) == 1:
        help_ = "write saw, took part, from WITNESS, from records, from unknown, inferred or unknown"
        return value.complain(f"“{text}” says not how the witness knows", help_)
    links = [link.strip() for link in chain[1:]]
    origin = links.pop() if links[-1] in ("unknown", "records") else ""
    for link in links:
        if not NAME.fullmatch(link) or link in ("unknown", "records"):
            return value.complain(no_name(link), "write from A from B, nearest first", word=link)
    return Knowledge("hearsay", tuple(links), origin != "unknown")


def condition(value: Value) -> Any:
    """A circumstance of what was said: KIND [by X] [since DATE] [per CLAIM] [cite WORK p. N]."""
    head, _, cited = value.text.partition(" cite ")
    parts = head.replace(",", " ").split()
    if not parts or parts[0] not in PRESSURES:
        word = parts[0] if parts else ""
        listed = "write one of " + ", ".join(PRESSURES)
        return value.complain(f"“{word}” is no condition", did_you_mean(word, PRESSURES, listed), word=word)
    found: dict[str, str] = {}
    rest = parts[1:]
    while rest:
        key = rest.pop(0)
        if key not in ("by", "since", "per") or not rest or key in found:
            help_ = f"write {parts[0]} by WHOM, then since DATE or per CLAIM where they are known"
            return value.complain(f"“{key}” is out of place here", help_, word=key)
        found[key] = rest.pop(0)
    if "by" not in found and parts[0] in DURESS | {"interrogation"}:
        return value.complain(
            f"{parts[0]} by whom?", f"write {parts[0]} by WHOM, or {parts[0]} by unknown", word=parts[0]
        )
    since: Dating | None = None
    if "since" in found and (since := read_date(value, found["since"])) is UNREADABLE:
        return UNREADABLE
    cite: Citation | None = None
    if cited:
        place = _place_in_work(value, cited)
        if place is None:
            return UNREADABLE
        cite = Citation(place[0], place[1], value.field.words)
    by = found.get("by")
    return (Condition(parts[0], None if by == "unknown" else by, since, found.get("per"), cite),)


def assumption(readers: dict[str, tuple[str, Reader]]) -> Reader:
    """Make a reader for `assumes: FIELD VALUE`, a fact of a claim that the quoted words do not state."""

    def read(value: Value) -> Any:
        field, _, rest = value.text.partition(" ")
        if field not in readers or not rest.strip():
            help_ = did_you_mean(
                field, readers, "write assumes: where PLACE, or when, who, event, none, count, existed"
            )
            return value.complain(f"“{field}” is no fact of a claim", help_, word=field)
        attribute, reader = readers[field]
        skipped = value.text.find(rest.strip(), len(field))
        inner = Value(
            Field(field, rest.strip(), value.field.line, value.field.column + skipped),
            value._complaints,  # noqa: SLF001
        )
        found = reader(inner)
        return UNREADABLE if found is UNREADABLE else Facts(**{attribute: found})

    return read


def order(value: Value) -> Any:
    """A claim that this one came after or before: CLAIM [by [at least|at most] 3 days], a bare number being both."""
    match = _ORDER.fullmatch(value.text)
    if match is None or not NAME.fullmatch(match["claim"]):
        return value.complain(f"{value.field.name}: takes one claim", "write CLAIM, or CLAIM by at least 3 days")
    low: int | None = None
    high: int | None = None
    for part in (match["by"] or "").split(" and ") if match["by"] else ():
        span = _SPAN.fullmatch(part.strip())
        if span is None:
            help_ = "write by at least 3 days, by at most 2 weeks, or by 5 days"
            return value.complain(f"“{part}” is no span of time", help_, word=part)
        fewest, most = (int(span["number"]) * days for days in _UNITS[span["unit"]])
        low = low if span["end"] == "most" else fewest
        high = high if span["end"] == "least" else most
    if low is not None and high is not None and low > high:
        return value.complain("the span runs backwards", "write by at least 3 days and at most 5 days")
    return (Order(match["claim"], low, high, match["by"] or ""),)
