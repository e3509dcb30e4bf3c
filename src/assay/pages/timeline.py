"""What is said of when, in the order of time: dates drawn as vague as they are, and what clashes marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, structs

from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating, day_number, in_words, parse_date
from assay.pages.found import Found, found

if TYPE_CHECKING:
    from assay.dossier import Dossier

Sort = Literal["claim", "statement", "stood", "life"]
WIDE = 1000
"""Units across. A day that can be told is at least `_LEAST` of them wide."""
_LEAST, _EDGE, _MOST_TICKS = 6, 30, 12
_FIRST_YEAR = 1970
_SHOWN = 1000  # rows


class Bar(Struct, frozen=True):
    """A date in the picture: from where to where it may reach, and surely does; open where it has no such end.

    What happened at some time within its date is sure of no day, unless the date is one day.
    """

    left: int
    right: int
    sure: tuple[int, int] | None
    open_left: bool
    open_right: bool
    doubtful: bool


class ClashMark(Struct, frozen=True):
    """A claim with which another clashes."""

    id: str
    title: str
    must: bool


class TimeRow(Struct, frozen=True):
    """A dated thing: a claim, a statement, a place that stood, a life."""

    sort: Sort
    id: str
    title: str
    when: str
    text: str
    """The date as recorded."""
    bar: Bar
    clashes: tuple[ClashMark, ...]


class Timeline(Struct, frozen=True):
    """Everything dated, in order; `undated` counts what bears no date. `ticks` are years, with their places."""

    title: str
    rows: tuple[TimeRow, ...]
    ticks: tuple[tuple[int, str], ...]
    undated: int
    since: str
    until: str
    beyond: int
    """How much lies outside these dates."""
    more: int
    """How many rows are left out, which are too many for a page."""


class _Dated(Struct, frozen=True):
    """Something with a date. `throughout` where it lasted all that time, and not only happened at some time within."""

    sort: Sort
    id: str
    title: str
    date: Dating
    throughout: bool = False


def timeline(dossier: "Dossier", since: str = "", until: str = "") -> Timeline:
    """Draw what is dated; `since` and `until` are dates that narrow what is shown."""
    known = found(dossier)
    dated = list(_dated(known))
    bounds = _bounds(since, until)
    shown = [
        one for one in dated if one.date.is_known and one.date.earliest <= bounds[1] and one.date.latest >= bounds[0]
    ]
    scale = _Scale(shown, bounds)
    rows = (
        TimeRow(one.sort, one.id, one.title, in_words(one.date.text), one.date.text, scale.bar(one), ())
        for one in shown
    )
    ordered = sorted(zip(rows, shown, strict=True), key=lambda pair: (pair[1].date.earliest, pair[1].date.latest))
    marks = _marks(known)
    return Timeline(
        title=dossier.title,
        rows=tuple(
            structs.replace(row, clashes=marks.get(row.id, ())) if row.sort == "claim" else row
            for row, _ in ordered[:_SHOWN]
        ),
        ticks=scale.ticks(),
        undated=sum(not one.date.is_known for one in dated),
        since=since if bounds[0] > DISTANT_PAST else "",
        until=until if bounds[1] < DISTANT_FUTURE else "",
        beyond=sum(one.date.is_known for one in dated) - len(shown),
        more=max(0, len(ordered) - _SHOWN),
    )


def _dated(known: Found) -> Iterator[_Dated]:
    case = known.case
    for claim in case.claims.values():
        when = claim.facts.when or claim.assumed.when
        if when is not None:
            lasting = claim.facts.none is not None or claim.facts.count is not None
            yield _Dated("claim", claim.id, claim.title, when, lasting)
        existed = claim.facts.existed
        if existed is not None:
            yield _Dated("claim", claim.id, claim.title, existed, throughout=True)
    for statement in case.statements.values():
        title = f"{case.called(statement.witness)} on “{case.called(statement.claim)}”"
        yield _Dated("statement", statement.id, title, statement.date)
    for place in case.places.values():
        if place.existed is not None:
            yield _Dated("stood", place.id, f"{place.title} stood", place.existed, throughout=True)
    for person in case.persons.values():
        life = _life(person.born, person.died)
        if life is not None:
            yield _Dated("life", person.id, f"{person.title} lived", life, throughout=True)


def _life(born: Dating | None, died: Dating | None) -> Dating | None:
    if born is None and died is None:
        return None
    first, last = born.text if born is not None else "..", died.text if died is not None else ".."
    return parse_date(f"{first}/{last}") if "/" not in first + last else None


def _marks(known: Found) -> dict[str, tuple[ClashMark, ...]]:
    marks: dict[str, tuple[ClashMark, ...]] = {}
    for clash in known.findings.clashes:
        for member in clash.members:
            others = (ClashMark(id_, known.case.called(id_), clash.must) for id_ in clash.members if id_ != member)
            marks[member] = (*marks.get(member, ()), *others)
    return marks


def _bounds(since: str, until: str) -> tuple[int, int]:
    first, last = parse_date(since.strip() or "undated"), parse_date(until.strip() or "undated")
    return (first.earliest if first is not None else DISTANT_PAST, last.latest if last is not None else DISTANT_FUTURE)


class _Scale:
    """From days to places across the picture."""

    def __init__(self, shown: list[_Dated], bounds: tuple[int, int]) -> None:
        days = [
            day for one in shown for day in (one.date.earliest, one.date.latest) if DISTANT_PAST < day < DISTANT_FUTURE
        ]
        days += [day for day in bounds if DISTANT_PAST < day < DISTANT_FUTURE]
        inside = [day for day in days if bounds[0] <= day <= bounds[1]] or days or [0]
        self._first, self._last = min(inside), max(*inside, min(inside) + 1)

    def _at(self, day: int) -> int:
        inner = WIDE - 2 * _EDGE
        return max(0, min(WIDE, _EDGE + round((day - self._first) * inner / (self._last + 1 - self._first))))

    def bar(self, one: _Dated) -> Bar:
        """Draw a date: full where it surely was all that time, or was on one day; else in outline."""
        date = one.date
        left, right = self._at(date.earliest), self._at(date.latest + 1)
        if right - left < _LEAST:
            left = max(0, min(left - _LEAST // 2, WIDE - _LEAST))
            right = left + _LEAST
        sure = None
        if date.is_one_day or (one.throughout and date.is_sure):
            start, end = self._at(date.sure_from), self._at(date.sure_to + 1)
            sure = (left, right) if date.is_one_day or end - start < _LEAST else (start, end)
        return Bar(left, right, sure, date.earliest < self._first, date.latest > self._last, date.doubtful)

    def ticks(self) -> tuple[tuple[int, str], ...]:
        """Return some years, evenly spaced."""
        first, last = (_FIRST_YEAR + round(day / 365.2425) for day in (self._first, self._last))
        step = next(
            size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10_000) if (last - first) // size < _MOST_TICKS
        )
        years = range(first - first % step, last + 2, step)
        places = ((day_number(year, 1, 1), str(year)) for year in years)
        return tuple((self._at(day), said) for day, said in places if self._first - 1 <= day <= self._last + 1)
