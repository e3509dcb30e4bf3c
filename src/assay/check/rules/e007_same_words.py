"""Two statements are in the same words.

## What it checks

Two witnesses speak to one claim on the same side, each cited from another work, and a long run of the quoted words is
the same, letter by letter. Nobody has judged yet whether the one depends on the other.

## Why it matters

Words that recur in another document were taken from there, or both from a third: one origin, not two voices. Until
somebody says so, they count as two.

## Example

    source reprint "A Reprint of the Memoir"
      file: sources/memoir.txt

    1931 clara affirms fire #clara-1931
      knows: saw
      cite: memoir p. 2
        > I saw the mill burn on the night of the third of May

    1931 boris affirms fire #boris-1931
      knows: saw
      cite: reprint p. 2
        > I saw the mill burn on the night of the third of May

## Write instead

    source reprint "A Reprint of the Memoir"
      file: sources/memoir.txt

    1931 clara affirms fire #clara-1931
      knows: saw
      cite: memoir p. 2
        > I saw the mill burn on the night of the third of May

    1931 boris affirms fire #boris-1931
      knows: saw
      cite: reprint p. 2
        > I saw the mill burn on the night of the third of May

    1936 clara dependent #clara-1931 #boris-1931
      because: the reprint has the memoir's words
"""

import itertools
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity
from assay.model.entries import Citation, Statement
from assay.quotation import fold

CODE = "E007"
_LEAST = 32
"""Letters, six or seven words: fewer may be the name of a thing, or a turn of speech."""


class _Words(Struct, frozen=True):
    """The words of a citation: the work, the letters, and every run of half the least length."""

    source: str
    letters: str
    runs: frozenset[str]


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare the quoted words of statements on one claim, two by two."""
    judged = {
        frozenset(subject.removeprefix("#") for subject in judgement.subjects)
        for judgement in context.case.judgements
        if judgement.verb in ("dependent", "independent")
    }
    for statements in context.case.by_claim.values():
        words = {one.id: [_words(cite) for cite in one.cites] for one in statements}
        for one, other in itertools.combinations(statements, 2):
            if not _speak_alike(one, other) or frozenset((one.id, other.id)) in judged:
                continue
            shared = _shared(words[one.id], words[other.id])
            if shared:
                message = f"the words of #{other.id} are those of #{one.id}: {shared} letters in a row"
                help_ = f"if they have one origin, write: DATE PERSON dependent #{one.id} #{other.id}, and because:"
                yield Diagnostic(CODE, message, context.at(other.id, "cite"), help_, Severity.NOTE)


def _speak_alike(one: Statement, other: Statement) -> bool:
    return one.witness != other.witness and one.act == other.act


def _words(cite: Citation) -> _Words:
    letters, half = fold(cite.words), _LEAST // 2
    return _Words(cite.source, letters, frozenset(letters[at : at + half] for at in range(len(letters) - half + 1)))


def _shared(ours: Sequence[_Words], theirs: Sequence[_Words]) -> int:
    """Return how long the longest run is that citations from two works have in common; 0 where it is short."""
    longest = 0
    for one, other in itertools.product(ours, theirs):
        if one.source != other.source and not one.runs.isdisjoint(other.runs):
            match = SequenceMatcher(None, one.letters, other.letters, autojunk=False).find_longest_match()
            longest = max(longest, match.size)
    return longest if longest >= _LEAST else 0
