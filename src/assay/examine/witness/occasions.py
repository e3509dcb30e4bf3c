"""The occasions on which a witness spoke, in order as far as the dates tell."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assay.examine.channels import Weighing, conditions
from assay.model.case import Case
from assay.model.entries import Statement

_Place = tuple[bool, int, int, int]


class Occasion(Struct, frozen=True):
    """What was said on one date, in one setting, before the same people, under the same conditions."""

    statements: tuple[Statement, ...]
    under: tuple[Weighing, ...]

    @property
    def first(self) -> Statement:
        """One of its statements: all have the date and setting in common."""
        return self.statements[0]


def occasions(case: Case, statements: Iterable[Statement]) -> tuple[Occasion, ...]:
    """Put statements together by occasion, and the occasions in order.

    By the first day on which each may have been, the last after that; who takes something back speaks after what he
    takes back; undated ones come last.
    """
    said = {statement.id: statement for statement in statements}
    together: dict[object, list[Statement]] = {}
    for statement in sorted(said.values(), key=lambda s: s.id):
        under = conditions(case, statement)
        key = (
            statement.date.text, statement.setting, statement.record, statement.to, statement.via,
            under, statement.despite, _depth(said, statement),
        )  # fmt: skip
        together.setdefault(key, []).append(statement)
    found = [Occasion(tuple(group), tuple(conditions(case, group[0]))) for group in together.values()]
    return tuple(sorted(found, key=lambda one: (_place(said, one.first), one.first.id)))


def _depth(said: Mapping[str, Statement], statement: Statement) -> int:
    """Count the statements that lie behind one that answers another of the same witness."""
    return len(_behind(said, statement))


def _behind(said: Mapping[str, Statement], statement: Statement) -> list[Statement]:
    found: list[Statement] = []
    target = said.get(statement.target or "")
    while target is not None and target not in found:
        found.append(target)
        target = said.get(target.target or "")
    return found


def _place(said: Mapping[str, Statement], statement: Statement) -> _Place:
    behind = _behind(said, statement)
    known = [s.date for s in (statement, *behind) if s.date.is_known]
    return (
        not known,
        max((date.earliest for date in known), default=0),
        max((date.latest for date in known), default=0),
        len(behind),
    )


def surely_before(one: Occasion, other: Occasion) -> bool:
    """Say whether one occasion came before another: by the dates, or since the other answers it."""
    if one.first.date.surely_before(other.first.date):
        return True
    named = {statement.target for statement in other.statements}
    return any(statement.id in named for statement in one.statements)


def last_of(told: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Of occasions, return those that surely came before none of the others."""
    return tuple(one for one in told if not any(surely_before(one, other) for other in told if other is not one))
