"""How well a draft agrees with labels: names, aliases, dates, statements, each with what it got wrong.

Everything here compares two lists of rows with the keys of `labels/draft/PROTOCOL.md`: labels with a draft, or the
labels of one labeller with those of another. A score is a fraction of counts that can be added up over pages, so that
pages can be drawn again and again for a confidence interval (Efron 1979); B³ (Bagga and Baldwin 1998) is computed anew
on each draw.
"""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from assay.model.dates import parse_date

Row = dict[str, Any]
Pair = tuple[Row, Row]
Counts = dict[str, tuple[float, float]]
DRAWS = 400
_LINE = 80
_TITLES = re.compile(r"\b(?:the|a|an|mr|mrs|dr|professor|general|comrade)\b\.?", re.IGNORECASE)


class Page(Struct, frozen=True):
    """What was labelled and what was found on one page, and which belong together."""

    gold: tuple[Row, ...]
    found: tuple[Row, ...]
    pairs: tuple[Pair, ...]


def matched(gold: Sequence[Row], found: Sequence[Row]) -> tuple[Pair, ...]:
    """Pair labels with what overlaps them, one to one, the best overlap first."""
    near = sorted(
        ((_overlap(one, other), -number, one, other) for one in gold for number, other in enumerate(found)
         if one["start"] < other["end"] and other["start"] < one["end"]),
        key=lambda row: row[:2],
        reverse=True,
    )  # fmt: skip
    taken: set[int] = set()
    pairs: list[Pair] = []
    for _, _, one, other in near:
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    return tuple(sorted(pairs, key=lambda pair: (pair[0]["start"], pair[0]["end"])))


def _overlap(one: Row, other: Row) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(shared / (max(one["end"], other["end"]) - min(one["start"], other["start"])))


def pages(gold: Sequence[Row], found: Sequence[Row], regions: Sequence[tuple[int, int]], sort: str) -> list[Page]:
    """Divide labels of one sort and what was found among the labelled pages.

    A label begins where its page does: what was found from the page before on counts where a label is its rest.
    """
    made: list[Page] = []
    for start, end in regions:
        here = [row for row in gold if row["sort"] == sort and start <= row["start"] < end]
        there = [
            row
            for row in found
            if row["sort"] == sort
            and (start <= row["start"] < end or (row["start"] < start < row["end"] and _goes_on(row, here, start)))
        ]
        made.append(Page(tuple(here), tuple(there), matched(here, there)))
    return made


def _goes_on(row: Row, labels: Sequence[Row], start: int) -> bool:
    """Say whether a label is the rest of what begins on the page before: within its first line."""
    return any(label["start"] - start < _LINE and label["start"] < row["end"] for label in labels)


# -- names


def mentions(page: Page) -> Counts:
    """Count mentions that were found, and found ones that are mentions."""
    return {
        "mentions, recall": (len(page.pairs), len(page.gold)),
        "mentions, precision": (len(page.pairs), len(page.found)),
    }


def b_cubed(drawn: Sequence[Page]) -> dict[str, float]:
    """Say how well mentions are joined into persons, over those that both sides have, and with the missed ones as well.

    Strictly, a mention that only one side has counts as joined wrongly.
    """
    pairs = [pair for page in drawn for pair in page.pairs]
    joint = Counter((label["person"], row.get("id") or row["person"]) for label, row in pairs)
    theirs, ours = Counter(one for one, _ in joint.elements()), Counter(other for _, other in joint.elements())
    precision = sum(count * count / ours[other] for (_, other), count in joint.items())
    recall = sum(count * count / theirs[one] for (one, _), count in joint.items())
    gold, found = sum(len(page.gold) for page in drawn), sum(len(page.found) for page in drawn)
    joined = precision / max(len(pairs), 1), recall / max(len(pairs), 1)
    strict = precision / max(found, 1), recall / max(gold, 1)
    return {
        "B³ precision": joined[0],
        "B³ recall": joined[1],
        "B³ F": _f(*joined),
        "B³ F, missed and surplus mentions counted": _f(*strict),
    }


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# -- aliases


def alias_counts(gold: Sequence[Row], found: Sequence[Row]) -> tuple[Counts, list[Row], list[Row]]:
    """Compare aliases of the whole document: the passages overlap, and the two names are the same two."""
    labels = [row for row in gold if row["sort"] == "alias"]
    rows = [row for row in found if row["sort"] == "alias"]
    right = [(one, other) for one in labels for other in rows if _same_alias(one, other)]
    hit, good = {id(one) for one, _ in right}, {id(other) for _, other in right}
    missed = [row for row in labels if id(row) not in hit]
    wrong = [row for row in rows if id(row) not in good]
    counts: Counts = {
        "aliases, recall": (len(hit), len(labels)),
        "aliases, precision": (len(good), len(rows)),
    }
    return counts, missed, wrong


def _same_alias(one: Row, other: Row) -> bool:
    if one["start"] >= other["end"] or other["start"] >= one["end"]:
        return False
    return {surname(one["alias"]), surname(one["person"])} == {surname(other["alias"]), surname(other["person"])}


# -- dates


