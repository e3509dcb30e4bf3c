"""A witness over time, written out for people: each line leads back to a statement and its page."""

from collections.abc import Iterator

from assay.model.accounts import Account, Agreement, Change, Circumstance, Contact, Version
from assay.model.dates import in_words
from assay.model.sayings import Said
from assay.report.layout import Layout
from assay.report.words import pressure

_FIELDS = {"none": "nothing of the kind", "existed": "stood", "event": "what happened"}


def witness_lines(account: Account, layout: Layout) -> Iterator[str]:
    """Write an account."""
    said = sum(len(version.said) for version in account.versions)
    yield layout.paint(f"{layout.case.called(account.witness)} [{account.witness}]", "strong")
    yield from layout.wrapped(opening(account, said))
    for number, version in enumerate(account.versions, 1):
        yield ""
        yield from _version(version, number, layout)
    if account.heard_by:
        yield ""
        yield layout.paint("Others who have it from this witness", "strong")
        for one in account.heard_by:
            yield from layout.wrapped(f"{layout.saying(one)}: {layout.claim(one.claim)} #{one.statement}", "  - ")
            for words in layout.words(one):
                yield from layout.wrapped(words, "      ")
    if account.agreements:
        yield ""
        yield layout.paint("Others who say the same", "strong")
        yield from _agreements(account, layout)


def opening(account: Account, said: int) -> str:
    """Say how much a witness said, on how many occasions, and how long in custody."""
    if not said:
        return "No statement of this witness is recorded."
    versions = len(account.versions)
    begun = f"{said} statement{'s' * (said != 1)}, on {versions} occasion{'s' * (versions != 1)}. "
    custody = account.custody
    if not custody.recorded:
        return begun + "The casebook records no custody."
    if not custody.statements:
        return begun + "Nothing affirmed in custody is recorded."
    first = " or ".join(f"#{id_}" for id_ in custody.statements)
    if custody.days is None:
        lasted = "the dates do not say how long the witness had been in custody"
    else:
        lasted = f"the witness had been in custody for {_days(custody.days)}"
    return f"{begun}When something was first affirmed in custody ({first}), {lasted}."


def _days(days: tuple[int, int]) -> str:
    low, high = days
    return f"{low} day{'s' * (low != 1)}" if low == high else f"{low} to {high} days"


def _version(version: Version, number: int, layout: Layout) -> Iterator[str]:
    yield from layout.wrapped(f"{number}. {occasion(version, layout)}", "", "   ")
    if version.unordered:
        which = ", ".join(map(str, version.unordered))
        yield from layout.labelled("order", f"the dates do not tell whether this came before or after {which}", 3, 11)
    for one in version.said:
        target = f" #{one.target}, on" if one.target else ""
        yield from layout.labelled(
            layout.act(one), f"{target} {layout.claim(one.claim)} #{one.statement}".strip(), 3, 11
        )
        for words in layout.words(one):
            yield from layout.wrapped(words, " " * 16)
        if one.interest:
            yield from layout.labelled("", f"interest: {one.interest}", 3, 11)
    for under in version.circumstances:
        label = "despite" if under.despite else "under"
        yield from layout.labelled(label, circumstance(under, layout), 3, 11)
    for turned in version.changes:
        yield from layout.labelled(turned.turn, change(turned, layout), 3, 11)


def occasion(version: Version, layout: Layout) -> str:
    """Write when, where and to whom something was said."""
    one = version.said[0]
    when = in_words(one.date)
    parts = [when[0].upper() + when[1:]]
    parts += [one.setting] if one.setting else []
    parts += [f"to {layout.names(one.to)}"] if one.to else []
    parts += [f"in {layout.name(one.record)}"] if one.record else []
    parts += [f"by way of {layout.names(one.via)}"] if one.via else []
    return ", ".join(parts)


def circumstance(found: Circumstance, layout: Layout) -> str:
    """Write a condition, since when, and how it is known."""
    written = pressure(layout.case, found.what)
    if found.since:
        lasted = "for how long, the dates do not say" if found.days is None else f"for {_days(found.days)} by then"
        written += f", since {in_words(found.since)}: {lasted}"
    if found.on in layout.case.sources:
        written += f" (recorded of all of {layout.name(found.on)})"
    if found.per:
        written += f", as is held by {layout.claim(found.per)}"
    return written


def change(change: Change, layout: Layout) -> str:
    """Write what became of a claim since earlier versions."""
    claim, earlier = layout.claim(change.claim), " and ".join(f"#{id_}" for id_ in change.earlier)
    match change.turn:
        case "added":
            return f"{claim}: no earlier statement records it"
        case "repeated":
            return f"{claim}, as in {earlier}"
        case "dropped":
            return f"{claim}: {earlier} has it, and no statement of this occasion"
        case "retracted":
            return f"{claim}, which {earlier} has" if earlier else f"{claim}, which no earlier statement has"
        case "differs":
            return f"from {earlier} on {claim}"
    if change.instead_of is None:
        return f"{claim}: {earlier} says the opposite"
    facts = "; ".join(_fact(f.field, f.before, f.after, layout) for f in change.facts)
    return f"{claim}, where {earlier} has {layout.claim(change.instead_of)}{f' ({facts})' if facts else ''}"


def _fact(field: str, before: str, after: str, layout: Layout) -> str:
    def called(value: str) -> str:
        if field in ("when", "existed"):
            return in_words(value)
        return ", ".join(layout.case.called(part) for part in value.split(", ")) if field in ("who", "where") else value

    return f"{_FIELDS.get(field, field)}: {called(before)}, now {called(after)}"


def _agreements(account: Account, layout: Layout) -> Iterator[str]:
    shown = ""
    for found in account.agreements:
        if found.claim != shown:
            shown = found.claim
            yield from layout.wrapped(layout.claim(shown), "  ", "    ")
        yield from layout.wrapped(f"{layout.saying(found.other)} #{found.other.statement}, {when(found)}", "  - ")
        for words in layout.words(found.other):
            yield from layout.wrapped(words, "      ")
        for one in found.contacts:
            yield from layout.wrapped(contact(one, layout), "      ")


def when(found: Agreement) -> str:
    """Write whether another said the same before or after, and after a contact or not."""
    order = {"before": "before this witness", "after": "after this witness"}.get(
        found.order, "before or after this witness: the dates do not tell"
    )
    match found.contact:
        case None:
            return f"{order}; no contact of the two is recorded"
        case "after":
            return f"{order}; after contact"
        case "before":
            return f"{order}; before any contact that is recorded"
        case _:
            return f"{order}; a contact is recorded, and not whether it came first"


def contact(contact: Contact, layout: Layout) -> str:
    """Write a recorded contact of two witnesses."""
    who, recorded = layout.case.called(contact.who), f" (#{contact.statement})"
    match contact.kind:
        case "has it from":
            return f"{who} has it from {layout.name(contact.whom)}{recorded}"
        case "told":
            return f"{who} spoke to {layout.name(contact.whom)}{recorded}"
        case "passed on":
            return f"{who} passed on what {layout.name(contact.whom)} said{recorded}"
        case "same hands":
            return f"both were in the hands of {layout.name(contact.who)}"
    return f"both have it from {layout.name(contact.who)}"


def shown_in(account: Account) -> Iterator[Said]:
    """Yield every statement that an account shows."""
    yield from (one for version in account.versions for one in version.said)
    yield from account.heard_by
    yield from (found.other for found in account.agreements)
