"""Aliases as proposed entries: an `extend` of the person, scoped to the work in which the alias is defined.

Where somebody else bears the same name in that work, the scope is the quoted document in which the alias is used, for
which a `source` is proposed: so that the other one stays himself.
"""

from collections.abc import Iterator

from assay.draft.aliases.finding import Found
from assay.draft.document import Document
from assay.draft.names.register import slug
from assay.draft.persons import place
from assay.draft.writing import entry, one_line, titled
from assay.model.proposals import AliasMention, Proposal


def proposals(document: Document, found: Found, *, is_other: bool) -> Iterator[Proposal]:
    """Yield the entry of an alias, and of the quoted document to which it is scoped where it needs one."""
    evidence = document.evidence(found.span)
    words = one_line(document.body[found.span.start : found.span.end])
    scope, rule = evidence.work, found.rule
    because = f"{place(evidence)}: “{words}”"
    if is_other:
        voice = next((one for one in document.speakers_at(found.alias_at.start) if one.is_said), None)
        speaker = voice.speaker if voice is not None and voice.speaker else "somebody"
        scope = slug(f"quoted {speaker} {evidence.work} {evidence.page}")
        title = f"Words of {speaker} quoted at {place(evidence)}"
        fields = [
            ("by", (voice.speaker_id or "") if voice is not None else ""),
            ("held", "no"),
            ("proposed", "the document to which an alias is limited"),
            ("because", f"in it {found.alias} is {found.person}; elsewhere in this work somebody else is called so"),
        ]
        yield Proposal(
            "aliases", scope, entry(f"source {scope} {titled(title)}", fields), rule, "explicit", (evidence,)
        )
    alias = f'"{found.alias}"' if " in " in found.alias else found.alias
    fields = [("alias", f"{alias} in {scope}" if scope else alias), ("proposed", rule), ("because", because)]
    key = f"{found.id}+{slug(found.alias)}" + (f"+{scope}" if scope else "")
    yield Proposal("aliases", key, entry(f"extend person {found.id}", fields), rule, "explicit", (evidence,))


def mention(document: Document, found: Found) -> AliasMention:
    """Return the passage as the output lists it."""
    words = document.body[found.span.start : found.span.end]
    return AliasMention(document.evidence(found.span), words, found.alias, found.person, found.id, found.rule)