def date_counts(page: Page) -> Counts:
    """Count dates that are exactly right, and those that say more than the words do."""
    right = sum(date_is_right(label, row) for label, row in page.pairs)
    return {
        "dates, exactly right of those labelled": (right, len(page.gold)),
        "dates, exactly right of those found": (right, len(page.pairs)),
        "dates, falsely precise": (sum(is_falsely_precise(*pair) for pair in page.pairs), len(page.pairs)),
        "dates, found that no label has": (len(page.found) - len(page.pairs), len(page.found)),
    }


def date_is_right(label: Row, row: Row) -> bool:
    """Say whether a date is the labelled one, or another that the labeller holds for as good."""
    return row["edtf"] in (label["edtf"], *(label.get("alt") or ()))


def is_falsely_precise(label: Row, row: Row) -> bool:
    """Say whether a date is narrower than every answer of the labeller, or given where he gives none."""
    answers = (label["edtf"], *(label.get("alt") or ()))
    if row["edtf"] is None or date_is_right(label, row):
        return False
    widths = [_days(answer) for answer in answers if answer is not None]
    return not widths or _days(row["edtf"]) < min(widths)


def _days(edtf: str) -> float:
    date = parse_date(edtf)
    return float("inf") if date is None or not date.is_known else date.latest - date.earliest


# -- statements


def statement_counts(page: Page) -> Counts:
    """Count statements that were found, and what of each was told right."""
    pairs = page.pairs
    total = len(page.gold)
    long = [pair for pair in pairs if len(pair[0].get("chain") or ()) > 1]
    pressed = [pair for pair in pairs if pair[0].get("conditions")]
    told = [pair for pair in pairs if pair[0].get("to")]
    return {
        "statements, found": (len(pairs), total),
        "statements found that no label has": (len(page.found) - len(pairs), len(page.found)),
        "witness right, of those labelled": (sum(map(witness_is_right, pairs)), total),
        "witness right, of those found": (sum(map(witness_is_right, pairs)), len(pairs)),
        "act right, of those labelled": (sum(act_is_right(pair) for pair in pairs), total),
        "act right, of those found": (sum(act_is_right(pair) for pair in pairs), len(pairs)),
        "addressees right, of those found": (sum(_same_names(pair, "to") for pair in pairs), len(pairs)),
        "addressees right, where there are some": (sum(_same_names(pair, "to") for pair in told), len(told)),
        "chain right, of those found": (sum(_same_names(pair, "chain") for pair in pairs), len(pairs)),
        "chain right, of two and more links": (sum(_same_names(pair, "chain") for pair in long), len(long)),
        "conditions right, of those found": (sum(_same_set(pair, "conditions") for pair in pairs), len(pairs)),
        "conditions right, where there are some": (
            sum(_same_set(pair, "conditions") for pair in pressed),
            len(pressed),
        ),
        "own or reported right, of those found": (sum(a["words"] == b["words"] for a, b in pairs), len(pairs)),
        "date of saying right, of those found": (sum(a.get("date") == b.get("date") for a, b in pairs), len(pairs)),
    }


def witness_is_right(pair: Pair) -> bool:
    """Compare witnesses by surname; a body, or somebody who is only described, by the words that describe it."""
    label, row = pair
    return any(_is_called(name, row["witness"]) for name in (label["witness"], *(label.get("alt") or ())))


def _is_called(name: str | None, found: str | None) -> bool:
    theirs, ours = set(_words(name)), set(_words(found))
    return surname(name) == surname(found) or (bool(ours) and ours <= theirs)


def act_is_right(pair: Pair) -> bool:
    """Compare acts."""
    return bool(pair[0]["act"] == pair[1]["act"])


def _same_names(pair: Pair, key: str) -> bool:
    return [surname(name) for name in pair[0].get(key) or ()] == [surname(name) for name in pair[1].get(key) or ()]


def _same_set(pair: Pair, key: str) -> bool:
    return set(pair[0].get(key) or ()) == set(pair[1].get(key) or ())


def surname(name: str | None) -> str:
    """Return the last word of a name, folded; titles and articles aside."""
    words = _words(name)
    return words[-1] if words else ""


def _words(name: str | None) -> list[str]:
    letters = unicodedata.normalize("NFKD", _TITLES.sub("", name or "").replace("'", ""))
    return "".join(letter for letter in letters if letter.isalnum() or letter in " -").casefold().split()


# -- adding up, with intervals


def added(counts: Iterable[Counts]) -> Counts:
    """Add up counts."""
    total: dict[str, tuple[float, float]] = {}
    for one in counts:
        for name, (right, of) in one.items():
            before = total.get(name, (0, 0))
            total[name] = before[0] + right, before[1] + of
    return total


def drawn_again(
    made: Sequence[Page], score: Callable[[Sequence[Page]], dict[str, float]]
) -> dict[str, tuple[float, float]]:
    """Draw pages with replacement, and return between what 95 % of the scores lie."""
    rng = random.Random(19560225)
    many = [score([rng.choice(made) for _ in made]) for _ in range(DRAWS)]
    ends: dict[str, tuple[float, float]] = {}
    for name in score(made):
        values = sorted(one[name] for one in many if name in one)
        ends[name] = values[int(0.025 * len(values))], values[int(0.975 * (len(values) - 1))]
    return ends


def fractions(counter: Callable[[Page], Counts]) -> Callable[[Sequence[Page]], dict[str, float]]:
    """Make a score of pages out of counts of a page."""
    return lambda drawn: {name: right / of for name, (right, of) in added(map(counter, drawn)).items() if of}
