"""Shared passages for people to read in a terminal, cluster by cluster."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from assay.audit.echoes import Echo, Echoes, EchoSide
from assay.quotation.fold import WORD, fold
from assay.report.paint import Paint, plain

_SHOWN, _MOST, _COMPARED = 160, 4, 2_000


def echo_text(found: Echoes, paint: Paint = plain) -> Iterator[str]:
    """Write every passage with where it stands in either work, and what differs; clusters in order."""
    rows = sorted(found.rows, key=lambda row: (row.cluster, row.first.work, row.first.start))
    for number, echoes in groupby(rows, lambda row: row.cluster):
        yield paint(f"Cluster {number}", "strong")
        for echo in echoes:
            yield f"  {_where(echo.first, paint)}  “{_short(echo.first.text)}”"
            yield f"  {_where(echo.second, paint)}  “{_short(echo.second.text)}”"
            yield f"    {_in_words(echo)}"
            yield from (f"    {line}" for line in _differences(echo))
        yield ""
    yield summary(found)


def _where(side: EchoSide, paint: Paint) -> str:
    return paint(f"{side.work}, {side.page or f'characters {side.start}-{side.end}'}:", "faint")


def _in_words(echo: Echo) -> str:
    said = [f"{echo.letters} letters, {echo.differing or 'none'} of them different"]
    if echo.omitted:
        said.append(f"{echo.omitted} left out in one of them")
    if echo.chance >= 0.01:  # noqa: PLR2004 - one in a hundred corpora is worth a word
        said.append(f"by chance, {echo.chance:g} so much alike are expected")
    if echo.earlier:
        said.append(f"{echo.earlier} is earlier")
    return "; ".join(said)


def _differences(echo: Echo) -> Iterator[str]:
    """Name the first words that differ; capitals and marks are not compared."""
    ours, theirs = ([(fold(word), word) for word in WORD.findall(side.text)] for side in (echo.first, echo.second))
    if max(len(ours), len(theirs)) > _COMPARED:
        return
    match = SequenceMatcher(None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False)
    changes = [(ours[a:b], theirs[c:d]) for tag, a, b, c, d in match.get_opcodes() if tag != "equal"]
    for one, other in changes[:_MOST]:
        here, there = (_short(" ".join(word for _, word in words)) for words in (one, other))
        if here and there:
            yield f"“{here}” where {echo.second.work} has “{there}”"
        else:
            yield f"“{here or there}” only in {(echo.first if here else echo.second).work}"
    if len(changes) > _MOST:
        yield f"and {len(changes) - _MOST} more"


def summary(found: Echoes) -> str:
    """Count works, passages and clusters."""
    count = len(found.rows)
    if not count:
        return f"{found.works} works compared: no passage in common."
    clusters = len({row.cluster for row in found.rows})
    passages = f"{count:,} shared passage{'s' * (count != 1)}"
    return f"{found.works} works compared: {passages} in {clusters:,} cluster{'s' * (clusters != 1)}."


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2].rsplit(' ', 1)[0]} … {words[-_SHOWN // 2 :]}"
