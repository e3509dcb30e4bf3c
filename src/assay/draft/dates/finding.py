"""Every expression of a date in some words, and what each says by itself."""

from collections.abc import Iterator

from msgspec import structs

from assay.draft.dates.contexts import ANY_SEASON, is_any, is_date, is_imprint, is_street
from assay.draft.dates.joining import joined
from assay.draft.dates.relative import relatives
from assay.draft.dates.units import Found, units
from assay.draft.dates.vagueness import between, qualified
from assay.draft.dates.values import Expression, Meaning


def expressions(body: str) -> Iterator[Expression]:
    """Find what speaks of a date, in order, none within another.

    >>> [(one.rule, one.meaning.start.year) for one in expressions("In 1932, and again on 5 December.")]
    [('year', 1932), ('day and month', None)]
    """
    counted = [qualified(body, found) for found in relatives(body)]
    single = [found for found in units(body) if not any(_meet(found, other) for other in counted)]
    vague = [qualified(body, found) for found in single]
    kept: list[Found] = []
    for both in (between(body, found) for found in joined(body, _apart(vague))):
        if is_street(body, both.span) or (both.is_weak and not is_date(body, both)):
            continue
        kept.append(
            structs.replace(both, meaning=Meaning(is_moot=True), rule=ANY_SEASON) if is_any(body, both) else both
        )
    for found in sorted([*kept, *counted], key=lambda one: one.span):
        imprint = found.meaning.start.year is not None and is_imprint(body, found.span)
        yield Expression(found.span, found.meaning, "date of publication" if imprint else found.rule, not imprint)


def _meet(one: Found, other: Found) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _apart(found: list[Found]) -> list[Found]:
    """Leave out what the words before a later date have taken in."""
    kept: list[Found] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept
