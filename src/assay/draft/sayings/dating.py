"""When something was said: the date that governs its sentence, unless it is told there of something else."""

import re
from collections.abc import Callable, Sequence

from msgspec import structs

from assay.draft.sayings.saying import Saying
from assay.model.location import Span
from assay.model.text import Text

Dated = Callable[[Span, Sequence[Span]], tuple[str, Span | None] | None]
"""Which date governs a saying, and from which words it was taken; the runs are those of what is said anywhere."""
_VAGUE = re.compile(r"X|\.\.")


def with_dates(found: Sequence[Saying], text: Text, dated: Dated | None) -> list[Saying]:
    """Give each saying its date. A date that is told in what somebody says is none of the saying of it."""
    if dated is None:
        return list(found)
    told = [part for one in found for part in one.parts]
    return [_with_date(one, found, text, dated(one.span, told)) for one in found]


def _with_date(one: Saying, found: Sequence[Saying], text: Text, date: tuple[str, Span | None] | None) -> Saying:
    """Leave out a decade, and the date of a sentence before if somebody else speaks there or since.

    What is told in the present has the date of its own sentence, if any: *it burned in 1931. Berg recalls that*.
    """
    if date is None or _VAGUE.search(date[0]):
        return one
    edtf, anchor = date
    at = text.in_body(anchor.start) if anchor is not None else one.sentence.start
    is_here = one.sentence.start <= at < one.sentence.end
    is_others = not is_here and any(
        at < other.sentence.end <= one.sentence.start and other.witness.name != one.witness.name for other in found
    )
    return one if is_others or (one.is_now and not is_here) else structs.replace(one, date=edtf, anchor=anchor)
