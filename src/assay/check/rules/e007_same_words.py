"""Two statements are in the same words.

## What it checks

Two witnesses speak to one claim on the same side, each cited from another work, and a long run of the quoted words, or
of the passages of the works in which these stand, is the same, letter by letter; both quotations have a part of it.
Nobody has judged yet whether the one depends on the other.

## Why it matters

Words that recur in another document were taken from there, or both from a third: one origin, not two voices. Until
somebody judges, they count as one root or two, and every conclusion takes it that they are one.

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

    1936 clara dependent #anna-1931 #boris-1931
      because: the reprint has the memoir's words
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic, Severity

CODE = "E007"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report the statements that share words, where nobody judged them."""
    judged = {
        frozenset(subject.removeprefix("#") for subject in judgement.subjects)
        for judgement in context.case.judgements
        if judgement.verb in ("dependent", "independent")
    }
    for one in context.dossier.compared.alike:
        if frozenset((one.one, one.other)) not in judged:
            message = f"the words of #{one.other} are those of #{one.one}: {one.letters} letters in a row"
            help_ = f"if they have one origin, write: DATE PERSON dependent #{one.one} #{one.other}, and because:"
            yield Diagnostic(CODE, message, context.at(one.other, "cite"), help_, Severity.NOTE)
