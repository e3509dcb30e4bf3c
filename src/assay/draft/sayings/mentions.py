"""Sayings as rows: what `assay draft --format jsonl` prints of them."""

from collections.abc import Iterator, Sequence

from assay.draft.document import Document
from assay.draft.sayings.naming import Names
from assay.draft.sayings.saying import Party, Saying
from assay.model.proposals import StatementMention


def mentions(document: Document, found: Sequence[Saying], names: Names) -> Iterator[StatementMention]:
    """Describe every saying of a document, with persons by the names that a reader would write."""
    for saying in found:
        witness, *others = [somebody.title for somebody in names.who(saying.witness)]
        yield StatementMention(
            evidence=document.evidence(saying.span),
            words=document.body[saying.span.start : saying.span.end],
            witness=witness,
            others=tuple(others),
            act=saying.act,
            to=_titles(saying.to, names),
            chain=_titles(saying.chain, names),
            conditions=tuple(dict.fromkeys(one.kind for one in saying.under)),
            date=saying.date,
            manner=saying.words,
            rule=saying.rule,
            confidence=saying.confidence,
        )


def _titles(parties: Sequence[Party], names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(somebody.title for party in parties for somebody in names.who(party)))
