"""A draft in a few lines: what is new, what was kept as it was, what was refused."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assay.draft.drafting import Draft
from assay.draft.folder import Merged, file_of
from assay.model.proposals import Part
from assay.report.paint import Paint

_REFUSED_SHOWN = 5


def summary(draft: Draft, merged: Mapping[Part, Merged], paint: Paint) -> Iterator[str]:
    """Say what a draft changed in the folder."""
    for part, one in merged.items():
        said = [f"{one.new} new"]
        said += [f"{one.same} as before"] if one.same else []
        said += [f"{one.edited} edited, left alone"] if one.edited else []
        said += [f"{one.gone} no longer proposed"] if one.gone else []
        yield f"{paint(part, 'strong')}: {', '.join(said)}  {paint(file_of(part), 'faint')}"
    yield from overlong(draft, paint)
    yield from refused(draft, paint)


def overlong(draft: Draft, paint: Paint) -> Iterator[str]:
    """Say which paragraphs were not parsed as they stand, and by which rule."""
    for rule, count in draft.overlong.items():
        if count:
            yield f"{paint('note', 'note')}: {count:,} paragraph{'s' if count > 1 else ''} ({rule})"


def refused(draft: Draft, paint: Paint) -> Iterator[str]:
    """Say what did not pass the gate, and why."""
    if draft.refused:
        proposals = f"{len(draft.refused)} proposal{'s' if len(draft.refused) > 1 else ''}"
        yield f"{paint('refused', 'warning')}: {proposals} whose text or quotation does not hold"
        for one in draft.refused[:_REFUSED_SHOWN]:
            yield f"  {one.proposal.id}: {one.why}"


def stats(draft: Draft, parts: Sequence[Part], paint: Paint) -> Iterator[str]:
    """Count what was read and proposed, by part and by rule."""
    sorts = ", ".join(f"{count:,} {_SORTS.get(name, name)}" for name, count in sorted(draft.mentions.items()))
    documents = f"{draft.documents:,} document{'s' if draft.documents != 1 else ''}"
    yield f"{documents}, {draft.characters:,} characters; mentions: {sorts or 'none'}"
    for part in parts:
        made = [one for one in draft.proposals if one.part == part]
        yield f"{paint(part, 'strong')}: {len(made)} proposals"
        for rule, count in Counter(one.rule for one in made).most_common():
            yield f"  {count:>6,}  {rule}"
    yield from overlong(draft, paint)
    yield from refused(draft, paint)


_SORTS = {
    "NameMention": "names of persons",
    "AliasMention": "aliases",
    "DateMention": "dates",
    "StatementMention": "statements",
}
