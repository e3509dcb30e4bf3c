"""The gate: no proposal passes whose text cannot be read, or whose quotation is not on its page.

It is the check that `assay check` makes of a citation, made before the proposal is written down.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from assay.casebook.parser import parse_text
from assay.check.context import Looked, stands
from assay.library import Library
from assay.model.entries import Citation, Entry, Extension, Source, Statement
from assay.model.proposals import Proposal


class Refused(Struct, frozen=True):
    """A proposal that was not let through, and why."""

    proposal: Proposal
    why: str


def pass_on(made: Iterable[Proposal], library: Library) -> Iterator[Proposal | Refused]:
    """Yield every proposal, or why it was refused."""
    for proposal in made:
        why = fault(proposal.text, library)
        yield Refused(proposal, why) if why else proposal


def fault(text: str, library: Library) -> str:
    """Say what is wrong with a proposed entry; nothing where it is one entry, and all that it quotes is there."""
    parsed = parse_text(text + "\n")
    if parsed.complaints:
        return parsed.complaints[0].message
    if len(parsed.entries) != 1:
        return "this is not one entry"
    entry = parsed.entries[0].entry
    cites = list(_cites(entry))
    if isinstance(entry, Statement) and not any(cite.words for cite in cites):
        return "it quotes no words"
    for cite in cites:
        volume = library.volume(cite.source)
        verdict = volume.quote_on(cite.words, cite.locator) if volume is not None and cite.words.strip() else None
        if not stands(Looked(entry=_id(entry), field="cite", nth=0, cite=cite, volume=volume, verdict=verdict)):
            return f"its quotation is not at {cite.source} {cite.locator or ''}".rstrip()
    return ""


def _cites(entry: Entry) -> Iterator[Citation]:
    if isinstance(entry, Statement):
        yield from entry.cites
    inner = entry.entry if isinstance(entry, Extension) else entry
    if isinstance(inner, Statement | Source):
        yield from (condition.cite for condition in inner.under if condition.cite is not None)


def _id(entry: Entry) -> str:
    return entry.entry.id if isinstance(entry, Extension) else entry.id
