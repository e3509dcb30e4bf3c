"""Old Style and New Style: the same day has two dates.

Days are counted in the Gregorian calendar throughout. A date taken from a Julian work is moved to the day that it
means: 12 days on in the nineteenth century, 13 in the twentieth. The reckoning is that of Richards, *Mapping Time*
(Oxford 1998), ch. 24.
"""

from collections.abc import Collection

from msgspec import structs

from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating

_FEBRUARY = 2


def civil(day: int) -> tuple[int, int, int]:
    """Return year, month and day of the Gregorian calendar; the inverse of `day_number`.

    >>> from assay.model.dates import day_number
    >>> civil(day_number(1917, 11, 7)), civil(day_number(-43, 2, 28))
    ((1917, 11, 7), (-43, 2, 28))
    """
    era, of_era = divmod(day + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9  # noqa: PLR2004 - the year begins in March
    return year + era * 400 + (month <= _FEBRUARY), month, of_year - (153 * shifted + 2) // 5 + 1


def lag(year: int, month: int) -> int:
    """Say by how many days the Julian calendar lags behind in a month.

    >>> lag(1917, 10), lag(1825, 12), lag(1700, 1), lag(1582, 10)
    (13, 12, 10, 10)
    """
    year -= month <= _FEBRUARY
    return year // 100 - year // 400 - 2


def from_julian(date: Dating) -> Dating:
    """Return the days that a date means if it was written in Old Style. Its words stay as they are.

    >>> from assay.model.dates import parse_date
    >>> civil(from_julian(parse_date("1917-10-25")).earliest)
    (1917, 11, 7)
    """
    return structs.replace(
        date,
        earliest=_moved(date.earliest),
        latest=_moved(date.latest),
        sure_from=_moved(date.sure_from),
        sure_to=_moved(date.sure_to),
    )


def _moved(day: int) -> int:
    if not DISTANT_PAST < day < DISTANT_FUTURE:
        return day
    year, month, _ = civil(day)
    return day + lag(year, month)


def either(one: Dating, other: Dating) -> Dating:
    """Return a date that may mean what either of two does."""
    return structs.replace(
        one,
        earliest=min(one.earliest, other.earliest),
        latest=max(one.latest, other.latest),
        sure_from=max(one.sure_from, other.sure_from),
        sure_to=min(one.sure_to, other.sure_to),
        doubtful=one.doubtful or other.doubtful,
    )


def in_new_style(date: Dating, styles: Collection[bool]) -> Dating:
    """Return the days that a date means, known from works of which each is dated in Old Style or is not.

    From Old Style works alone it is moved; from works of both kinds it may mean either day.
    """
    if True not in styles or not date.is_known:
        return date
    moved = from_julian(date)
    return either(date, moved) if False in styles else moved


def written(day: int) -> str:
    """Write a day as a date of the casebook."""
    year, month, of_month = civil(day)
    return f"{year:04}-{month:02}-{of_month:02}"
