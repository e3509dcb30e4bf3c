"""The passage most like a quotation that is not there to the letter, and the words that differ."""

import difflib
from collections.abc import Iterable

from assay.model.location import Span
from assay.model.verdicts import Change
from assay.quotation.fold import WORD, Folded, fold

MOST_DIFFERENT = 0.4
"""A passage of which more than this share of letters would have to change is no near miss: the words are absent."""


def nearest(letters: str, folded: Folded, within: Iterable[Span]) -> Span | None:
    """Find the run of letters with the smallest edit distance to the quotation's, or None where nothing is near.

    Myers' bit-parallel alignment in its infix mode, by edlib (Šošić and Šikić 2017), over all the letters.
    """
    import edlib  # noqa: PLC0415 - needed only where a quotation fails

    allowed = int(len(letters) * MOST_DIFFERENT)
    best: Span | None = None
    for span in within:
        found = edlib.align(letters, folded.letters[span.start : span.end], mode="HW", task="locations", k=allowed)
        if found["editDistance"] < 0:
            continue
        # Of equally near places the fullest: a word that was replaced is worth more than one left out.
        start, end = max(found["locations"], key=lambda place: min(place[1] - place[0] + 1, len(letters)))
        best = Span(span.start + start, span.start + end + 1)
        allowed = found["editDistance"] - 1
        if allowed < 0:
            break
    return best


def differences(source: str, quoted: str, *, division: bool = False) -> tuple[Change, ...]:
    """Compare two passages word by word, marks and capitals aside.

    Words that are only divided otherwise (`not able`, `notable`) are no difference, unless `division` asks for those.
    """
    theirs, ours = WORD.findall(source), WORD.findall(quoted)
    folded = [fold(word) for word in theirs], [fold(word) for word in ours]
    matcher = difflib.SequenceMatcher(None, *folded, autojunk=False)
    return tuple(
        Change(" ".join(theirs[a:b]), " ".join(ours[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and division == ("".join(folded[0][a:b]) == "".join(folded[1][c:d]))
    )
