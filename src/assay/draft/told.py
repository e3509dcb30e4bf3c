"""Sayings as the output lists them: with the usual names of those who speak, hear and pass on."""

from collections.abc import Sequence

from assay.draft.document import Document
from assay.draft.names.register import Register
from assay.draft.names.resolving import Mention
from assay.draft.sayings import Party, Saying
from assay.draft.writing import one_line
from assay.model.proposals import StatementMention


def as_mention(saying: Saying, document: Document, mentions: Sequence[Mention], register: Register) -> StatementMention:
    """Describe a saying by names as a reader would write them."""

    def named(party: Party) -> str:
        id_ = who(party, mentions, register)
        return one_line(party.name) if id_ is None else register.persons[id_].title

    return StatementMention(
        evidence=document.evidence(saying.span),
        words=document.body[saying.span.start : saying.span.end],
        witness=named(saying.witness),
        act=saying.act,
        to=tuple(map(named, saying.to)),
        chain=tuple(map(named, saying.chain)),
        conditions=tuple(dict.fromkeys(one.kind for one in saying.under)),
        date=saying.date,
        manner=saying.words,
        rule=saying.rule,
        confidence=saying.confidence,
    )


def who(party: Party, mentions: Sequence[Mention], register: Register) -> str | None:
    """Return which person a party is: the one who is named there, else whom the name means elsewhere."""
    for mention in mentions:
        at = mention.sighting
        if at.start < party.span.end and party.span.start < at.end and at.last in party.name:
            return mention.person
    return register.who(party.name)
