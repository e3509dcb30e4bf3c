"""When was it? A date narrowed makes a clash that might be into one that must be, or into none."""

import datetime as dt
import itertools
from collections.abc import Iterator

from msgspec import structs

from assay.examine.questions.asking import Asked, Edit, Inquiry, with_facts
from assay.model.dates import DISTANT_FUTURE, DISTANT_PAST, Dating, in_words, parse_date
from assay.model.entries import Claim, Facts

_MOST_CUTS = 5
_EPOCH = dt.date(1970, 1, 1).toordinal()


def ask(scene: Inquiry) -> Iterator[Asked]:
    """Ask for the date of every claim that only might clash, in the parts that make a difference."""
    others: dict[str, set[str]] = {}
    for clash in scene.clashes:
        for member in () if clash.must else clash.members:
            others.setdefault(member, set()).update(clash.members)
    for id_, met in sorted(others.items()):
        claim = scene.case.claims[id_]
        when = claim.facts.when
        if when is None or not when.is_known or claim.facts.none is not None or claim.facts.count is not None:
            continue  # of a window or a count, `when` is the scope, and no date that somebody could find out
        if when.doubtful:
            yield _doubtful(scene, claim, when)
        elif not when.is_one_day:
            yield from _parts(scene, claim, when, sorted(met - {id_}))


def _doubtful(scene: Inquiry, claim: Claim, when: Dating) -> Asked:
    sure = parse_date(when.text.replace("?", "").replace("%", "~"))
    answers: list[tuple[str, Edit]] = [("no", with_facts(claim.id, lambda facts: structs.replace(facts, when=None)))]
    if sure is not None:
        answers.insert(0, ("yes", with_facts(claim.id, lambda facts: structs.replace(facts, when=sure))))
    words = f"Is the date of {scene.title(claim.id)} right: {in_words(when.text)}?"
    return Asked("date", words, tuple(answers), scene.affirming(claim.id))


def _parts(scene: Inquiry, claim: Claim, when: Dating, others: list[str]) -> Iterator[Asked]:
    spans = [span for other in others for span in _spans(scene.case.claims[other])]
    spans += _register(scene, claim.facts.where)
    cuts = sorted({cut for first, last in spans for cut in (first, last + 1) if when.earliest < cut <= when.latest})
    bounds = [when.earliest, *cuts[:_MOST_CUTS], when.latest + 1]
    answers: list[tuple[str, Edit]] = []
    for first, after in itertools.pairwise(bounds):
        date = _date(first, after - 1)
        if date is None:
            return
        answers.append((_in_time(date), _on(claim.id, date)))
    if len(answers) > 1:
        words = f"When was it: {scene.title(claim.id)} ({in_words(when.text)})?"
        yield Asked("date", words, tuple(answers), scene.affirming(claim.id, *others))


def _on(id_: str, date: Dating) -> Edit:
    return with_facts(id_, lambda facts: structs.replace(facts, when=date))


def _spans(claim: Claim) -> Iterator[tuple[int, int]]:
    facts: Facts = claim.facts.assuming(claim.assumed)
    for date in (facts.when, facts.existed):
        if date is not None and not date.doubtful:
            yield date.earliest, date.latest
            if date.is_sure:
                yield date.sure_from, date.sure_to  # what surely lasted through these days


def _register(scene: Inquiry, where: str | None) -> list[tuple[int, int]]:
    place = None if where is None else scene.case.places.get(where)
    return [] if place is None or place.existed is None else [(place.existed.earliest, place.existed.latest)]


def _in_time(date: Dating) -> str:
    said = in_words(date.text)
    return said if "/" in date.text else f"on {said}" if date.is_one_day else f"in {said}"


def _date(first: int, last: int) -> Dating | None:
    """Write the days from one to another as a casebook would: `1932-11-24`, `1932-11`, `1932-11-01/1932-11-23`."""
    if first <= DISTANT_PAST or last >= DISTANT_FUTURE:
        ends = (".." if first <= DISTANT_PAST else _iso(first), ".." if last >= DISTANT_FUTURE else _iso(last))
        return None if None in ends else parse_date("/".join(end for end in ends if end))
    start, end = _iso(first), _iso(last)
    if start is None or end is None:
        return None
    for length in (10, 7, 4):
        short = parse_date(start[:length])
        if short is not None and (short.earliest, short.latest) == (first, last):
            return short
    return parse_date(f"{start}/{end}")


def _iso(day: int) -> str | None:
    """Write a day, counted from 1970; None outside the years 1 to 9999."""
    try:
        return dt.date.fromordinal(day + _EPOCH).isoformat()
    except (ValueError, OverflowError):
        return None
